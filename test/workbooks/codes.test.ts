/** Codes as people write and spreadsheets show them, and what stands in a code column that is no code. */
import { describe, expect, it } from 'vitest';
import { readCode } from '#core/read/cells/codes';
import type { Cell } from '#core/workbook/cell';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const as = (value: number, format: string): Cell => ({ value, format });

it.each<[Cell, string]>([
  ['4,10', '4.10'],
  ['4.10.', '4.10'],
  [' 4.10\n', '4.10'],
  ['4.10\u00ad', '4.10'],
  [as(4.1, '0.00'), '4.10'],
  [as(4.1, '_(* #,##0.00_)'), '4.10'],
  [as(4.1, '[Blue]0.00;[Red]-0.00'), '4.10'],
  [as(4.1, '0.0#'), '4.1'],
  [as(4.1, 'General'), '4.1'],
  [as(1, '"CS"00'), 'CS01'],
  [as(3, '0"."'), '3'],
])('%j is the code %s', (cell, code) => {
  expect(readCode(cell)).toEqual({ code });
});

it.each<[Cell]>([['I'], ['IV.'], ['a'], ['B'], ['iii']])('%j marks a group', (cell) => {
  expect(readCode(cell)).toHaveProperty('group');
});

it.each<[Cell]>([['1)'], ['1.1 a'], ['1-1'], ['1..1'], ['Ghi chú']])('%j is text', (cell) => {
  expect(readCode(cell)).toHaveProperty('text');
});

