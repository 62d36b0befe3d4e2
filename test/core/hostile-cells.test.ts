/** One legal cell – at most 32,767 characters – in any place never stalls or overflows a run. */
import { describe, expect, it } from 'vitest';
import { scoreWorkbook } from '#core/commands/score';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, resultOf, sheet, type Rows } from '#test/support/book';

const FULL = 32_767;
const fill = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const nested = (open: string, inside: string, close: string, size: number): string => {
  const depth = Math.floor((size - inside.length) / (open.length + close.length));
  return open.repeat(depth) + inside + close.repeat(depth);
};

/** Texts that make careless reading quadratic or deep. */
const NASTY: Record<string, (size: number) => string> = {
  'combining marks': (size) => `a${fill('\u0301\u0323\u0302', size - 1)}`,
  'marks of mixed classes': (size) => `Điểm e${fill('\u0323\u0301\u0327\u0300', size - 6)}`,
  'a tone before its hat, over and over': (size) => fill('a\u0301\u0302', size),
  'one letter': (size) => fill('a', size),
  'one vowel y': (size) => fill('y', size),
  'blanks inside': (size) => `x${fill(' ', size - 2)}x`,
  'commas and blanks': (size) => fill(' , ', size),
  'zero-width': (size) => `x${fill('\u200B', size - 2)}x`,
  newlines: (size) => fill('\n', size),
  'nested round brackets': (size) => nested('(', 'a', ')', size),
  'nested square brackets': (size) => nested('[', 'a', ']', size),
  'nested brackets behind a header': (size) => `Điểm ${nested('(', 'x', ')', size - 5)}`,
  'open brackets': (size) => fill('(', size),
  'open brackets behind a header': (size) => `Điểm tối đa ${fill('( ', size - 12)}`,
  colons: (size) => fill(': ', size),
  digits: (size) => fill('1', size),
  'numbers with separators': (size) => fill('1.234,', size),
  'dotted parts': (size) => fill('1.', size),
  'letters and points': (size) => fill('a1.', size),
  semicolons: (size) => fill('a;', size),
  'bare separators': (size) => fill(';', size),
  'unit lines': (size) => fill('Đơn vị: ', size),
  'period lines': (size) => fill('Kỳ: ', size),
  periods: (size) => fill('Quý ', size),
  exclusions: (size) => fill('trừ  ', size),
  'comparison signs': (size) => fill('>= ', size),
  'bands of Xếp loại': (size) => fill('Tốt >= 90%; ', size),
  'a rule of bands': (size) => `Mức a: ${fill('>= 4 = 20; ', size - 7)}`,
  'a rule of different bands': (size) => {
    let text = 'Mức a: ';
    for (let at = 99_999; text.length < size - 16; at -= 1) text += `>= ${at} = 1;`;
    return `${text}còn lại = 0`;
  },
  'a rule of labels': (size) => {
    let text = 'Chọn: ';
    for (let at = 10_000; text.length < size - 12; at += 1) text += `n${at}=1;`;
    return text;
  },
  'a rule of parts': (size) => `Cộng: ${fill('x = 1; ', size - 6)}`,
  'quoted labels': (size) => `Chọn: ${fill('"a;b" = 1; ', size - 6)}`,
  'a bonus in a bonus': (size) => fill('Điểm cộng: ', size),
  'a bonus of penalties': (size) => fill('Điểm cộng: Điểm trừ: ', size),
  'best of best of': (size) => nested('Cao nhất: [', 'a/b', ']', size),
  'a sum of sums': (size) => nested('Tổng: [', 'a/b', '] x 1', size),
  'parts of a sum': (size) => `Tổng: ${fill('[a/b] x 1 + ', size - 18)}[a/b] x 1`,
  'parts of a best': (size) => `Cao nhất: ${fill('[a/b]; ', size - 15)}`,
  quotients: (size) => `a${fill('/b', size - 1)}`,
  additions: (size) => `a${fill('+b', size - 1)}`,
  'subtractions in brackets': (size) => `(${fill('a+(', size - 1)}`,
  rates: (size) => fill('tỷ lệ ', size),
  'tag signs': (size) => fill('<&', size),
  'legacy letters': (size) => fill('\u00AD', size),
  emoji: (size) => fill('👩‍👩‍👧', size),
  'lone surrogates': (size) => fill('\uD83D', size),
};

