/** Constant-time access to the cells of one sheet, and to the merged areas of its header rows. */
import type { Cell } from '../workbook/cell.ts';
import { isEmpty, scalarOf } from '../workbook/cell.ts';
import type { Area, RowPicture, SheetPicture } from '../workbook/picture.ts';

export interface Grid {
  sheet: number;
  picture: SheetPicture;
  rows: RowPicture[];
  at(row: number, column: number): Cell;
  row(row: number): RowPicture | undefined;
  mergesAt(row: number): Area[];
}

/** @returns a look-up of rows by their index. Most sheets have no empty rows inside and need no map. */
export function rowFinder(rows: readonly RowPicture[]): (row: number) => RowPicture | undefined {
  const first = rows[0]?.index ?? 0;
  if (rows.every((row, place) => row.index === first + place)) return (row) => rows[row - first];
  const byRow = new Map<number, RowPicture>();
  for (const row of rows) byRow.set(row.index, row);
  return (row) => byRow.get(row);
}

/** @returns the grid of a sheet; `index` is its place in picture.sheets. */
export function gridOf(picture: SheetPicture, index: number): Grid {
  const find = rowFinder(picture.rows);
  // Only the first and last rows of a merge are indexed: a header looks at no other, and a merge may be a million rows high.
  const merges = new Map<number, Area[]>();
  for (const area of picture.merges) {
    for (let row = area.top; row <= Math.min(area.bottom, area.top + 3); row += 1) {
      const there = merges.get(row);
      if (there === undefined) merges.set(row, [area]);
      else there.push(area);
    }
  }
  return {
    sheet: index,
    picture,
    rows: picture.rows,
    at: (row, column) => find(row)?.cells[column] ?? null,
    row: find,
    mergesAt: (row) => merges.get(row) ?? [],
  };
}

/** @returns the text of a text cell, "" for anything else. */
export function textOf(cell: Cell | undefined): string {
  const value = scalarOf(cell);
  return typeof value === 'string' ? value : '';
}

/** @returns whether nothing that a person sees stands in the cell. */
export function isBlank(cell: Cell | undefined): boolean {
  return isEmpty(cell) || (typeof scalarOf(cell) === 'string' && textOf(cell).trim() === '');
}
