/** Totals, ranks and official points of whole workbooks, by hand. */
import { describe, expect, it } from 'vitest';
import { book, run, sheet, type Rows } from '#test/support/book';
import { said, score, unitOf } from '#test/support/tables';

describe('published figures', () => {
  it('are rounded like what is printed where a maximum has more decimals', () => {
    const result = score(
      [['1.1', 2.5, 'Chấm điểm']],
      [
        ['A', '1.1', { v: 2.5 }],
        ['B', '1.1', { v: 1 }],
      ],
      { settings: { 'Số chữ số thập phân': 0 } },
    );
    expect(unitOf(result, 'A')).toMatchObject({ points: 3, maximum: 3, share: 100 });
    expect(unitOf(result, 'B')).toMatchObject({ points: 1, share: 33 });
  });

  it('tie-breakers are codes as tables write them', () => {
    const result = score(
      [
        ['1.1', 10, 'Chấm điểm'],
        ['2.1', 10, 'Chấm điểm'],
      ],
      [
        ['A', '1.1', { v: 5 }],
        ['A', '2.1', { v: 4 }],
        ['B', '1.1', { v: 4 }],
        ['B', '2.1', { v: 5 }],
      ],
      { settings: { 'Tiêu chí phụ': '2,1; 1.' } },
    );
    expect(result.groups[0]!.ranking.map(({ unit, rank }) => [unit, rank])).toEqual([
      ['B', 1],
      ['A', 2],
    ]);
    expect(said(result)).toEqual([]);
  });

  it('blocked units are listed by name, whatever they have so far', () => {
    const units = ['Đà', 'An', 'Bê'];
    const result = score(
      [
        ['1.1', 10, 'Chấm điểm'],
        ['2.1', 10, 'Chấm điểm'],
      ],
      units.flatMap((unit, at) => [
        [unit, '1.1', { v: at + 3 }],
        [unit, '2.1', { v: 'chờ' }],
      ]),
      { settings: { 'Tiêu chí phụ': '1' } },
    );
    expect(result.groups[0]!.ranking.map(({ unit, provisional }) => [unit, provisional])).toEqual([
      ['An', 4],
      ['Bê', 5],
      ['Đà', 3],
    ]);
  });

  it('a band may take what lies on the end that the one above leaves out', () => {
    const result = score(
      [['1.1', 10, 'Chấm điểm']],
      [
        ['A', '1.1', { v: 9.01 }],
        ['B', '1.1', { v: 9 }],
        ['C', '1.1', { v: 8.99 }],
      ],
      { settings: { 'Xếp loại': 'Xuất sắc > 90%; Tốt >= 90%; Khá' } },
    );
    expect(result.groups[0]!.ranking.map(({ band }) => band)).toEqual(['Xuất sắc', 'Tốt', 'Khá']);
  });
});

describe('nothing to score', () => {
  it('a unit to which no maximum applies is blocked', () => {
    const result = score(
      [['1.1', 10, 'Chấm điểm', '', 'Khối 1']],
      [
        ['A', '1.1', { v: 5 }],
        ['B', '1.1', { v: 5 }],
      ],
      {
        units: [
          ['A', 'Khối 1'],
          ['B', 'Khối 2'],
        ],
      },
    );
    expect(unitOf(result, 'B')).toMatchObject({ status: 'blocked', points: null, rank: null, maximum: 0, share: null });
  });

  it('Không áp dụng takes a judged indicator out, unless points come first', () => {
    const result = score(
      [
        ['1.1', 10, 'Chấm điểm', 'loại'],
        ['1.2', 10, 'Chấm điểm', 'loại'],
        ['1.3', 10, 'Chấm điểm', 'loại'],
      ],
      [
        ['A', '1.1', { l: 'Không áp dụng' }],
        ['A', '1.2', { l: 'Không áp dụng', v: 5 }],
        ['A', '1.3', { l: 'Không áp dụng', s: 6 }],
      ],
    );
    const unit = unitOf(result, 'A');
    expect(unit).toMatchObject({ points: 5, maximum: 10, missing: 0 });
    expect(unit.entries['1.1']).toMatchObject({ official: null, maximum: 0 });
    expect(unit.entries['1.3']).toMatchObject({ official: null, maximum: 0, self: 6 });
  });
});

describe('something over nothing', () => {
  it('is part-exceeds-whole in any quotient, and blocks', () => {
    const result = score(
      [
        ['1.1', 10, '(a+b)/c', 'loại'],
        ['1.2', 10, 'Mức a/(b+c): >= 1 = 10; còn lại = 0', 'loại'],
        ['1.3', 10, '(a+b)/c', 'loại'],
        ['1.4', 10, '1 - (a+b)/(c-d)', 'loại'],
      ],
      [
        ['A', '1.1', { a: 0, b: 1, c: 0 }],
        ['A', '1.2', { a: 2, b: 0, c: 0 }],
        ['A', '1.3', { a: 0, b: 0, c: 0 }],
        ['A', '1.4', { a: 1, b: 1, c: 4, d: 4 }],
      ],
    );
    expect(said(result)).toEqual([
      'value.not-arising Số liệu!E4',
      'value.part-exceeds-whole Số liệu!C2',
      'value.part-exceeds-whole Số liệu!C3',
      'value.part-exceeds-whole Số liệu!C5',
    ]);
    expect(unitOf(result, 'A')).toMatchObject({ status: 'blocked', missing: 0, provisional: 0 });
  });
});

