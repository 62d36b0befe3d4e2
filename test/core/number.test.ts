import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact, fromDecimal, toFixed, toPlain } from '#core/exact/exact';
import { printDecimal } from '#core/messages/index';
import { readNumber, type NumberOptions } from '#core/workbook/number';

/** One line for a reading: "1234.5", "0.12%", "1234 | 1.234", or the problem. */
function shown(cell: Parameters<typeof readNumber>[0], options?: NumberOptions): string {
  const reading = readNumber(cell, options);
  if (reading.kind === 'number') return toPlain(reading.value) + (reading.percent ? '%' : '');
  if (reading.kind === 'ambiguous') return reading.candidates.map((each) => toPlain(each)).join(' | ');
  return reading.kind === 'problem' ? reading.problem : reading.kind;
}

describe('texts with one reading', () => {
  it.each([
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['1 234,5', '1234.5'],
    ['1\u00A0234,5', '1234.5'],
    ['1\u202F234', '1234'],
    ['826,8', '826.8'],
    ['0,727', '0.727'],
    ['0.727', '0.727'],
    ['01,727', '1.727'],
    ['1234,567', '1234.567'],
    ['1.234.567', '1234567'],
    ['1,234,567.89', '1234567.89'],
    ['1.234,567', '1234.567'],
    ['12%', '0.12%'],
    ['12,5 %', '0.125%'],
    ['−5', '-5'],
    ['-5', '-5'],
    ['– 5', '-5'],
    ['+5', '5'],
    [',5', '0.5'],
    ['20 điểm', '20'],
    ['20 ĐIỂM', '20'],
    [' 20\u200B ', '20'],
    ['1,2345', '1.2345'],
    ['1,50', '1.5'],
  ])('%j → %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('reads points in brackets and đ only where points are stated', () => {
    for (const text of ['(5 điểm)', '(5đ)', '5đ', '5 đ', '( 5 điểm )']) {
      expect(shown(text, { unitWords: true })).toBe('5');
    }
    for (const text of ['(5 điểm)', '(5đ)', '5đ']) expect(shown(text)).toBe('not-a-number');
    expect(shown('(30đ)', { unitWords: true })).toBe('30');
    expect(shown('(2,5 điểm)', { unitWords: true })).toBe('2.5');
    expect(shown('(5)', { unitWords: true })).toBe('not-a-number');
  });
});

describe('texts with two readings', () => {
  it.each([
    ['1.234', '1234 | 1.234', '.'],
    ['92.830', '92830 | 92.83', '.'],
    ['92,830', '92830 | 92.83', ','],
    ['-1,234', '-1234 | -1.234', ','],
    ['1.234 điểm', '1234 | 1.234', '.'],
    ['12,345%', '123.45 | 0.12345', ','],
  ])('%j → %s', (text, expected, separator) => {
    expect(shown(text)).toBe(expected);
    expect(readNumber(text)).toMatchObject({ kind: 'ambiguous', separator });
  });
});

describe('texts that are no numbers', () => {
  it.each([
    '01 (0,727)',
    '12/11',
    '12/11/2026',
    '12.11.2026',
    '4.10.1',
    '1 23',
    '0 123',
    '1.23,4.5',
    '1,23.456,7',
    '1 234.567,8',
    '1,5 000',
    '5.',
    '-',
    '--5',
    '5-',
    '%',
    'Có',
    'x',
    '5 hồ sơ',
    '1e5',
    '0x10',
    'Infinity',
    '1.234,',
    '20 điểm 5',
    '5 % điểm',
    'điểm',
    '1..2',
    '1234.567.890',
  ])('%j', (text) => {
    expect(shown(text, { unitWords: true })).toBe('not-a-number');
  });
});

describe('cells', () => {
  it('knows empty, dates, errors, formulas without a result, TRUE', () => {
    expect([null, undefined, '', { value: '' }, { value: null }, ' \u00A0\u200B'].map((cell) => shown(cell))).toEqual(
      Array(6).fill('empty'),
    );
    expect(shown({ value: 45000, kind: 'date' })).toBe('date');
    expect(shown({ value: '#REF!', kind: 'error' })).toBe('error-cell');
    expect(shown({ value: null, kind: 'uncalculated', formula: true })).toBe('uncalculated');
    expect(shown({ value: null, kind: 'other' })).toBe('not-a-number');
    expect(shown(true)).toBe('not-a-number');
  });

  it('takes numbers as they are shown, percent formats as shares', () => {
    expect(shown(114.99999999999999)).toBe('115');
    expect(shown({ value: 0.8, format: '0%' })).toBe('0.8%');
    expect(shown({ value: 0.8, format: '0.00' })).toBe('0.8');
    expect(shown({ value: 0, formula: true })).toBe('0');
    expect(readNumber(5)).toEqual({ kind: 'number', value: exact(5), text: false, percent: false });
    expect(readNumber('5')).toMatchObject({ text: true });
  });
});

describe('printing and reading', () => {
  it('reads what we print, in both languages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom('vi', 'en'),
        (n, k, decimals, language) => {
          const text = toFixed(exact(n, 10 ** k), decimals);
          const reading = readNumber(printDecimal(text, language as 'vi' | 'en'));
          const value = fromDecimal(text);
          // Never another number: either this one alone, or this one as one of two.
          if (reading.kind === 'ambiguous') expect(reading.candidates).toContainEqual(value);
          else expect(reading).toEqual({ kind: 'number', value, text: true, percent: false });
          const grouped = /^-?[1-9]\d{3,5}$/.test(text) || /^-?[1-9]\d{0,2}\.\d{3}$/.test(text);
          expect(reading.kind === 'ambiguous').toBe(grouped);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never throws and never makes a number of words', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-0-9., %()đ]{0,12}$/)), (text) => {
        const reading = readNumber(text, { unitWords: true });
        if (reading.kind === 'number' || reading.kind === 'ambiguous') expect(text).toMatch(/\d/);
      }),
      { numRuns: 2000 },
    );
  });
});
