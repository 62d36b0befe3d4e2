/** A planned sheet as a host wants to be told of it: areas of one format, one look, one height, one width. Pure. */
import { toA1 } from './address.ts';
import type { Area } from './picture.ts';
import type { CellStyle, PlanCell, SheetPlan } from './plan.ts';
import { columnsOf } from './plan-check.ts';
import { gridOf, layers, rectangles } from './rectangles.ts';

/** @returns "A1:C7", or "A1" for one cell. */
export function areaA1(area: Area): string {
  const first = toA1(area.top, area.left);
  const last = toA1(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** @returns rectangles of number formats, to be set one after the other; `formatOf` is the host's own.
 * Cells without a value of their own format may end with any. */
export function formatAreas(
  sheet: SheetPlan,
  formatOf: (cell: PlanCell, style: CellStyle) => string,
): [string, Area][] {
  const formats: string[] = ['General'];
  const numbers = new Map(formats.map((format, index) => [format, index]));
  const grid = gridOf(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]?.cells[column];
    if (cell === null || cell === undefined) return -1;
    const format = formatOf(cell, sheet.styles[cell.style] ?? {});
    if (cell.value === null && format === 'General') return -1;
    let number = numbers.get(format);
    if (number === undefined) numbers.set(format, (number = formats.push(format) - 1));
    return number;
  });
  return layers(grid).map(({ key, area }) => [formats[key] ?? 'General', area]);
}

/** Everything of a look but the number format, one property a time: a border is then one area, not thousands. */
const PROPERTIES = [
  'border',
  'fill',
  'align',
  'valign',
  'wrap',
  'bold',
  'italic',
  'strike',
  'color',
  'fontSize',
] as const satisfies (keyof CellStyle)[];

/** @returns the areas of each property's values; the style carries that property alone. */
export function lookAreas(sheet: SheetPlan): { style: CellStyle; areas: Area[] }[] {
  const grid = gridOf(
    sheet.rows.length,
    columnsOf(sheet),
    (row, column) => sheet.rows[row]?.cells[column]?.style ?? -1,
  );
  const looks: { style: CellStyle; areas: Area[] }[] = [];
  for (const property of PROPERTIES) {
    const first = looks.length;
    const known = new Map<unknown, number>();
    const keys = sheet.styles.map((style) => {
      const value = style[property];
      if (value === undefined) return -1;
      let key = known.get(value);
      if (key === undefined)
        known.set(value, (key = looks.push({ style: { [property]: value }, areas: [] }) - 1 - first));
      return key;
    });
    if (known.size === 0) continue;
    for (const { key, area } of rectangles(grid, Int32Array.from(keys))) looks[first + key]?.areas.push(area);
  }
  return looks.filter((look) => look.areas.length > 0);
}

/** @returns the rows of each height; null = the host's own. */
export function heightAreas(sheet: SheetPlan, rows: number): Map<number | null, Area[]> {
  const heights = new Map<number | null, Area[]>();
  for (let top = 0; top < rows;) {
    const height = sheet.rows[top]?.height ?? null;
    let bottom = top;
    while (bottom + 1 < rows && (sheet.rows[bottom + 1]?.height ?? null) === height) bottom += 1;
    heights.set(height, [...(heights.get(height) ?? []), { top, left: 0, bottom, right: 0 }]);
    top = bottom + 1;
  }
  return heights;
}

/** @returns neighbouring columns of one width. */
export function widthAreas(sheet: SheetPlan): { left: number; right: number; width: number }[] {
  const list: { left: number; right: number; width: number }[] = [];
  sheet.widths.forEach((width, column) => {
    const last = list[list.length - 1];
    if (last !== undefined && last.width === width) last.right = column;
    else list.push({ left: column, right: column, width });
  });
  return list;
}
