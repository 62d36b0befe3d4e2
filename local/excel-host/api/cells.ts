/** What a range's cells hold: read as rows, written as rows or as one value for all. */
import type { Scalar } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import { OfficeError } from '../errors.ts';
import { ROWS, sizeOf } from '../model/areas.ts';
import type { StoredCell } from '../model/cells.ts';
import type { SheetModel } from '../model/sheet.ts';
import { common, type Env } from './base.ts';

/** A rectangle of a sheet. */
interface Cells {
  env: Env;
  sheet: SheetModel;
  area: Area;
  rowCount: number;
  columnCount: number;
}

export function grid<T>(range: Cells, of: (cell: StoredCell | undefined) => T): T[][] | null {
  const { sheet, area, env } = range;
  // Excel answers null, without an error, where it is asked too much.
  if (env.faults.isTooLarge(sizeOf(area))) return null;
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line = sheet.rows.get(row);
    const cells: T[] = [];
    for (let column = area.left; column <= area.right; column += 1) cells.push(of(line?.[column]));
    rows.push(cells);
  }
  return rows;
}

export function typeOf(cell: StoredCell | undefined): string {
  if (cell?.kind === 'error') return 'Error';
  if (cell?.kind === 'other') return 'RichValue';
  const value = cell?.value ?? null;
  if (value === null) return cell?.formula === undefined ? 'Empty' : 'String';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

/** Walks over what is written into a range; a scalar goes into every cell, null leaves a cell alone. */
function spread<T>(range: Cells, given: T | (T | null)[][], job: (row: number, column: number, one: T) => void): void {
  const { area } = range;
  if (Array.isArray(given)) {
    const fits =
      given.length === range.rowCount &&
      given.every((line) => Array.isArray(line) && line.length === range.columnCount);
    if (!fits) throw new OfficeError('InvalidArgument', 'The array does not match the range.');
  }
  // Values written over filtered rows land in wrong cells: in the rows that show.
  const rows: number[] = [];
  for (let row = area.top; rows.length < range.rowCount && row < ROWS; row += 1)
    if (!range.sheet.isFiltered || !range.sheet.hiddenRows.has(row)) rows.push(row);
  rows.forEach((row, down) => {
    for (let across = 0; across < range.columnCount; across += 1) {
      const one = Array.isArray(given) ? given[down]![across] : given;
      if (one !== null && one !== undefined) job(row, area.left + across, one);
    }
  });
}

export function writeEach(range: Cells, values: Scalar | null | (Scalar | null)[][]): void {
  range.env.book.checkCells(range.sheet, range.area);
  if (values === null) return;
  spread(range, values as Scalar | (Scalar | null)[][], (row, column, value) => range.sheet.enter(row, column, value));
  range.env.book.changed(range.sheet, range.area);
}

export function writeFormats(range: Cells, formats: string | (string | null)[][]): void {
  const { env, sheet, area } = range;
  env.book.checkCells(sheet);
  if (Array.isArray(formats))
    spread(range, formats, (row, column, format) =>
      sheet.each({ top: row, left: column, bottom: row, right: column }, (cell) => (cell.format = format)),
    );
  else sheet.each(area, (cell) => (cell.format = formats));
  env.book.changed(sheet, area, 'WorksheetFormatChanged');
}

export function hiddenOf(hidden: ReadonlySet<number>, from: number, to: number): boolean | null {
  if (hidden.size === 0) return false;
  return common(
    (function* () {
      for (let at = from; at <= to; at += 1) yield hidden.has(at);
    })(),
    false,
  );
}

export function hide(hidden: Set<number>, from: number, to: number, on: boolean): void {
  for (let index = from; index <= to; index += 1) {
    if (on) hidden.add(index);
    else hidden.delete(index);
  }
}
