/** The whole workbook → picture, in requests whose number grows only with its size. */
import { isPlainFormat, kindOf, type Cell, type RichCell } from '#core/workbook/cell';
import type { Area, Picture, RowPicture, SheetPicture } from '#core/workbook/picture';
import { roleOfHeader } from '#core/read/headers/headers';
import { cellOf, isDigitFormat } from './cells.ts';
import { isListedPlace, isUnfinished, isWorkSheet } from '#core/workbook/work-sheets';
import { headOf, listedSheets, neededSheets } from './needed.ts';
import { readPieces, type Piece } from './pieces.ts';
import { pause, throwIfAborted, type Batch } from './session.ts';
import { findFormulas, findMerges, listSheets, rangeOf, type SheetRead } from './sheets.ts';

export type Progress = (done: number, total: number) => void;

/** A sheet with its cells, and what is left to be asked of them. */
interface Filling {
  read: SheetRead;
  rows: Map<number, Cell[]>;
  hidden: Set<number>;
  hiddenColumns: number[];
  formulas: Uint8Array | null;
}

/** One cell of each format that may or may not be a date. */
type Doubts = Map<string, { read: SheetRead; row: number; column: number }>;

const HEADER_ROWS = 100;
/** Cells that are taken in without a pause: far less than a person notices. */
const SLICE = 10_000;

function widthOf(area: Area): number {
  return area.right - area.left + 1;
}

function columnsOf(area: Area): number[] {
  return Array.from({ length: widthOf(area) }, (_, index) => area.left + index);
}

function sizeOf(area: Area): number {
  return widthOf(area) * (area.bottom - area.top + 1);
}

function halvesOf(area: Area): [Area, Area] | null {
  if (area.top === area.bottom) return null;
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [
    { ...area, bottom: middle },
    { ...area, top: middle + 1 },
  ];
}

/** Values, types and formats of a block of rows. */
function block(filling: Filling, area: Area, doubts: Doubts, done: (cells: number) => void): Piece {
  const { read } = filling;
  const each = read.formulas === null;
  let range: Excel.Range | null = null;
  return {
    // Formulas repeat the value where there is none.
    bytes: Math.ceil(sizeOf(area) * read.cellBytes * (each ? 1.8 : 1)) + 400,
    ask() {
      range = rangeOf(read.proxy, area);
      range.load(each ? 'values,valueTypes,numberFormat,formulas' : 'values,valueTypes,numberFormat');
    },
    async take() {
      const answer = range!;
      range = null;
      const { values, valueTypes, numberFormat } = answer;
      const formulas = each ? answer.formulas : null;
      if (!values || !valueTypes || !numberFormat || (each && !formulas)) return false;
      const rows = Math.max(1, Math.floor(SLICE / widthOf(area)));
      for (let top = area.top; top <= area.bottom; top += rows) {
        if (top > area.top) await pause();
        const slice = { from: top, to: Math.min(area.bottom, top + rows - 1) };
        take(filling, area, slice, { values, types: valueTypes, formats: numberFormat, formulas }, doubts);
      }
      done(sizeOf(area));
      return true;
    },
    halves() {
      const halves = halvesOf(area);
      return halves === null
        ? null
        : [block(filling, halves[0], doubts, done), block(filling, halves[1], doubts, done)];
    },
  };
}

/** Takes some rows of a block's answer in. */
function take(
  filling: Filling,
  area: Area,
  { from, to }: { from: number; to: number },
  answer: { values: unknown[][]; types: string[][]; formats: unknown[][]; formulas: unknown[][] | null },
  doubts: Doubts,
): void {
  const { read, rows } = filling;
  const used = read.used!;
  const none = new Map<string, boolean>();
  for (let row = from; row <= to; row += 1) {
    const at = row - area.top;
    const values = answer.values[at]!;
    const types = answer.types[at]!;
    const formats = answer.formats[at]!;
    const formulas = answer.formulas?.[at];
    let cells: Cell[] | null = null;
    for (let column = area.left; column <= area.right; column += 1) {
      const index = column - area.left;
      const value = values[index];
      const type = types[index]!;
      if ((value === '' || value === null) && (type === 'Empty' || type === 'String')) continue;
      const format = String(formats[index] ?? '');
      const own = formulas?.[index];
      const formula =
        answer.formulas === null
          ? filling.formulas?.[(row - used.top) * widthOf(used) + column - used.left] === 1
          : typeof own === 'string' && own.startsWith('=') && own !== value;
      const cell = cellOf({ value, type, format, formula }, none);
      if (cell === null) continue;
      if (typeof value === 'number' && !doubts.has(format) && !isDigitFormat(format) && format !== 'General')
        doubts.set(format, { read, row, column });
      if (cells === null) rows.set(row, (cells = []));
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    }
  }
}

