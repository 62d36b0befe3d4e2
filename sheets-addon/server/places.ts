/** Sheets come and go: places for what is written, and how large they are. */
import type { Plan, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';

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

/** Removes sheets; one that is gone already is no failure. */
export function removeSheets(book: Spreadsheet, names: readonly string[]): void {
  for (const name of names) {
    try {
      const sheet = book.getSheetByName(name);
      if (sheet !== null) book.deleteSheet(sheet);
    } catch {
      // It is hidden, and the next run removes it.
    }
  }
  if (names.length > 0) SpreadsheetApp.flush();
}

/** Adds a hidden sheet at the end. */
export function addHidden(book: Spreadsheet, name: string): Sheet {
  const sheet = book.insertSheet(name, book.getNumSheets());
  sheet.hideSheet();
  return sheet;
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
