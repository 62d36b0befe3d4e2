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

/** Rectangles of equal keys, column by column, neighbours of the same height joined; null belongs to none. */
export function rectangles<K>(
  rows: number,
  columns: number,
  keyAt: (row: number, column: number) => K | null,
): [K, Area][] {
  const done: [K, Area][] = [];
  let open = new Map<string, [K, Area]>();
  for (let column = 0; column < columns; column += 1) {
    const now = new Map<string, [K, Area]>();
    let top = 0;
    while (top < rows) {
      const key = keyAt(top, column);
      let bottom = top;
      while (bottom + 1 < rows && keyAt(bottom + 1, column) === key) bottom += 1;
      if (key !== null) {
        const place = `${top}:${bottom}`;
        const left = open.get(place);
        if (left !== undefined && left[0] === key) {
          left[1].right = column;
          open.delete(place);
          now.set(place, left);
        } else now.set(place, [key, { top, left: column, bottom, right: column }]);
      }
      top = bottom + 1;
    }
    done.push(...open.values());
    open = now;
  }
  done.push(...open.values());
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
  return rectangles(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]!.cells[column] ?? null;
    if (cell === null) return null;
    const format = formatOf(cell, sheet.styles[cell.style]!);
    return format === 'General' ? null : format;
  });
}

/** @returns the areas of each look; styles that differ only in their number format look the same. */
export function lookAreas(sheet: SheetPlan): { style: CellStyle; areas: Area[] }[] {
  const looks = new Map<string, { style: CellStyle; areas: Area[] }>();
  const keys = sheet.styles.map((style) => {
    const look = Object.entries(style).filter(([name]) => name !== 'format');
    return look.length === 0 ? null : JSON.stringify(look.sort((x, y) => (x[0] < y[0] ? -1 : 1)));
  });
  const found = rectangles(sheet.rows.length, columnsOf(sheet), (row, column) => {
    const cell = sheet.rows[row]!.cells[column] ?? null;
    return cell === null ? null : keys[cell.style]!;
  });
  for (const [key, area] of found) {
    const look = looks.get(key) ?? { style: sheet.styles[keys.indexOf(key)]!, areas: [] };
    looks.set(key, look);
    look.areas.push(area);
  }
  return [...looks.values()];
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
