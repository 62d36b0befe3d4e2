/** The hidden sheets that a run works on, and what an interrupted run may have left behind. */
import { scalarOf, type Scalar } from './cell.ts';
import type { SheetPicture } from './picture.ts';
import type { SheetPlan } from './plan.ts';
import { isStamped, STAMP } from './stamp.ts';

/** End of a work sheet's name; the sheet is hidden. */
const WORK_SUFFIX = ' ~nđ';
const LONGEST_NAME = 31;

/** What A1 of a sheet says while it is being made: by its stamp it is never input, whatever else stands on it by then. */
export const WORK_MARK = `${STAMP}đang ghi dở, xóa được · unfinished, may be deleted`;

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

/** @returns whether a sheet is one that an interrupted run was making: hidden, and the mark still in its first cell. */
export function isUnfinished(sheet: Pick<SheetPicture, 'visibility' | 'rows'>): boolean {
  const first = sheet.rows[0];
  return sheet.visibility !== 'visible' && first?.index === 0 && scalarOf(first.cells[0]) === WORK_MARK;
}

/**
 * Sheets that are to be the person's own (sample, settings) carry no stamp, so they are filled with the mark in their first cell. It goes
 * last, when they are seen already: hidden and without it they would be read as input after a run that was ended in between.
 * @returns the plan to fill, and what the first cell is to say when all is done; null: the plan has a stamp of its own.
 */
export function markedPlan(plan: SheetPlan): { plan: SheetPlan; first: Scalar | null } | null {
  const isOurs = plan.rows.slice(0, 6).some(({ cells }) => String(cells[0]?.value ?? '').startsWith(STAMP));
  const [row, ...rest] = plan.rows;
  const cell = row?.cells[0];
  if (isOurs || row === undefined || cell === undefined || cell === null) return null;
  const cells = [{ ...cell, value: WORK_MARK }, ...row.cells.slice(1)];
  return { plan: { ...plan, rows: [{ ...row, cells }, ...rest] }, first: cell.value };
}
