/** The sheet of collected rows as it stands in the book: which row is whose, found by unit, period and code. */
import { shownText, readCode } from '../read/cells/codes.ts';
import { isEmpty, type Cell } from '../workbook/cell.ts';
import type { Picture, RowPicture, SheetPicture } from '../workbook/picture.ts';
import { isStamped } from '../workbook/stamp.ts';
import { clean, foldHeader, foldUnit } from '../workbook/text.ts';
import { periodKey, type Base } from './book.ts';
import { COLUMNS, HEADERS, SELF, VALUES, type DataColumn } from './columns.ts';

export interface DataRow {
  row: number;
  unit: string;
  period: string;
  cells: readonly Cell[];
}

export interface Data {
  sheet: number;
  name: string;
  header: number;
  columns: Partial<Record<DataColumn, number>>;
  /** By unit, period and code. */
  rows: Map<string, DataRow>;
  /** The last row that holds anything, and the first free column of the header. */
  last: number;
  right: number;
}

/** @returns what a row of one unit, period and indicator is found by. */
export function rowKey(owner: string, period: string, code: string): string {
  return `${owner}\u0001${period}\u0001${code.toUpperCase()}`;
}

const FOLDED = new Map(COLUMNS.map((column) => [foldHeader(HEADERS[column]), column]));
/** What tells the sheet from a long table of the person's own. */
const NEEDED: readonly DataColumn[] = ['unit', 'code', 'file', 'cell'];
const DEEPEST = 30;

function headerOf({ cells }: RowPicture): Partial<Record<DataColumn, number>> | null {
  const columns: Partial<Record<DataColumn, number>> = {};
  cells.forEach((cell, at) => {
    const column = FOLDED.get(foldHeader(shownText(cell)));
    if (column !== undefined) columns[column] ??= at;
  });
  return NEEDED.every((column) => columns[column] !== undefined) ? columns : null;
}

/** @returns whether a sheet is one that earlier collections wrote. */
export function isCollected(sheet: SheetPicture): boolean {
  return !isStamped(sheet) && sheet.rows.some((row) => row.index <= DEEPEST && headerOf(row) !== null);
}

/** @returns the unit of the list that words mean, as the key of its rows. */
function ownerKey(base: Base, name: string, code: string): string {
  const owner = (code === '' ? null : base.byCode(code)) ?? base.byName(name);
  return owner?.key ?? `name ${foldUnit(name)}`;
}

/** @returns the sheet that earlier collections wrote, known by its header; null: there is none. */
export function dataIn(picture: Picture, base: Base): Data | null {
  for (const [sheet, one] of picture.sheets.entries()) {
    if (isStamped(one)) continue;
    const { name, rows } = one;
    for (const row of rows) {
      if (row.index > DEEPEST) break;
      const columns = headerOf(row);
      if (columns === null) continue;
      const data: Data = {
        sheet,
        name,
        header: row.index,
        columns,
        rows: new Map(),
        last: row.index,
        right: row.cells.length,
      };
      const text = (cells: readonly Cell[], column: DataColumn): string => {
        const at = columns[column];
        return at === undefined ? '' : clean(shownText(cells[at] ?? null));
      };
      for (const { index, cells } of rows) {
        if (cells.every((cell) => isEmpty(cell))) continue;
        data.last = Math.max(data.last, index);
        const code = index > row.index && columns.code !== undefined ? readCode(cells[columns.code]) : { empty: true };
        if (!('code' in code)) continue;
        const unit = ownerKey(base, text(cells, 'unit'), text(cells, 'unitCode'));
        const period = periodKey(text(cells, 'period'));
        const key = rowKey(unit, period, code.code);
        // Of two rows the first is ours; the second is told when it is scored.
        if (!data.rows.has(key)) data.rows.set(key, { row: index, unit, period, cells });
      }
      return data;
    }
  }
  return null;
}

/** @returns of each unit that has values of a period the files that they are from; "" is any period. */
export function earlier(data: Data | null, period: string): Map<string, { files: Set<string>; values: number }> {
  const found = new Map<string, { files: Set<string>; values: number }>();
  if (data === null) return found;
  const columns = SELF.slice(0, VALUES).map((column) => data.columns[column]);
  for (const { unit, period: own, cells } of data.rows.values()) {
    if (period !== '' && own !== '' && own !== period) continue;
    const values = columns.filter((at) => at !== undefined && !isEmpty(cells[at] ?? null)).length;
    if (values === 0) continue;
    const one = found.get(unit) ?? { files: new Set<string>(), values: 0 };
    const file = data.columns.file === undefined ? '' : shownText(cells[data.columns.file] ?? null);
    if (file !== '') one.files.add(file);
    one.values += values;
    found.set(unit, one);
  }
  return found;
}
