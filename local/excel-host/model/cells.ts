/** Cells of the host's workbook: what is stored, how it looks. */
import type { Scalar } from '#core/workbook/cell';

export interface Border {
  style: string;
  color: string;
  weight: string;
}

/** How a cell looks; left out = the default. */
export interface Look {
  bold?: boolean;
  italic?: boolean;
  strikethrough?: boolean;
  underline?: string;
  color?: string;
  size?: number;
  name?: string;
  fill?: string;
  horizontalAlignment?: string;
  verticalAlignment?: string;
  wrapText?: boolean;
  indentLevel?: number;
  textOrientation?: number;
  borders?: Readonly<Record<string, Border>>;
  /** false: may be edited on a protected sheet. */
  locked?: boolean;
}

export interface Link {
  documentReference?: string;
  address?: string;
  textToDisplay?: string;
  screenTip?: string;
}

export interface StoredCell {
  value: Scalar | null;
  kind?: 'error' | 'other';
  /** With its "=". */
  formula?: string;
  format: string;
  look: Look;
  link?: Link;
}

export const PLAIN: Look = Object.freeze({});
const known = new Map<string, Look>();

/** @returns the look with changes made; equal looks are one object, so that 200,000 cells stay small. */
export function withLook(look: Look, change: Partial<Look>): Look {
  const next: Record<string, unknown> = { ...look };
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === null) delete next[name];
    else next[name] = value;
  }
  const keys = Object.keys(next).sort();
  if (keys.length === 0) return PLAIN;
  const sorted = Object.fromEntries(keys.map((key) => [key, next[key]])) as Look;
  const id = JSON.stringify(sorted);
  const found = known.get(id);
  if (found !== undefined) return found;
  known.set(id, Object.freeze(sorted));
  return sorted;
}

export function isBlank(cell: StoredCell): boolean {
  return cell.value === null && cell.formula === undefined && cell.kind === undefined;
}

export function isUntouched(cell: StoredCell): boolean {
  return isBlank(cell) && cell.format === 'General' && cell.look === PLAIN && cell.link === undefined;
}
