/** Neighbours of the matrices of the field: heads that are not merged, periods over codes, sums before their parts, names over two rows. */
import { describe, expect, it } from 'vitest';
import { book, found, ranking, run, sheet, type Rows } from '#test/support/book';

const points = (picture: Parameters<typeof ranking>[0]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(ranking(picture)).map(([unit, [value]]) => [unit, value]));
const BLOCKED = { 'Xã A': null, 'Xã B': null };
const merged = (...lefts: number[]) => ({
  merges: lefts.map((left) => ({ top: 0, bottom: 0, left, right: left + 1 })),
});

describe('two rows of heads', () => {
  it.each([
    ['Một cửa', 'Hồ sơ', 'Chữ ký'],
    ['1.1', '1.2', '2.1'],
  ])('%s, %s, %s: a pillar over one indicator is not merged', (...heads) => {
    const rows: Rows = [
      ['TT', 'Đơn vị', 'I. CCHC', null, 'II. CĐS', 'Tổng điểm'],
      [null, null, ...heads],
      [null, 'Điểm tối đa', 300, 300, 400, 1000],
      [1, 'Xã A', 250, 240, 300, 790],
      [2, 'Xã B', 200, 210, 390, 800],
    ];
    expect(points(book(sheet('B', rows, merged(2))))).toEqual({ 'Xã A': 790, 'Xã B': 800 });
    expect(found(book(sheet('B', rows, merged(2))))).toEqual([]);
  });

  it.each([
    ['Năm 2025', 'Năm 2026', '1.1', '1.2'],
    ['Quý II/2026', 'Quý III/2026', '1.1', '1.2'],
    ['Năm 2025', 'Năm 2026', 'Một cửa', 'Hồ sơ'],
  ])('%s and %s over %s, %s: asked, and nobody is ranked by the first', (one, other, ...codes) => {
    const rows: Rows = [
      ['TT', 'Đơn vị', one, null, other],
      [null, null, ...codes, ...codes],
      [null, 'Điểm tối đa', 600, 400, 600, 400],
      [1, 'Xã A', 400, 300, 500, 300],
      [2, 'Xã B', 500, 390, 400, 390],
    ];
    expect(found(book(sheet('B', rows, merged(2, 4))))).toEqual(['column.several B!E2']);
    expect(points(book(sheet('B', rows, merged(2, 4))))).toEqual(BLOCKED);
  });
});

it('a column with a maximum and figures, and no head, is told though it equals the least of the others', () => {
  const picture = book(
    sheet('B', [
      ['TT', 'Đơn vị', '1.1', null, '1.2'],
      [null, 'Điểm tối đa', 300, 300, 400],
      [1, 'Xã A', 250, 250, 300],
      [2, 'Xã B', 200, 200, 390],
    ]),
  );
  expect(found(picture)).toContain('column.unread B!D1');
  expect(points(picture)).toEqual(BLOCKED);
});

it('a unit’s name merged over Tự chấm and Thẩm định: the second row is told, and the unit waits', () => {
  const rows: Rows = [
    ['TT', 'Đơn vị', 'Nguồn', '1.1', '1.2'],
    [null, 'Điểm tối đa', null, 600, 400],
    [1, 'Xã A', 'Tự chấm', 550, 350],
    [null, null, 'Thẩm định', 500, 300],
    [2, 'Xã B', 'Tự chấm', 500, 400],
  ];
  const picture = book(sheet('B', rows, { merges: [{ top: 2, bottom: 3, left: 1, right: 1 }] }));
  expect(run(picture).findings).toContainEqual(
    expect.objectContaining({ id: 'row.unread', severity: 'error', cell: 'D4', unit: 'Xã A' }),
  );
  expect(points(picture)).toEqual({ 'Xã A': null, 'Xã B': 900 });
});

it('sums that stand before their parts are compared, not added', () => {
  const rows = (sum: number): Rows => [
    ['TT', 'Đơn vị', 'Tổng I', '1.1', '1.2', 'Tổng II', '2.1', 'Tổng cộng'],
    [null, 'Điểm tối đa', 600, 300, 300, 400, 400, 1000],
    [1, 'Xã A', 500, 250, 250, 300, 300, sum],
    [2, 'Xã B', 400, 200, 200, 390, 390, 790],
  ];
  expect(points(book(sheet('B', rows(800))))).toEqual({ 'Xã A': 800, 'Xã B': 790 });
  expect(found(book(sheet('B', rows(800))))).toEqual([]);
  expect(found(book(sheet('B', rows(801))))).toEqual(['points.total-differs B!H3']);
});
