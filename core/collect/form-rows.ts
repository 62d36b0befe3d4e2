/** The rows of a form: what each entry says in the columns that are collected. */
import { toNumber } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import { INPUT_COLUMNS, readingOf, type Assessment, type Entry, type Table } from '../read/assessment.ts';
import { gridOf, type Grid } from '../read/cells/grid.ts';
import type { Cell } from '../workbook/cell.ts';
import { collected, SELF, VALUES, type SelfColumn } from './columns.ts';
import type { FormRow } from './form.ts';

/** Where the columns of a table stand, in the order of SELF; made once a table. */
function placesIn(table: Table): (number | null)[] {
  return SELF.map((column) => table.columns[column] ?? null);
}

/** Makes the rows of one form; what tables and sheets share is made once. */
export class Rows {
  private readonly grids = new Map<number, Grid>();
  private readonly places = new Map<string, readonly (number | null)[]>();

  constructor(
    private readonly assessment: Assessment,
    private readonly set: IndexSet,
  ) {}

  private gridOf(sheet: number): Grid | null {
    const picture = this.assessment.picture.sheets[sheet];
    if (picture === undefined) return null;
    const known = this.grids.get(sheet) ?? gridOf(picture, sheet);
    this.grids.set(sheet, known);
    return known;
  }

  private columnsOf(entry: Entry, table: Table): readonly (number | null)[] {
    const found = placesIn(table);
    for (const column of INPUT_COLUMNS) {
      const place = (SELF as readonly string[]).indexOf(column);
      const reading = readingOf(entry.readings, column);
      if (place >= 0) found[place] = reading === undefined ? null : reading.at.column;
    }
    const key = found.join();
    const known = this.places.get(key) ?? found;
    this.places.set(key, known);
    return known;
  }

  /** What an entry says; null where its table or indicator is not there. */
  of(entry: Entry, table: Table): FormRow | null {
    const grid = this.gridOf(table.sheet);
    const indicator = this.set.indicators[entry.indicator];
    if (grid === null || indicator === undefined) return null;
    const columns = this.columnsOf(entry, table);
    const said = (column: SelfColumn, place: number): Cell => {
      const reading = column === 'evidence' || column === 'note' ? undefined : readingOf(entry.readings, column);
      if (reading?.of !== undefined && reading.value !== null) return toNumber(reading.value);
      const at = columns[place] ?? null;
      return at === null ? null : collected(place < VALUES ? grid.at(entry.row, at) : grid.lent(entry.row, at));
    };
    return {
      code: indicator.code,
      name: indicator.name,
      values: SELF.map(said),
      sheet: grid.picture.name,
      row: entry.row,
      columns,
      first: entry.codeAt.column,
    };
  }
}

/** @returns one row of two: two tables of one unit that each say a part of a row. */
export function joined(one: FormRow, other: FormRow): FormRow {
  return { ...one, values: one.values.map((value, place) => value ?? other.values[place] ?? null) };
}
