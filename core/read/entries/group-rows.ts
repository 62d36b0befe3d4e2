/** Rows of a letter or Roman numeral in forms and long tables: what stands under them, and sums typed into them. */
import { shownText } from '../cells/codes.ts';
import { groupAt, VALUE_ROLES, type FoundTable } from '../tables/extent.ts';
import type { Grid } from '../cells/grid.ts';
import { indicatorFor, type SetIndex } from '../sets/set-index.ts';
import type { CodedRow } from '../sets/sets.ts';
import { figureOf } from '../cells/summaries.ts';

/** A row with a code, and where it stands. */
export type GroupedRow = CodedRow & { row: number };

/** @returns the place of the first of these rising numbers that is above a limit. */
function firstAfter(rows: readonly number[], limit: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sets the group of rows that stand together: the letter or numeral of the last group row above each. */
export function setGroups(table: FoundTable, grid: Grid, coded: GroupedRow[]): void {
  const { groupRows, columns, kind } = table;
  if (groupRows.length === 0 || coded.length === 0) return;
  const ownerOf = (row: number): string =>
    kind === 'long'
      ? [columns.unit, columns.unitCode]
          .map((column) => shownText(column === undefined ? null : grid.lent(row, column)))
          .join('\n')
      : '';
  // The rows of one unit of a long table ask only for the group rows among them.
  const owner = ownerOf(coded[0]!.row);
  let next = firstAfter(groupRows, coded[0]!.row - 1);
  while (next > 0 && ownerOf(groupRows[next - 1]!) === owner) next -= 1;
  let group = '';
  for (const item of coded) {
    while (next < groupRows.length && groupRows[next]! < item.row) {
      const code = groupAt(table, grid, groupRows[next]!);
      group = 'group' in code ? code.group : group;
      next += 1;
    }
    if (table.loneGroups?.includes(item.row) === true) group = '';
    item.group = group;
  }
}

/** @returns the group rows of a form that stand over whole pillars, one or several: figures in them are their sums. */
export function groupSums(
  table: FoundTable,
  coded: readonly GroupedRow[],
  index: SetIndex,
): { row: number; pillars: string[] }[] {
  if (table.groupRows.length === 0) return [];
  const rowsOf = new Map<string, Set<number | undefined>>();
  const pillarsOf = new Map<number | undefined, Set<string>>();
  for (const { row, code, group } of coded) {
    const indicator = indicatorFor(index, code, group);
    if (indicator === undefined) continue;
    const { pillar } = index.set.indicators[indicator]!;
    const over = table.groupRows[firstAfter(table.groupRows, row) - 1];
    rowsOf.set(pillar, (rowsOf.get(pillar) ?? new Set()).add(over));
    pillarsOf.set(over, (pillarsOf.get(over) ?? new Set()).add(pillar));
  }
  return [...pillarsOf].flatMap(([row, pillars]) => {
    const whole = [...pillars].every((pillar) => rowsOf.get(pillar)!.size === 1);
    return row !== undefined && whole ? [{ row, pillars: [...pillars] }] : [];
  });
}

/**
 * @param groups group rows of a long table, @param data its rows of data, both ascending; @param ownerOf the unit of a row.
 * @returns the figures of group rows that are no sums of what follows of their unit: nobody knows what they are points of.
 */
export function unsummed(
  table: FoundTable,
  grid: Grid,
  groups: readonly number[],
  data: readonly number[],
  ownerOf: (row: number) => unknown,
): { row: number; columns: number[] }[] {
  const values = VALUE_ROLES.flatMap((role) => table.columns[role] ?? []);
  return groups.flatMap((row) => {
    const open = new Map(
      values.flatMap((column): [number, number][] => {
        const figure = figureOf(grid.at(row, column));
        return figure === null ? [] : [[column, figure]];
      }),
    );
    if (open.size === 0) return [];
    const owner = ownerOf(row);
    const sums = new Map<number, number>();
    for (let place = firstAfter(data, row); place < data.length && open.size > 0; place += 1) {
      const at = data[place]!;
      if (ownerOf(at) !== owner) {
        // Rows of a unit stand together, unless they are sorted by indicator.
        if (sums.size > 0) break;
        continue;
      }
      for (const [column, whole] of open) {
        const sum = (sums.get(column) ?? 0) + (figureOf(grid.at(at, column)) ?? 0);
        sums.set(column, sum);
        if (Math.abs(sum - whole) < 1e-9) open.delete(column);
      }
    }
    return open.size === 0 ? [] : [{ row, columns: [...open.keys()] }];
  });
}
