/** The hidden sheets that a run works on, and what an interrupted run may have left behind. */
import type { SheetPicture } from './picture.ts';
import { isStamped, SHEET_NAMES, STATE_SHEET } from './stamp.ts';

/** End of a work sheet's name; the sheet is hidden. */
const WORK_SUFFIX = ' ~nđ';
const LONGEST_NAME = 31;

/** @returns a name as spreadsheets compare it. */
export function foldName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** @returns a sheet's name in an address: always quoted, since unquoted names like S12_4 are taken for cells. */
export function quoted(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** @returns a free name for the work sheet of a planned sheet. */
export function workName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? WORK_SUFFIX : `${WORK_SUFFIX}${count}`;
    const candidate = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
    if (!taken.has(foldName(candidate))) return candidate;
  }
}

/** @returns whether a hidden sheet is an interrupted run's work sheet: by its name, and our stamp or nothing in it. */
export function isWorkSheet(sheet: Pick<SheetPicture, 'name' | 'visibility' | 'rows'>): boolean {
  if (sheet.visibility === 'visible' || !/ ~nđ\d*$/.test(sheet.name.normalize('NFC'))) return false;
  return sheet.rows.length === 0 || isStamped(sheet as SheetPicture);
}

/**
 * @param listed names of the state sheet: ours are listed there before they are made. Without that a hidden empty sheet is somebody's own.
 * @returns whether a sheet is a place that an interrupted run made for one of our sheets and did not fill.
 */
export function isListedPlace(
  sheet: Pick<SheetPicture, 'name' | 'visibility' | 'rows'>,
  listed: ReadonlySet<string>,
): boolean {
  return sheet.visibility !== 'visible' && sheet.rows.length === 0 && listed.has(sheet.name);
}

/** @returns whether a sheet is a place that an interrupted run made for one of our sheets and did not fill. */
export function isEmptyPlace(sheet: Pick<SheetPicture, 'name' | 'visibility' | 'rows'>): boolean {
  if (sheet.visibility === 'visible' || sheet.rows.length > 0) return false;
  const name = foldName(sheet.name);
  const ours = [...Object.values(SHEET_NAMES), STATE_SHEET].map(foldName);
  return ours.some((own) => name === own || name.startsWith(`${own} (nghìn điểm`));
}
