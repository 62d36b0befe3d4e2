/** Rows under a mark instead of a code ("*", "+", "•"): with the sums of what follows they head it, with other figures they are told. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '#core/workbook/cell';
import { book, found, ranking, sheet, type Rows } from '#test/support/book';

type Figures = [Cell, Cell, Cell];
/** Two groups of one form: of two indicators, of one. */
const form = (mark: Cell, first: Figures, second: Figures, more: Rows = []) =>
  book(
    sheet('Xã A', [
      ['Tên đơn vị: Xã A'],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'],
      [mark, 'Nhóm một', ...first],
      ['1', 'Một', 300, 200, 190],
      ['2', 'Hai', 300, 150, 140],
      ...more,
      [mark, 'Nhóm hai', ...second],
      ['3', 'Ba', 400, 350, 300],
    ]),
  );
const SUMS: Figures = [600, 350, 330];
const LAST: Figures = [400, 350, 300];

describe('a group under a mark', () => {
  it.each(['*', '**', '+', '•', '-', '★', '(*)', '#'])('%s', (mark) => {
    const none: Figures = [null, null, null];
    for (const [first, second] of [
      [none, none],
      [
        [600, null, null],
        [400, null, null],
      ],
      [SUMS, LAST],
      [
        [null, 350, 330],
        [null, 350, 300],
      ],
    ] as [Figures, Figures][]) {
      expect(found(form(mark, first, second))).toEqual([]);
      expect(ranking(form(mark, first, second))).toEqual({ 'Xã A': [630, 1] });
    }
  });

  it('without a mark the sums of two rows or more tell it', () => {
    expect(found(form(null, SUMS, [400, null, null]))).toEqual([]);
    expect(found(form(null, SUMS, LAST))).toEqual(['row.unread Xã A!D6', 'row.unread Xã A!E6']);
  });

  it('figures that are no sums are told', () => {
    expect(found(form('*', [600, 350, 331], LAST))).toContain('row.unread Xã A!E3');
    expect(found(form('*', [50, 40, 30], LAST))).toContain('row.unread Xã A!E3');
    const part = form('*', SUMS, LAST, [['+', 'Thưởng', 20, 10, 10]]);
    expect(found(part)).toContain('row.unread Xã A!E6');
  });

  it('sums of what follows are no part of the indicator above, though they equal its maximum', () => {
    const picture = book(
      sheet('Xã A', [
        ['Tên đơn vị: Xã A'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
        ['*', 'Nhóm một', 500, 330],
        ['1', 'Một', 200, 190],
        ['2', 'Hai', 300, 140],
        ['*', 'Nhóm hai', 300, 250],
        ['3', 'Ba', 100, 90],
        ['4', 'Bốn', 200, 160],
      ]),
    );
    expect(ranking(picture)).toEqual({ 'Xã A': [580, 1] });
    expect(found(picture).filter((one) => !one.startsWith('framework.total'))).toEqual([]);
  });
});
