/** A planned sheet as rectangles, addresses and stored values. */
import { expect, it } from 'vitest';
import type { SheetPlan } from '#core/workbook/plan';
import {
  addressLists,
  formatAreas,
  heightAreas,
  isRisky,
  lookAreas,
  points,
  rectangles,
  storable,
} from '../../../excel-addin/workbook/shape.ts';

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
  expect(formatAreas(sheet(rows, [{}, { format: '0.00' }]))).toEqual([
    ['0.00', { top: 0, left: 1, bottom: 3_320, right: 2 }],
  ]);
});

it('rectangles cover each cell of a key once and no other', () => {
  const keys = ['aab', 'aab', 'cab', 'c.b'];
  const found = rectangles(4, 3, (row, column) => 'abc'.indexOf(keys[row]![column]!));
  const seen = keys.map((row) => [...row].map(() => '.'));
  for (const { key, area } of found)
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        expect(seen[row]![column]).toBe('.');
        seen[row]![column] = 'abc'[key]!;
      }
  expect(seen.map((row) => row.join(''))).toEqual(keys);
});

it('looks are the same where only the number format differs', () => {
  const looks = lookAreas(
    sheet(
      [{ cells: [0, 1, 2].map((style) => ({ value: 1, style })) }],
      [{ bold: true, format: '0' }, { format: '0.0', bold: true }, { format: '@' }],
    ),
  );
  expect(looks.map((look) => look.areas)).toEqual([[{ top: 0, left: 0, bottom: 0, right: 1 }]]);
});

it('what Excel would run or reinterpret gets the text format, a long one an apostrophe', () => {
  for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '1.10', '5/6', 'TRUE', 'May 5', '1e5', "'x", '#REF!'])
    expect(isRisky(text), text).toBe(true);
  for (const text of ['Sở Y tế', 'Xếp hạng', '…']) expect(isRisky(text), text).toBe(false);
  const long = `=${'x'.repeat(300)}`;
  const plan = sheet([{ cells: ['=1', long, 'chữ'].map((value) => ({ value, style: 0 })) }], [{}]);
  expect(formatAreas(plan)).toEqual([['@', { top: 0, left: 0, bottom: 0, right: 0 }]]);
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
