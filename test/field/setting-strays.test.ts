/** Settings that stand where no setting is read: told at their values, on a sheet that is called so. */
import { expect, it } from 'vitest';
import { book, run, sheet, type Rows } from '#test/support/book';

const MATRIX = sheet('Bảng điểm', [
  ['TT', 'Đơn vị', '1.1', '1.2'],
  [null, 'Điểm tối đa', 600, 400],
  [1, 'Xã A', 500, 300],
]);
const told = (name: string, rows: Rows): string[] =>
  run(book(MATRIX, sheet(name, rows))).findings.map(({ severity, id, cell }) => `${severity} ${id} ${cell}`);
const BANDS = 'Tốt >= 80%; Khá';
const at = (...cells: string[]): string[] => cells.map((cell) => `warning settings.invalid ${cell}`);

it('keys side by side over their values', () => {
  const rows: Rows = [
    ['Tổng điểm', 'Xếp loại', 'Đồng hạng'],
    [1000, BANDS, 1224],
  ];
  expect(told('Thiết lập', rows)).toEqual(at('A2', 'B2', 'C2'));
  expect(told('Kết quả', rows)).toEqual([]);
});

it('a key and its value in one cell', () => {
  expect(told('Cấu hình', [['Tổng điểm: 1000'], [`Xếp loại: ${BANDS}`], ['Lưu ý: xem hướng dẫn']])).toEqual(
    at('A1', 'A2'),
  );
});

it('values far from their keys, where the key takes them', () => {
  expect(
    told('Thiết lập', [
      ['Xếp loại', null, null, BANDS],
      ['Đồng hạng', null, null, null, 1223],
      ['Làm tròn', null, null, 'xem công văn'],
    ]),
  ).toEqual(at('D1', 'E2'));
});
