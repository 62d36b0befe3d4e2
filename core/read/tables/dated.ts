/** Of which period the rows and the columns of tables are. */
import { shownText } from '../cells/codes.ts';
import { Periods } from '../periods/choice.ts';
import { periodColumns } from './claims.ts';
import { isData, type DataTable, type FoundTable } from './found-table.ts';
import { formPeriod, surroundings } from './places.ts';

/** @returns what a row says of its period: its column Kỳ, else the line above a form. */
export function periodTextOf(table: DataTable, tables: readonly FoundTable[]): (row: number) => string {
  const { columns, grid, kind } = table;
  const { period } = columns;
  if (period !== undefined) return (row) => shownText(grid.lent(row, period));
  const line = kind === 'form' || kind === 'cross' ? formPeriod(table, surroundings(table, tables)) : '';
  return () => line;
}

/** @returns the periods that the rows and columns of all tables name; which of them counts is not chosen yet. */
export function periodsIn(tables: readonly FoundTable[]): Periods {
  const periods = new Periods();
  for (const table of tables.filter(isData)) {
    const byColumn = [...periodColumns(table).values()].flat();
    for (const { period } of byColumn) periods.note(period);
    const text = periodTextOf(table, tables);
    for (const row of table.dataRows)
      if (byColumn.length === 0) periods.note(text(row));
      else periods.keyOf(text(row));
  }
  return periods;
}

/**
 * @returns a table whose headers tell columns apart by period with those of the chosen one; without them it has no rows, and is of another
 * period.
 */
export function ofPeriod<T extends DataTable>(table: T, periods: Periods): { table: T; isOther: boolean } {
  let columns = table.columns;
  let isOther = false;
  for (const [role, ofRole] of periodColumns(table)) {
    const counted = ofRole.find(({ period }) => periods.counts(period));
    if (counted === undefined) isOther = true;
    else columns = { ...columns, [role]: counted.column };
  }
  return { table: isOther ? { ...table, columns, dataRows: [] } : { ...table, columns }, isOther };
}
