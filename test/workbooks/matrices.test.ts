/** Heads of matrices: codes that the spreadsheet ate, sums beside their parts, two tables of one set. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { dateCell } from './base.ts';

const CODES = ['4.8', '4.9', '4.10', '4.11', '4.12'];
const SET = sheet('Bộ chỉ số', [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ...CODES.map((code): Cell[] => [code, `Chỉ số ${code}`, 200, 'Chấm điểm']),
]);
const matrix = (...rows: Rows) => sheet('Bảng', rows);

describe('codes that the spreadsheet ate', () => {
  it('in a matrix on a set: the sequence proves 4.10', () => {
    const picture = book(SET, matrix(['TT', 'Đơn vị', 4.8, 4.9, 4.1, 4.11, 4.12], [1, 'Xã An Bình', 1, 2, 3, 4, 5]));
    expect(found(picture)).toEqual(['framework.code-eaten Bảng!E1']);
    expect(run(picture).groups[0]!.ranking[0]!.entries['4.10']!.official).toBe(3);
  });
  it('a date is no code', () => {
    const head: Cell[] = ['TT', 'Đơn vị', '4.8', '4.9', dateCell('4/10'), '4.11', '4.12'];
    expect(found(book(SET, matrix(head, [1, 'Xã An Bình', 1, 2, 3, 4, 5])))).toEqual([
      'framework.code-eaten Bảng!E1',
      'row.indicator-missing Bảng!B1',
    ]);
  });
  it('in a matrix with its own maxima; a code that stands twice is said once and counts once', () => {
    const picture = book(
      matrix(
        ['TT', 'Đơn vị', 4.8, 4.9, 4.1, 4.11, 4.11],
        [null, 'Điểm tối đa', 200, 200, 200, 400, 400],
        [1, 'Xã An Bình', 1, 2, 3, 4, 9],
      ),
    );
    expect(found(picture)).toEqual(['framework.code-duplicate Bảng!G1', 'framework.code-eaten Bảng!E1']);
    expect(ranking(picture)).toEqual({ 'Xã An Bình': [10, 1] });
  });
});

it('sums of two levels, a total of a year and a name among codes', () => {
  const rows = (sum: number): Rows => [
    ['TT', 'Đơn vị', '1', '1.1', '1.2', '1.2.1', '1.2.2', 'Sáng kiến', 'Tổng điểm năm 2026', 'Cộng điểm'],
    [null, 'Điểm tối đa', 600, 100, 500, 200, 300, 400, 1000, 1000],
    [1, 'Xã An Bình', 6, 1, sum, 2, 3, 4, 10, 10],
  ];
  const picture = book(matrix(...rows(5)));
  expect(found(picture)).toEqual([]);
  expect(run(picture).groups[0]!.ranking[0]).toMatchObject({ points: 10, pillars: { '1': 6, '2': 4 } });
  expect(Object.keys(run(picture).groups[0]!.ranking[0]!.entries).sort()).toEqual(['1.1', '1.2.1', '1.2.2', '2']);
});

it('a matrix that declares no total is held to 1,000 points', () => {
  const picture = book(matrix(['TT', 'Đơn vị', '1', '2'], [null, 'Điểm tối đa', 400, 500], [1, 'Xã An Bình', 1, 2]));
  expect(found(picture)).toEqual(['framework.total Bảng!B2']);
  expect(run(picture).set!.total).toBe(1000);
  expect(run(picture).groups[0]!.ranking[0]!.maximum).toBe(900);
});

it('two matrices of one set whose columns stand in another order', () => {
  const maxima = (first: number, second: number): Cell[] => [null, 'Điểm tối đa', first, second];
  const picture = book(
    sheet('Huyện A', [['TT', 'Đơn vị', '1', '2'], maxima(400, 600), [1, 'Xã An Bình', 100, 600]]),
    sheet('Huyện B', [['TT', 'Đơn vị', '2', '1'], maxima(600, 400), [1, 'Xã Bình Minh', 600, 200]]),
  );
  expect(found(picture)).toEqual([]);
  expect(ranking(picture)).toEqual({ 'Xã An Bình': [700, 2], 'Xã Bình Minh': [800, 1] });
});

it('two indicators of one name: the columns of a matrix of names follow the order of the set', () => {
  const set = sheet('Bộ chỉ số', [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
    ['1.1', 'Kế hoạch', 100, 'Chấm điểm'],
    ['1.2', 'Ngân sách', 300, 'Chấm điểm'],
    ['2.1', 'Kế hoạch', 600, 'Chấm điểm'],
  ]);
  const picture = book(
    set,
    matrix(['TT', 'Đơn vị', 'Kế hoạch', 'Ngân sách', 'Kế hoạch'], [1, 'Xã An Bình', 10, 20, 500]),
  );
  expect(found(picture)).toEqual([]);
  expect(run(picture).groups[0]!.ranking[0]).toMatchObject({ points: 530, pillars: { '1': 30, '2': 500 } });
});