/** Hidden rows of a block, where only some rows are hidden. */
function hiddenRows(filling: Filling, area: Area): Piece {
  let answer: OfficeExtension.ClientResult<Excel.RowProperties[]> | null = null;
  return {
    bytes: (area.bottom - area.top + 1) * 24 + 300,
    ask() {
      answer = rangeOf(filling.read.proxy, { ...area, right: area.left }).getRowProperties({ rowHidden: true });
    },
    take() {
      const rows = answer!.value;
      answer = null;
      if (!rows) return false;
      rows.forEach((row, index) => {
        if (row.rowHidden === true) filling.hidden.add(area.top + index);
      });
      return true;
    },
    halves() {
      const halves = halvesOf(area);
      return halves === null ? null : [hiddenRows(filling, halves[0]), hiddenRows(filling, halves[1])];
    },
  };
}

/** Hidden columns of a sheet, where only some columns are hidden. */
function hiddenColumns(filling: Filling, area: Area): Piece {
  let answer: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null = null;
  return {
    bytes: widthOf(area) * 27 + 300,
    ask() {
      const row = { ...area, bottom: area.top };
      answer = rangeOf(filling.read.proxy, row).getColumnProperties({ columnHidden: true });
    },
    take() {
      const columns = answer!.value;
      answer = null;
      if (!columns) return false;
      columns.forEach((column, index) => {
        if (column.columnHidden === true) filling.hiddenColumns.push(area.left + index);
      });
      return true;
    },
    halves: () => null,
  };
}

/** What a column of codes shows: 4.1 in a format of its own may be "4.10". */
function shownTexts(filling: Filling, area: Area): Piece {
  let range: Excel.Range | null = null;
  return {
    bytes: (area.bottom - area.top + 1) * 16 + 300,
    ask() {
      range = rangeOf(filling.read.proxy, area);
      range.load('text');
    },
    take() {
      const text = range!.text;
      range = null;
      if (!text) return false;
      text.forEach((row, index) => {
        const cell = filling.rows.get(area.top + index)?.[area.left];
        if (typeof cell === 'object' && cell !== null && typeof cell.value === 'number') cell.shown = row[0]!;
      });
      return true;
    },
    halves() {
      const halves = halvesOf(area);
      return halves === null ? null : [shownTexts(filling, halves[0]), shownTexts(filling, halves[1])];
    },
  };
}

function formulaMap(read: SheetRead): Uint8Array | null {
  const used = read.used!;
  if (read.formulas === null || read.formulas.length === 0) return null;
  const width = widthOf(used);
  const map = new Uint8Array(sizeOf(used));
  for (const area of read.formulas) {
    const left = Math.max(area.left, used.left) - used.left;
    const right = Math.min(area.right, used.right) - used.left;
    for (let row = Math.max(area.top, used.top); row <= Math.min(area.bottom, used.bottom); row += 1)
      map.fill(1, (row - used.top) * width + left, (row - used.top) * width + right + 1);
  }
  return map;
}

/** Columns of codes whose numbers stand in a format that the core does not work out by itself. */
function codeColumns({ read, rows }: Filling): Area[] {
  const used = read.used!;
  const special = new Set<number>();
  for (const cells of rows.values())
    cells.forEach((cell, column) => {
      if (typeof cell === 'object' && cell !== null && typeof cell.value === 'number' && !isPlainFormat(cell.format))
        special.add(column);
    });
  const codes: Area[] = [];
  for (const column of special) {
    for (let row = used.top; row <= Math.min(used.bottom, used.top + HEADER_ROWS); row += 1) {
      const cell = rows.get(row)?.[column];
      const role = typeof cell === 'string' ? roleOfHeader(cell) : null;
      if (role !== 'code' && role !== 'order' && role !== 'unitCode') continue;
      codes.push({ ...used, left: column, right: column });
      break;
    }
  }
  return codes;
}

