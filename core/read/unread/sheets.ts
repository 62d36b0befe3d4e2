/** What stands on sheets and that no table holds: tables and lists that nobody read, and strays. */
import type { IndexSet } from '../../framework/framework.ts';
import type { Remark } from '../assessment.ts';
import type { FoundTable } from '../tables/found-table.ts';
import { headerOf } from '../tables/places.ts';
import type { FoundTables } from '../tables/tables.ts';
import { unreadLists } from './lists.ts';
import { straysIn } from './strays.ts';
import { noSets, unreadTables } from './tables.ts';

/** What was read, as far as what was not depends on it. */
export interface Known {
  sets: readonly IndexSet[];
  /** Whether a text names a unit that was read. */
  isUnit: (text: string) => boolean;
  /** Whether a list says who is ranked. */
  listed: boolean;
  /** Whether units or data are missing, so that any table that nobody read may hold them. */
  isMissing: boolean;
}

/** @returns what looks like a table or a list on sheets that gave none, and where nothing is an index set but for a column. */
export function unreadSheets(
  { grids, ownSheets }: FoundTables,
  tables: readonly FoundTable[],
  { sets, isUnit, listed, isMissing }: Known,
): Remark[] {
  const readFrom = (sheet: number): number =>
    ownSheets.includes(sheet)
      ? 0
      : Math.min(...tables.filter((table) => table.sheet === sheet).map(({ headerTop }) => headerTop));
  const nothing = sets.length === 0;
  const codes = new Set(sets.flatMap((set) => set.indicators.map(({ code }) => code)));
  const unread = unreadTables(grids, readFrom, { all: isMissing, nothing, listed, codes, isUnit });
  if (nothing) return [...unread, ...noSets(tables, headerOf)];
  if (listed) return unread;
  const isTold = (sheet: number): boolean => readFrom(sheet) < Infinity || unread.some(({ at }) => at?.sheet === sheet);
  return [...unread, ...unreadLists(grids, isTold, { has: isUnit })];
}

/** @returns what stands outside the tables of each sheet; of hidden sheets only sets, units and settings are anybody's business. */
export function strays(
  { grids }: FoundTables,
  tables: readonly FoundTable[],
  isUnit: (text: string) => boolean,
): Remark[] {
  const bySheet = new Map<number, FoundTable[]>(grids.map(({ sheet }) => [sheet, []]));
  for (const table of tables) bySheet.get(table.sheet)?.push(table);
  return grids.flatMap((grid) =>
    grid.picture.visibility === 'visible' ? straysIn(grid, bySheet.get(grid.sheet) ?? [], isUnit) : [],
  );
}