/** Places that can be filled at once without one hiding the other. */
const PLACES = [
  ['header', 'description', 'label', 'reason', 'evidence', 'note', 'above', 'below', 'sheet title', 'setting'],
  ['rule', 'figure', 'choice', 'points', 'policy', 'group', 'band'],
  ['code', 'name', 'unit code', 'period', 'tie-breaker', 'source order', 'applies'],
  ['maximum', 'unit', 'listed'],
] as const;
type Place = (typeof PLACES)[number][number];

/** A small workbook in which the text stands in these places. */
function picture(places: readonly Place[], text: string): Picture {
  const at = (here: Place, usual: Cell): Cell => (places.includes(here) ? text : usual);
  const rows: Rows = [
    [at('above', 'Kỳ báo cáo: Quý III/2026')],
    [
      'Đơn vị',
      'Mã đơn vị',
      'Kỳ',
      'Mã chỉ số',
      'a',
      'b',
      'Lựa chọn',
      'Điểm thẩm định',
      'Lý do thẩm định',
      'Minh chứng',
      'Ghi chú',
    ],
    [at('unit', 'Xã A'), at('unit code', 'A'), at('period', 'Quý III/2026'), '1', at('figure', 8), 10, null, null],
    [at('unit', 'Xã A'), 'A', 'Quý III/2026', '2', null, null, at('choice', 'Có'), null],
    [
      'Xã A',
      'A',
      'Quý III/2026',
      '3',
      null,
      null,
      null,
      at('points', 100),
      at('reason', 'x'),
      at('evidence', 'x'),
      at('note', 'x'),
    ],
    ['Xã B', 'B', 'Quý III/2026', '3', null, null, null, 90],
    [],
    [at('below', 'Người lập')],
  ];
  return book(
    sheet('Thiết lập', [
      ['Tên bộ chỉ số', at('setting', 'Bộ thử')],
      ['Xếp loại', at('band', 'Tốt >= 90%; Yếu')],
      ['Tiêu chí phụ', at('tie-breaker', '1; 2')],
      ['Nguồn điểm', at('source order', 'thẩm định > tính > tự chấm')],
    ]),
    sheet('Bộ', [
      [at('sheet title', 'BỘ CHỈ SỐ')],
      [
        'Mã',
        'Chỉ số',
        'Điểm tối đa',
        'Cách tính',
        'Mô tả',
        'a (nhãn)',
        'Khi không phát sinh',
        'Áp dụng cho',
        at('header', 'Căn cứ'),
      ],
      [
        at('code', '1'),
        at('name', 'Một'),
        at('maximum', 400),
        at('rule', 'a/b'),
        at('description', 'x'),
        at('label', 'số hồ sơ'),
        at('policy', 'loại'),
        at('applies', null),
      ],
      ['2', 'Hai', 300, 'Có/Không'],
      ['3', 'Ba', 300, 'Chấm điểm'],
    ]),
    sheet('ĐV', [
      ['Tên đơn vị', 'Mã đơn vị', 'Nhóm'],
      [at('listed', 'Xã A'), 'A', at('group', 'Xã')],
      ['Xã B', 'B', 'Xã'],
    ]),
    sheet('SL', rows),
  );
}

/** read → check → score → write, and all that is shown of it. */
function cost(places: readonly Place[], text: string): number {
  const start = performance.now();
  const outcome = scoreWorkbook(picture(places, text), {
    language: 'vi',
    at: '2026-11-24T17:00:00+07:00',
    version: 'test',
  });
  expect(outcome.plan.sheets.length).toBeGreaterThan(0);
  expect(resultOf(outcome).version).toBe('test');
  return performance.now() - start;
}

describe.each(Object.keys(NASTY))('%s', (name) => {
  it('anywhere', () => {
    const slow: string[] = [];
    for (const places of PLACES) {
      const text = NASTY[name]!(FULL);
      expect(text.length).toBeLessThanOrEqual(FULL);
      let took: number;
      try {
        took = cost(places, text);
      } catch (error) {
        slow.push(`${places.join()}: ${(error as Error).message.slice(0, 80)}`);
        continue;
      }
      // A usual run takes some ten milliseconds; what was quadratic took seconds to minutes.
      if (took > 10_000) slow.push(`${places.join()}: ${Math.round(took)} ms`);
    }
    expect(slow).toEqual([]);
  });
});
