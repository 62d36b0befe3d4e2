/** Neighbours of the workbooks of the field: other words for who scores, other heads over units, points outside Tổng điểm under one head. */
import { describe, expect, it } from 'vitest';
import type { Picture } from '#core/workbook/picture';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const points = (picture: Picture): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const errors = (picture: Picture): string[] =>
  run(picture)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ id, cell }) => `${id} ${cell}`);

/** A table of indicators under one head of three columns; `lines` stand above it. */
const under = (
  top: string | null,
  heads: string[],
  lines: Rows,
  name = 'TH',
  more = [] as ReturnType<typeof sheet>[],
) =>
  book(
    sheet(
      name,
      [
        ...lines,
        ['TT', 'Nội dung', 'Điểm tối đa', top ?? heads[0]!, ...(top === null ? heads.slice(1) : [])],
        ...(top === null ? [] : [[null, null, null, ...heads]]),
        ['1', 'Một cửa', 600, 500, 400, 450],
        ['2', 'Hồ sơ', 400, 300, 390, 380],
      ],
      top === null
        ? {}
        : {
            merges: [
              { top: lines.length, bottom: lines.length, left: 3, right: 5 },
              ...[0, 1, 2].map((left) => ({ top: lines.length, bottom: lines.length + 1, left, right: left })),
            ],
          },
    ),
    ...more,
  );

describe('who scores is no unit', () => {
  const FORM: Rows = [['Đơn vị: Xã A']];
  it.each([
    ['TV1', 'TV2', 'TV3'],
    ['GK1', 'GK2', 'GK3'],
    ['Thành viên A', 'Thành viên B', 'Thành viên C'],
    ['Ông A', 'Bà B', 'Bà C'],
    ['Tổ trưởng', 'Tổ viên 1', 'Tổ viên 2'],
    ['Chủ tịch HĐ', 'Phó Chủ tịch', 'Thư ký'],
    ['Vòng 1', 'Vòng 2', 'Vòng 3'],
    ['Đợt 1', 'Đợt 2', 'Đợt 3'],
    ['6 tháng', '9 tháng', 'Cả năm'],
    ['Sở Nội vụ', 'Sở Tài chính', 'Sở Y tế'],
  ])('%s, %s, %s', (...heads) => {
    for (const picture of [
      under('Điểm thẩm định', heads, FORM),
      under(null, heads, FORM),
      under(null, heads, [], 'Xã A'),
    ]) {
      expect(Object.values(points(picture)).filter((value) => value !== null)).toEqual([]);
      expect(errors(picture)).not.toEqual([]);
    }
  });

  it.each(['TV', 'GK', 'Chuyên gia '])('%s1 … under Điểm thẩm định are averaged where the setting says so', (word) => {
    const heads = [1, 2, 3].map((number) => `${word}${number}`);
    const mean = sheet('Thiết lập', [
      ['Nhiều người chấm', 'trung bình'],
      ['Số chữ số thập phân', 2],
    ]);
    expect(errors(under('Điểm thẩm định', heads, FORM))).toEqual(['column.several E3']);
    expect(points(under('Điểm thẩm định', heads, FORM, 'TH', [mean]))).toEqual({ 'Xã A': 806.67 });
  });

  it('what a unit consolidates is its units all the same', () => {
    const three = { one: 800, two: 790, three: 830 };
    for (const [line, heads] of [
      ['Đơn vị: Xã A', ['Ấp 1', 'Ấp 2', 'Khu phố 3']],
      ['Đơn vị: UBND tỉnh Đồng Nai', ['Biên Hòa', 'Long Khánh', 'Trảng Bom']],
      ['Đơn vị: Sở Nội vụ', ['Sở Tài chính', 'Sở Y tế', 'Sở Xây dựng']],
      ['Đơn vị tính: điểm', ['Bà Rịa', 'Anh Sơn', 'Chi Lăng']],
    ] as const)
      expect(Object.values(points(under(null, [...heads], [[line]]))).sort()).toEqual(Object.values(three).sort());
  });
});

