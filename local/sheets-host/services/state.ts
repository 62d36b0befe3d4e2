/** The workbook as JSON: put into the services before a run, taken out after it. */
import { areaFromA1 } from '#core/workbook/address';
import type { Cell, RichCell } from '#core/workbook/cell';
import type { BookState, CellState, SheetState } from './contract.ts';
import { BookModel, isDateCell, PLAIN, withLook, type Look, type SheetModel, type Stored } from './model.ts';

function storedOf(state: CellState): Stored {
  const { cell } = state;
  const rich: RichCell = typeof cell === 'object' && cell !== null ? cell : { value: cell };
  const stored: Stored = { value: rich.value, format: state.format ?? rich.format ?? '', look: PLAIN };
  for (const [property, value] of Object.entries(state.look ?? {}))
    stored.look = withLook(stored.look, property as keyof Look, value as never);
  if (rich.kind === 'error' || rich.kind === 'other') stored.kind = rich.kind;
  if (rich.kind === 'date' && stored.format === '') stored.format = 'dd/mm/yyyy';
  if (rich.kind === 'uncalculated') stored.value = 'Loading...';
  // The text of a formula is no part of a picture; its result is.
  if (state.formula !== undefined || rich.formula === true || rich.kind === 'uncalculated')
    stored.formula = state.formula ?? '=KHONG.TINH()';
  if (state.link !== undefined) stored.link = state.link;
  if (state.note !== undefined) stored.note = state.note;
  return stored;
}

function loadSheet(sheet: SheetModel, state: SheetState): void {
  let rows = 1;
  let columns = 1;
  for (const { index, cells } of state.rows) {
    const line: (Stored | undefined)[] = [];
    cells.forEach((cell, column) => {
      if (cell !== null) line[column] = storedOf(cell);
    });
    sheet.rows[index] = line;
    rows = Math.max(rows, index + 1);
    columns = Math.max(columns, cells.length);
  }
  sheet.hidden = state.hidden;
  sheet.isObject = state.isObject ?? false;
  sheet.maxRows = state.maxRows ?? Math.max(rows, 1_000);
  sheet.maxColumns = state.maxColumns ?? Math.max(columns, 26);
  sheet.merges = state.merges.map((area) => ({ ...area }));
  sheet.frozen = { ...(state.frozen ?? { rows: 0, columns: 0 }) };
  sheet.filter = state.filter ? { area: state.filter.area, criteria: new Set(state.filter.criteria) } : null;
  sheet.charts = (state.charts ?? []).map((chart, index) => ({ ...chart, id: index + 1 }));
  sheet.protections = state.protections ?? [];
  sheet.refusing = state.refusing ?? [];
  state.widths?.forEach((width, column) => sheet.widths.set(column, width));
  for (const [row, height] of Object.entries(state.heights ?? {})) sheet.heights.set(Number(row), height);
  sheet.hiddenRows = new Set(state.hiddenRows ?? []);
  sheet.hiddenColumns = new Set(state.hiddenColumns ?? []);
  sheet.tabColor = state.tabColor ?? null;
  sheet.selection = state.selection ?? 'A1';
}

/** @returns the workbook that the state tells of. */
export function loadBook(state: BookState): BookModel {
  const book = new BookModel();
  book.locale = state.locale;
  book.timeZone = state.timeZone;
  for (const sheet of state.sheets) loadSheet(book.add(sheet.name), sheet);
  book.active = book.find(state.active) ?? book.sheets.find((sheet) => !sheet.hidden) ?? null;
  return book;
}

function cellState(book: BookModel, stored: Stored): CellState {
  const shown = book.result(stored)!;
  const rich: RichCell = { value: shown.value };
  if (shown.kind !== undefined) rich.kind = shown.kind;
  else if (isDateCell(shown)) rich.kind = 'date';
  if (stored.formula !== undefined) rich.formula = true;
  const cell: Cell = rich.kind === undefined && rich.formula === undefined ? rich.value : rich;
  const state: CellState = { cell };
  if (stored.formula !== undefined) state.formula = stored.formula;
  if (stored.format !== '') state.format = stored.format;
  if (stored.look !== PLAIN) state.look = { ...stored.look };
  if (stored.link !== undefined) state.link = stored.link;
  if (stored.note !== undefined) state.note = stored.note;
  return state;
}

/** @returns the state of a workbook; sheets named in `only` alone, where that is given. */
export function saveBook(book: BookModel, only: readonly string[] | null): BookState {
  return {
    locale: book.locale,
    timeZone: book.timeZone,
    active: book.active?.name ?? '',
    sheets: book.sheets
      .filter((sheet) => only === null || only.includes(sheet.name))
      .map((sheet): SheetState => {
        const rows: SheetState['rows'] = [];
        sheet.rows.forEach((line, index) => {
          if (line === undefined) return;
          const cells: (CellState | null)[] = [];
          line.forEach((stored, column) => {
            if (stored === undefined) return;
            const isEmpty = stored.value === null && stored.kind === undefined && stored.formula === undefined;
            if (isEmpty && stored.format === '' && stored.look === PLAIN && stored.note === undefined) return;
            while (cells.length < column) cells.push(null);
            cells[column] = cellState(book, stored);
          });
          if (cells.length > 0) rows.push({ index, cells });
        });
        return {
          id: sheet.id,
          name: sheet.name,
          hidden: sheet.hidden,
          isObject: sheet.isObject,
          rows,
          merges: sheet.merges,
          maxRows: sheet.maxRows,
          maxColumns: sheet.maxColumns,
          frozen: sheet.frozen,
          filter: sheet.filter === null ? null : { area: sheet.filter.area, criteria: [...sheet.filter.criteria] },
          charts: sheet.charts,
          protections: sheet.protections,
          refusing: sheet.refusing,
          widths: Array.from({ length: sheet.maxColumns }, (_, column) => sheet.widths.get(column) ?? 100),
          heights: Object.fromEntries(sheet.heights),
          hiddenRows: [...sheet.hiddenRows],
          hiddenColumns: [...sheet.hiddenColumns],
          tabColor: sheet.tabColor,
          selection: sheet.selection,
        };
      }),
  };
}

/** Somebody else, or the person, types into a cell. */
export function typeInto(book: BookModel, sheet: string, address: string, state: CellState | null): void {
  const area = areaFromA1(address);
  const found = book.find(sheet);
  if (area === null || found === null) throw new Error(`no cell ${sheet}!${address}`);
  const { top, left } = area;
  if (state === null) delete found.rows[top]?.[left];
  else (found.rows[top] ??= [])[left] = { ...storedOf(state), look: found.at(top, left)?.look ?? PLAIN };
}
