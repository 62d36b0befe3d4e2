/** A planned sheet as Excel wants to be told of it: rectangles of one format, lists of addresses of one look. Pure. */
import { toA1 } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell, SheetPlan } from '#core/workbook/plan';
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

/**
 * Rectangles of equal keys: runs along each row, joined with equal runs in the row above. Keys are numbers, below 0 belongs to none:
 * a large sheet has a million cells.
 */
export function rectangles(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => number,
): { key: number; area: Area }[] {
  const done: { key: number; area: Area }[] = [];
  const open: ({ key: number; area: Area } | undefined)[] = [];
  for (let row = 0; row < rows; row += 1) {
    let left = 0;
    while (left < columns) {
      const key = keyAt(row, left);
      let right = left;
      while (right + 1 < columns && keyAt(row, right + 1) === key) right += 1;
      if (key >= 0) {
        const above = open[left];
        if (above?.key === key && above.area.right === right && above.area.bottom === row - 1) above.area.bottom = row;
        else done.push((open[left] = { key, area: { top: row, left, bottom: row, right } }));
      }
      left = right + 1;
    }
  }
  return done;
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

/** @returns rectangles of each number format other than General. */
export function formatAreas(sheet: SheetPlan): [string, Area][] {
  const formats: string[] = ['General'];
  const numbers = new Map(formats.map((format, index) => [format, index]));
  const found = rectangles(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]!.cells[column];
    if (cell === null || cell === undefined) return -1;
    const format = formatOf(cell, sheet.styles[cell.style]!);
    let number = numbers.get(format);
    if (number === undefined) numbers.set(format, (number = formats.push(format) - 1));
    return number === 0 ? -1 : number;
  });
  return found.map(({ key, area }) => [formats[key]!, area]);
}

/** @returns the areas of each look; styles that differ only in their number format look the same. */
export function lookAreas(sheet: SheetPlan): { style: CellStyle; areas: Area[] }[] {
  const looks: { style: CellStyle; areas: Area[] }[] = [];
  const known = new Map<string, number>();
  const keys = sheet.styles.map((style) => {
    const look = Object.entries(style).filter(([name]) => name !== 'format');
    if (look.length === 0) return -1;
    const text = JSON.stringify(look.sort((x, y) => (x[0] < y[0] ? -1 : 1)));
    let key = known.get(text);
    if (key === undefined) known.set(text, (key = looks.push({ style, areas: [] }) - 1));
    return key;
  });
  const found = rectangles(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]!.cells[column];
    return cell === null || cell === undefined ? -1 : keys[cell.style]!;
  });
  for (const { key, area } of found) looks[key]!.areas.push(area);
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
