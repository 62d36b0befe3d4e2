/** A planned sheet as Excel wants to be told of it: rectangles of one format, lists of addresses of one look. Pure. */
import { toA1 } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell, SheetPlan } from '#core/workbook/plan';
import { gridOf, layers, rectangles } from './rectangles.ts';
import { columnsOf } from './validate.ts';

/** Excel takes at most 8,192 characters of addresses at once. */
const ADDRESSES = 8_000;
/** Excel shows ##### for longer texts in the text format. */
const SHOWN_AS_TEXT = 255;

/** @returns whether Excel would run a text, or turn it into a number, date or truth value, were it typed. */
export function isRisky(text: string): boolean {
  if (/^[=+\-@\t'\s]/.test(text)) return true;
  if (text.length <= 40 && /\d/.test(text)) return true;
  return /^(?:true|false|đúng|sai|#.*)$/i.test(text);
}

/** @returns the format a cell must have before its value is written. */
export function formatOf(cell: PlanCell, style: CellStyle): string {
  const format = style.format ?? 'General';
  if (typeof cell.value !== 'string' || format === '@') return format;
  return cell.value.length <= SHOWN_AS_TEXT && isRisky(cell.value) ? '@' : format;
}

/** @returns the value that makes Excel store exactly this: a leading apostrophe means "text" and is not stored. */
export function storable(value: Scalar | null, format: string): Scalar {
  if (value === null) return '';
  if (typeof value !== 'string' || value === '') return value;
  return value.startsWith("'") || (format !== '@' && isRisky(value)) ? `'${value}` : value;
}

export function areaA1(area: Area): string {
  const first = toA1(area.top, area.left);
  const last = toA1(area.bottom, area.right);
  return first === last ? first : `${first}:${last}`;
}

/** @returns addresses joined by commas, in as few texts as Excel takes. */
export function addressLists(areas: readonly Area[]): string[] {
  const lists: string[] = [];
  let list = '';
  for (const area of areas) {
    const one = areaA1(area);
    if (list !== '' && list.length + one.length + 1 > ADDRESSES) {
      lists.push(list);
      list = '';
    }
    list += list === '' ? one : `,${one}`;
  }
  if (list !== '') lists.push(list);
  return lists;
}

/** @returns rectangles of number formats, to be set one after the other. Cells without a value of their own format may end with any. */
export function formatAreas(sheet: SheetPlan): [string, Area][] {
  const formats: string[] = ['General'];
  const numbers = new Map(formats.map((format, index) => [format, index]));
  const grid = gridOf(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]!.cells[column];
    if (cell === null || cell === undefined) return -1;
    const format = formatOf(cell, sheet.styles[cell.style]!);
    if (cell.value === null && format === 'General') return -1;
    let number = numbers.get(format);
    if (number === undefined) numbers.set(format, (number = formats.push(format) - 1));
    return number;
  });
  return layers(grid).map(({ key, area }) => [formats[key]!, area]);
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
    (row, column) => sheet.rows[row]!.cells[column]?.style ?? -1,
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
    for (const { key, area } of rectangles(grid, Int32Array.from(keys))) looks[first + key]!.areas.push(area);
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

/** Widths in characters of the default font → points, as Excel counts them at the usual zoom (Calibri 11: 7 pixels a digit). */
export function points(characters: number): number {
  return (Math.min(255, characters) * 7 + 5) * 0.75;
}
