/** Columns of points whose header names another period than the one that counts (docs/contract.md#columns-that-compete). */
import type { ColumnRole, Remark } from '../assessment.ts';
import { fullHeader, headerRow, periodColumns, periodOf } from './claims.ts';
import type { FoundTable } from './extent.ts';
import type { Grid } from '../cells/grid.ts';
import { laterPeriod, mayBeSame, readPeriod } from '../periods/periods.ts';

const POINTS: readonly ColumnRole[] = ['self', 'verified'];

/** Columns of points that stand alone in their role; periods side by side are told apart by periodColumns. */
function alone(table: FoundTable): { role: ColumnRole; column: number; period: string }[] {
  if (table.kind !== 'form' && table.kind !== 'long') return [];
  const beside = periodColumns(table);
  return POINTS.flatMap((role) => {
    const column = table.columns[role];
    if (column === undefined || beside.has(role)) return [];
    const period = periodOf(table, column);
    return period === '' ? [] : [{ role, column, period }];
  });
}

/** @returns the latest period that columns of points name; null: none. */
export function latestNamed(tables: readonly FoundTable[]): string | null {
  let best: string | null = null;
  for (const { period } of tables.flatMap(alone)) {
    const [one, other] = [readPeriod(best ?? ''), readPeriod(period)!];
    if (one === null || laterPeriod(one, other) === other) best = period;
  }
  return best;
}

/**
 * Takes the columns of another period out of a table.
 * @param chosen the period that counts, as written. @returns column.unread at their headers.
 */
export function leaveOtherPeriods(table: FoundTable, grid: Grid, chosen: string): Remark[] {
  return alone(table)
    .filter(({ period }) => !mayBeSame(period, chosen))
    .map(({ role, column, period }): Remark => {
      delete table.columns[role];
      const at = { sheet: table.sheet, row: headerRow(table, grid, column), column };
      return {
        kind: 'column.unread',
        at,
        variant: 'period',
        args: { header: fullHeader(table, column), period, chosen },
      };
    });
}
