/** A workbook in the local host, the genuine office.js before it, the adapter before that. */
import { scalarOf } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { Book } from '#local/excel-host/model/book';
import { startOffice, type StartedOffice } from '#local/excel-host/node';

/** @returns a workbook that shows what the picture says. */
export function bookFrom(picture: Picture): Book {
  const book = new Book();
  for (const one of picture.sheets) {
    const sheet = book.add(one.name);
    sheet.visibility = ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const)[one.visibility];
    sheet.merges = [...one.merges];
    for (const column of one.hiddenColumns ?? []) sheet.hiddenColumns.add(column);
    for (const row of one.rows) {
      if (row.hidden) sheet.hiddenRows.add(row.index);
      row.cells.forEach((cell, column) => {
        if (cell === null) return;
        const stored = sheet.make(row.index, column);
        stored.value = scalarOf(cell);
        if (typeof cell !== 'object') return;
        if (cell.kind === 'error') stored.kind = 'error';
        if (cell.format !== undefined) stored.format = cell.format;
        // A function that the host does not know: it keeps the stored result.
        if (cell.formula === true) stored.formula = '=KHONG.TINH()';
      });
    }
  }
  book.active = book.sheets.find((sheet) => sheet.visibility === 'Visible') ?? null;
  return book;
}

export interface Opened extends StartedOffice {
  book: Book;
}

/** Opens a workbook in the local host and puts `Excel` and `Office` where the adapter looks for them. */
export async function openBook(picture: Picture, options: Parameters<typeof startOffice>[1] = {}): Promise<Opened> {
  const book = bookFrom(picture);
  const started = await startOffice(book, options);
  started.install();
  return { ...started, book };
}

/** Values of a sheet by address. */
export function valuesOf(book: Book, name: string): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [row, column, cell] of book.find(name)!.cells())
    if (cell.value !== null && cell.value !== '') values.set(`${row},${column}`, cell.value);
  return values;
}

/** Does something when a request with such a call arrives, before it is answered: "Add", "SetProperty Values" … */
export function whenCalled({ host }: Opened, call: string, job: () => void): void {
  const push = host.requests.push.bind(host.requests);
  host.requests.push = (...counted) => {
    if (counted.some((one) => one.calls.includes(call))) job();
    return push(...counted);
  };
}

/** @returns names of the sheets, hidden ones marked. */
export function namesOf(book: Book): string[] {
  return book.sheets.map((sheet) => sheet.name + (sheet.visibility === 'Visible' ? '' : ' (ẩn)'));
}
