/** Neutral cells: what every host's own values are turned into before anything reads them. */

/** A value as a spreadsheet shows it: a double, a text, or TRUE/FALSE. */
export type Scalar = number | string | boolean;

/**
 * A cell that is more than its bare value.
 * - `kind`: 'date' (value = serial number), 'error' (value = code such as "#REF!"),
 *   'uncalculated' (a formula without a stored result, value null),
 *   'other' (picture, data type … that has no scalar value).
 * - `format`: the number format code where it is not General ("0.00", "0%").
 * - `shown`: the text the host shows, where the adapter knows it.
 * - `formula`: the cell holds a formula (value = its stored result).
 */
export interface RichCell {
  value: Scalar | null;
  kind?: 'date' | 'error' | 'uncalculated' | 'other';
  format?: string;
  shown?: string;
  formula?: true;
}

/** Primitive where the value is all there is; null is empty. An adapter never sends "" or {value:null} without kind. */
export type Cell = null | Scalar | RichCell;

/** @returns the bare value of a cell; null for empty, uncalculated and other cells; the code for error cells. */
export function scalarOf(cell: Cell | undefined): Scalar | null {
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'object' ? cell.value : cell;
}

/** @returns the cell's kind, or null for an ordinary value or an empty cell. */
export function kindOf(cell: Cell | undefined): RichCell['kind'] | null {
  return typeof cell === 'object' && cell !== null ? (cell.kind ?? null) : null;
}

/** @returns whether a cell counts as empty: nothing in it, or an empty text. A text of blanks is not empty here. */
export function isEmpty(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined || cell === '') return true;
  return typeof cell === 'object' && cell.kind === undefined && (cell.value === null || cell.value === '');
}

/** @returns whether a number format shows a share of 1 in percent ("0%", "0.00%"); quoted or escaped % does not count. */
export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replace(/"[^"]*"|\\./g, '').includes('%');
}

/** @returns whether the cell is a number formatted as a percentage. */
export function isPercentCell(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && typeof cell.value === 'number' && isPercentFormat(cell.format);
}

/** @returns whether a number format shows a date or a time; quoted, escaped and bracketed parts do not count. */
export function isDateFormat(code: string): boolean {
  if (/\[(h+|m+|s+)\]/i.test(code)) return true;
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^[\]]*\]/g, '')
    .replace(/general/gi, '');
  return /[ymdhs]/i.test(bare.split(';')[0] ?? '');
}

/** @returns whether the core works out by itself what a number in this format shows (core/read/cells/codes.ts). */
export function isPlainFormat(format: string | undefined): boolean {
  return (
    format === undefined ||
    /^[#0,]*0(?:\.0+)?%?$/.test(
      format
        .split(';')[0]!
        .replace(/"[^"]*"|\\./g, '')
        .trim(),
    )
  );
}
