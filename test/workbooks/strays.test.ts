/** row.stray: figures and units below a table, each at the first such cell of its row; what people write there else is silent. */
import { expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, found, sheet, type Rows } from '#test/support/book';
import { dateCell, workbook } from './base.ts';

const below = (...rows: Rows): string[] =>
  found(
    book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 400, 600],
        [1, 'Xã An Bình', 100, 200],
        [2, 'Xã Bình Minh', 110, 210],
        ...rows,
      ]),
    ),
  );

it.each<[string, Rows, string[]]>([
  ['a number', [[], [], [null, null, 120]], ['C7']],
  ['a number as text', [[], [], [null, null, '1.234,5']], ['C7']],
  ['a unit of the table', [[], [], [null, 'Xã An Bình']], ['B7']],
  ['a unit of the table with figures', [[], [null, 'XÃ AN BÌNH', 1, 2]], ['B6']],
  ['a new unit with figures, two rows below', [[], [], [null, 'Xã Cẩm Mỹ', 1, 2]], ['C7']],
  ['two rows', [[], [], [null, 'Xã An Bình', 3], [null, null, 4]], ['B7', 'C8']],
])('%s below a matrix', (_, rows, cells) => {
  expect(below(...rows)).toEqual(cells.map((cell) => `row.stray Bảng điểm!${cell}`));
});

it('footers, signatures, dates and sums below a table are silent', () => {
  expect(
    below(
      [],
      [null, 'Trung bình', 105, 205],
      [],
      [null, 'Nơi nhận:', null, 'TM. ỦY BAN NHÂN DÂN'],
      [null, '- Xã An Bình;', null, 'CHỦ TỊCH'],
      [null, '- Lưu: VT.', null, 'Đồng Nai, ngày 24 tháng 11 năm 2026'],
      [null, null, dateCell('24/11/2026'), 'Xã An Bình'],
      [null, null, null, 'Nguyễn Văn A'],
      [null, 'Tổng số: 2 đơn vị', 'Trang 1/2'],
    ),
  ).toEqual([]);
});

it('units below a unit list and below a long table, at their names', () => {
  expect(found(workbook({ units: { B8: 'Sở Y tế', B9: 'Người lập biểu' } }))).toEqual(['row.stray Đơn vị!B8']);
  const data: Record<string, Cell> = { A21: 'Sở Nội vụ', A22: 'Sở Y tế', C22: 5, A24: 'Người lập biểu' };
  expect(found(workbook({ data }))).toEqual(['row.stray Số liệu!A21', 'row.stray Số liệu!A22']);
});

it('a signature with the unit’s own name under its form is silent', () => {
  const form = sheet('Phiếu', [
    ['Đơn vị: Xã An Bình'],
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
    ['1', 'Nhận thức số', 1000, 800],
    [],
    [null, null, 'UBND XÃ AN BÌNH'],
    [null, 'Xã An Bình'],
  ]);
  expect(found(book(form))).toEqual([]);
});
