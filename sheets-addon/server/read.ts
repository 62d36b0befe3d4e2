/** The whole workbook → picture, in a number of service calls that grows with the number of sheets alone. */
import { roleOfHeader } from '#core/read/headers';
import { pointHeaders } from '#core/read/point-headers';
import { holdsWaivers } from '#core/read/waiver-headers';
import { areaFromA1 } from '#core/workbook/address';
import { isPlainFormat, type Cell } from '#core/workbook/cell';
import { userFingerprint } from '#core/read/mark';
import type { Area, Picture, RowPicture, SheetPicture } from '#core/workbook/picture';
import { listedNames } from '#core/workbook/own-sheets';
import { isStamped, SHEET_NAMES, STATE_SHEET } from '#core/workbook/stamp';
import { foldName, isListedPlace, isUnfinished, isWorkSheet } from '#core/workbook/work-sheets';
import { cellOf, serialIn, type Serial } from './cells.ts';
import { again, type Guard } from './guard.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The header of our own sheets, and of code columns, stands above. */
const HEAD_ROWS = 20;
const HEADER_ROWS = 100;

export interface SheetRead {
  sheet: Sheet;
  picture: SheetPicture;
}

export interface WorkbookRead {
  picture: Picture;
  /** Mark of the user's own sheets. */
  fingerprint: string;
  /** Hidden sheets that an interrupted run left: no part of the picture. */
  leftOver: SheetRead[];
  sheets: SheetRead[];
}

/** A sheet that may be ours by its name, copies of it too: its head is looked at before all of it is read. */
function mayBeOurs(name: string): boolean {
  const folded = foldName(name);
  return [...Object.values(SHEET_NAMES), STATE_SHEET].some((own) => folded.includes(foldName(own)));
}

function rowsOf(range: Range, serial: Serial): RowPicture[] {
  const values: unknown[][] = range.getValues();
  const formats = range.getNumberFormats();
  const formulas = range.getFormulas();
  const rows: RowPicture[] = [];
  values.forEach((line, index) => {
    let cells: Cell[] | null = null;
    line.forEach((value, column) => {
      if (value === '') return;
      const cell = cellOf(value, formats[index]![column]!, formulas[index]![column]!, serial);
      if (cell === null) return;
      cells ??= [];
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    });
    if (cells !== null) rows.push({ index, cells });
  });
  return rows;
}

/** Columns of codes whose numbers stand in a format that the core does not work out by itself. */
function codeColumns(rows: readonly RowPicture[]): number[] {
  const special = new Set<number>();
  for (const { cells } of rows)
    cells.forEach((cell, column) => {
      if (typeof cell === 'object' && cell !== null && typeof cell.value === 'number' && !isPlainFormat(cell.format))
        special.add(column);
    });
  return [...special].filter((column) =>
    rows.some(({ index, cells }) => {
      const cell = cells[column];
      const role = index <= HEADER_ROWS && typeof cell === 'string' ? roleOfHeader(cell) : null;
      return role === 'code' || role === 'order' || role === 'unitCode';
    }),
  );
}

/** What such a column shows: 4.1 in a format of its own may be "4.10". */
function addShown(sheet: Sheet, rows: readonly RowPicture[]): void {
  const last = rows[rows.length - 1];
  if (last === undefined) return;
  for (const column of codeColumns(rows)) {
    const shown = sheet.getRange(1, column + 1, last.index + 1, 1).getDisplayValues();
    for (const { index, cells } of rows) {
      const cell = cells[column];
      if (typeof cell === 'object' && cell !== null && typeof cell.value === 'number') cell.shown = shown[index]![0]!;
    }
  }
}

function mergesOf(range: Range): Area[] {
  const areas: Area[] = [];
  for (const merged of range.getMergedRanges()) {
    const area = areaFromA1(merged.getA1Notation());
    if (area !== null) areas.push(area);
  }
  return areas;
}

/** Google tells of one column a call: only those that may decide are asked about, of visible sheets. */
function columnsOf(
  sheet: Sheet,
  { rows, visibility }: Pick<SheetPicture, 'rows' | 'visibility'>,
): Partial<SheetPicture> {
  const askedColumns = visibility === 'visible' ? pointHeaders(rows) : [];
  const hiddenColumns = askedColumns.filter((column) => sheet.isColumnHiddenByUser(column + 1));
  return { askedColumns, ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}) };
}

/** @returns the sheet; of one of our own only its head, unless people's waivers or our list of sheets stand there and are asked for. */
function readSheet(sheet: Sheet, serial: Serial, ours: 'whole' | 'head'): SheetPicture {
  const name = sheet.getName();
  const bare = { name, visibility: sheet.isSheetHidden() ? ('hidden' as const) : ('visible' as const) };
  const rest = { merges: [] as Area[], hiddenRowsKnown: false };
  // A chart on a sheet of its own, or a connected table, has no cells of ours to read.
  if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) return { ...bare, ...rest, rows: [] };
  const range = sheet.getDataRange();
  if (mayBeOurs(name)) {
    const head = sheet.getRange(1, 1, Math.min(HEAD_ROWS, sheet.getMaxRows()), range.getNumColumns()).getValues();
    const rows = head.map((cells, index) => ({ index, cells: cells as Cell[] }));
    const looked: SheetPicture = { ...bare, ...rest, rows };
    const isRead = ours === 'whole' && (holdsWaivers(looked) || foldName(name).includes(foldName(STATE_SHEET)));
    if (isStamped(looked) && !isRead)
      return { ...looked, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
  }
  const rows = rowsOf(range, serial);
  addShown(sheet, rows);
  const merges = rows.length === 0 ? [] : mergesOf(range);
  return { ...bare, ...rest, rows, merges, ...columnsOf(sheet, { ...bare, rows }) };
}

/** Reads the workbook. `ours: 'head'`: of our own sheets only the stamp, which is all that a fingerprint of the user's sheets needs. */
export function readWorkbook(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  guard: Guard,
  ours: 'whole' | 'head' = 'whole',
): WorkbookRead {
  const sheets = again(guard, 'work', () => book.getSheets());
  const serial = serialIn(again(guard, 'work', () => book.getSpreadsheetTimeZone()));
  const reads = sheets.map((sheet): SheetRead => ({
    sheet,
    picture: again(guard, 'work', () => readSheet(sheet, serial, ours)),
  }));
  const listed = listedNames({ sheets: reads.map((read) => read.picture) });
  // A sheet is added first and hidden then: a run that was ended between the two leaves an empty one that is seen.
  const isLeft = ({ picture }: SheetRead): boolean =>
    isWorkSheet(picture.rows.length === 0 ? { ...picture, visibility: 'hidden' } : picture) ||
    isUnfinished(picture) ||
    isListedPlace(picture, listed);
  const kept = reads.filter((read) => !isLeft(read));
  const picture: Picture = { sheets: kept.map((read) => read.picture) };
  return { picture, fingerprint: userFingerprint(picture), leftOver: reads.filter(isLeft), sheets: kept };
}
