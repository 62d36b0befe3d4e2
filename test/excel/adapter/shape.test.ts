/** A planned sheet as rectangles, addresses and stored values. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SheetPlan } from '#core/workbook/plan';
import { formatAreas, heightAreas, lookAreas } from '#core/workbook/looks';
import { addressLists, formatOf, isRisky, points, storable } from '../../../excel-addin/workbook/shape.ts';
import { gridOf, layers, rectangles } from '#core/workbook/rectangles';

function sheet(rows: SheetPlan['rows'], styles: SheetPlan['styles']): SheetPlan {
  return {
    name: 'Xếp hạng',
    visibility: 'visible',
    styles,
    widths: [5, 5, 9],
    rows,
    merges: [],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    charts: [],
    print: null,
  };
}

it('neighbouring columns of one format become one rectangle, whatever the number of rows', () => {
  const rows = Array.from({ length: 3_321 }, () => ({
    cells: [0, 1, 1, 0].map((style) => ({ value: 1, style })),
  }));
  expect(formatAreas(sheet(rows, [{}, { format: '0.00' }]), formatOf)).toEqual([
    ['0.00', { top: 0, left: 1, bottom: 3_320, right: 2 }],
  ]);
});

/** Small grids at random, the same each time. */
const grids = fc.integer({ min: 1, max: 7 }).chain((columns) =>
  fc.array(fc.array(fc.integer({ min: -1, max: 3 }), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 9,
  }),
);

it('rectangles cover each cell of a key once and no other', () => {
  fc.assert(
    fc.property(grids, (cells) => {
      const grid = gridOf(cells.length, cells[0]!.length, (row, column) => cells[row]![column]!);
      const seen = cells.map((row) => row.map(() => -1));
      for (const { key, area } of rectangles(grid, Int32Array.of(0, 1, -1, 3)))
        for (let row = area.top; row <= area.bottom; row += 1)
          for (let column = area.left; column <= area.right; column += 1) {
            expect(seen[row]![column]).toBe(-1);
            seen[row]![column] = key;
          }
      expect(seen).toEqual(cells.map((row) => row.map((cell) => (cell === 2 ? -1 : cell))));
    }),
    { seed: 4 },
  );
});

it('layers end with each cell’s own number, few rectangles where most are alike', () => {
  fc.assert(
    fc.property(grids, (cells) => {
      const grid = gridOf(cells.length, cells[0]!.length, (row, column) => cells[row]![column]!);
      const painted = cells.map((row) => row.map(() => 0));
      for (const { key, area } of layers(grid))
        for (let row = area.top; row <= area.bottom; row += 1)
          for (let column = area.left; column <= area.right; column += 1) painted[row]![column] = key;
      painted.forEach((row, at) =>
        row.forEach((number, column) => {
          if (cells[at]![column]! >= 0) expect(number).toBe(cells[at]![column]);
        }),
      );
    }),
    { seed: 4 },
  );
  // Every fifth row differs: the rest is one rectangle.
  const striped = gridOf(500, 70, (row) => (row % 5 === 4 ? 2 : 1));
  expect(layers(striped)).toHaveLength(101);
});

it('looks are told property by property', () => {
  const looks = lookAreas(
    sheet(
      [{ cells: [0, 1, 2].map((style) => ({ value: 1, style })) }],
      [
        { bold: true, format: '0', border: true },
        { format: '0.0', bold: true, italic: true, border: true },
        { format: '@', border: true },
      ],
    ),
  );
  expect(looks).toEqual([
    { style: { border: true }, areas: [{ top: 0, left: 0, bottom: 0, right: 2 }] },
    { style: { bold: true }, areas: [{ top: 0, left: 0, bottom: 0, right: 1 }] },
    { style: { italic: true }, areas: [{ top: 0, left: 1, bottom: 0, right: 1 }] },
  ]);
});

it('what Excel would run or reinterpret gets the text format, a long one an apostrophe', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '1.10', '5/6', 'TRUE', 'May 5', '1e5', "'x", '#REF!'])
    expect(isRisky(text), text).toBe(true);
  for (const text of ['Sở Y tế', 'Xếp hạng', '…']) expect(isRisky(text), text).toBe(false);
  const long = `=${'x'.repeat(300)}`;
  const plan = sheet([{ cells: ['=1', long, 'chữ'].map((value) => ({ value, style: 0 })) }], [{}]);
  expect(formatAreas(plan, formatOf)).toEqual([['@', { top: 0, left: 0, bottom: 0, right: 0 }]]);
  expect(storable('=1', '@')).toBe('=1');
  expect(storable(long, 'General')).toBe(`'${long}`);
  expect(storable("'x", '@')).toBe("''x");
  expect(storable(null, '@')).toBe('');
  expect(storable(1.1, '@')).toBe(1.1);
});

it('addresses are cut below what Excel takes at once', () => {
  const areas = Array.from({ length: 3_000 }, (_, row) => ({ top: row * 2, left: 0, bottom: row * 2, right: 3 }));
  const lists = addressLists(areas);
  expect(Math.max(...lists.map((list) => list.length))).toBeLessThanOrEqual(8_000);
  expect(lists.join(',').split(',')).toHaveLength(3_000);
});

it('rows of one height go together; rows of the old sheet below too', () => {
  const plan = sheet([{ cells: [], height: 20 }, { cells: [], height: 20 }, { cells: [] }], []);
  expect([...heightAreas(plan, 5)]).toEqual([
    [20, [{ top: 0, left: 0, bottom: 1, right: 0 }]],
    [null, [{ top: 2, left: 0, bottom: 4, right: 0 }]],
  ]);
  expect(points(8.43)).toBeCloseTo(48, 0);
});
