/** Values, formats and addresses as Excel wants to be told of them. Pure. */
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell } from '#core/workbook/plan';
import { areaA1 } from '#core/workbook/looks';

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

/** Widths in characters of the default font → points, as Excel counts them at the usual zoom (Calibri 11: 7 pixels a digit). */
export function points(characters: number): number {
  return (Math.min(255, characters) * 7 + 5) * 0.75;
}
