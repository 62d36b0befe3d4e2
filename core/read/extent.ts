/** Where a table ends, and which of its rows are data, groups and sums (design §2). */
import { scalarOf } from '../workbook/cell.ts';
import type { Cell } from '../workbook/cell.ts';
import { clean, foldUnit } from '../workbook/text.ts';
import type { ColumnRole, Table } from './assessment.ts';
import { readCode, shownText } from './codes.ts';
import type { Grid } from './grid.ts';
import { isBlank, textOf } from './grid.ts';
import { isMaximumName, isSumRowName, isUnitLine } from './headers.ts';

/** A table with what the reader needs beside the contract. All row lists ascend. */
export interface FoundTable extends Table {
  /** Matrix: the row of maxima under the header. */
  maxRow?: number;
  /** Matrix: every header that is no role is a code (else they are names). */
  codesOnly?: boolean;
  groupRows: number[];
  sumRows: number[];
  /** Index set and form: rows of text directly under a coded row that continue it. */
  continuationRows: number[];
}

export const VALUE_ROLES: ColumnRole[] = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'];

function blankBetween(grid: Grid, row: number, left: number, right: number): boolean {
  const cells = grid.row(row)?.cells;
  if (cells === undefined) return true;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column])) return false;
  return true;
}

function isFigure(cell: Cell): boolean {
  const value = scalarOf(cell);
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value.length < 40 && /^[(\s]*[-−]?\d[\d.,\s]*(?:%|điểm|đ)?[)\s]*$/i.test(value))
  );
}

/** Fills dataRows, groupRows, sumRows, lastRow of a coded table whose region ends before row `end`. */
function coded(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  const { columns } = table;
  const codeColumn = columns.code!;
  const nameColumn = columns.name ?? columns.unit ?? codeColumn;
  const unitColumns = [columns.unit, columns.unitCode].filter((column): column is number => column !== undefined);
  let previous = -2;
  // A long table repeats its names row by row.
  let lastName = '';
  let lastIsSum = false;
  for (const row of grid.rows) {
    const at = row.index;
    if (at < table.firstRow || at >= end) continue;
    if (blankBetween(grid, at, table.left, table.right) || isRepeat(at)) continue;
    const code = readCode(row.cells[codeColumn]);
    const name = textOf(row.cells[nameColumn]);
    if (name !== lastName) {
      lastName = name;
      lastIsSum = isSumRowName(name);
    }
    const sum = lastIsSum || ('text' in code && isSumRowName(code.text));
    if (sum) table.sumRows.push(at);
    else if (table.kind === 'long') {
      if ('empty' in code || unitColumns.every((column) => isBlank(grid.lent(at, column)))) continue;
      table.dataRows.push(at);
    } else if ('code' in code || 'date' in code) table.dataRows.push(at);
    else if ('group' in code) table.groupRows.push(at);
    else if (
      'text' in code &&
      table.columns.maximum !== undefined &&
      isFigure(row.cells[table.columns.maximum] ?? null)
    )
      table.dataRows.push(at);
    else if ('empty' in code && previous === at - 1) {
      const others = row.cells.some(
        (cell, column) => !isBlank(cell) && column !== nameColumn && column !== columns.description,
      );
      if (others) continue;
      table.continuationRows.push(at);
    } else continue;
    previous = sum || 'group' in code ? -2 : at;
    table.lastRow = at;
  }
}

/** The same for a matrix or a unit list, which end at a blank row unless a new unit with figures follows directly. */
function listed(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  const { columns } = table;
  const unitColumn = columns.unit ?? columns.unitCode!;
  const seen = new Set<string>();
  let gap = false;
  let last = table.firstRow - 1;
  for (const row of grid.rows) {
    const at = row.index;
    if (at < table.firstRow || at >= end) continue;
    if (blankBetween(grid, at, table.left, table.right)) continue;
    const repeat = isRepeat(at);
    const after = gap || at > last + 1;
    if (repeat) {
      if (at > last + 1 && gap) break;
      gap = true;
      last = at;
      continue;
    }
    const cell = row.cells[unitColumn] ?? null;
    const name = clean(shownText(cell));
    const key =
      foldUnit(name) +
      '\n' +
      shownText(row.cells[columns.unitCode ?? -1]) +
      '\n' +
      (columns.group === undefined ? '' : shownText(grid.lent(at, columns.group)));
    let figures = false;
    for (let column = table.left; column <= table.right && !figures; column += 1) {
      if (column === unitColumn || column === columns.order) continue;
      figures =
        table.kind === 'units'
          ? (column === columns.group || column === columns.unitCode) && !isBlank(row.cells[column])
          : isFigure(row.cells[column] ?? null);
    }
    if (
      after &&
      (at > last + 1 || name === '' || seen.has(key) || !figures) &&
      !(at === last + 2 && figures && name !== '' && !seen.has(key))
    )
      break;
    if (after && isSumRowName(name)) break;
    last = at;
    gap = false;
    const order = readCode(row.cells[columns.order ?? -1]);
    if (isSumRowName(name) || (name === '' && 'text' in order && isSumRowName(order.text))) table.sumRows.push(at);
    else if (
      table.maxRow === undefined &&
      table.kind === 'matrix' &&
      table.dataRows.length === 0 &&
      isMaximumName(name)
    )
      table.maxRow = at;
    else if (!figures && ('group' in order || ('text' in order && name === ''))) table.groupRows.push(at);
    else if (name !== '' && !figures && /^[IVXLC]+[.\s]/.test(name)) table.groupRows.push(at);
    else if (name !== '') {
      table.dataRows.push(at);
      seen.add(key);
    } else continue;
    table.lastRow = at;
  }
}

/** Settles a table's rows; `end` is the first row that belongs to another table below. */
export function settleRows(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  table.lastRow = table.firstRow - 1;
  if (table.kind === 'matrix' || table.kind === 'units') listed(table, grid, end, isRepeat);
  else coded(table, grid, end, isRepeat);
  if (table.lastRow < table.firstRow) table.lastRow = table.headerBottom;
}

/** @returns whether a line that names a unit stands in the rows from `top` up to `bottom`: a new form begins there. */
export function hasUnitLine(grid: Grid, top: number, bottom: number): boolean {
  for (let row = top; row < bottom; row += 1) {
    for (const cell of grid.row(row)?.cells ?? []) if (cell !== null && isUnitLine(textOf(cell))) return true;
  }
  return false;
}
