/** The hidden state sheet: which sheets are ours, the last run, and a fingerprint of what it read. Nothing personal. */
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { builder } from './builder.ts';
import { STAMP } from './stamp.ts';
import { STYLES } from './styles.ts';

export const STATE_SHEET = '_nghin_diem';

/** @returns whether a sheet carries our stamp line in column A of rows 1–6 (copies do, too). */
export function isStamped(sheet: SheetPicture): boolean {
  for (const row of sheet.rows) {
    if (row.index > 5) return false;
    const first = scalarOf(row.cells[0]);
    if (typeof first === 'string' && first.startsWith(STAMP)) return true;
  }
  return false;
}

/** @returns names of the sheets that are ours: stamped, and listed in the state sheet. */
export function ownSheetNames(picture: Picture): string[] {
  const state = picture.sheets.find((sheet) => sheet.name === STATE_SHEET && isStamped(sheet));
  if (state === undefined) return [];
  const listed = new Set<string>();
  for (const row of state.rows) {
    const name = scalarOf(row.cells[1]);
    if (scalarOf(row.cells[0]) === 'sheet' && typeof name === 'string') listed.add(name);
  }
  return picture.sheets.filter((sheet) => listed.has(sheet.name) && isStamped(sheet)).map((sheet) => sheet.name);
}

/** Two 32-bit FNV-1a sums with different seeds over the user's own sheets: tells an edited workbook from the one that was read. */
export function fingerprint(picture: Picture): string {
  let one = 0x811c9dc5;
  let two = 0x01234567;
  const take = (text: string): void => {
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x01000197);
    }
    // A separator, so that "1","23" and "12","3" differ.
    one = Math.imul(one ^ 0xffff, 0x01000193);
    two = Math.imul(two ^ 0xfffe, 0x01000197);
  };
  for (const sheet of picture.sheets) {
    if (isStamped(sheet)) continue;
    take(sheet.name);
    for (const row of sheet.rows) {
      take(`#${row.index}`);
      row.cells.forEach((cell, column) => {
        const value = scalarOf(cell);
        if (value !== null && value !== '') take(`${column}${(typeof value)[0] ?? ''}${value}`);
      });
    }
  }
  const hex = (sum: number): string => (sum >>> 0).toString(16).padStart(8, '0');
  return hex(one) + hex(two);
}

/** @returns the state sheet: rows of key and values. */
export function stateSheet(
  state: { sheets: string[]; at: string; version: string; fingerprint: string },
  language: Language,
): SheetPlan {
  const b = builder();
  const text = { format: '@' };
  b.row([b.cell(STAMP + say({ id: 'sheet.state-title', args: {} }, language), STYLES.stamp)]);
  const put = (key: string, value: string): void => void b.row([b.cell(key, text), b.cell(value, text)]);
  put('format', '1');
  put('version', state.version);
  put('last-run', state.at);
  put('fingerprint', state.fingerprint);
  for (const name of state.sheets) put('sheet', name);
  return b.finish({
    name: STATE_SHEET, hidden: true, widths: [16, 40], freeze: { rows: 0, columns: 0 }, filter: null, print: null,
  });
}
