/** What forms bring, row by row, and what becomes of the sheet of rows. */
import { cellReference } from '../workbook/address.ts';
import type { Cell, Scalar } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import type { CellEdit, SheetPlan } from '../workbook/plan.ts';
import { foldName } from '../workbook/work-sheets.ts';
import { SELF, VALUES, type DataColumn, type SelfColumn } from './columns.ts';
import type { FormRow, Part } from './form.ts';

/** A part with the file that it is from. */
export interface Taken {
  file: string;
  part: Part;
}

export interface Change {
  unit: string;
  indicator: string;
  column: SelfColumn;
  old: Scalar | null;
  new: Scalar | null;
  file: string;
  cell: string;
}

/** A figure of the unit's own that changed after somebody had verified it. */
export interface Reviewed {
  unit: string;
  indicator: string;
  sheet: string;
  cell: string;
  value: string;
  columns: SelfColumn[];
}

export interface Merged {
  rows: { added: number; changed: number; kept: number };
  changes: Change[];
  reviewed: Reviewed[];
  /** What is written: a new sheet, made when it is asked for, or edits of the one that is there. */
  sheet: (() => SheetPlan) | null;
  edits: CellEdit[];
  /** The sheet as it is afterwards, and its place in the book. */
  after: SheetPicture;
  place: number;
  /** Of which file each row of it is. */
  fileOf: Map<number, string>;
}

const LONGEST = 31;

/** @returns a name that no sheet has. */
export function freeName(picture: Picture, names: readonly string[]): string {
  const taken = new Set(picture.sheets.map(({ name }) => foldName(name)));
  const free = names.find((name) => !taken.has(foldName(name)));
  if (free !== undefined) return free;
  const base = names[names.length - 1] ?? '';
  for (let count = 2; ; count += 1) {
    const name = `${base.slice(0, LONGEST - 5)} (${count})`;
    if (!taken.has(foldName(name))) return name;
  }
}

/** @returns a cell's address in its form, as an official reads it. */
export const placeOf = ({ sheet, row }: FormRow, column: number): string => cellReference(sheet, row, column);

/** Where a row of a form stands: its first value, else its code. */
function sourceOf(row: FormRow): string {
  const at = row.values.findIndex((value, place) => place < VALUES && value !== null && row.columns[place] !== null);
  return placeOf(row, row.columns[at] ?? row.first);
}

/** @returns all columns of a row that forms fill. */
export function rowCells({ file, part }: Taken, row: FormRow): Map<DataColumn, Cell> {
  const cells = new Map<DataColumn, Cell>([
    ['unit', part.owner.name],
    ['unitCode', part.owner.code],
    ['period', part.period === '' ? null : part.period],
    ['code', row.code],
    ['name', row.name],
  ]);
  SELF.forEach((column, place) => cells.set(column, row.values[place] ?? null));
  cells.set('file', file);
  cells.set('cell', sourceOf(row));
  return cells;
}
