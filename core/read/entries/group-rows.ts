/** Rows of a letter or Roman numeral in forms and long tables, and what stands under them. */
import { shownText } from '../cells/codes.ts';
import type { CodedTable } from '../tables/found-table.ts';
import { groupAt } from '../tables/group-marks.ts';
import { firstAfter } from '../tables/regions.ts';
import { indicatorFor, type SetIndex } from '../sets/set-index.ts';
import type { CodedRow } from '../sets/sets.ts';

/** A row with a code, and where it stands. */
export type GroupedRow = CodedRow & { row: number };

/** Sets the group of rows that stand together: the letter or numeral of the last group row above each. */
export function setGroups(table: CodedTable, coded: GroupedRow[]): void {
  const { groupRows, loneGroups, columns, grid, kind } = table;
  const [first] = coded;
  if (groupRows.length === 0 || first === undefined) return;
  const ownerOf = (row: number | undefined): string | null => {
    if (row === undefined) return null;
    if (kind !== 'long') return '';
    return [columns.unit, columns.unitCode]
      .map((column) => shownText(column === undefined ? null : grid.lent(row, column)))
      .join('\n');
  };
  // The rows of one unit of a long table ask only for the group rows among them.
  const owner = ownerOf(first.row);
  let next = firstAfter(groupRows, first.row - 1);
  while (ownerOf(groupRows[next - 1]) === owner) next -= 1;
  let group = '';
  for (const item of coded) {
    for (let row = groupRows[next]; row !== undefined && row < item.row; row = groupRows[next]) {
      const code = groupAt(table, row);
      group = 'group' in code ? code.group : group;
      next += 1;
    }
    if (loneGroups.includes(item.row)) group = '';
    item.group = group;
  }
}

/** @returns the group rows of a form that stand over whole pillars, one or several: figures in them are their sums. */
export function groupSums(
  { groupRows }: CodedTable,
  coded: readonly GroupedRow[],
  index: SetIndex,
): { row: number; pillars: string[] }[] {
  if (groupRows.length === 0) return [];
  const rowsOf = new Map<string, Set<number | undefined>>();
  const pillarsOf = new Map<number | undefined, Set<string>>();
  for (const { row, code, group } of coded) {
    const indicator = indicatorFor(index, code, group);
    if (indicator === undefined) continue;
    const pillar = index.set.indicators[indicator]?.pillar ?? '';
    const over = groupRows[firstAfter(groupRows, row) - 1];
    rowsOf.set(pillar, (rowsOf.get(pillar) ?? new Set()).add(over));
    pillarsOf.set(over, (pillarsOf.get(over) ?? new Set()).add(pillar));
  }
  return [...pillarsOf].flatMap(([row, pillars]) => {
    const whole = [...pillars].every((pillar) => rowsOf.get(pillar)?.size === 1);
    return row !== undefined && whole ? [{ row, pillars: [...pillars] }] : [];
  });
}
