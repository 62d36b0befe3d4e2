/** Columns of points whose header names another period than the one that counts (docs/contract.md#columns-that-compete). */
import type { ColumnRole, Remark } from '../assessment.ts';
import { fullHeader, headerRow, periodColumns, periodOf, type Claimed } from './claims.ts';
import { withoutRoles, type FoundTable } from './found-table.ts';
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
    const [one, other] = [readPeriod(best ?? ''), readPeriod(period)];
    if (one === null || (other !== null && laterPeriod(one, other) === other)) best = period;
  }
  return best;
}

/**
 * @param chosen the period that counts, as written.
 * @returns a table without its columns of another period, and column.unread at their headers.
 */
export function leaveOtherPeriods<T extends FoundTable>(table: T, chosen: string): Claimed<T> {
  const others = alone(table).filter(({ period }) => !mayBeSame(period, chosen));
  if (others.length === 0) return { table, remarks: [] };
  const remarks = others.map(({ column, period }): Remark => ({
    kind: 'column.unread',
    at: { sheet: table.sheet, row: headerRow(table, column), column },
    variant: 'period',
    args: { header: fullHeader(table, column), period, chosen },
  }));
  const columns = withoutRoles(table.columns, ...others.map(({ role }) => role));
  return { table: { ...table, columns }, remarks };
}
