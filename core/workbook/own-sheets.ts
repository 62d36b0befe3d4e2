/** Which sheets of a workbook are ours: stamped, and listed in the hidden state sheet. */
import { scalarOf } from './cell.ts';
import type { Picture } from './picture.ts';
import { isStamped, STATE_SHEET } from './stamp.ts';

/** @returns the name of the state sheet: another than the usual one where a sheet of the user's own has that. */
export function stateName(picture: Picture): string {
  for (let count = 0; ; count += 1) {
    const name = count === 0 ? STATE_SHEET : `${STATE_SHEET} (Nghìn Điểm${count === 1 ? '' : ` ${count}`})`;
    const theirs = picture.sheets.some(
      (sheet) => sheet.name.normalize('NFC').toLowerCase() === name.toLowerCase() && !isStamped(sheet),
    );
    if (!theirs) return name;
  }
}

/** @returns names of all sheets that the state sheet lists, whether they are there or not. */
export function listedNames(picture: Picture): Set<string> {
  const name = stateName(picture);
  const state = picture.sheets.find((sheet) => sheet.name === name && isStamped(sheet));
  const listed = new Set<string>();
  if (state === undefined) return listed;
  for (const row of state.rows) {
    const name = scalarOf(row.cells[1]);
    if (scalarOf(row.cells[0]) === 'sheet' && typeof name === 'string') listed.add(name);
  }
  return listed;
}

/** @returns names of the sheets that are ours: stamped, and listed in the state sheet. */
export function ownSheetNames(picture: Picture): string[] {
  const listed = listedNames(picture);
  return picture.sheets.filter((sheet) => listed.has(sheet.name) && isStamped(sheet)).map((sheet) => sheet.name);
}
