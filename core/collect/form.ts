/** What a form says, once it is read: whose it is, its state, its rows. */
import type { Cell } from '../workbook/cell.ts';
import type { Owner } from './book.ts';
import { VALUES } from './columns.ts';

export type Status = 'received' | 'duplicate' | 'other-set' | 'old-form' | 'unknown-unit' | 'unreadable' | 'empty';

/** A row of a form: what it says of one indicator, and where. `columns`: by the order of SELF, null where the form has none. */
export interface FormRow {
  code: string;
  name: string;
  values: readonly Cell[];
  sheet: string;
  row: number;
  columns: readonly (number | null)[];
  /** The column of the code. */
  first: number;
}

/** What a file says of one unit. */
export interface Part {
  owner: Owner;
  period: string;
  rows: readonly FormRow[];
}

export interface ReadForm {
  status: Status;
  owners: readonly Owner[];
  period: string | null;
  parts: Part[];
  values: number;
  errors: number;
  /** Cells that were not taken: they are errors whatever the others score. */
  lost: number;
  why: string[];
}

/** @returns how many values rows have. */
export function valuesIn(rows: readonly FormRow[]): number {
  return rows.reduce((sum, { values }) => sum + values.slice(0, VALUES).filter((value) => value !== null).length, 0);
}
