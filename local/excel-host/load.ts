/** Workbook files and pictures → the host's workbook. Values, formulas, formats, looks, merges, widths, hidden rows, frozen panes; what the model does not know stays in the file. */
import { fromA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { readWorkbook, type WorkbookFile } from '#xlsx/index';
import { readText } from '#xlsx/package';
import { shiftFormula } from '#xlsx/shift';
import { parseXml } from '#xlsx/xml';
import { fileStyles, readLooks } from './looks.ts';
import { parseArea } from './model/areas.ts';
import { Book } from './model/book.ts';
import { PLAIN, type StoredCell } from './model/cells.ts';
import type { SheetModel } from './model/sheet.ts';

/** A workbook that came from a file: the file is kept for what is not touched. */
export interface OpenedBook {
  book: Book;
  file: WorkbookFile;
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;

function stored(cell: Cell): StoredCell | null {
  if (cell === null) return null;
  if (typeof cell !== 'object') return { value: cell, format: 'General', look: PLAIN };
  const made: StoredCell = { value: cell.value, format: cell.format ?? 'General', look: PLAIN };
  if (cell.kind === 'date' && cell.format === undefined) made.format = 'm/d/yyyy';
  if (cell.kind === 'error' || cell.kind === 'other') made.kind = cell.kind;
  return made;
}

/** A workbook as a picture shows it; formulas are not in pictures. */
export function bookOf(picture: Picture): Book {
  const book = new Book();
  for (const { name, visibility, rows, merges, hiddenColumns } of picture.sheets) {
    const sheet = book.add(name);
    sheet.visibility = VISIBILITY[visibility];
    for (const row of rows) {
      if (row.hidden) sheet.hiddenRows.add(row.index);
      row.cells.forEach((cell, column) => {
        const made = stored(cell);
        if (made !== null) sheet.put(row.index, column, made);
      });
    }
    for (const column of hiddenColumns ?? []) sheet.hiddenColumns.add(column);
    sheet.merges = merges.map((area) => ({ ...area }));
    sheet.edited.clear();
  }
  book.active = book.sheets.find((sheet) => sheet.visibility === 'Visible') ?? null;
  return book;
}

/** Opens an .xlsx. Throws UnusableFile where it can't be read. */
export function openBook(bytes: Uint8Array): OpenedBook {
  const { picture, file } = readWorkbook(bytes);
  const book = bookOf(picture);
  const styles = fileStyles(file);
  file.sheets.forEach(({ key, worksheet }, index) => {
    if (!worksheet) return;
    const text = readText(file.parts, key);
    const sheet = book.sheets[index]!;
    readFormulas(text, sheet);
    readLooks(text, sheet, styles);
    readSetup(text, sheet);
  });
  return { book, file };
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** Formulas with their text; those that share one are written out. */
function readFormulas(text: string, sheet: SheetModel): void {
  if (!/<(?:\w+:)?f[\s/>]/.test(text)) return;
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  const pattern = /<(?:\w+:)?c\s[^>]*?r="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?f>)/g;
  for (const [, address, attributes = '', body = ''] of text.matchAll(pattern)) {
    const place = fromA1(address!)!;
    let formula = body === '' ? '' : `=${parseXml(`<f>${body}</f>`).text}`;
    const group = attribute(attributes, 'si');
    if (group !== undefined && formula !== '') shared.set(group, { formula, ...place });
    else if (group !== undefined) {
      const first = shared.get(group);
      if (first !== undefined)
        formula = shiftFormula(first.formula, place.row - first.row, place.column - first.column);
    }
    if (formula !== '') sheet.make(place.row, place.column).formula = formula;
  }
}

/** Widths in characters → points, as Excel counts them at the usual zoom. */
function pointsOf(characters: number): number {
  return Math.round(characters * 7) * 0.75;
}

function readSetup(text: string, sheet: SheetModel): void {
  for (const [tag] of text.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    const [min, max, width] = ['min', 'max', 'width'].map((name) => Number(attribute(tag, name))) as [
      number,
      number,
      number,
    ];
    // Widths up to the last column are the default of an empty sheet.
    for (let column = min - 1; column < Math.min(max, 1_000); column += 1) {
      if (width > 0) sheet.widths.set(column, pointsOf(width));
      if (attribute(tag, 'hidden') === '1') sheet.hiddenColumns.add(column);
    }
  }
  for (const [tag] of text.matchAll(/<(?:\w+:)?row\s[^>]*>/g)) {
    const height = attribute(tag, 'ht');
    const row = Number(attribute(tag, 'r')) - 1;
    if (height !== undefined && row >= 0) sheet.heights.set(row, Number(height));
    if (attribute(tag, 'hidden') === '1' && row >= 0) sheet.hiddenRows.add(row);
  }
  const pane = /<(?:\w+:)?pane\s[^>]*state="frozen"[^>]*>/.exec(text)?.[0];
  if (pane !== undefined)
    sheet.freeze = { rows: Number(attribute(pane, 'ySplit') ?? 0), columns: Number(attribute(pane, 'xSplit') ?? 0) };
  const filter = /<(?:\w+:)?autoFilter\s[^>]*ref="([^"]+)"/.exec(text)?.[1];
  if (filter !== undefined) sheet.filter = parseArea(filter);
  sheet.isFiltered = /<(?:\w+:)?filterColumn[\s>]/.test(text);
  const guard = /<(?:\w+:)?sheetProtection\s[^>]*>/.exec(text)?.[0];
  sheet.isProtected = guard !== undefined && attribute(guard, 'sheet') === '1';
}
