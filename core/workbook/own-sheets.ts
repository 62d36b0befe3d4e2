/** Which sheets of a workbook are ours: stamped, and listed in the hidden state sheet. */
import { scalarOf } from './cell.ts';
import type { Picture, SheetPicture } from './picture.ts';
import type { SheetPlan } from './plan.ts';
import { isStamped, STATE_SHEET } from './stamp.ts';
import { isWorkSheet } from './work-sheets.ts';

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

function entriesOn({ rows }: SheetPicture): [name: string, record: string][] {
  return rows.flatMap(({ cells }): [string, string][] => {
    const [name, record] = [scalarOf(cells[1]), scalarOf(cells[2])];
    if (scalarOf(cells[0]) !== 'sheet' || typeof name !== 'string') return [];
    return [[name, typeof record === 'string' ? record : '']];
  });
}

/** @returns whether a sheet lists ours: the state sheet, or the work sheet that an interrupted run filled for it. */
export function listsOurs(picture: Picture, sheet: SheetPicture): boolean {
  if (!isStamped(sheet)) return false;
  return sheet.name === stateName(picture) || (sheet.name.startsWith(STATE_SHEET) && isWorkSheet(sheet));
}

/** @returns names of all sheets that are listed as ours, whether they are there or not. */
export function listedNames(picture: Picture): Set<string> {
  return new Set(
    picture.sheets
      .filter((sheet) => listsOurs(picture, sheet))
      .flatMap(entriesOn)
      .map(([name]) => name),
  );
}

/** @returns what the state sheet says of how large our sheets are (core/workbook/marks.ts), by name; '' where it says nothing. */
export function listedRecords(picture: Picture): Map<string, string> {
  const name = stateName(picture);
  return new Map(picture.sheets.filter((sheet) => sheet.name === name && isStamped(sheet)).flatMap(entriesOn));
}

/** @returns of sheets that are seen, those that took another name since a sheet of the person's own has theirs. */
export function renamed(sheets: readonly SheetPlan[]): { sheet: string; name: string }[] {
  return sheets.flatMap(({ name, visibility }) => {
    const plain = / \(Nghìn Điểm(?: \d+)?\)$/.test(name) ? name.slice(0, name.lastIndexOf(' (')) : '';
    return plain === '' || visibility !== 'visible' ? [] : [{ sheet: plain, name }];
  });
}

/** @returns names of the sheets that are ours: stamped, and listed in the state sheet. */
export function ownSheetNames(picture: Picture): string[] {
  const listed = listedNames(picture);
  return picture.sheets.filter((sheet) => listed.has(sheet.name) && isStamped(sheet)).map((sheet) => sheet.name);
}

/**
 * @returns the list of our sheets alone, without what it says of the run. For a host that can't write all sheets at once: written before
 * them, a run that is ended in the middle leaves no sheet that the next one takes for the user's own.
 */
export function stateListing(state: SheetPlan): SheetPlan {
  const kept = ['format', 'version', 'sheet'];
  const rows = state.rows.filter(({ cells }, index) => index === 0 || kept.includes(String(cells[0]?.value)));
  // How large they are is not true before they are written.
  return { ...state, rows: rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) })) };
}
