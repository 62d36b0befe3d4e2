/** Sheets come and go: places for what is written, and how large they are. */
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { AddonError } from './errors.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const CELLS_OF_A_BOOK = 10_000_000;

/** @returns how large a planned sheet's grid must be: its cells, and what its charts cover. */
export function gridOf(plan: SheetPlan): Size {
  let rows = Math.max(plan.rows.length, 1);
  let columns = Math.max(columnsOf(plan), plan.widths.length, 1);
  for (const { anchor } of plan.charts) {
    rows = Math.max(rows, anchor.bottom + 2);
    columns = Math.max(columns, anchor.right + 2);
  }
  return { rows, columns };
}

export interface Size {
  rows: number;
  columns: number;
}

/** A size that is known of all new sheets once one was asked: Google makes them alike. */
export type Fresh = Partial<Size>;

function reaches(sheet: Sheet, rows: number, columns: number): boolean {
  try {
    sheet.getRange(1, 1, rows, columns);
    return true;
  } catch {
    // It is smaller, or Google failed: then the next call says so.
    return false;
  }
}

/** Makes a sheet's grid at least so large. Its size is asked only where a range of that size is refused. @returns whether it grew. */
export function room(sheet: Sheet, { rows, columns }: Size, fresh: Fresh | null): boolean {
  if (reaches(sheet, rows, columns)) return false;
  const now: Fresh = fresh ?? {};
  if (!reaches(sheet, rows, 1)) {
    now.rows ??= sheet.getMaxRows();
    if (now.rows < rows) sheet.insertRowsAfter(now.rows, rows - now.rows);
  }
  if (!reaches(sheet, 1, columns)) {
    now.columns ??= sheet.getMaxColumns();
    if (now.columns < columns) sheet.insertColumnsAfter(now.columns, columns - now.columns);
  }
  return true;
}

/** The sheets that a run made. Google tells a sheet by its id: by a name alone a colleague's sheet might go. */
export interface Made {
  sheets: Set<Sheet>;
  /** Work names that were asked for: where Google failed, the sheet may be there although nobody was told of it. */
  asked: Set<string>;
  /** The person may be on one of them: Google shows each new sheet. */
  isAway: boolean;
}

/** Removes sheets by their ids; one that is gone already is no failure. */
export function removeSheets(book: Spreadsheet, sheets: Iterable<Sheet>): void {
  let isAny = false;
  for (const sheet of sheets) {
    isAny = true;
    try {
      book.deleteSheet(sheet);
    } catch {
      // It is hidden, and the next run removes it.
    }
  }
  if (isAny) SpreadsheetApp.flush();
}

/** Removes what a run made and does not need any more. Under a work name that nobody was told of, only an empty sheet goes. */
export function removeMade(book: Spreadsheet, made: Made): void {
  const lost: Sheet[] = [];
  for (const name of made.asked) {
    try {
      const sheet = book.getSheetByName(name);
      if (sheet !== null && sheet.getLastRow() === 0) lost.push(sheet);
    } catch {
      // The next run looks again.
    }
  }
  removeSheets(book, [...made.sheets, ...lost]);
  made.sheets.clear();
  made.asked.clear();
}

/** Adds an empty sheet under a work name, in its place. The person is taken back when all are there. */
export function addSheet(book: Spreadsheet, name: string, place: number, made: Made): Sheet {
  made.asked.add(name);
  made.isAway = true;
  const sheet = book.insertSheet(name, place);
  made.sheets.add(sheet);
  made.asked.delete(name);
  return sheet;
}

/** Takes the person back to where they were. */
export function goBack(book: Spreadsheet, seen: Sheet, made: Made): void {
  if (!made.isAway) return;
  try {
    book.setActiveSheet(seen, true);
    made.isAway = false;
  } catch {
    // A colleague deleted it meanwhile, or it is tried once more at the end.
  }
}

/** Gives a sheet of ours its name; where a colleague made a sheet of that name meanwhile, theirs stays. */
export function nameSheet(book: Spreadsheet, sheet: Sheet, name: string): void {
  try {
    sheet.setName(name);
  } catch (error) {
    const other = book.getSheetByName(name);
    if (other !== null && other.getSheetId() !== sheet.getSheetId()) throw new AddonError('not-ours', { sheet: name });
    throw error;
  }
}

/** @returns whether the workbook with the result would be larger than Google allows; asked only after a failure. */
export function overLimit(book: Spreadsheet, plan: Plan): number | null {
  let cells = 0;
  for (const sheet of book.getSheets()) cells += sheet.getMaxRows() * sheet.getMaxColumns();
  for (const sheet of plan.sheets) {
    const { rows, columns } = gridOf(sheet);
    cells += 2 * rows * columns;
  }
  return cells > CELLS_OF_A_BOOK ? cells : null;
}