describe('heads over the units of a bảng ngang', () => {
  it.each(['Điểm thẩm định của các xã, phường', 'Kết quả chấm điểm', 'Điểm đạt được', 'Điểm thẩm định', 'Tên đơn vị'])(
    '%s',
    (top) => {
      for (const heads of [
        ['Xã A', 'Xã B', 'Phường C'],
        ['Biên Hòa', 'Long Khánh', 'Trảng Bom'],
      ]) {
        const picture = under(top, heads, [['BẢNG TỔNG HỢP']]);
        expect(points(picture)).toEqual({ [heads[0]!]: 800, [heads[1]!]: 790, [heads[2]!]: 830 });
        expect(found(picture)).toEqual([]);
      }
    },
  );

  it.each([
    ['Số liệu', 'Điểm'],
    ['Hạng', 'Điểm'],
  ])('%s beside %s under each unit', (other, score) => {
    const picture = book(
      sheet(
        'TH',
        [
          ['TT', 'Chỉ số', 'Điểm tối đa', 'Xã A', null, 'Xã B', null],
          [null, null, null, score, other, score, other],
          ['1', 'Một cửa', 600, 500, 1, 400, 2],
          ['2', 'Hồ sơ', 400, 300, 2, 390, 1],
        ],
        { merges: [3, 5].map((left) => ({ top: 0, bottom: 0, left, right: left + 1 })) },
      ),
    );
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 790 });
    expect(errors(picture)).toEqual([]);
  });

  it('numbers before names, beside a unit list', () => {
    const list = sheet('Đơn vị', [
      ['TT', 'Tên đơn vị', 'Nhóm'],
      [1, 'Xã A', 'X'],
      [2, 'Xã B', 'X'],
      [3, 'Xã C', 'X'],
    ]);
    const picture = under(null, ['1. Xã A', '2. Xã B', '(3) Xã C'], [], 'TH', [list]);
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 790, 'Xã C': 830 });
    expect(found(picture)).toEqual([]);
  });

  it('a group row with points, no maximum and nothing under it is told', () => {
    for (const name of ['SÁNG KIẾN', 'ĐIỂM TRỪ']) {
      const picture = under(null, ['Xã A', 'Xã B', 'Xã C'], []);
      picture.sheets[0]!.rows.push({ index: 3, cells: ['C', name, null, 10, 5, null] });
      expect(errors(picture)).toEqual(['row.unread D4', 'row.unread E4']);
      expect(points(picture)).toEqual({ 'Xã A': null, 'Xã B': null, 'Xã C': 830 });
    }
  });
});

describe('points outside Tổng điểm', () => {
  it.each([
    ['Điểm cộng, trừ', 'Cộng', 'Trừ'],
    ['Điểm cộng/trừ', 'Cộng điểm', 'Trừ điểm'],
    ['Điểm thưởng, phạt', 'Thưởng', 'Phạt'],
    ['Cộng, trừ điểm', 'Điểm cộng', 'Điểm trừ'],
    [null, 'Cộng', 'Trừ'],
    [null, 'Cộng điểm', 'Trừ điểm'],
  ])('%s over %s and %s', (top, given, taken) => {
    const maxima = [null, 'Điểm tối đa', 600, 400, null, null, 1000];
    const units: Rows = [
      [1, 'Xã A', 500, 300, 10, 0, 810],
      [2, 'Xã B', 400, 390, 5, 15, 780],
    ];
    const picture =
      top === null
        ? book(sheet('B', [['TT', 'Đơn vị', '1.1', '1.2', given, taken, 'Tổng điểm'], maxima, ...units]))
        : book(
            sheet(
              'B',
              [
                ['TT', 'Đơn vị', 'Điểm chỉ số', null, top, null, 'Tổng điểm'],
                [null, null, '1.1', '1.2', given, taken],
                maxima,
                ...units,
              ],
              {
                merges: [
                  ...[2, 4].map((left) => ({ top: 0, bottom: 0, left, right: left + 1 })),
                  ...[0, 1, 6].map((left) => ({ top: 0, bottom: 1, left, right: left })),
                ],
              },
            ),
          );
    expect(points(picture)).toEqual({ 'Xã A': 810, 'Xã B': 780 });
    expect(found(picture)).toEqual([]);
  });

  it.each([
    'Điểm thưởng thẩm định',
    'Điểm cộng được duyệt',
    'Điểm trừ của Hội đồng',
    'Điểm Sở tăng/giảm',
    'Điểm thẩm định bình quân tỉnh',
  ])('a form’s column %s is not Điểm thẩm định: told, and the unit waits', (head) => {
    const picture = book(
      sheet('Xã A', [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm', head],
        ['1', 'Một cửa', 600, 500, 5],
        ['2', 'Hồ sơ', 400, 300, 3],
      ]),
    );
    expect(errors(picture)).toEqual(['column.unread E1']);
    expect(points(picture)).toEqual({ 'Xã A': null });
  });
});

it.each([
  'Toàn tỉnh',
  'Tổng các xã',
  'Bình quân',
  'STDEV',
  'Std. Dev',
  'Count',
  'T. cộng',
  'Phương sai',
  'Số liệu năm 2025',
])('%s over or below numbered units is none', (name) => {
  const units: Rows = [
    [1, 'Xã A', 500, 300],
    [2, 'Xã B', 400, 390],
  ];
  for (const rows of name.startsWith('Số') || name.startsWith('Ph')
    ? [[...units, [null, name, 77, 33]]]
    : [
        [...units, [null, name, 77, 33]],
        [[null, name, 900, 690], ...units],
      ]) {
    const picture = book(sheet('B', [['TT', 'Đơn vị', '1.1', '1.2'], [null, 'Điểm tối đa', 600, 400], ...rows]));
    expect(points(picture)).toEqual({ 'Xã A': 800, 'Xã B': 790 });
    expect(found(picture)).toEqual([expect.stringMatching(/^row\.summary B!B/)]);
  }
});
