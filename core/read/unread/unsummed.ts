/** Sums typed into the group rows of a long table. */
import { figureOf } from '../cells/summaries.ts';
import { VALUE_ROLES, type LongTable } from '../tables/found-table.ts';
import { firstAfter } from '../tables/regions.ts';

/**
 * @param groups group rows of a long table, @param data its rows of data, both ascending; @param ownerOf the unit of a row.
 * @returns the figures of group rows that are no sums of what follows of their unit: nobody knows what they are points of.
 */
export function unsummed(
  { columns, grid }: LongTable,
  groups: readonly number[],
  data: readonly number[],
  ownerOf: (row: number) => unknown,
): { row: number; columns: number[] }[] {
  const values = VALUE_ROLES.flatMap((role) => columns[role] ?? []);
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
    for (let place = firstAfter(data, row); open.size > 0; place += 1) {
      const at = data[place];
      if (at === undefined) break;
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