/** Excel's own word on which formats are dates; one cell of each format is asked, in one request. */
async function settleDates(batch: Batch, fillings: Filling[], doubts: Doubts): Promise<void> {
  if (doubts.size === 0) return;
  const asked = [...doubts].map(([format, { read, row, column }]) => {
    const range = read.proxy.getRangeByIndexes(row, column, 1, 1);
    range.load('numberFormatCategories');
    return { format, range };
  });
  await batch.sync();
  const dates = new Map<string, boolean>();
  for (const { format, range } of asked) {
    const category: string = range.numberFormatCategories?.[0]?.[0] ?? 'Custom';
    // A custom format may be either: its letters tell.
    if (category !== 'Custom') dates.set(format, category === 'Date' || category === 'Time');
  }
  const settle = (cell: RichCell): void => {
    if (typeof cell.value !== 'number' || (cell.kind !== undefined && cell.kind !== 'date')) return;
    const raw = { value: cell.value, type: 'Double', format: cell.format ?? '', formula: cell.formula === true };
    const kind = kindOf(cellOf(raw, dates));
    if (kind === 'date') cell.kind = 'date';
    else delete cell.kind;
  };
  for (const { rows } of fillings)
    for (const cells of rows.values())
      for (const cell of cells)
        if (typeof cell === 'object' && cell !== null && cell.format !== undefined) settle(cell);
}

function pictureOf({ read, rows, hidden, hiddenColumns: some }: Filling): SheetPicture {
  const list: RowPicture[] = [...rows.keys()]
    .sort((x, y) => x - y)
    .map((index) => {
      const isHidden = read.allHidden === true || hidden.has(index);
      return isHidden ? { index, cells: rows.get(index)!, hidden: true } : { index, cells: rows.get(index)! };
    });
  const { name, visibility, merges } = read;
  const every = read.allColumnsHidden === true ? columnsOf(read.used!) : some;
  return {
    name,
    visibility,
    rows: list,
    merges,
    hiddenRowsKnown: true,
    ...(every.length > 0 ? { hiddenColumns: every } : {}),
  };
}

/** The picture, and the sheets an interrupted run left: they are no part of it. */
export interface WorkbookRead {
  picture: Picture;
  leftOver: SheetRead[];
}

/**
 * Reads the workbook. `ours: 'head'`: of our own sheets only the stamp, which is all that a fingerprint of the user's sheets needs.
 * `merges: false`: without merged areas, asking for which is reported to empty the person's undo list on Windows (office-js 5918).
 */
export async function readWorkbook(
  batch: Batch,
  ours: 'whole' | 'head',
  signal: AbortSignal,
  { progress = () => undefined, merges = true }: { progress?: Progress; merges?: boolean } = {},
): Promise<WorkbookRead> {
  throwIfAborted(signal);
  const all = await listSheets(batch);
  const heads = new Map(all.map((read) => [read, headOf(read)]));
  const listed = await listedSheets(batch, all, heads);
  const isLeft = (head: SheetPicture): boolean =>
    isWorkSheet(head) || isUnfinished(head) || isListedPlace(head, listed);
  const leftOver = all.filter((read) => isLeft(heads.get(read)!));
  const wanted = all.filter((read) => !leftOver.includes(read));
  const full = await neededSheets(batch, wanted, heads, ours);
  throwIfAborted(signal);
  await findFormulas(batch, full);
  if (merges) await findMerges(batch, full);
  const fillings = full.map((read): Filling => ({
    read,
    rows: new Map(),
    hidden: new Set(),
    hiddenColumns: [],
    formulas: formulaMap(read),
  }));
  const total = full.reduce((sum, read) => sum + sizeOf(read.used!), 0);
  let done = 0;
  progress(0, total);
  const count = (cells: number): void => progress((done += cells), total);
  const doubts: Doubts = new Map();
  const pieces = fillings.map((filling) => block(filling, filling.read.used!, doubts, count));
  for (const filling of fillings)
    if (filling.read.allHidden === null) pieces.push(hiddenRows(filling, filling.read.used!));
  for (const filling of fillings)
    if (filling.read.allColumnsHidden === null) pieces.push(hiddenColumns(filling, filling.read.used!));
  await readPieces(batch, pieces, signal);
  await settleDates(batch, fillings, doubts);
  const texts = fillings.flatMap((filling) => codeColumns(filling).map((area) => shownTexts(filling, area)));
  await readPieces(batch, texts, signal);
  const filled = new Map(fillings.map((filling) => [filling.read, filling]));
  const sheets = wanted.map((read) => {
    const filling = filled.get(read);
    return filling === undefined ? headOf(read) : pictureOf(filling);
  });
  return { picture: { sheets }, leftOver };
}
