/** Finds every table of a workbook by its headers, in whatever sheet and place it stands (docs/contract.md#tables). */
import { scalarOf } from '../../workbook/cell.ts';
import { foldUnit } from '../../workbook/text.ts';
import { isStamped } from '../../workbook/stamp.ts';
import type { Picture } from '../../workbook/picture.ts';
import type { Remark, TableKind } from '../assessment.ts';
import { bonusColumns } from '../sets/bonus-columns.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { findCross } from './cross.ts';
import type { FoundTable } from './extent.ts';
import { IDENTITY_ROLES, settleRows, VALUE_ROLES } from './extent.ts';
import type { Grid } from '../cells/grid.ts';
import { gridOf, isBlank, textOf } from '../cells/grid.ts';
import { roleIn, Roles } from '../headers/header-rows.ts';
import { isIndexRow } from '../cells/index-row.ts';
import { isNextForm } from './places.ts';
import { headersAt, type Found } from './recognise.ts';
import { settingsIn, settingStarts } from './setting-tables.ts';
import { settleGroups } from '../units/unit-groups.ts';

export { readCode, shownText } from '../cells/codes.ts';
export { isSumRowName } from '../headers/headers.ts';
export type { FoundTable } from './extent.ts';

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

/** Whether the column before a matrix or a unit list numbers its rows, without a header TT. */
function isNumbered({ kind, bottom }: Found, grid: Grid, column: number): boolean {
  if ((kind !== 'matrix' && kind !== 'units') || column < 0) return false;
  let numbers = 0;
  for (let row = bottom + 1; row <= bottom + 8; row += 1) {
    const code = readCode(grid.at(row, column));
    if ('text' in code || 'date' in code) return false;
    if (!('empty' in code)) numbers += 1;
  }
  return numbers > 1;
}

function tableOf(found: Found, grid: Grid): FoundTable {
  const columns: FoundTable['columns'] = {};
  const headers: Record<number, string> = {};
  const claims: FoundTable['claims'] = {};
  for (const head of found.heads) {
    headers[head.column] = head.text;
    let role = head.role;
    if (role === 'evidence' && found.kind === 'set') role = 'evidenceRequired';
    if (role === 'rank' && found.kind === 'units') role = 'ranked';
    if (role === null) continue;
    if (VALUE_ROLES.includes(role) || IDENTITY_ROLES.includes(role))
      (claims[role] ??= []).push({ column: head.column, byWords: head.byWords === true });
    if (!VALUE_ROLES.includes(role) && columns[role] === undefined) columns[role] = head.column;
  }
  for (const role of VALUE_ROLES) {
    const [first] = [...(claims[role] ?? [])].sort((one, other) => Number(one.byWords) - Number(other.byWords));
    if (first !== undefined) columns[role] = first.column;
  }
  if (
    columns.code === undefined &&
    columns.order !== undefined &&
    ['set', 'form', 'long', 'cross'].includes(found.kind)
  )
    columns.code = columns.order;
  let left = found.heads[0]!.column;
  const right = found.heads[found.heads.length - 1]!.column;
  if (columns.order === undefined && isNumbered(found, grid, left - 1)) {
    left -= 1;
    columns.order = left;
  }
  const over = Object.fromEntries(found.heads.map(({ column, over: words = [] }) => [column, words]));
  const bonus = bonusColumns({ kind: found.kind, columns, headers }, over);
  // "Điểm tối đa (điểm thưởng)" is no second Điểm tối đa.
  const beside = new Set(Object.values(bonus ?? {}));
  for (const role of Object.keys(claims) as (keyof typeof claims)[])
    claims[role] = claims[role]!.filter(({ column }) => !beside.has(column));
  const firstRow = found.bottom + (isIndexRow(grid, found.bottom + 1, left, right) ? 2 : 1);
  return {
    index: 0,
    kind: found.kind,
    sheet: grid.sheet,
    headerTop: found.top,
    headerBottom: found.bottom,
    firstRow,
    lastRow: firstRow,
    left,
    right,
    columns,
    headers,
    claims,
    over,
    bonus,
    set: null,
    dataRows: [],
    groupRows: [],
    titles: new Map(),
    sumRows: [],
    oddRows: [],
    lostRows: [],
    continuationRows: [],
    ...(found.kind === 'matrix'
      ? {
          codesOnly: found.codesOnly,
          dateHeads: found.heads.filter((head) => head.date).map((head) => head.column),
          pointColumns: Object.fromEntries(
            found.heads.flatMap(({ column, points }) => (points === undefined ? [] : [[column, points]])),
          ),
          twins: found.heads.flatMap(({ column, twin }) => (twin === undefined ? [] : [{ column, first: twin }])),
        }
      : {}),
  };
}

