/** The columns of the long table that forms are collected into, and the cells that go into them. */
import { isDateFormat, isEmpty, kindOf, scalarOf, type Cell } from '../workbook/cell.ts';

/** What a unit says itself: these columns are written anew by each collection. */
export const SELF = ['a', 'b', 'c', 'd', 'choice', 'self', 'evidence', 'note'] as const;

export type SelfColumn = (typeof SELF)[number];

/** Of them the first so many are values; the others are texts beside them. */
export const VALUES = 6;

/** All columns in their order, with the words over them: the reader knows them, so they are the same in both languages. */
export const HEADERS = {
  unit: 'Đơn vị',
  unitCode: 'Mã đơn vị',
  period: 'Kỳ',
  code: 'Mã chỉ số',
  name: 'Chỉ số',
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  choice: 'Lựa chọn',
  self: 'Điểm tự chấm',
  evidence: 'Tài liệu kiểm chứng',
  note: 'Ghi chú',
  verified: 'Điểm thẩm định',
  reason: 'Lý do thẩm định',
  file: 'Tệp',
  cell: 'Ô',
} as const;

export type DataColumn = keyof typeof HEADERS;

export const COLUMNS = Object.keys(HEADERS) as DataColumn[];

/**
 * @returns a cell as it is collected: its value as written, never its formula. An error keeps its code as a text, so that it is told where
 * it is scored; what nobody has calculated is nothing.
 */
export function collected(cell: Cell): Cell {
  if (isEmpty(cell)) return null;
  const kind = kindOf(cell);
  if (kind === 'uncalculated') return null;
  const value = scalarOf(cell);
  if (typeof cell !== 'object' || cell === null) return value;
  if (value === null) return cell.shown === undefined || cell.shown === '' ? '#?' : cell.shown;
  // An error's value is its code.
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'boolean' || cell.format === undefined || cell.format === '@') return value;
  return isDateFormat(cell.format) ? { value, kind: 'date', format: cell.format } : { value, format: cell.format };
}

/** @returns whether two cells say the same; how a number is shown is no matter, but a date is no number. */
export function same(one: Cell, other: Cell): boolean {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other);
  return scalarOf(one) === scalarOf(other) && (kindOf(one) === 'date') === (kindOf(other) === 'date');
}
