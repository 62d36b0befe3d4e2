/** A total is compared with points of its own kind: what a commune gave itself says nothing of what was verified. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, found, ranking, sheet } from '#test/support/book';

/** Two indicators and two more columns; the second one's total of Xã A is wrong by one. */
const beside = (first: string, second: string, wrong: Cell = 801, name = 'Bảng điểm') =>
  book(
    sheet(name, [
      ['TT', 'Đơn vị', '1.1', '1.2', first, second],
      [null, 'Điểm tối đa', 600, 400, 1000, 1000],
      [1, 'Xã A', 500, 300, 850, wrong],
      [2, 'Xã B', 450, 390, 860, 840],
    ]),
  );

describe('a total of self points beside verified points', () => {
  it.each([
    ['Tổng điểm tự chấm', 'Tổng điểm thẩm định'],
    ['Tổng điểm tự đánh giá', 'Tổng điểm'],
    ['Tổng điểm xã tự chấm', 'Tổng điểm Hội đồng thẩm định'],
    ['Tổng tự chấm', 'Tổng thẩm định'],
    ['Tổng cộng điểm tự chấm', 'Tổng cộng điểm thẩm định'],
    ['Cộng tự đánh giá', 'Cộng thẩm định'],
    ['Tổng (tự chấm)', 'Tổng (thẩm định)'],
    ['Điểm tự chấm', 'Điểm thẩm định'],
  ])('%s, %s', (self, verified) => {
    expect(ranking(beside(self, verified))).toEqual({ 'Xã B': [840, 1], 'Xã A': [800, 2] });
    expect(found(beside(self, verified))).toEqual(['points.total-differs Bảng điểm!F3']);
    expect(found(beside(self, verified, 800))).toEqual([]);
  });

  it('in a table of self points the self total is the one that is compared', () => {
    const picture = beside('Tổng điểm thẩm định', 'Tổng điểm tự chấm', 801, 'Tự chấm');
    expect(found(picture)).toEqual(['points.total-differs Tự chấm!F3']);
  });

  it('with both kinds of points each is compared with its own', () => {
    const picture = book(
      sheet('Bảng điểm', [
        [
          'TT',
          'Đơn vị',
          '1.1 (tự chấm)',
          '1.1 (thẩm định)',
          '1.2 (tự chấm)',
          '1.2 (thẩm định)',
          'Tổng tự chấm',
          'Tổng thẩm định',
        ],
        [null, 'Điểm tối đa', 600, 600, 400, 400, 1000, 1000],
        [1, 'Xã A', 520, 500, 330, 300, 851, 800],
        [2, 'Xã B', 460, 450, 399, 390, 859, 841],
      ]),
    );
    expect(found(picture)).toEqual(['points.total-differs Bảng điểm!G3', 'points.total-differs Bảng điểm!H4']);
  });

  it('an indicator that begins with Tổng stays one, and a total of another year is left alone', () => {
    const rows = (last: string) =>
      book(
        sheet('Bảng điểm', [
          ['TT', 'Đơn vị', 'Một cửa', 'Hồ sơ', last],
          [null, 'Điểm tối đa', 500, 300, 200],
          [1, 'Xã A', 400, 200, 100],
          [2, 'Xã B', 450, 100, 150],
        ]),
      );
    for (const name of ['Tổng số hồ sơ thẩm định', 'Tổng vốn được duyệt'])
      expect(ranking(rows(name))).toEqual({ 'Xã A': [700, 1], 'Xã B': [700, 1] });
    const picture = beside('Tổng điểm thẩm định', 'Tổng điểm năm 2024', 700);
    for (const row of picture.sheets[0]!.rows.slice(2)) row.cells[4] = row.index === 2 ? 800 : 840;
    expect(found(picture)).toEqual([]);
  });
});
