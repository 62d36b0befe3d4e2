/** Headers over two and three rows, and names in merged cells: what stands under them is read all the same. */
import { describe, expect, it } from 'vitest';
import { areaFromA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { DATA, UNITS, workbook } from './base.ts';

const merges = (...areas: string[]) => ({ merges: areas.map((area) => areaFromA1(area)!) });

const RANKED = { 'Sở Y tế': [860, 2], 'Sở Nội vụ': [870, 1], 'Sở Công Thương': [450, 3] };

it('a form under a header of three rows', () => {
  const form = sheet(
    'Phiếu',
    [
      ['Đơn vị: Sở Y tế'],
      ['TT', 'Chỉ số', 'QUY CHUẨN', null, 'KẾT QUẢ'],
      [null, null, 'Điểm\ntối đa', 'Phương pháp xác định và cách cho điểm', 'Tự đánh giá', null, 'Thẩm định'],
      [null, null, null, null, 'Điểm', 'Giải trình', 'Điểm'],
      ['A', 'B', 1, 2, 3, 4, 5],
      [1, 'Nhận thức số', 400, 'Theo báo cáo', 350, 'kèm', 300],
      [2, 'Thể chế số', 600, 'Theo báo cáo', 500, 'kèm', 450.5],
    ],
    merges('A2:A4', 'B2:B4', 'C2:D2', 'C3:C4', 'D3:D4', 'E2:G2', 'E3:F3'),
  );
  expect(ranking(book(form))).toEqual({ 'Sở Y tế': [750.5, 1] });
  expect(run(book(form)).groups[0]!.ranking[0]!.entries['1']).toMatchObject({ self: 350, verified: 300 });
  expect(found(book(form))).toEqual([]);
});

it('a long table whose unit header is split over merged cells', () => {
  const long = sheet(
    'Số liệu',
    [
      ['Đơn vị', null, 'Chỉ số', 'Số liệu', null, 'Lựa chọn'],
      ['Tên', 'Mã', 'Mã', 'a', 'b'],
      ...DATA.slice(3).map((row): Cell[] => [row[0]!, null, ...(row.slice(1, 5) as Cell[])]),
    ],
    merges('A1:B1', 'D1:E1', 'F1:F2'),
  );
  const sheets = workbook().sheets;
  expect(ranking(book(sheets[0]!, sheets[1]!, long))).toEqual(RANKED);
});

it.each<[string, Rows]>([
  [
    'codes over names',
    [
      ['TT', 'Đơn vị', '1.1', '1.2'],
      [null, null, 'Kế hoạch', 'Ngân sách'],
    ],
  ],
  [
    'names over codes',
    [
      ['TT', 'Đơn vị', 'Kế hoạch', 'Ngân sách'],
      [null, null, '1.1', '1.2'],
    ],
  ],
])('a matrix of %s', (_, header) => {
  const matrix = book(sheet('Bảng', [...header, [null, 'Điểm tối đa', 400, 600], [1, 'Xã An Bình', 300, 450.5]]));
  expect(found(matrix)).toEqual([]);
  expect(run(matrix).groups[0]!.ranking[0]).toMatchObject({ points: 750.5, pillars: { '1': 750.5 } });
  expect(Object.keys(run(matrix).groups[0]!.ranking[0]!.entries)).toEqual(['1.1', '1.2']);
});

it('names of units merged over their rows count for all of them, and are said', () => {
  const once = DATA.map((row, place) => (place > 3 && row[0] === DATA[place - 1]![0] ? [null, ...row.slice(1)] : row));
  const picture = book(...workbook().sheets.slice(0, 2), sheet('Số liệu', once, merges('A4:A8', 'A9:A13', 'A14:A18')));
  expect(ranking(picture)).toEqual(RANKED);
  expect(found(picture)).toEqual(['cell.merged Số liệu!A14', 'cell.merged Số liệu!A4', 'cell.merged Số liệu!A9']);
});

it('groups merged over their units, in a list and in a matrix', () => {
  const list = UNITS.map((row, place) => (place === 2 ? [2, 'Sở Nội vụ'] : row));
  list[3] = [3, 'Sở Công Thương', 'Khác'];
  const units = book(workbook().sheets[0]!, sheet('Đơn vị', list, merges('C2:C3')), workbook().sheets[2]!);
  expect(run(units).groups.map(({ name, ranking: members }) => [name, members.length])).toEqual([
    ['Sở', 2],
    ['Khác', 1],
  ]);
  const matrix = book(
    sheet(
      'Bảng',
      [
        ['Khối', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 400, 600],
        ['Khối sở', 'Sở A', 1, 2],
        [null, 'Sở B', 3, 4],
        ['Khối xã', 'Xã A', 5, 6],
      ],
      merges('A3:A4'),
    ),
  );
  expect(run(matrix).groups.map(({ name, ranking: members }) => [name, members.map(({ unit }) => unit)])).toEqual([
    ['Khối sở', ['Sở B', 'Sở A']],
    ['Khối xã', ['Xã A']],
  ]);
});

describe('heads and rows without their cell', () => {
  const groups = (rows: Rows, ...areas: string[]) =>
    run(book(sheet('Bảng', rows, merges(...areas)))).groups.map((group) => [
      group.name,
      group.ranking.map(({ unit }) => unit),
    ]);
  const maxima = [null, 'Điểm tối đa', 400, 600];
  const TWO = [
    ['Khối sở', ['Sở Y tế']],
    ['Khối xã', ['Xã An Bình']],
  ];

  it('a numbered matrix without the header TT', () => {
    const rows: Rows = [
      [null, 'Đơn vị', '1', '2'],
      maxima,
      ['I', 'Khối sở'],
      [1, 'Sở Y tế', 1, 2],
      ['II', 'Khối xã'],
      [2, 'Xã An Bình', 3, 4],
    ];
    expect(groups(rows)).toEqual(TWO);
  });

  it('groups whose name is merged over the row', () => {
    const rows: Rows = [
      ['TT', 'Đơn vị', '1', '2'],
      maxima,
      [null, 'Khối sở'],
      [1, 'Sở Y tế', 1, 2],
      [null, 'Khối xã'],
      [2, 'Xã An Bình', 3, 4],
    ];
    expect(groups(rows, 'B3:D3', 'B5:D5')).toEqual(TWO);
  });

  it('a form whose groups stand in one merged cell, and begin to count again in each', () => {
    const form = sheet(
      'Phiếu',
      [
        ['Tên đơn vị: Xã An Bình - Kỳ báo cáo: Quý I/2026'],
        ['TT', 'Nội dung', 'Điểm', null, null],
        [null, null, 'Tối đa', 'Tự chấm', 'Thẩm định'],
        ['I. NHẬN THỨC SỐ', null, 300, 10, 9],
        [1, 'Kế hoạch', 300, 10, 9],
        [null, 'PHẦN RIÊNG CỦA CẤP XÃ'],
        ['II. THỂ CHẾ SỐ', null, 700, 70, 70],
        [1, 'Văn bản', 300, 30, 30],
        [2, 'Quy chế', 400, 40, 40],
      ],
      merges('A4:B4', 'A7:B7', 'B6:E6', 'C2:E2', 'A2:A3', 'B2:B3'),
    );
    const result = run(book(form));
    expect(result.findings).toEqual([]);
    expect(result.period).toBe('Quý I/2026');
    expect(result.groups[0]!.ranking[0]).toMatchObject({
      unit: 'Xã An Bình',
      points: 79,
      pillars: { I: 9, II: 70 },
    });
  });

  it('lines of one cell are read one by one', () => {
    const form = sheet('Phiếu', [
      ['UBND TỈNH\nSỞ Y TẾ'],
      ['Đơn vị: Sở Y tế\nKỳ báo cáo: Quý II/2026'],
      ['TT', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
      [1, 'Kế hoạch', 1000, 10],
    ]);
    expect(ranking(book(form))).toEqual({ 'Sở Y tế': [10, 1] });
    expect(run(book(form)).period).toBe('Quý II/2026');
  });

  it('points beside lone letters are those of parts where the letters have maxima, else that is said', () => {
    const form = (a: number | null, b: number | null) =>
      sheet('Xã An Bình', [
        ['TT', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
        [1, 'Nhận thức số', 1000],
        ['a', 'Kế hoạch', a, 10],
        ['b', 'Tập huấn', b, 20],
      ]);
    expect(found(book(form(400, 600)))).toEqual([]);
    expect(ranking(book(form(400, 600)))).toEqual({ 'Xã An Bình': [30, 1] });
    expect(found(book(form(null, null)))).toEqual([
      'row.unread Xã An Bình!D3',
      'row.unread Xã An Bình!D4',
      'value.missing Xã An Bình!D2',
    ]);
    expect(ranking(book(form(null, null)))).toEqual({ 'Xã An Bình': [null, null] });
  });
});
