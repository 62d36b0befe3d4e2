/** Điểm thẩm định given to a sum alone, and to none of its parts: the parts' own points count, and that is said. */
import { expect, it } from 'vitest';
import { book, found, ranking, sheet } from '#test/support/book';

const form = (group: number | null, total: number | null) =>
  book(
    sheet('Xã A', [
      ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'],
      ['I', 'CCHC', 600, 550, group],
      ['1.1', 'Một cửa', 300, 300, null],
      ['1.2', 'Hồ sơ', 300, 250, null],
      ['II', 'CĐS', 400, 300, null],
      ['2.1', 'Chữ ký', 400, 300, null],
      [null, 'Tổng cộng', 1000, 850, total],
    ]),
  );

it('a pillar, a total', () => {
  expect(found(form(500, null))).toEqual(['points.total-differs Xã A!E2']);
  expect(found(form(null, 800))).toEqual(['points.total-differs Xã A!E7']);
  expect(ranking(form(500, 800))).toEqual({ 'Xã A': [850, 1] });
});

it('not where it agrees, and not a formula over what nobody verified yet', () => {
  expect(found(form(550, 850))).toEqual([]);
  expect(found(form(0, 0))).toEqual([]);
});

it('a group over several pillars', () => {
  const over = (first: number | null, second: number) =>
    book(
      sheet('Xã A', [
        ['TT', 'Nội dung', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'],
        ['I', 'CCHC', 600, 550, first],
        ['1', 'Một cửa', 300, 300, 290],
        ['2', 'Hồ sơ', 300, 250, 240],
        ['II', 'CĐS', 400, 300, second],
        ['3', 'Chữ ký', 300, 200, 190],
        ['4', 'Dữ liệu', 100, 100, 90],
      ]),
    );
  expect(found(over(530, 280))).toEqual([]);
  expect(found(over(null, 280))).toEqual([]);
  expect(found(over(500, 281))).toEqual(['points.total-differs Xã A!E2', 'points.total-differs Xã A!E5']);
});
