/** The rows of settings tables: keys with their values, and what stands between them that no key is (design §8). */
import { isEmpty, type Cell } from '../../workbook/cell.ts';
import { clean, foldHeader } from '../../workbook/text.ts';
import type { CellRef, Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank, type Grid } from '../cells/grid.ts';
import type { FoundTable, SettingsTable } from '../tables/found-table.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { Nearest } from '../cells/nearest.ts';
import { settingKey, settingOf, SETTINGS, type SettingKey } from './keys.ts';
import { settingStrays } from './strays.ts';
import { readSettings, type SettingRow } from './settings.ts';

const KEYS = SETTINGS.map(({ key }) => key);
const nearest = new Nearest(KEYS);

/** Whether a key takes a value; `at` tells nothing. */
function takes(key: SettingKey, cell: Cell): boolean {
  return readSettings([{ key, cell, at: { sheet: 0, row: 0, column: 0 } }]).remarks.length === 0;
}
/** Keys that take any words: those of a remark, too. */
const FREE = new Set(KEYS.filter((key) => takes(key, '?')));

/** @returns the key that a text is nearly: a slip of the pen, or with words more or less; "" where none or several are. */
function nearKey(text: string): string {
  const folded = foldHeader(text);
  const alike = KEYS.filter((key) => {
    const word = foldHeader(key);
    const shorter = folded.includes(' ') && word.startsWith(`${folded} `);
    return shorter || (folded.startsWith(`${word} `) && folded.split(' ').length <= word.split(' ').length + 2);
  });
  const [only = '', ...others] = alike;
  return alike.length === 0 ? nearest.to(text) : others.length === 0 ? only : '';
}

/** The cell beside a key, behind what the key is merged over. */
function besideKey(grid: Grid, row: number, left: number): number {
  const merge = grid.mergesAt(row).find((area) => area.left === left && area.top <= row && row <= area.bottom);
  return (merge?.right ?? left) + 1;
}

/** Rows that stand together with the keys of a table, without a blank key between; none of them is another table's. */
function blockOf(
  { dataRows, left, sheet, grid, firstRow, lastRow }: SettingsTable,
  others: readonly FoundTable[],
): number[] {
  const isIn = (row: number): boolean =>
    !isBlank(grid.at(row, left)) &&
    !others.some((table) => table.sheet === sheet && table.headerTop <= row && row <= table.lastRow);
  let [top, bottom] = [dataRows[0] ?? firstRow, dataRows[dataRows.length - 1] ?? lastRow];
  while (top > 0 && isIn(top - 1)) top -= 1;
  while (isIn(bottom + 1)) bottom += 1;
  return Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
}

/** One line of a settings table. */
interface Line {
  row: number;
  text: string;
  key: SettingKey | null;
  /** The cell of the key, the one beside it, and the next. */
  own: CellRef;
  beside: CellRef;
  further: CellRef;
  value: Cell;
  next: Cell;
  /** The first cell that is filled behind those two, where nothing stands beside the key. */
  far: number | null;
}

/** A value stands at most so far from its key. */
const FARTHEST = 6;

function firstFilled(grid: Grid, row: number, from: number): number | null {
  for (let column = from; column < from + FARTHEST; column += 1) if (!isBlank(grid.at(row, column))) return column;
  return null;
}

function linesOf(table: SettingsTable, others: readonly FoundTable[]): Line[] {
  const { sheet, left, grid } = table;
  return blockOf(table, others).map((row) => {
    const text = clean(shownText(grid.at(row, left)));
    const column = besideKey(grid, row, left);
    const place = (at: number): CellRef => ({ sheet, row, column: at });
    return {
      row,
      text,
      key: settingKey(text),
      own: place(left),
      beside: place(column),
      further: place(column + 1),
      value: grid.at(row, column),
      next: grid.at(row, column + 1),
      far: isBlank(grid.at(row, column)) ? firstFilled(grid, row, column + 2) : null,
    };
  });
}

/** What a line whose key is none says: it is nearly one, or, among settings, it is none at all. */
function strangeKey({ text, value, own: at }: Line, said: ReadonlySet<string | null>, inside: boolean): Remark[] {
  if (isBlank(value) || text === '' || text.length > 60 || roleOfHeader(text) === 'note') return [];
  const args = { key: text, value: clean(shownText(value)) };
  const near = nearKey(text);
  if (near === '' || said.has(near)) return inside ? [{ kind: 'settings.invalid', at, variant: 'unknown', args }] : [];
  return [{ kind: 'settings.invalid', at, variant: 'near', args: { ...args, near }, repair: [{ at, value: near }] }];
}

/** @returns the rows of all settings tables, and settings.invalid at keys that are none and at values that stand too far right. */
export function settingRows(
  tables: readonly FoundTable[],
  grids: readonly Grid[],
): { rows: SettingRow[]; remarks: Remark[] } {
  const rows: SettingRow[] = [];
  const remarks: Remark[] = settingStrays(tables, grids);
  for (const table of tables) {
    if (table.kind !== 'settings') continue;
    const { grid } = table;
    const lines = linesOf(
      table,
      tables.filter((other) => other !== table),
    );
    const known = lines.flatMap((line) =>
      line.key !== null && table.dataRows.includes(line.row) ? [{ ...line, key: line.key }] : [],
    );
    const said = new Set(known.map(({ key }) => key));
    // On a cover other lines stand between the few words that are keys as well.
    const sure = known.some(({ key }) => settingOf(key).isOfHeads !== true);
    for (const line of lines)
      if (line.key === null) remarks.push(...strangeKey(line, said, sure && line.row > table.firstRow));
    const isRemarked = lines.some(({ row, value, next }) =>
      row < table.firstRow
        ? !isBlank(next) && foldHeader(shownText(next)) !== 'gia tri'
        : !isEmpty(value) && !isEmpty(next),
    );
    const isShifted = ({ key, value, next }: (typeof known)[number]): boolean =>
      isEmpty(value) && !isEmpty(next) && !FREE.has(key) && takes(key, next);
    const shifted = known.some(isShifted) && known.every(({ value }) => isEmpty(value));
    for (const line of known) {
      const { key, value, next, further, far } = line;
      if (isEmpty(value) && isEmpty(next) && far !== null && takes(key, grid.at(line.row, far))) {
        const at = { ...line.own, column: far };
        const args = { key, value: clean(shownText(grid.at(line.row, far))) };
        remarks.push({ kind: 'settings.invalid', at, variant: 'aside', args });
      }
      if (!isEmpty(value) || isEmpty(next) || isRemarked) rows.push({ key, cell: value, at: line.beside });
      else if (isShifted(line) || (shifted && FREE.has(key))) rows.push({ key, cell: next, at: further });
      else {
        const args = { key, value: clean(shownText(next)) };
        remarks.push({ kind: 'settings.invalid', at: further, variant: 'aside', args });
      }
    }
  }
  return { rows, remarks };
}
