/** Điểm cộng, Điểm thưởng, Điểm trừ: outside Tổng điểm, each within its own cap. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';
import { readWorkbook } from '#xlsx/index';

const field = (name: string) => readWorkbook(readFileSync(`test/field/${name}.xlsx`)).picture;
const points = (picture: Parameters<typeof run>[0]) =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));

describe('columns of a matrix', () => {
  it.each([
    ['MX01b', { 'Xã A': 820, 'Xã B': 805 }],
    ['MX01c', { 'Xã A': 820, 'Xã B': 760 }],
  ])('%s', (name, units) => {
    expect(points(field(name))).toEqual(units);
    expect(found(field(name))).toEqual([]);
    expect(run(field(name)).groups[0]!.ranking[0]!.maximum).toBe(1000);
  });

  const matrix = (heads: string[], cap: (number | null)[], values: (number | null)[]) =>
    book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2', ...heads],
        [null, 'Điểm tối đa', 600, 400, ...cap],
        [1, 'Xã A', 500, 300, ...values],
      ]),
    );

  it.each([
    ['Điểm thưởng', 20, 820],
    ['ĐIỂM CỘNG', 20, 820],
    ['Điểm cộng thêm', 20, 820],
    ['Điểm trừ', 20, 780],
    ['Điểm phạt', 20, 780],
    ['Trừ điểm', 20, 780],
  ])('%s', (head, value, total) => {
    expect(points(matrix([head], [null], [value]))).toEqual({ 'Xã A': total });
  });

  it('more than the cap is said and blocks, an empty cell is none, no total passes its maximum', () => {
    expect(found(matrix(['Điểm thưởng'], [10], [20]))).toEqual(['points.above-maximum Bảng điểm!E3']);
    expect(found(matrix(['Điểm thưởng'], [10], [null]))).toEqual([]);
    expect(points(matrix(['Điểm thưởng'], [null], [500]))).toEqual({ 'Xã A': 1000 });
  });

  it('beside a set of the workbook', () => {
    const set: Rows = [
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
      ['1.1', 'Một cửa', 600, 'Chấm điểm'],
      ['1.2', 'Hồ sơ', 400, 'Chấm điểm'],
    ];
    const data: Rows = [
      ['TT', 'Đơn vị', '1.1', '1.2', 'Điểm cộng', 'Tổng điểm'],
      [1, 'Xã A', 500, 300, 20, 820],
      [2, 'Xã B', 500, 310, null, 810],
    ];
    expect(points(book(sheet('Bộ chỉ số', set), sheet('Bảng điểm', data)))).toEqual({ 'Xã A': 820, 'Xã B': 810 });
    expect(found(book(sheet('Bộ chỉ số', set), sheet('Bảng điểm', data)))).toEqual([]);
  });
});

describe('rows of a set', () => {
  const form = (...rows: Rows) =>
    book(
      sheet('Xã A', [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Một cửa', 600, 500],
        ['2', 'Hồ sơ', 400, 300],
        ...rows,
      ]),
    );

  it('outside the total that is declared', () => {
    expect(points(form(['3', 'Điểm thưởng', 50, 20]))).toEqual({ 'Xã A': 820 });
    expect(run(form(['3', 'Điểm thưởng', 50, 20])).groups[0]!.ranking[0]!.maximum).toBe(1000);
    expect(points(form(['III', 'ĐIỂM TRỪ', 50, 20]))).toEqual({ 'Xã A': 780 });
    expect(found(form(['III', 'ĐIỂM TRỪ', 50, 20]))).toEqual([]);
  });

  it('within it where the declared total holds them', () => {
    const picture = form(['C', 'Điểm thưởng', 50, 20], [null, 'Tổng cộng', 1050, 820]);
    expect(run(picture).groups[0]!.ranking[0]).toMatchObject({ points: 820, maximum: 1050 });
    expect(found(picture)).toEqual([]);
  });

  it('the rows under such a heading', () => {
    const picture = form(['III', 'ĐIỂM THƯỞNG', 50], ['3', 'Sáng kiến', 50, 20]);
    expect(run(picture).groups[0]!.ranking[0]).toMatchObject({ points: 820, maximum: 1000 });
  });
});
