/** A sheet of ours that is there already. */
import type { Table } from '#core/workbook/marks';
import type { Area } from '#core/workbook/picture';

/** What our old sheet was like. */
export interface Old {
  sheet: Excel.Worksheet;
  name: string;
  rows: number;
  columns: number;
  filter: boolean;
  filtered: boolean;
  filterArea: Area | null;
  /** It lies apart from what we write. */
  keepsFilter: boolean;
  /** To the last cell with a value; null: there is none. */
  filled: { bottom: number; right: number } | null;
  /** What we wrote there; null: not known, then all of it counts as ours. */
  table: Table | null;
}

/** @returns the areas of an old sheet that are ours. */
export function oursOn({ rows, columns, table }: Old): readonly Area[] {
  if (table !== null) return table.areas;
  return rows === 0 ? [] : [{ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }];
}
