/** What stands in a workbook of either host, in one form; runs in Node and in a page. */
import { toA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import type { CellStyle, SheetPlan } from '#core/workbook/plan';
import { Book } from '#local/excel-host/model/book';
import type { BookState, SheetState } from '#local/sheets-host/services/contract';

/** A cell of a sheet of ours: value, format, looks and link in one text. */
export interface WrittenSheet {
  name: string;
  hidden: boolean;
  cells: Map<string, { value: unknown; format: string; look: string; link: string }>;
  merges: string;
  freeze: string;
  charts: string[];
}

export type Written = Map<string, WrittenSheet>;

const OURS = /^(?:Xếp hạng|Chi tiết điểm|Kiểm tra|_nghin_diem)(?: \(Nghìn Điểm.*\))?$/;

function lookText(look: Omit<CellStyle, 'format'>): string {
  return JSON.stringify(
    Object.entries(look)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, typeof value === 'string' ? value.toUpperCase() : value])
      .sort((x, y) => (String(x[0]) < String(y[0]) ? -1 : 1)),
  );
}

const mergeText = (areas: SheetPlan['merges']): string =>
  areas
    .map(({ top, left, bottom, right }) => [top, left, bottom, right].join(','))
    .sort()
    .join(' ');

/** @returns a planned sheet in the common form. */
export function ofPlan(plan: SheetPlan): WrittenSheet {
  const cells: WrittenSheet['cells'] = new Map();
  plan.rows.forEach((row, at) =>
    row.cells.forEach((cell, column) => {
      if (cell === null) return;
      const { format = '', ...look } = plan.styles[cell.style]!;
      const link = cell.link === undefined ? '' : `${cell.link.sheet}!${cell.link.cell}`;
      if (cell.value === null && format === '' && Object.keys(look).length === 0) return;
      cells.set(toA1(at, column), { value: cell.value === '' ? null : cell.value, format, look: lookText(look), link });
    }),
  );
  return {
    name: plan.name,
    hidden: plan.visibility === 'hidden',
    cells,
    merges: mergeText(plan.merges),
    freeze: JSON.stringify(plan.freeze),
    charts: plan.charts.map(({ title, series }) => `${title}: ${series.length}`),
  };
}

/** Puts a picture's sheets into a workbook of the Excel host, in place of those it has. */
export function fill(book: Book, picture: Picture): void {
  const fresh = new Book();
  for (const one of picture.sheets) {
    const sheet = fresh.add(one.name);
    sheet.visibility = ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const)[one.visibility];
    sheet.merges = one.merges.map((area) => ({ ...area }));
    for (const column of one.hiddenColumns ?? []) sheet.hiddenColumns.add(column);
    for (const row of one.rows) {
      if (row.hidden) sheet.hiddenRows.add(row.index);
      row.cells.forEach((cell, column) => put(sheet, row.index, column, cell));
    }
    sheet.edited.clear();
  }
  Object.assign(book, { sheets: fresh.sheets, names: [], readOnly: false, structureProtected: false });
  Object.assign(book, { next: 1 + fresh.sheets.length });
  for (const sheet of book.sheets) Object.assign(sheet, { book });
  book.active = book.sheets.find((sheet) => sheet.visibility === 'Visible') ?? null;
}

function put(sheet: Book['sheets'][number], row: number, column: number, cell: Cell): void {
  if (cell === null) return;
  const stored = sheet.make(row, column);
  stored.value = typeof cell === 'object' ? cell.value : cell;
  if (typeof cell !== 'object') return;
  if (cell.kind === 'error' || cell.kind === 'other') stored.kind = cell.kind;
  if (cell.format !== undefined) stored.format = cell.format;
  // A function that the host does not know: it keeps the stored result.
  if (cell.formula === true) stored.formula = '=KHONG.TINH()';
}

function ofState(sheet: SheetState, gids: Map<number, string>): WrittenSheet {
  const cells: WrittenSheet['cells'] = new Map();
  for (const { index, cells: line } of sheet.rows)
    line.forEach((state, column) => {
      if (state === null) return;
      const value = typeof state.cell === 'object' && state.cell !== null ? state.cell.value : state.cell;
      const target = /^#gid=(\d+)&range=(.+)$/.exec(state.link ?? '');
      const link = target === null ? (state.link ?? '') : `${gids.get(Number(target[1]))}!${target[2]}`;
      cells.set(toA1(index, column), { value, format: state.format ?? '', look: lookText(state.look ?? {}), link });
    });
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    cells,
    merges: mergeText(sheet.merges),
    freeze: JSON.stringify(sheet.frozen),
    charts: (sheet.charts ?? []).map(({ title, ranges }) => `${title}: ${ranges.length - 1}`),
  };
}

/** @returns our sheets in a workbook of the Sheets stand-in; `picture`: what the user had before. */
export function writtenIn(state: BookState, picture: Picture): WrittenSheet[] {
  const gids = new Map(state.sheets.map(({ id, name }) => [id!, name]));
  return state.sheets
    .filter(({ name }) => OURS.test(name) && !picture.sheets.some((sheet) => sheet.name === name))
    .map((sheet) => ofState(sheet, gids));
}