describe('bonus and penalty', () => {
  it('points are entered up to the cap, without a cap to any height', () => {
    const result = score(
      [
        ['1.1', 10, 'a/b'],
        ['2.1', 0, 'Điểm cộng, không quá 3: a x 2'],
        ['2.2', 0, 'Điểm cộng: Chấm điểm'],
        ['2.3', 0, 'Điểm trừ, không quá 2,5: Cộng: Chậm = 1; Sai = 2'],
      ],
      [
        ['A', '1.1', { a: 3, b: 10 }],
        ['A', '2.1', { a: 1, v: 2.5 }],
        ['A', '2.2', { v: 1 }],
        ['A', '2.3', { l: 'Chậm; Sai' }],
        ['B', '1.1', { a: 9, b: 10 }],
        ['B', '2.1', { v: 3.01 }],
        ['B', '2.2', { v: 0 }],
        ['B', '2.3', { l: 'Không' }],
        ['C', '1.1', { a: 9, b: 10 }],
        ['C', '2.1', { a: 7 }],
        ['C', '2.2', { v: 100 }],
        ['C', '2.3', { l: 'Chậm' }],
      ],
    );
    expect(said(result)).toEqual(['points.above-maximum Số liệu!I7']);
    expect(unitOf(result, 'A')).toMatchObject({ points: 4, maximum: 10, pillars: { '1': 3 } });
    expect(unitOf(result, 'B')).toMatchObject({ status: 'blocked', provisional: 9 });
    expect(unitOf(result, 'C')).toMatchObject({ points: 10, maximum: 10 });
  });
});

describe('a waived question', () => {
  it('counts 0 for its unit; the others are still asked about', () => {
    const set: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1.1', 'Hồ sơ', 10, 'a/b'],
      ['1.2', 'Khác', 10, 'Chấm điểm'],
    ];
    const rows: Rows = [
      ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Điểm thẩm định'],
      ...['A', 'B', 'C'].flatMap((unit): Rows => [
        [unit, '1.1', 0, 0, null],
        [unit, '1.2', null, null, 5],
      ]),
    ];
    const headers = ['Mã kiểm tra', 'Đơn vị', 'Chỉ số', 'Cột', 'Giá trị', 'Lý do miễn trừ', 'Người quyết định'];
    const waivers: Rows = [
      ['KIỂM TRA'],
      ['Nghìn Điểm · Bộ chỉ số'],
      headers,
      ['value.not-arising', 'A', '1.1', 'b', '0', 'Đã họp', 'Giám đốc'],
    ];
    const result = run(book(sheet('Bộ chỉ số', set), sheet('Số liệu', rows), sheet('Kiểm tra', waivers)));
    expect(unitOf(result, 'A')).toMatchObject({ status: 'ranked', points: 5, maximum: 20 });
    expect(unitOf(result, 'B').status).toBe('blocked');
    const asked = result.findings.filter(({ id }) => id === 'value.not-arising');
    expect(asked.map(({ unit, waived }) => [unit, waived !== null])).toEqual([
      ['A', true],
      ['B', false],
    ]);
    expect(asked[1]!.message).toContain('B; C');
  });
});

it('what two parts have to say alike is said once', () => {
  const result = score(
    [['1.1', 10, 'Tổng: [a/cao nhất] x 5 + [b/cao nhất] x 5']],
    [
      ['A', '1.1', { a: 2, b: 8 }],
      ['B', '1.1', { a: 4 }],
    ],
  );
  expect(unitOf(result, 'A').entries['1.1']).toMatchObject({ official: 7.5 });
  expect(unitOf(result, 'A').entries['1.1']!.explanation.match(/còn đơn vị/g)).toHaveLength(1);
});

it('what is cut to the maximum, the cap or 0 is shown before it is cut', () => {
  const result = score(
    [
      ['1', 40, 'a/b kế hoạch'],
      ['2', 20, 'Trừ: a x 5'],
      ['3', 0, 'Điểm cộng, không quá 20: a x 7'],
    ],
    [
      ['A', '1', { a: 30, b: 20 }],
      ['A', '2', { a: 5 }],
      ['A', '3', { a: 5 }],
    ],
  );
  const { entries } = unitOf(result, 'A');
  expect(entries['1']).toMatchObject({ official: 40, explanation: '30/20 × 40 = 60,00 → 40,00' });
  expect(entries['2']).toMatchObject({ official: 0, explanation: '20 – 5 × 5 = -5,00 → 0,00' });
  expect(entries['3']).toMatchObject({ official: 20, explanation: '5 × 7 = 35,00 → 20,00' });
});
