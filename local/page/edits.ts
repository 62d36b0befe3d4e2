/** What a person does to cells: type, clear, copy, paste. Throws where the sheet is protected or the workbook is read-only. */
import type { Area } from '#core/workbook/picture';
import type { Book } from '../excel-host/model/book.ts';
import type { SheetModel } from '../excel-host/model/sheet.ts';
import { fromTyped, textOf } from './typed.ts';

interface At {
  row: number;
  column: number;
}

export function typeInto(book: Book, sheet: SheetModel, { row, column }: At, text: string): void {
  const format = sheet.at(row, column)?.format ?? 'General';
  book.type(sheet, row, column, fromTyped(text, format));
}

/** Empties the cells of an area; their looks stay. */
export function clearArea(book: Book, sheet: SheetModel, area: Area): void {
  book.as('user', () => {
    book.checkCells(sheet, area);
    sheet.clear(area, 'Contents');
    book.changed(sheet, area);
    book.calculate();
  });
}

/** @returns the area as text between tabs, as it is shown. */
export function copyText(sheet: SheetModel, area: Area): string {
  const lines: string[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const line: string[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const text = textOf(sheet.at(row, column));
      line.push(/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    }
    lines.push(line.join('\t'));
  }
  return lines.join('\n');
}

/** Cells of a pasted text: tabs between columns, quotes around what holds a tab or a new line. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', mark] of text
    .replace(/\r\n?/g, '\n')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1]!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (mark === '\n') rows.push([]);
    if (mark === '') break;
  }
  // Programs end a copied table with a new line.
  const last = rows[rows.length - 1]!;
  if (rows.length > 1 && last.every((one) => one === '')) rows.pop();
  return rows;
}

/** Writes a pasted text from a cell on; @returns the area. */
export function pasteText(book: Book, sheet: SheetModel, { row, column }: At, text: string): Area {
  const rows = cellsOf(text);
  const width = Math.max(...rows.map((line) => line.length));
  const area = { top: row, left: column, bottom: row + rows.length - 1, right: column + width - 1 };
  book.as('user', () => {
    book.checkCells(sheet, area);
    rows.forEach((line, down) =>
      line.forEach((one, across) => {
        const format = sheet.at(row + down, column + across)?.format ?? 'General';
        sheet.enter(row + down, column + across, fromTyped(one, format));
      }),
    );
    book.changed(sheet, area);
    book.calculate();
  });
  return area;
}