/** Whether a row has something in at least this many columns of a table's width. */
function isFilled(grid: Grid, row: number, table: FoundTable, least: number): boolean {
  const cells = grid.row(row)?.cells ?? [];
  return (
    cells.filter((cell, column) => column >= table.left && column <= table.right && !isBlank(cell)).length >= least
  );
}

const sameHead = (x: FoundTable, y: FoundTable): boolean =>
  x.kind === y.kind && x.left === y.left && JSON.stringify(x.columns) === JSON.stringify(y.columns);

/** Whether what looks like the header of a matrix is a row of the table above it: directly under its rows, or with a name for its unit. */
function isRowOf(above: FoundTable, table: FoundTable, grid: Grid, cache: Roles): boolean {
  if (isFilled(grid, table.headerTop - 1, table, 2)) return true;
  const { unit } = above.columns;
  if (unit === undefined || unit === table.columns.unit) return false;
  const name = textOf(grid.at(table.headerTop, unit));
  return name !== '' && roleIn(cache, name) === null;
}

/** Settles the rows of all tables; a repeated header that its table does not reach any more begins a table of its own. */
function settled(tables: FoundTable[], repeats: Map<FoundTable, FoundTable[]>, grid: Grid): FoundTable[] {
  const all: FoundTable[] = [];
  const keyRows = settingStarts(grid, tables);
  const waiting = [...tables].reverse();
  while (waiting.length > 0) {
    const table = waiting.pop()!;
    all.push(table);
    const next = tables.find(
      (other) => other.headerTop > table.headerBottom && other.left <= table.right && table.left <= other.right,
    );
    const repeated = repeats.get(table)!;
    const rows = new Set<number>();
    for (const { headerTop, firstRow } of repeated) for (let at = headerTop; at < firstRow; at += 1) rows.add(at);
    const settings = keyRows.find(
      ({ row, column }) => row > table.headerBottom && column >= table.left && column <= table.right,
    );
    const end = Math.min(next?.headerTop ?? Infinity, settings?.row ?? Infinity);
    settleRows(table, grid, end, (at) => rows.has(at));
    // The coded kinds end nowhere. Directly under a list, or one row below, a repeated header only repeats.
    if (table.kind !== 'matrix' && table.kind !== 'units') continue;
    const { lastRow } = table;
    const apart = repeated.findIndex(
      ({ headerTop }) =>
        headerTop > lastRow + 2 || (headerTop === lastRow + 2 && isFilled(grid, lastRow + 1, table, 1)),
    );
    if (apart < 0) continue;
    waiting.push(repeated[apart]!);
    repeats.set(repeated[apart]!, repeated.slice(apart + 1));
  }
  return all;
}

function tablesIn(grid: Grid, lone: boolean): FoundTable[] {
  const cache = new Roles(lone);
  const tables: FoundTable[] = [];
  const repeats = new Map<FoundTable, FoundTable[]>();
  let done = -1;
  for (const row of grid.rows) {
    if (row.index <= done) continue;
    let words = 0;
    for (const cell of row.cells)
      if (cell !== null && typeof scalarOf(cell) === 'string' && roleIn(cache, textOf(cell)) !== null) words += 1;
    if (words === 0) continue;
    for (const found of headersAt(grid, row.index, cache)) {
      const table = tableOf(found, grid);
      done = Math.max(done, table.firstRow - 1);
      const above = tables.filter((other) => other.left <= table.right && table.left <= other.right).pop();
      if (above !== undefined && sameHead(above, table) && !(table.kind === 'form' && isNextForm(above, table, grid))) {
        repeats.get(above)!.push(table);
      } else if (above !== undefined && table.kind === 'matrix' && isRowOf(above, table, grid, cache)) {
        // Directly under filled cells of the table above: one of its rows, whatever its words.
        continue;
      } else {
        tables.push(table);
        repeats.set(table, []);
      }
    }
  }
  return settled(tables, repeats, grid);
}

