/** Tables that nobody read: a header and rows of figures on a sheet that gave nothing, while units or data are missing. */
import { scalarOf } from '../workbook/cell.ts';
import { clean } from '../workbook/text.ts';
import type { CellRef, ColumnRole, Remark } from './assessment.ts';
import { readCode, shownText } from './codes.ts';
import { isBlank, textOf, type Grid } from './grid.ts';
import { isMaximumName, roleOfHeader } from './headers.ts';
import { isIndexRow } from './index-row.ts';
import { figureOf } from './summaries.ts';

const LEAST = 3;
/** A header stands near the top; a sheet of text has none. */
const DEEPEST = 30;

interface Block {
  row: number;
  columns: number[];
  /** The rows of figures under it. */
  rows: number[];
}

/** A row of words over at least three rows with figures. */
function blockIn(grid: Grid): Block | null {
  for (const { index, cells } of grid.rows.slice(0, DEEPEST)) {
    const columns: number[] = [];
    let words = 0;
    cells.forEach((cell, column) => {
      if (isBlank(cell)) return;
      columns.push(column);
      if (typeof scalarOf(cell) === 'string' && !('code' in readCode(cell))) words += 1;
    });
    if (columns.length < 2 || words < 1 || columns.some((column) => isFigure(cells[column]))) continue;
    const rows: number[] = [];
    for (let at = index + 1; rows.length < 50; at += 1) {
      const row = grid.row(at);
      if (row === undefined) break;
      if (isIndexRow(grid, at, columns[0]!, columns[columns.length - 1]!)) continue;
      const filled = columns.filter((column) => !isBlank(row.cells[column]));
      if (filled.length < 2) break;
      if (columns.some((column, place) => place > 0 && figureOf(row.cells[column]) !== null)) rows.push(at);
    }
    if (rows.length >= LEAST) return { row: index, columns, rows };
  }
  return null;
}

/** A number that is no code of a header. */
function isFigure(cell: Parameters<typeof figureOf>[0]): boolean {
  return figureOf(cell) !== null && !('code' in readCode(cell ?? null));
}

interface Missing {
  /** The header word that the table lacks. */
  word: string;
  /** The column that it may stand over; null where none is likely. */
  column: number | null;
}

/** What a reader looked for in a header and did not find. */
function missingIn(grid: Grid, { row, columns, rows }: Block): Missing | null {
  const roles = new Map<ColumnRole, number>();
  const free: number[] = [];
  let codes = 0;
  for (const column of columns) {
    const cell = grid.at(row, column);
    const role = typeof scalarOf(cell) === 'string' ? roleOfHeader(textOf(cell)) : null;
    if (role !== null) roles.set(role, column);
    else free.push(column);
    if ('code' in readCode(cell)) codes += 1;
  }
  const isText = (column: number): boolean =>
    rows.filter((at) => /\p{L}{2}/u.test(textOf(grid.at(at, column)))).length * 2 > rows.length;
  const texts = free.filter((column) => isText(column) && !('code' in readCode(grid.at(row, column))));
  const numbers = free.filter((column) => !isText(column));
  const maxima = rows.some((at) => columns.some((column) => isMaximumName(textOf(grid.at(at, column)))));
  const unit = roles.has('unit') || roles.has('unitCode');
  if (roles.has('name') || roles.has('code')) {
    if (!roles.has('maximum')) return { word: 'Điểm tối đa', column: numbers[0] ?? null };
    if (!roles.has('name')) return { word: 'Chỉ số', column: texts[0] ?? null };
    if (!roles.has('code') && !roles.has('order')) return { word: 'Mã', column: free[0] ?? null };
    return { word: 'Điểm thẩm định', column: numbers[0] ?? null };
  }
  if (!unit && (codes > 0 || maxima || roles.size > 0)) return { word: 'Đơn vị', column: texts[0] ?? null };
  if (unit && numbers.length > 0) return { word: 'Điểm tối đa', column: null };
  return null;
}

/** @returns a remark for each sheet that gave nothing though it holds a table, at the first cell of its header. */
export function unreadTables(grids: readonly Grid[], isRead: (sheet: number) => boolean): Remark[] {
  return grids.flatMap((grid, sheet): Remark[] => {
    if (isRead(sheet) || grid.picture.visibility !== 'visible') return [];
    const block = blockIn(grid);
    const missing = block === null ? null : missingIn(grid, block);
    if (block === null || missing === null) return [];
    const at: CellRef = { sheet, row: block.row, column: block.columns[0]! };
    const place: CellRef | null = missing.column === null ? null : { ...at, column: missing.column };
    const header = place === null ? '' : clean(shownText(grid.at(place.row, place.column)));
    return [
      {
        kind: 'table.unread',
        at,
        variant: place === null ? 'word' : undefined,
        args: { word: missing.word, header, count: String(block.rows.length) },
        ...(place === null ? {} : { repair: [{ at: place, value: missing.word }] }),
      } as Remark,
    ];
  });
}
