/** Constant-time access to the cells of one sheet, and to the merged areas of its header rows. */
import type { Cell } from '../../workbook/cell.ts';
import { isEmpty, scalarOf } from '../../workbook/cell.ts';
import type { Area, Picture, RowPicture, SheetPicture } from '../../workbook/picture.ts';

export interface Grid {
  sheet: number;
  picture: SheetPicture;
  rows: RowPicture[];
  at(row: number, column: number): Cell;
  row(row: number): RowPicture | undefined;
  mergesAt(row: number): Area[];
  /** The cell, or where it is blank inside a merge that goes over several rows, the cell that holds the merge's content. */
  lent(row: number, column: number): Cell;
}

/** @returns a look-up of rows by their index. Most sheets have no empty rows inside and need no map. */
export function rowFinder(rows: readonly RowPicture[]): (row: number) => RowPicture | undefined {
  const first = rows[0]?.index ?? 0;
  if (rows.every((row, place) => row.index === first + place)) return (row) => rows[row - first];
  const byRow = new Map<number, RowPicture>();
  for (const row of rows) byRow.set(row.index, row);
  return (row) => byRow.get(row);
}

/** @returns the merge over several rows that holds a cell, if its first column is the cell's own. Made on the first call: few sheets ask. */
function tallMerges(merges: readonly Area[]): (row: number, column: number) => Area | undefined {
  let byColumn: Map<number, Area[]> | null = null;
  return (row, column) => {
    if (byColumn === null) {
      byColumn = new Map();
      for (const area of merges) {
        if (area.bottom === area.top) continue;
        const there = byColumn.get(area.left);
        if (there === undefined) byColumn.set(area.left, [area]);
        else there.push(area);
      }
      for (const areas of byColumn.values()) areas.sort((x, y) => x.top - y.top);
    }
    const areas = byColumn.get(column);
    if (areas === undefined) return undefined;
    let low = 0;
    let high = areas.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((areas[middle]?.top ?? Infinity) <= row) low = middle + 1;
      else high = middle;
    }
    const area = areas[low - 1];
    return area !== undefined && area.bottom >= row ? area : undefined;
  };
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
  const at = (row: number, column: number): Cell => find(row)?.cells[column] ?? null;
  const tall = tallMerges(picture.merges);
  return {
    sheet: index,
    picture,
    rows: picture.rows,
    at,
    row: find,
    lent: (row, column) => {
      const own = at(row, column);
      if (picture.merges.length === 0 || !isBlank(own)) return own;
      const area = tall(row, column);
      return area === undefined ? own : at(area.top, area.left);
    },
    mergesAt: (row) => merges.get(row) ?? [],
  };
}

/** @returns the grid of a picture's sheet by its place. Throws where the picture has no such sheet. */
export function sheetGrid({ sheets }: Picture, index: number): Grid {
  const sheet = sheets[index];
  if (sheet === undefined) throw new Error(`The picture has no sheet at place ${index}.`);
  return gridOf(sheet, index);
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
