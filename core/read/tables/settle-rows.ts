/** Where a table ends, and which of its rows are data, groups and sums (docs/contract.md#rows). */
import { codedRows } from './coded-rows.ts';
import type { FoundTable, Outline, SettingsTable, TableRows } from './found-table.ts';
import { listedRows } from './listed-rows.ts';
import { longRows } from './long-rows.ts';
import { regionOf } from './regions.ts';

function rowsOf(table: Outline, end: number, isRepeat: (row: number) => boolean): TableRows {
  const region = regionOf(table, end);
  if (table.kind === 'matrix' || table.kind === 'units') return listedRows(table, region, end, isRepeat);
  const own = region.filter(({ index }) => !isRepeat(index));
  return table.kind === 'long' ? longRows(table, own) : codedRows(table, own);
}

/**
 * @param end the first row that belongs to another table below; `isRepeat`: whether the table's header stands there again.
 * @returns the table with its rows.
 */
export function settleRows(
  table: Outline,
  end: number,
  isRepeat: (row: number) => boolean,
): Exclude<FoundTable, SettingsTable> {
  const rows = rowsOf(table, end, isRepeat);
  return {
    ...table,
    ...rows,
    // What stands below the table is a stray.
    lostRows: rows.lostRows.filter((row) => row <= rows.lastRow),
    lastRow: rows.lastRow < table.firstRow ? table.headerBottom : rows.lastRow,
  };
}
