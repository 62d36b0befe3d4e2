/** Finds every table of a workbook by its headers, in whatever sheet and place it stands (docs/contract.md#tables). */
import type { Picture } from '../../workbook/picture.ts';
import { isStamped } from '../../workbook/stamp.ts';
import { foldUnit } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { gridOf, isBlank, textOf, type Grid } from '../cells/grid.ts';
import { roleIn, Roles } from '../headers/header-rows.ts';
import { findCross } from './cross.ts';
import { isData, type FoundTable, type Outline } from './found-table.ts';
import { settleGroups } from './unit-groups.ts';
import { outlineOf } from './outlines.ts';
import { isNextForm } from './places.ts';
import { headersAt } from './recognise.ts';
import { settingsIn, settingStarts } from './setting-tables.ts';
import { settleRows } from './settle-rows.ts';

export { readCode, shownText } from '../cells/codes.ts';
export { isSumRowName } from '../headers/headers.ts';
export type { FoundTable } from './found-table.ts';

export interface FoundTables {
  tables: FoundTable[];
  /** One per sheet of the picture, in its order. */
  grids: Grid[];
  remarks: Remark[];
  /** Sheets that carry our stamp. */
  ownSheets: number[];
  /** Data tables on hidden sheets. */
  hidden: FoundTable[];
}

/** Whether a row has something in at least this many columns of a table's width. */
function isFilled({ grid, left, right }: Outline, row: number, least: number): boolean {
  const cells = grid.row(row)?.cells ?? [];
  return cells.filter((cell, column) => column >= left && column <= right && !isBlank(cell)).length >= least;
}

const sameHead = (x: Outline, y: Outline): boolean =>
  x.kind === y.kind && x.left === y.left && JSON.stringify(x.columns) === JSON.stringify(y.columns);

/** Whether what looks like the header of a matrix is a row of the table above it: directly under its rows, or with a name for its unit. */
function isRowOf(above: Outline, table: Outline, cache: Roles): boolean {
  if (isFilled(table, table.headerTop - 1, 2)) return true;
  const { unit } = above.columns;
  if (unit === undefined || unit === table.columns.unit) return false;
  const name = textOf(table.grid.at(table.headerTop, unit));
  return name !== '' && roleIn(cache, name) === null;
}

/** A table whose rows are not settled yet, with what its header repeated further down would be by itself. */
interface Waiting {
  table: Outline;
  repeats: Outline[];
}

/** Settles the rows of all tables; a repeated header that its table does not reach any more begins a table of its own. */
function settled(found: readonly Waiting[], grid: Grid): FoundTable[] {
  const outlines = found.map(({ table }) => table);
  const keyRows = settingStarts(grid, outlines);
  const settle = ({ table, repeats }: Waiting): FoundTable[] => {
    const next = outlines.find(
      (other) => other.headerTop > table.headerBottom && other.left <= table.right && table.left <= other.right,
    );
    const rows = new Set<number>();
    for (const { headerTop, firstRow } of repeats) for (let at = headerTop; at < firstRow; at += 1) rows.add(at);
    const settings = keyRows.find(
      ({ row, column }) => row > table.headerBottom && column >= table.left && column <= table.right,
    );
    const end = Math.min(next?.headerTop ?? Infinity, settings?.row ?? Infinity);
    const whole = settleRows(table, end, (at) => rows.has(at));
    // The coded kinds end nowhere. Directly under a list, or one row below, a repeated header only repeats.
    if (whole.kind !== 'matrix' && whole.kind !== 'units') return [whole];
    const { lastRow } = whole;
    const apart = repeats.findIndex(
      ({ headerTop }) => headerTop > lastRow + 2 || (headerTop === lastRow + 2 && isFilled(table, lastRow + 1, 1)),
    );
    const own = repeats[apart];
    return own === undefined ? [whole] : [whole, ...settle({ table: own, repeats: repeats.slice(apart + 1) })];
  };
  return found.flatMap(settle);
}

