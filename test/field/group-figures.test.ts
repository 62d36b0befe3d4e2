/** A row of a long table whose code is a letter or numeral alone: sums of what follows are fine, other figures are told. */
import { describe, expect, it } from 'vitest';
import { book, found, run, sheet, type Rows } from '#test/support/book';

const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['A', 'Nhóm A'],
  ['1', 'Một', 300],
  ['2', 'Hai', 300],
  ['B', 'Nhóm B'],
  ['3', 'Ba', 400],
]);
const long = (...rows: Rows) =>
  book(SET, sheet('Số liệu', [['Đơn vị', 'Mã chỉ số', 'Điểm tự chấm', 'Điểm thẩm định'], ...rows]));
const A: Rows = [
  ['Xã A', '1', 250, 200],
  ['Xã A', '2', 260, 210],
  ['Xã A', '3', 300, 220],
];
const B: Rows = [
  ['Xã B', '1', 250, 190],
  ['Xã B', '2', 260, 180],
  ['Xã B', '3', 300, 170],
];
const statuses = (picture: ReturnType<typeof long>) =>
  Object.fromEntries(run(picture).groups.flatMap(({ ranking }) => ranking.map(({ unit, status }) => [unit, status])));

describe('a group row of a long table', () => {
  it.each<[string, Rows]>([
    ['without figures', [['Xã A', 'A'], ...A.slice(0, 2), ['Xã A', 'B'], A[2]!, ['Xã B', 'A'], ...B]],
    [
      'with the sums of its group',
      [['Xã A', 'A', 510, 410], ...A.slice(0, 2), ['Xã A', 'B', 300, 220], A[2]!, ['Xã B', 'A', 510, 370], ...B],
    ],
    ['with the sum of all groups', [['Xã A', 'I', 810, 630], ['Xã A', 'A', 510, 410], ...A, ...B]],
  ])('%s says nothing', (_, rows) => {
    expect(found(long(...rows))).toEqual([]);
  });

  it.each<[string, Rows, string[]]>([
    ['a letter below the rows of its unit', [...A, ['Xã A', 'C', 7, 6], ...B], ['C5', 'D5']],
    ['a numeral at the end', [...A, ...B, ['Xã B', 'I', null, 7]], ['D8']],
    ['a small letter', [...A, ...B, ['Xã B', 'a', 5, null]], ['C8']],
    ['above rows that it does not sum', [...A, ['Xã B', 'A', 510, 7], ...B], ['D5']],
    ['above rows of another unit only', [['Xã A', 'A', 510, 370], ...B, ...A], ['D2']],
    ['between the rows of a group', [A[0]!, ['Xã A', 'B', 9, 9], ...A.slice(1), ...B], ['C3', 'D3']],
  ])('%s is told, and its unit waits', (_, rows, cells) => {
    const picture = long(...rows);
    expect(found(picture)).toEqual(cells.map((cell) => `row.unread Số liệu!${cell}`));
    const name = String(rows[Number(cells[0]!.slice(1)) - 2]![0]);
    expect(statuses(picture)[name]).toBe('blocked');
  });
});
