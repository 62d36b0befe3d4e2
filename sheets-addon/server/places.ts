/** Sheets come and go: places for what is written, and how large they are. */
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { AddonError } from './errors.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const CELLS_OF_A_BOOK = 10_000_000;

/** @returns how large a planned sheet's grid must be: its cells, and what its charts cover. */
export function gridOf(plan: SheetPlan): { rows: number; columns: number } {
  let rows = Math.max(plan.rows.length, 1);
  let columns = Math.max(columnsOf(plan), plan.widths.length, 1);
  for (const { anchor } of plan.charts) {
    rows = Math.max(rows, anchor.bottom + 2);
    columns = Math.max(columns, anchor.right + 2);
  }
  return { rows, columns };
}

/** Makes a sheet's grid exactly so large. */
export function shapeSheet(sheet: Sheet, rows: number, columns: number): void {
  const now = { rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  if (now.rows < rows) sheet.insertRowsAfter(now.rows, rows - now.rows);
  else if (now.rows > rows) sheet.deleteRows(rows + 1, now.rows - rows);
  if (now.columns < columns) sheet.insertColumnsAfter(now.columns, columns - now.columns);
  else if (now.columns > columns) sheet.deleteColumns(columns + 1, now.columns - columns);
}

/** The sheets that a run made. Google tells a sheet by its id: by a name alone a colleague's sheet might go. */
export interface Made {
  sheets: Set<Sheet>;
  /** Work names that were asked for: where Google failed, the sheet may be there although nobody was told of it. */
  asked: Set<string>;
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

/** Adds a hidden sheet at the end. Google shows a new sheet to the person, who is taken back at once. */
export function addHidden(book: Spreadsheet, name: string, seen: Sheet, made: Made): Sheet {
  made.asked.add(name);
  const sheet = book.insertSheet(name, book.getNumSheets());
  made.sheets.add(sheet);
  made.asked.delete(name);
  try {
    book.setActiveSheet(seen, true);
  } catch {
    // A colleague deleted it meanwhile.
  }
  sheet.hideSheet();
  return sheet;
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
