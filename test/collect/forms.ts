/** The districts' sample as a department has it before forms come: index set, units, settings; and each unit's sheet as the form that it sends. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeForms } from '#core/commands/form';
import { toA1 } from '#core/workbook/address';
import { scalarOf, type Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import type { CellEdit, SheetPlan } from '#core/workbook/plan';
import { say } from '#local/cli/words';
import { newBook, newWorkbook, readWorkbook, writeWorkbook } from '#xlsx/index';

const NOT_FORMS = new Set(['Bộ chỉ số', 'Đơn vị', 'Thiết lập']);

/** What the sample has as verified is what the units claim. */
function asClaimed(sheet: SheetPicture): SheetPicture {
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => (scalarOf(cell) === 'Điểm thẩm định' ? 'Điểm tự chấm' : cell)),
  }));
  return { ...sheet, rows };
}

/** @returns the whole sample, the book without forms, and the forms by unit. */
export function districts(): { whole: Picture; book: Picture; forms: Map<string, SheetPicture> } {
  const { picture } = readWorkbook(readFileSync('samples/cap-huyen-11x64.xlsx'));
  const sheets = picture.sheets.map(asClaimed);
  const forms = new Map(sheets.filter(({ name }) => !NOT_FORMS.has(name)).map((sheet) => [sheet.name, sheet]));
  return { whole: { sheets }, book: { sheets: sheets.filter(({ name }) => NOT_FORMS.has(name)) }, forms };
}

/** A copy with cells changed: by row and column, or rows put away. */
export function changed(sheet: SheetPicture, change: (cells: Cell[], row: number) => Cell[]): SheetPicture {
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: change([...row.cells], row.index) })) };
}

/** @returns the cell of a code's row under a header. */
export function placeIn(sheet: SheetPicture, code: string, header: string): { row: number; column: number } {
  const head = sheet.rows.find(({ cells }) => cells.some((cell) => scalarOf(cell) === header));
  const column = head?.cells.findIndex((cell) => scalarOf(cell) === header) ?? -1;
  const row = sheet.rows.find(({ cells }) => scalarOf(cells[0]) === code)?.index ?? -1;
  if (row < 0 || column < 0) throw new Error(`no ${code} ${header}`);
  return { row, column };
}

/** @returns a sheet with one cell set. */
export function withCell(sheet: SheetPicture, code: string, header: string, value: Cell): SheetPicture {
  const place = placeIn(sheet, code, header);
  return changed(sheet, (cells, row) => {
    if (row === place.row) cells[place.column] = value;
    return cells;
  });
}

const plainSheet = ({ name, rows }: SheetPicture): SheetPlan => ({
  name,
  visibility: 'visible',
  styles: [{}, { format: '@' }],
  widths: [],
  rows: Array.from({ length: (rows[rows.length - 1]?.index ?? -1) + 1 }, (_, index) => ({
    cells: (rows.find((row) => row.index === index)?.cells ?? []).map((cell) => {
      const value = scalarOf(cell);
      return value === null ? null : { value, style: typeof value === 'string' ? 1 : 0 };
    }),
  })),
  merges: [],
  freeze: { rows: 0, columns: 0 },
  filter: null,
  charts: [],
  print: null,
});

/** @returns a workbook file of these sheets' values. */
export function fileOf(...sheets: SheetPicture[]): Uint8Array {
  return newWorkbook(sheets.map(plainSheet));
}

/** Makes the forms of the districts and types into each what the sample has. */
export function fillForms(folder: string): void {
  const { book, forms } = districts();
  mkdirSync(folder, { recursive: true });
  const made = makeForms(book, { language: 'vi', set: null, period: null, units: null, say: (one) => say(one, 'vi') });
  for (const { file: name, unit, book: form } of made.forms) {
    const sample = forms.get(unit ?? '');
    const { picture, file } = readWorkbook(newBook(form));
    const sheet = picture.sheets.find((one) => one.name === 'Phiếu');
    if (sheet === undefined || sample === undefined) throw new Error(`no form of ${unit}`);
    const head = sheet.rows.find(({ cells }) => scalarOf(cells[0]) === 'Mã');
    const edits: CellEdit[] = [];
    for (const { index, cells } of sheet.rows)
      for (const header of ['a', 'b', 'c', 'd', 'Lựa chọn', 'Điểm tự chấm']) {
        const code = scalarOf(cells[0]);
        const column = head?.cells.findIndex((cell) => scalarOf(cell) === header) ?? -1;
        const source = sample.rows.find((row) => scalarOf(row.cells[0]) === code);
        if (column < 0 || source === undefined || code === 'Mã') continue;
        const value = scalarOf(source.cells[placeIn(sample, String(code), header).column]);
        if (value !== null) edits.push({ sheet: 'Phiếu', cell: toA1(index, column), before: null, value });
      }
    writeFileSync(join(folder, name), writeWorkbook(file, { sheets: [], edits }));
  }
}