function tablesIn(grid: Grid, lone: boolean): FoundTable[] {
  const cache = new Roles(lone);
  const found: Waiting[] = [];
  let done = -1;
  // By column the last text that is no word of a header: rows of data say the same name again and again.
  const said: string[] = [];
  for (const row of grid.rows) {
    if (row.index <= done) continue;
    let isHeader = false;
    for (let column = 0; column < row.cells.length; column += 1) {
      const text = textOf(row.cells[column]);
      if (text === '' || text === said[column]) continue;
      if (roleIn(cache, text) === null) said[column] = text;
      else isHeader = true;
    }
    if (!isHeader) continue;
    for (const recognised of headersAt(grid, row.index, cache)) {
      const table = outlineOf(recognised, grid);
      done = Math.max(done, table.firstRow - 1);
      const above = found.filter((other) => other.table.left <= table.right && table.left <= other.table.right).pop();
      if (
        above !== undefined &&
        sameHead(above.table, table) &&
        !(table.kind === 'form' && above.table.kind === 'form' && isNextForm(above.table, table))
      )
        above.repeats.push(table);
      // Directly under filled cells of the table above: one of its rows, whatever its words.
      else if (above === undefined || table.kind !== 'matrix' || !isRowOf(above.table, table, cache))
        found.push({ table, repeats: [] });
    }
  }
  return settled(found, grid);
}

/** Whether a table is an index set, or its own, by all that docs/contract.md#tables asks of one. */
function isFullSet(table: FoundTable): boolean {
  const { kind, columns } = table;
  if (kind === 'set') return columns.rule !== undefined || columns.description !== undefined;
  return kind === 'form' || kind === 'cross'
    ? columns.name !== undefined && columns.maximum !== undefined
    : kind === 'matrix' && table.maxRow !== undefined;
}

/** The names of all unit lists, folded. */
function unitNames(tables: readonly FoundTable[]): Set<string> {
  const names = new Set<string>();
  for (const { kind, grid, columns, dataRows } of tables)
    if (kind === 'units' && columns.unit !== undefined)
      for (const row of dataRows) names.add(foldUnit(shownText(grid.at(row, columns.unit))));
  return names;
}

/** The tables of a sheet. A matrix without a single row is a heading of raw figures (three header rows and the like): no table of ours. */
function tablesOf(grid: Grid, lone: boolean): FoundTable[] {
  return tablesIn(grid, lone)
    .filter((table) => table.kind !== 'matrix' || table.dataRows.length > 0)
    .map((table) => {
      const grouped = settleGroups(table);
      return grouped.kind === 'form' || grouped.kind === 'long' ? { ...grouped, lone } : grouped;
    });
}

/** The tables of all sheets but our own, in their order. */
function allTables(grids: readonly Grid[]): FoundTable[] {
  const strict = grids.flatMap((grid) => tablesOf(grid, false));
  // "Điểm" alone heads points where no table of the workbook says whose.
  const found = strict.some(isData) ? strict : grids.flatMap((grid) => tablesOf(grid, true));
  const tables = findCross(found, unitNames(found));
  return grids.flatMap((grid) => {
    const own = tables.filter((table) => table.sheet === grid.sheet);
    const settings = settingsIn(grid, own);
    return settings === null ? own : [...own, settings];
  });
}

const isHidden = (table: FoundTable): boolean => isData(table) && table.grid.picture.visibility !== 'visible';

/** @returns every table of the workbook, with a grid per sheet. Our own sheets hold none; data tables on hidden sheets are remarks. */
export function findTables(picture: Picture): FoundTables {
  const grids = picture.sheets.map(gridOf);
  const ownSheets = grids.flatMap(({ picture: sheet }, index) => (isStamped(sheet) ? [index] : []));
  const all = allTables(grids.filter(({ sheet }) => !ownSheets.includes(sheet)));
  const hidden = all.filter(isHidden);
  const shown = all.filter((table) => !isHidden(table));
  // Codes, names and maxima alone are an index set only where nothing says more.
  const tables = shown.some(isFullSet) ? shown.filter((table) => table.kind !== 'set' || isFullSet(table)) : shown;
  return {
    tables: tables.map((table, index) => ({ ...table, index })),
    grids,
    remarks: hidden.map(({ sheet, grid, headerTop, left }) => ({
      kind: 'sheet.hidden',
      at: { sheet, row: headerTop, column: left },
      args: { sheet: grid.picture.name },
    })),
    ownSheets,
    hidden,
  };
}
