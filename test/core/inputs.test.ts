/** What one entry's cells are read as: bounds decide what the text leaves open, and every doubt is said. */
import { describe, expect, it } from 'vitest';
import { fromNumber, toPlain } from '#core/exact/exact';
import { needsOf, parseRule } from '#core/framework/rules/index';
import type { InputColumn } from '#core/read/assessment';
import { readInputs } from '#core/read/entries/inputs';
import type { Cell } from '#core/workbook/cell';

function read(
  ruleText: string,
  cells: Partial<Record<InputColumn, Cell>>,
  options: { maximum?: number; mark?: ',' | '.' } = {},
) {
  const parsed = parseRule(ruleText);
  if (!parsed.ok) throw new Error(ruleText);
  const inputs = Object.entries(cells).map(([column, cell], place) => ({
    column: column as InputColumn,
    cell: cell!,
    at: { sheet: 0, row: 0, column: place },
  }));
  const readings = readInputs(inputs, {
    rule: parsed.rule,
    needs: needsOf(parsed.rule),
    maximum: fromNumber(options.maximum ?? 100),
    decimalMark: options.mark ?? null,
  });
  return Object.fromEntries(
    Object.entries(readings).map(([column, reading]) => [
      column,
      reading!.problem ?? reading!.labels ?? (reading!.value === null ? null : toPlain(reading!.value)),
    ]),
  );
}

describe('numbers with two readings', () => {
  it('points: the one within 0 … maximum is taken, else the setting decides, else it is ambiguous', () => {
    expect(read('Chấm điểm', { verified: '92.830' })).toEqual({ verified: '92.83' });
    expect(read('Chấm điểm', { verified: '1.234' }, { maximum: 2000 })).toEqual({ verified: 'ambiguous-number' });
    expect(read('Chấm điểm', { verified: '1.234' }, { maximum: 2000, mark: ',' })).toEqual({ verified: '1234' });
    expect(read('Chấm điểm', { verified: '1.234' }, { maximum: 2000, mark: '.' })).toEqual({ verified: '1.234' });
  });

  it('a of a/b lies within 0 … b, b is at least a, and of both unclear the only pair that fits is taken', () => {
    expect(read('a/b', { a: '1.200', b: 900 })).toEqual({ a: '1.2', b: '900' });
    expect(read('a/b', { a: 900, b: '1.200' })).toEqual({ a: '900', b: '1200' });
    expect(read('a/b', { a: '1.100', b: '1.200' })).toEqual({ a: 'ambiguous-number', b: 'ambiguous-number' });
  });
});

describe('one problem a cell, the first of the list', () => {
  it.each<[string, Partial<Record<InputColumn, Cell>>, Record<string, unknown>]>([
    ['a/b', { a: { value: '#REF!', kind: 'error' }, b: 5 }, { a: 'error-cell', b: '5' }],
    ['a/b', { a: { value: null, kind: 'uncalculated', formula: true }, b: 5 }, { a: 'uncalculated', b: '5' }],
    ['a/b', { a: { value: 46000, kind: 'date' }, b: 5 }, { a: 'date', b: '5' }],
    ['a/b', { a: 'khoảng 5', b: 5 }, { a: 'not-a-number', b: '5' }],
    ['a/b', { a: -1, b: 5 }, { a: 'negative', b: '5' }],
    ['a/b', { a: 6, b: 5 }, { a: 'part-exceeds-whole', b: '5' }],
    ['a/b', { a: 6, b: 0 }, { a: 'part-exceeds-whole', b: '0' }],
    ['a/b kế hoạch', { a: 6, b: 5 }, { a: '6', b: '5' }],
    ['tỷ lệ a', { a: 80 }, { a: 'percent-scale' }],
    ['tỷ lệ a', { a: '80%' }, { a: '0.8' }],
    ['tỷ lệ a', { a: { value: 0.8, format: '0%' } }, { a: '0.8' }],
    ['Có/Không', { choice: 'có' }, { choice: ['Có'] }],
    ['Có/Không', { choice: 'có lẽ' }, { choice: 'choice-unknown' }],
    ['Chấm điểm', { verified: 101 }, { verified: 'above-maximum' }],
    ['Chấm điểm', { self: '80%' }, { self: 'percent-scale' }],
    ['Chấm điểm', { self: '(5 điểm)' }, { self: '5' }],
    ['a x 1', { a: '30đ' }, { a: 'not-a-number' }],
  ])('%s with %j', (rule, cells, expected) => {
    expect(read(rule, cells)).toEqual(expected);
  });
});

it('an empty cell is empty, never 0', () => {
  expect(read('a/b', { a: null, b: '  ' })).toEqual({ a: null, b: null });
});
