/** A picture after a person, or a repair, has changed some of its cells. */
import { fromA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';

/** @returns the cell at an address. */
export function cellOf(picture: Picture, sheet: string, address: string): Cell {
  const { row, column } = fromA1(address)!;
  const rows = picture.sheets.find((one) => one.name === sheet)!.rows;
  return rows.find((one) => one.index === row)?.cells[column] ?? null;
}

/** The new content under the old number format, unless the edit brings its own. */
function changed(before: Cell, { value, format }: CellEdit): Cell {
  const old = typeof before === 'object' && before !== null ? before.format : undefined;
  const next = format ?? old;
  return next === undefined || next === 'General' || value === null ? value : { value, format: next };
}

/** @returns the picture with these edits in it. */
export function edited(picture: Picture, edits: readonly CellEdit[]): Picture {
  return {
    sheets: picture.sheets.map((sheet) => {
      const mine = edits.filter((edit) => edit.sheet === sheet.name);
      if (mine.length === 0) return sheet;
      const rows = new Map(sheet.rows.map((row) => [row.index, { ...row, cells: [...row.cells] }]));
      for (const edit of mine) {
        const { row, column } = fromA1(edit.cell)!;
        const own = rows.get(row) ?? { index: row, cells: [] };
        while (own.cells.length <= column) own.cells.push(null);
        own.cells[column] = changed(own.cells[column]!, edit);
        rows.set(row, own);
      }
      return { ...sheet, rows: [...rows.values()].sort((a, b) => a.index - b.index) };
    }),
  };
}
