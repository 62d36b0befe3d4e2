/** The whole workbook → picture: five or six calls a sheet of the person's own, one a sheet of ours; and a second look at values alone. */
import { roleOfHeader } from '#core/read/headers/headers';
import { inputAreas, userFingerprint } from '#core/read/mark';
import { MOST_ASKED, pointHeadersWithin } from '#core/read/headers/point-headers';
import { holdsWaivers } from '#core/read/waivers/headers';
import { areaFromA1 } from '#core/workbook/address';
import { isPlainFormat, type Cell } from '#core/workbook/cell';
import { fingerprint as markOf, ownSheetsLeftOut } from '#core/workbook/fingerprint';
import { listedNames } from '#core/workbook/own-sheets';
import type { Area, Picture, RowPicture, SheetPicture } from '#core/workbook/picture';
import { isStamped, SHEET_NAMES, STATE_SHEET } from '#core/workbook/stamp';
import { foldName, isListedPlace, isUnfinished, isWorkSheet } from '#core/workbook/work-sheets';
import { cellOf, needsFormat, serialIn, type Serial } from './cells.ts';
import { again, type Guard } from './guard.ts';

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** The header of our own sheets, and of code columns, stands above. */
const HEAD_ROWS = 20;
const HEADER_ROWS = 100;

/** What a sheet of the person's own said; formats: null where nothing on it depends on one. */
interface CellsRead {
  values: unknown[][];
  formats: string[][] | null;
  formulas: string[][];
}

export interface SheetRead {
  sheet: Sheet;
  /** Which sheet of the workbook. */
  place: number;
  picture: SheetPicture;
  /** null: one of ours, or a sheet without cells. */
  cells: CellsRead | null;
  /** All values of one of ours, where they were asked for. */
  values: unknown[][] | null;
}

export interface WorkbookRead {
  picture: Picture;
  /** Mark of the user's own sheets. */
  fingerprint: string;
  /** Sheets that an interrupted run left: no part of the picture. */
  leftOver: SheetRead[];
  sheets: SheetRead[];
  /** The spreadsheet's time zone. */
  zone: string;
  /** How many sheets there are. */
  count: number;
}

/** `lists`: of our own sheets those that hold something of people's or list ours, of the others their head; `whole`: all of them. */
export type Ours = 'lists' | 'whole';

const includes = (name: string, own: string): boolean => foldName(name).includes(foldName(own));

/** A sheet that may be ours by its name, copies of it too: its values are looked at before anything else is asked. */
function mayBeOurs(name: string): boolean {
  return [...Object.values(SHEET_NAMES), STATE_SHEET].some((own) => includes(name, own));
}

