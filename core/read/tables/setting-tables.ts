/** Where settings stand: two columns whose first says known keys (docs/contract.md#settings). */
import type { Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { noRows, type FoundTable, type Outline, type SettingsTable } from './found-table.ts';
import { foldLoose } from '../../workbook/text.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { settingKey, settingOf, type SettingKey } from '../settings/keys.ts';

/** Where settings begin below tables: at the first key of rows of keys, one of which stands nowhere else. */
export function settingStarts(grid: Grid, tables: readonly Outline[]): { row: number; column: number }[] {
  const starts: { row: number; column: number }[] = [];
  const columns = new Set(tables.flatMap(({ left, right }) => [left, left + 1, right]));
  // The names and codes of a long table are few and stand in thousands of rows.
  const known = new Map<string, SettingKey | null>();
  const keyOf = (cell: Cell | undefined): SettingKey | null => {
    const text = textOf(cell);
    if (text === '' || text.length > 30) return null;
    let key = known.get(text);
    if (key === undefined) known.set(text, (key = settingKey(text)));
    return key;
  };
  // The same name stands in row after row.
  let last: Cell | undefined;
  for (const { index, cells } of grid.rows) {
    for (const column of columns) {
      const cell = cells[column];
      if (cell === null || typeof cell === 'number' || (cell === last && typeof cell === 'string')) continue;
      const key = keyOf(cell);
      if (key === null) last = cell;
      if (
        key === null ||
        settingOf(key).isOfHeads === true ||
        roleOfHeader(key) !== null ||
        isBlank(grid.at(index, column + 1))
      )
        continue;
      if (tables.some(({ headerTop, headerBottom }) => headerTop <= index && index <= headerBottom)) continue;
      let row = index;
      while (keyOf(grid.at(row - 1, column)) !== null) row -= 1;
      starts.push({ row, column });
    }
  }
  return starts;
}

/** Keys that a cover or a summary of results has no use for: one of them alone says that settings stand there. */
function isSure(key: SettingKey): boolean {
  return settingOf(key).isOfHeads !== true && roleOfHeader(key) === null;
}

/** Whether a key is a word of a header row: other words of headers stand beside it. */
function isHeading(grid: Grid, row: number, column: number): boolean {
  const isWord = (at: number): boolean => {
    const text = textOf(grid.at(row, at));
    return text !== '' && (roleOfHeader(text) !== null || settingKey(text) !== null);
  };
  if (column > 0 && isWord(column - 1)) return true;
  let words = 0;
  for (let at = column - 1; at >= 0 && !isBlank(grid.at(row, at)); at -= 1) if (isWord(at)) words += 1;
  for (let at = column + 1; !isBlank(grid.at(row, at)); at += 1) if (isWord(at)) words += 1;
  return words > 1;
}

const TITLE = /^(?:trang |bang |cac )?(?:thiet lap|cai dat|cau hinh|tham so|thong so|settings?|config(?:uration)?)\b/;

/** @returns whether a sheet's name says that settings stand there. */
export function isSettingsName(name: string): boolean {
  return TITLE.test(foldLoose(name));
}

/** Whether the sheet's name or a text above the keys says that these are settings. */
function isTitled(grid: Grid, first: number, column: number): boolean {
  if (isSettingsName(grid.picture.name)) return true;
  for (let row = Math.max(0, first - 3); row < first; row += 1)
    if ([column - 1, column, column + 1].some((at) => TITLE.test(foldLoose(textOf(grid.at(row, at)))))) return true;
  return false;
}

/** Whether all of a row stands in one table, as most rows do. */
function isWholeIn(tables: readonly FoundTable[], { index, cells }: RowPicture): boolean {
  for (const { headerTop, lastRow, left, right } of tables)
    if (headerTop <= index && index <= lastRow && left === 0 && cells.length <= right + 1) return true;
  return false;
}

/** Two columns whose first says at least two keys we know; one is enough under a title. Beside another table it takes three, or one that stands nowhere else. */
export function settingsIn(grid: Grid, tables: readonly FoundTable[]): SettingsTable | null {
  const byColumn = new Map<number, number[]>();
  for (const row of grid.rows) {
    if (isWholeIn(tables, row)) continue;
    const inside = tables.filter((table) => table.headerTop <= row.index && row.index <= table.lastRow);
    for (let column = 0; column < Math.min(row.cells.length, 200); column += 1) {
      if (inside.some((table) => table.left <= column && column <= table.right)) continue;
      const text = textOf(row.cells[column]);
      if (text === '' || settingKey(text) === null || isHeading(grid, row.index, column)) continue;
      const rows = byColumn.get(column) ?? [];
      rows.push(row.index);
      byColumn.set(column, rows);
    }
  }
  const [best] = [...byColumn].sort((x, y) => y[1].length - x[1].length);
  if (best === undefined) return null;
  const [column, rows] = best;
  const keys = rows.map((row) => settingKey(textOf(grid.at(row, column)))).filter((key) => key !== null);
  const [first = 0] = rows;
  const titled = isTitled(grid, first, column);
  if (tables.length > 0 && rows.length < 3 && !titled && !keys.some((key) => settingOf(key).isOfHeads !== true))
    return null;
  if (!titled && !keys.some(isSure)) {
    // A cover says "Xếp loại: Tốt" of its unit: what a key of settings takes are bounds.
    const band = rows[keys.indexOf('Xếp loại')];
    const result = band !== undefined && !/[>≥]/.test(shownText(grid.at(band, column + 1)));
    if (result || new Set(keys).size < 2) return null;
  }
  return {
    ...noRows(rows[rows.length - 1] ?? first),
    index: 0,
    kind: 'settings',
    sheet: grid.sheet,
    grid,
    headerTop: first,
    headerBottom: first,
    firstRow: first,
    left: column,
    right: column + 1,
    columns: {},
    headers: {},
    claims: {},
    over: {},
    set: null,
    dataRows: rows,
  };
}