const SET: Rows = [
  ['TT', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['I', 'Nhận thức', 400],
  [1, 'Kế hoạch', 100, 'Chấm điểm'],
  [2, 'Ngân sách', 300, 'Chấm điểm'],
  ['II', 'Thể chế', 600],
  [1, 'Văn bản', 200, 'Chấm điểm'],
  [2, 'Quy chế', 400, 'Chấm điểm'],
];

describe('codes that begin again in each group are qualified by it', () => {
  it.each<[string, Rows]>([
    [
      'a form',
      [
        ['Đơn vị: Sở A'],
        ['TT', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
        ...SET.slice(1).map((row, place): Cell[] => [row[0]!, row[1]!, row[2]!, [30, 10, 20, null, 30, 40][place]!]),
      ],
    ],
    [
      'a long table with group rows',
      [
        ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
        ...['I', 1, 2, 'II', 1, 2].map((code, place): Cell[] => ['Sở A', code, [null, 10, 20, null, 30, 40][place]!]),
      ],
    ],
    [
      'a long table with whole codes',
      [
        ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
        ...['I.1', 'I.2', 'II.1', 'II.2'].map((code, place): Cell[] => ['Sở A', code, 10 * (place + 1)]),
      ],
    ],
    [
      'a matrix',
      [
        ['TT', 'Đơn vị', 'I', 'I.1', 'I.2', 'II.1', 'II.2'],
        [1, 'Sở A', 30, 10, 20, 30, 40],
      ],
    ],
  ])('%s', (_, rows) => {
    const picture = book(sheet('Bộ chỉ số', SET), sheet('Số liệu', rows));
    expect(found(picture)).toEqual([]);
    expect(run(picture).groups[0]!.ranking[0]).toMatchObject({ points: 100, pillars: { I: 30, II: 70 } });
  });
});

it('figures in a group row of a form are the sums of its pillar', () => {
  const rows = (sum: number): Rows => [
    ['Đơn vị: Sở A'],
    ['TT', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
    ['I', 'Nhận thức', 400, sum],
    ['1.1', 'Kế hoạch', 100, 10],
    ['1.2', 'Ngân sách', 300, 20],
    ['II', 'Thể chế', 600],
    ['2.1', 'Văn bản', 600, 30],
  ];
  expect(found(book(sheet('Phiếu', rows(30))))).toEqual([]);
  expect(found(book(sheet('Phiếu', rows(31))))).toEqual(['points.total-differs Phiếu!D3']);
});

it('rows of a long table that name no unit are said, signatures below it are not', () => {
  const data = sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
    ['Sở A', 'I.1', 10],
    [null, 'I.2', 20],
    ['Sở A', 'II.1', 30],
    ['Sở A', 'II.2', 40],
    [],
    ['Người lập biểu', 'Thủ trưởng đơn vị'],
    ['Trần Thị B', 'Nguyễn Văn A'],
  ]);
  const picture = book(sheet('Bộ chỉ số', SET), data);
  expect(found(picture)).toEqual(['row.indicator-missing Số liệu!B1', 'row.unread Số liệu!C3']);
  expect(ranking(picture)).toEqual({ 'Sở A': [80, 1] });
});

describe('what makes an index set where little does', () => {
  const bare: Rows = [
    ['Mã', 'Chỉ số', 'Điểm tối đa'],
    ['1.1', 'Kế hoạch', 400],
    ['1.2', 'Ngân sách', 600],
  ];
  it('codes, names and maxima alone, where nothing says more', () => {
    const matrix = sheet('Bảng', [
      ['TT', 'Đơn vị', '1.1', '1.2'],
      [1, 'Sở A', 100, 200],
    ]);
    expect(ranking(book(sheet('Bộ chỉ số', bare), matrix))).toEqual({ 'Sở A': [300, 1] });
  });
  it('a table of costs beside a full set is none', () => {
    const costs = sheet('Kinh phí', [
      ['TT', 'Nội dung', 'Mức điểm'],
      [1, 'Tập huấn ', 5],
      ['1-2', 'Khác', 6],
    ]);
    expect(
      found(
        book(
          sheet('Bộ chỉ số', SET),
          sheet('Bảng', [
            ['TT', 'Đơn vị', 'I.1', 'I.2', 'II.1', 'II.2'],
            [1, 'Sở A', 1, 2, 3, 4],
          ]),
          costs,
        ),
      ),
    ).toEqual([]);
  });
  it('TT holds the codes of a long table without Mã', () => {
    const long = sheet('Số liệu', [
      ['TT', 'Đơn vị', 'Chỉ số', 'Điểm tự chấm'],
      ['1.1', 'Sở A', 'Kế hoạch', 100],
      ['1.2', 'Sở A', 'Ngân sách', 200],
    ]);
    const set = bare.map((row, place) => [...row, place === 0 ? 'Cách tính' : 'Chấm điểm']);
    expect(ranking(book(sheet('Bộ chỉ số', set), long))).toEqual({ 'Sở A': [300, 1] });
  });
  it('a column of a matrix without a maximum is no indicator; a code without one lacks it', () => {
    const named = sheet('Bảng', [
      ['TT', 'Đơn vị', 'Nhận thức', 'Thể chế', 'Tỷ lệ (%)'],
      [null, 'Điểm tối đa', 400, 600],
      [1, 'Sở A', 100, 200, 30],
    ]);
    expect(found(book(named))).toEqual([]);
    expect(ranking(book(named))).toEqual({ 'Sở A': [300, 1] });
    const coded = sheet('Bảng', [
      ['TT', 'Đơn vị', '1.1', '1.2'],
      [null, 'Điểm tối đa', 1000],
      [1, 'Sở A', 100, 200],
    ]);
    expect(found(book(coded))).toEqual(['framework.maximum-missing Bảng!D2']);
  });
});

describe('settings beside and below other tables', () => {
  const data = sheet('Số liệu', [
    ['Đơn vị', 'Mã chỉ số', 'a', 'b'],
    ['Sở A', '1.1', 1, 3],
  ]);
  const set: Rows = [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1.1', 'Kế hoạch', 1000, 'a/b'],
  ];
  it.each<[string, Rows]>([
    ['below', [...set, [], ['Số chữ số thập phân', 1]]],
    ['beside', [[...set[0]!, null, 'Số chữ số thập phân', 1], set[1]!]],
  ])('%s', (_, rows) => {
    expect(ranking(book(sheet('Bộ chỉ số', rows), data))).toEqual({ 'Sở A': [333.3, 1] });
  });
  it('keys merged over the column beside them', () => {
    const rows: Rows = [['THIẾT LẬP'], ['Số chữ số thập phân', null, 1], ['Làm tròn', null, 'tổng']];
    const merges = [1, 2].map((row) => ({ top: row, bottom: row, left: 0, right: 1 }));
    expect(ranking(book(sheet('Bộ chỉ số', set), data, sheet('Thiết lập', rows, { merges })))).toEqual({
      'Sở A': [333.3, 1],
    });
  });
  it('the mark decides between two readings of a maximum and of the total', () => {
    const form = sheet('Phiếu', [
      ['Đơn vị: Sở A'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
      ['1', 'Kế hoạch', '1.200', 300],
      [null, 'Tổng cộng', '1.200'],
    ]);
    expect(found(book(form, sheet('Thiết lập', [['Dấu thập phân', 'phẩy']])))).toEqual([]);
    expect(found(book(form))).toEqual(['framework.maximum-missing Phiếu!C3']);
  });
});

it('several sets: a matrix of names goes with the set that has them, whatever else heads a column', () => {
  const set = (title: string, ...rows: [string, number][]) =>
    sheet(title, [
      [title],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ...rows.map(([name, maximum], place): Cell[] => [place + 1, name, maximum, 'Chấm điểm']),
    ]);
  const picture = book(
    set('BỘ CÁC SỞ', ['Nhận thức', 400], ['Thể chế', 600]),
    set('BỘ CÁC XÃ', ['Hạ tầng', 300], ['Nhân lực', 600], ['An toàn', 100]),
    sheet('Sở', [
      ['TT', 'Đơn vị', 'Nhận thức', 'Thể chế', 'Tổng điểm'],
      [1, 'Sở A', 100, 200, 300],
    ]),
    sheet('Xã', [
      ['TT', 'Đơn vị', '1', '2', '3', 'Khen thưởng'],
      [1, 'Xã A', 100, 200, 30, 'có'],
    ]),
  );
  expect(found(picture)).toEqual([]);
  expect(ranking(picture)).toEqual({ 'Sở A': [300, 1], 'Xã A': [330, 1] });
});

describe('one sheet for everything', () => {
  const parts: Rows[] = [
    [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1.1', 'Kế hoạch', 400, 'a/b'],
      ['1.2', 'Ngân sách', 600, 'Chấm điểm'],
    ],
    [
      ['STT', 'Tên đơn vị', 'Nhóm'],
      [1, 'Xã An Bình', 'Xã'],
      [2, 'Xã Bình Minh', 'Xã'],
    ],
    [
      ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Điểm thẩm định'],
      ['Xã An Bình', '1.1', 1, 3],
      ['Xã An Bình', '1.2', null, null, 300],
      ['Xã Bình Minh', '1.1', 1, 4],
      ['Xã Bình Minh', '1.2', null, null, 301],
    ],
    [
      ['Làm tròn', 'tổng'],
      ['Số chữ số thập phân', 1],
      ['Xếp loại', 'Đạt >= 43%; Chưa'],
    ],
  ];
  const titled = ['BỘ CHỈ SỐ', 'DANH SÁCH ĐƠN VỊ', 'SỐ LIỆU', 'THIẾT LẬP'];
  it.each<[string, Rows]>([
    ['one below the other', parts.flatMap((rows, place) => [[], [titled[place]!], ...rows])],
    [
      'side by side',
      parts[2]!.map((_, row) =>
        parts.flatMap((rows) => [...(rows[row] ?? []), ...Array<null>(6 - (rows[row]?.length ?? 0)).fill(null)]),
      ),
    ],
  ])('%s', (_, rows) => {
    const picture = book(sheet('Tất cả', rows));
    expect(found(picture)).toEqual([]);
    expect(ranking(picture)).toEqual({ 'Xã An Bình': [433.3, 1], 'Xã Bình Minh': [401, 2] });
  });

  it('a name of Nhóm that is a header word, below a blank row', () => {
    const rows: Rows = [
      ['TT', 'Đơn vị', 'Nhóm', '1.1', '1.2'],
      [null, 'Điểm tối đa', null, 400, 600],
      [1, 'Xã An Bình', 'Xã', 10, 20],
      [],
      [2, 'Xã Bình Minh', 'Xã', 30, 40],
    ];
    expect(ranking(book(sheet('Bảng', rows)))).toEqual({ 'Xã An Bình': [30, 2], 'Xã Bình Minh': [70, 1] });
    expect(found(book(sheet('Bảng', rows)))).toEqual([]);
  });
});

it('a group row over several pillars names them all; its maximum is none of theirs', () => {
  const rows = (second: string): Rows => [
    ['TT', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
    ['I', 'Phần chung', 1000, 60],
    ['1.1', 'Kế hoạch', 300, 10],
    [second, 'Ngân sách', 600, 50],
  ];
  // Apart, the two make no sum that anyone declared; together they are not 1,000.
  expect(found(book(sheet('Xã An Bình', rows('2.1'))))).toEqual(['framework.total Xã An Bình!C1']);
  expect(found(book(sheet('Xã An Bình', rows('1.2'))))).toEqual([
    'framework.group-total Xã An Bình!C2',
    'framework.total Xã An Bình!C1',
  ]);
});