function rowsOf({ values, formats, formulas }: CellsRead, serial: Serial): RowPicture[] {
  const rows: RowPicture[] = [];
  values.forEach((line, index) => {
    let cells: Cell[] | null = null;
    line.forEach((value, column) => {
      if (value === '') return;
      const cell = cellOf(value, formats?.[index]?.[column] ?? '', formulas[index]?.[column] ?? '', serial);
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

/** Of merged cells all but the first are empty: where none is, nothing is merged. */
function mergesOf(range: Range, values: readonly unknown[][]): Area[] {
  if (!values.some((line) => line.includes(''))) return [];
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
  left: { columns: number },
): Partial<SheetPicture> {
  const askedColumns = visibility === 'visible' ? pointHeadersWithin(rows, left.columns) : [];
  const hiddenColumns = askedColumns.filter((column) => sheet.isColumnHiddenByUser(column + 1));
  left.columns -= askedColumns.length;
  return { askedColumns, ...(hiddenColumns.length > 0 ? { hiddenColumns } : {}) };
}

/** @returns what is read of a sheet; null: a chart on a sheet of its own, or a connected table. Only a failure makes us ask which it is. */
function onGrid<T>(sheet: Sheet, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (sheet.getType() !== SpreadsheetApp.SheetType.GRID) return null;
    throw error;
  }
}

function dataOf(sheet: Sheet): { range: Range; values: unknown[][] } {
  const range = sheet.getDataRange();
  return { range, values: range.getValues() };
}

/** @returns one of our own sheets by its values alone; null where it is none of ours. */
function readOwn(sheet: Sheet, name: string, serial: Serial, ours: Ours): Omit<SheetRead, 'sheet' | 'place'> | null {
  const range = sheet.getDataRange();
  const height = range.getNumRows();
  const isList = [STATE_SHEET, SHEET_NAMES.findings].some((own) => includes(name, own));
  const head = ours === 'whole' || isList || height <= HEAD_ROWS ? null : HEAD_ROWS;
  const read = (rows: number | null): unknown[][] =>
    (rows === null ? range : sheet.getRange(1, 1, rows, range.getNumColumns())).getValues();
  let values = read(head);
  const looked = (): SheetPicture => ({
    name,
    // Nobody reads where ours stand; a list of ours is hidden, and of a work sheet it is asked.
    visibility: includes(name, STATE_SHEET) ? 'hidden' : 'visible',
    merges: [],
    hiddenRowsKnown: false,
    rows: rowsOf({ values, formats: null, formulas: [] }, serial),
  });
  let picture = looked();
  if (!isStamped(picture)) return null;
  if (isUnfinished({ ...picture, visibility: 'hidden' }))
    picture.visibility = sheet.isSheetHidden() ? 'hidden' : 'visible';
  const whole = isList || holdsWaivers(picture);
  if (whole && head !== null) {
    values = read(null);
    picture = looked();
  }
  const rows = whole ? picture.rows : picture.rows.filter(({ index }) => index < HEAD_ROWS);
  return { picture: { ...picture, rows }, cells: null, values: ours === 'whole' ? values : null };
}

function readSheet(
  sheet: Sheet,
  serial: Serial,
  ours: Ours,
  left: { columns: number },
  guard: Guard,
): Omit<SheetRead, 'place'> {
  const name = sheet.getName();
  const own = mayBeOurs(name) ? onGrid(sheet, () => readOwn(sheet, name, serial, ours)) : null;
  if (own !== null) return { sheet, ...own };
  const visibility = sheet.isSheetHidden() ? 'hidden' : 'visible';
  const bare = { name, visibility, merges: [] as Area[], hiddenRowsKnown: false } as const;
  const data = onGrid(sheet, () => dataOf(sheet));
  if (data === null) return { sheet, picture: { ...bare, rows: [] }, cells: null, values: null };
  const { range, values } = data;
  // A slow service may take a minute a call.
  guard.check('work');
  const isFilled = values.some((line) => line.some((value) => value !== ''));
  const cells: CellsRead = {
    values,
    formats: values.some((line) => line.some(needsFormat)) ? range.getNumberFormats() : null,
    formulas: isFilled ? range.getFormulas() : [],
  };
  const rows = rowsOf(cells, serial);
  addShown(sheet, rows);
  const merges = isFilled ? mergesOf(range, values) : [];
  const picture = { ...bare, rows, merges, ...columnsOf(sheet, { visibility, rows }, left) };
  return { sheet, picture, cells, values: null };
}

/** Reads the workbook. */
export function readWorkbook(book: Book, guard: Guard, ours: Ours = 'lists'): WorkbookRead {
  const sheets = again(guard, 'work', () => book.getSheets());
  const zone = again(guard, 'work', () => book.getSpreadsheetTimeZone());
  const serial = serialIn(zone);
  const left = { columns: MOST_ASKED };
  const reads = sheets.map((sheet, place): SheetRead => ({
    place,
    ...again(guard, 'work', () => readSheet(sheet, serial, ours, left, guard)),
  }));
  const listed = listedNames({ sheets: reads.map((read) => read.picture) });
  // New sheets are seen while they are filled: one that is left so is empty, or has our stamp.
  const isLeft = ({ picture }: SheetRead): boolean =>
    isWorkSheet({ ...picture, visibility: 'hidden' }) || isUnfinished(picture) || isListedPlace(picture, listed);
  const kept = reads.filter((read) => !isLeft(read));
  const picture: Picture = { sheets: kept.map((read) => read.picture) };
  const leftOver = reads.filter(isLeft);
  return { picture, fingerprint: userFingerprint(picture), leftOver, sheets: kept, zone, count: sheets.length };
}

/** @returns a mark of the values of some sheets, as getValues gives them. */
export function valuesMark(sheets: readonly (readonly unknown[][])[]): string {
  const plain = (value: unknown): Cell =>
    typeof value === 'string' || typeof value === 'boolean' ? value : value === null ? null : Number(value);
  return markOf({
    sheets: sheets.map((values) => ({
      name: '',
      visibility: 'visible',
      merges: [],
      hiddenRowsKnown: true,
      rows: values.map((line, index) => ({ index, cells: line.map((value) => (value === '' ? null : plain(value))) })),
    })),
  });
}

const same = (one: unknown, other: unknown): boolean =>
  one === other ||
  (typeof one === 'object' && typeof other === 'object' && String(Number(one)) === String(Number(other)));

/**
 * A second look, by values alone: one call a sheet of the person's own. @returns whether the workbook still says what was read, as far as
 * it is input; a sheet that came or went is a change, a name or a look is none.
 */
export function isUnchanged(book: Book, read: WorkbookRead, guard: Guard): boolean {
  const count = again(guard, 'work', () => book.getNumSheets());
  if (count !== read.count) return false;
  const serial = serialIn(read.zone);
  let isSame = true;
  const now = read.sheets.map(({ sheet, picture, cells }): SheetPicture => {
    if (cells === null) return picture;
    const values = again(guard, 'work', () => sheet.getDataRange().getValues() as unknown[][]);
    const before = cells.values;
    if (
      values.length === before.length &&
      values.every(
        (line, row) => line.length === before[row]!.length && line.every((one, at) => same(one, before[row]![at])),
      )
    )
      return picture;
    isSame = false;
    return { ...picture, rows: rowsOf({ ...cells, values }, serial) };
  });
  // A clock, or a look at our ranking, may say something else by now: only what is input counts.
  return isSame || markOf(ownSheetsLeftOut({ sheets: now }), inputAreas(read.picture)) === read.fingerprint;
}