/** Whether a table is an index set, or its own, by all that docs/contract.md#tables asks of one. */
function isFullSet({ kind, columns, maxRow }: FoundTable): boolean {
  if (kind === 'set') return columns.rule !== undefined || columns.description !== undefined;
  return kind === 'form' || kind === 'cross'
    ? columns.name !== undefined && columns.maximum !== undefined
    : kind === 'matrix' && maxRow !== undefined;
}

/** The names of all unit lists, folded. */
function unitNames(tables: readonly FoundTable[], grids: readonly Grid[]): Set<string> {
  const names = new Set<string>();
  for (const { kind, sheet, columns, dataRows } of tables)
    if (kind === 'units' && columns.unit !== undefined)
      for (const row of dataRows) names.add(foldUnit(shownText(grids[sheet]!.at(row, columns.unit))));
  return names;
}

/** The kinds that hold units' figures. */
const DATA: TableKind[] = ['form', 'long', 'matrix', 'cross'];

/** The tables of a sheet. A matrix without a single row is a heading of raw figures (three header rows and the like): no table of ours. */
function tablesOf(grid: Grid, lone: boolean): FoundTable[] {
  const tables = tablesIn(grid, lone).filter((table) => table.kind !== 'matrix' || table.dataRows.length > 0);
  for (const table of tables) {
    settleGroups(table, grid);
    if (lone && (table.kind === 'form' || table.kind === 'long')) table.lone = true;
  }
  return tables;
}

/** @returns every table of the workbook, with a grid per sheet. Our own sheets hold none; data tables on hidden sheets are remarks. */
export function findTables(picture: Picture): FoundTables {
  const out: FoundTables = { tables: [], grids: [], remarks: [], ownSheets: [], hidden: [] };
  const bySheet: FoundTable[][] = [];
  picture.sheets.forEach((sheet, index) => {
    const grid = gridOf(sheet, index);
    out.grids.push(grid);
    if (isStamped(sheet)) {
      out.ownSheets.push(index);
      return;
    }
    bySheet[index] = tablesOf(grid, false);
  });
  // "Điểm" alone heads points where no table of the workbook says whose.
  if (!bySheet.flat().some(({ kind }) => DATA.includes(kind)))
    out.grids.forEach((grid, index) => {
      if (bySheet[index] !== undefined) bySheet[index] = tablesOf(grid, true);
    });
  const all = bySheet.flat();
  findCross(all, out.grids, unitNames(all, out.grids));
  picture.sheets.forEach((sheet, index) => {
    if (bySheet[index] === undefined) return;
    const grid = out.grids[index]!;
    const tables = bySheet[index]!.filter((table) => table.kind !== 'cross' || table.unitColumns !== undefined);
    const settings = settingsIn(grid, tables);
    if (settings !== null) tables.push(settings);
    const hidden = sheet.visibility !== 'visible';
    for (const table of tables) {
      if (hidden && DATA.includes(table.kind)) {
        out.remarks.push({
          kind: 'sheet.hidden',
          at: { sheet: index, row: table.headerTop, column: table.left },
          args: { sheet: sheet.name },
        });
        out.hidden.push(table);
        continue;
      }
      out.tables.push(table);
    }
  });
  // Codes, names and maxima alone are an index set only where nothing says more.
  if (out.tables.some(isFullSet)) out.tables = out.tables.filter((table) => table.kind !== 'set' || isFullSet(table));
  out.tables.forEach((table, place) => (table.index = place));
  return out;
}
