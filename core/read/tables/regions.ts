/** The rows among which a table's own are looked for, and what several kinds ask of one. */
import type { Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { isSumRowName } from '../headers/headers.ts';
import type { Outline } from './found-table.ts';

function blankBetween({ cells }: RowPicture, left: number, right: number): boolean {
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column])) return false;
  return true;
}

/** @returns the rows under a table's header and before row `end` that have something within its columns. */
export function regionOf({ grid, firstRow, left, right }: Outline, end: number): RowPicture[] {
  return grid.rows.filter((row) => row.index >= firstRow && row.index < end && !blankBetween(row, left, right));
}

/** @returns whether a cell is merged over its neighbours to the right: a title inside the table. */
export function isBanner(grid: Grid, row: number, column: number): boolean {
  return grid
    .mergesAt(row)
    .some((area) => area.top === row && area.left <= column && area.right > column && area.right - area.left > 1);
}

/** @returns whether a row is called a sum in one of the columns. Long tables repeat their names row by row: the last answer is kept. */
export function saysSum(columns: readonly number[]): (cells: readonly Cell[]) => boolean {
  const last = [...new Set(columns)].map((column) => ({ column, name: '', sum: false }));
  return (cells) => {
    let says = false;
    for (const known of last) {
      const name = textOf(cells[known.column]);
      if (name !== known.name) {
        known.name = name;
        known.sum = isSumRowName(name);
      }
      says ||= known.sum;
    }
    return says;
  };
}

/** @returns whether a text was surely meant for a code: "1-1", "1.1*". */
export function isOdd(text: string): boolean {
  return /^\S*\d\S*$/.test(text);
}

/** @returns the numbers, each once, ascending. */
export function ascending(rows: Iterable<number>): number[] {
  return [...new Set(rows)].sort((x, y) => x - y);
}

/** @returns the place of the first of these rising numbers that is above a limit. */
export function firstAfter(rows: readonly number[], limit: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
