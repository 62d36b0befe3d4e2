/** The page's workbook as a Google spreadsheet, and what the add-on did there back into the page's workbook. */
import { areaFromA1, toA1 } from '#core/workbook/address';
import type { RichCell } from '#core/workbook/cell';
import { isStamped, STATE_SHEET } from '#core/workbook/stamp';
import { parseArea } from '../excel-host/model/areas.ts';
import type { Book } from '../excel-host/model/book.ts';
import { PLAIN, withLook, type Look, type StoredCell } from '../excel-host/model/cells.ts';
import type { ChartModel, SheetModel } from '../excel-host/model/sheet.ts';
import { pictureOf } from '../excel-host/save.ts';
import type { BookState, CellState, ChartState, SheetState } from '../sheets-host/services/contract.ts';

/** Google's default column, and points of a pixel. */
const DEFAULT_WIDTH = 100;
const ROW = 21;
const POINT = 0.75;

/** @returns the spreadsheet that Google would show of the workbook. */
export function sheetsStateOf(book: Book): BookState {
  const sheets = pictureOf(book).sheets.map(({ name, visibility, rows, merges }): SheetState => ({
    name,
    hidden: visibility !== 'visible',
    rows: rows.map(({ index, cells }) => ({ index, cells: cells.map((cell) => (cell === null ? null : { cell })) })),
    merges,
  }));
  return { locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', active: book.active?.name ?? '', sheets };
}

/** @returns a cell of the workbook as the add-on would find it after somebody typed into it. */
export function cellStateOf(cell: StoredCell | undefined): CellState | null {
  if (cell === undefined || (cell.value === null && cell.formula === undefined)) return null;
  const { value, kind, formula, format } = cell;
  const rich: RichCell = {
    value,
    ...(kind === undefined ? {} : { kind }),
    ...(formula === undefined ? {} : { formula: true }),
  };
  return { cell: rich, ...(formula === undefined ? {} : { formula }), ...(format === 'General' ? {} : { format }) };
}

const ALIGN = { left: 'Left', center: 'Center', right: 'Right' } as const;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'];
const THIN = { style: 'Continuous', color: '#BFBFBF', weight: 'Thin' };

function lookOf(look: CellState['look'] = {}): Look {
  const { bold, italic, strike, color, fill, fontSize, align, valign, wrap, border } = look;
  return withLook(PLAIN, {
    bold,
    italic,
    strikethrough: strike,
    color,
    fill,
    size: fontSize,
    horizontalAlignment: align === undefined ? undefined : ALIGN[align],
    verticalAlignment: valign === undefined ? undefined : valign === 'top' ? 'Top' : 'Center',
    wrapText: wrap,
    borders: border === true ? Object.fromEntries(EDGES.map((edge) => [edge, THIN])) : undefined,
  });
}

/** "#gid=7&range=C5" → "'Số liệu'!C5". */
function linkOf(link: string | undefined, names: ReadonlyMap<string, string>): StoredCell['link'] {
  const [, id, range] = /^#gid=(\d+)&range=(.+)$/.exec(link ?? '') ?? [];
  const name = id === undefined ? undefined : names.get(id);
  return name === undefined ? undefined : { documentReference: `'${name.replaceAll("'", "''")}'!${range}` };
}

function storedOf(state: CellState, names: ReadonlyMap<string, string>): StoredCell {
  const rich: RichCell = typeof state.cell === 'object' && state.cell !== null ? state.cell : { value: state.cell };
  const link = linkOf(state.link, names);
  return {
    value: rich.value,
    format: state.format ?? 'General',
    look: lookOf(state.look),
    ...(rich.kind === 'error' || rich.kind === 'other' ? { kind: rich.kind } : {}),
    ...(state.formula === undefined ? {} : { formula: state.formula }),
    ...(link === undefined ? {} : { link }),
  };
}

function chartOf(chart: ChartState, sheet: SheetState, at: number): ChartModel {
  const { ranges, options, row, column } = chart;
  const head = Number(options['headers'] ?? 1);
  const body = ({ top, left, bottom, right }: ChartState['ranges'][number]): string =>
    `${toA1(top + head, left)}:${toA1(bottom, right)}`;
  const colors = (options['colors'] ?? []) as string[];
  let right = column - 1;
  for (let width = Number(options['width'] ?? 600); width > 0; right += 1)
    width -= sheet.widths?.[right] ?? DEFAULT_WIDTH;
  const bottom = row - 2 + Math.max(1, Math.round(Number(options['height'] ?? 371) / ROW));
  return {
    id: `chart-${at}`,
    name: chart.title,
    chartType: 'BarStacked',
    title: chart.title,
    legendPosition: 'Bottom',
    axes: {
      category: { title: '', reversed: true },
      value: { title: String(options['axis'] ?? ''), reversed: false },
    },
    plotVisibleOnly: false,
    source: '',
    seriesBy: 'Columns',
    position: [toA1(row - 1, column - 1), toA1(bottom, Math.max(column - 1, right - 1))],
    series: ranges.slice(1).map((range, index) => ({
      name: String(options[`series.${index}.labelInLegend`] ?? ''),
      chartType: 'BarStacked',
      gapWidth: 50,
      overlap: 100,
      values: body(range),
      categories: body(ranges[0]!),
      fill: colors[index] ?? '#4472C4',
    })),
  };
}

/** A sheet of the add-on's own: all of it is what stands there now. */
function replace(sheet: SheetModel, state: SheetState, names: ReadonlyMap<string, string>): void {
  sheet.rows.clear();
  for (const { index, cells } of state.rows)
    cells.forEach((cell, column) => {
      if (cell !== null) sheet.put(index, column, storedOf(cell, names));
    });
  sheet.merges = state.merges;
  sheet.freeze = state.frozen ?? { rows: 0, columns: 0 };
  sheet.filter = state.filter?.area ?? null;
  sheet.tabColor = state.tabColor ?? '';
  sheet.widths.clear();
  state.widths?.forEach((width, column) => {
    if (width !== DEFAULT_WIDTH) sheet.widths.set(column, width * POINT);
  });
  sheet.heights.clear();
  for (const [row, height] of Object.entries(state.heights ?? {}))
    if (height !== ROW) sheet.heights.set(Number(row), height * POINT);
  sheet.charts = (state.charts ?? []).map((chart, at) => chartOf(chart, state, at));
  sheet.isReshaped = true;
}

type Cells = Map<string, CellState>;

function cellsOf(state: SheetState | undefined): Cells {
  const found: Cells = new Map();
  for (const { index, cells } of state?.rows ?? [])
    cells.forEach((cell, column) => {
      if (cell !== null) found.set(toA1(index, column), cell);
    });
  return found;
}

/** A sheet of the person's own: only the cells that the add-on changed are touched, and they keep their looks. */
function amend(sheet: SheetModel, before: SheetState, after: SheetState): void {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  for (const address of new Set([...old.keys(), ...now.keys()])) {
    const state = now.get(address);
    if (JSON.stringify(old.get(address)) === JSON.stringify(state)) continue;
    const { top: row, left: column } = areaFromA1(address)!;
    const look = sheet.at(row, column)?.look ?? PLAIN;
    const own = state === undefined ? { value: null, format: 'General' } : storedOf(state, new Map());
    sheet.put(row, column, { ...own, look });
  }
}

function isOurs(state: SheetState): boolean {
  const rows = state.rows.map(({ index, cells }) => ({ index, cells: cells.map((cell) => cell?.cell ?? null) }));
  const bare = { name: state.name, visibility: 'visible' as const, merges: [], hiddenRowsKnown: true, rows };
  return state.name === STATE_SHEET || isStamped(bare);
}

/** Brings what the add-on changed into the page's workbook. @returns whether anything was. */
export function takeOver(book: Book, before: BookState, after: BookState): boolean {
  const names = new Map(after.sheets.map(({ id, name }) => [String(id), name]));
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  let changed = false;
  const told = (sheet: SheetModel): void => {
    changed = true;
    const bottom = Math.max(0, ...sheet.rows.keys());
    book.changed(sheet, { top: 0, left: 0, bottom, right: 25 });
  };
  const there = new Set(after.sheets.map(({ name }) => name));
  for (const sheet of book.sheets.filter(({ name }) => !there.has(name))) {
    book.remove(sheet);
    changed = true;
  }
  for (const state of after.sheets) {
    const known = old.get(state.name);
    if (known !== undefined && JSON.stringify(known) === JSON.stringify(state)) continue;
    const sheet = book.find(state.name) ?? book.add(state.name);
    if (known === undefined || isOurs(state)) replace(sheet, state, names);
    else amend(sheet, known, state);
    book.show(sheet, state.hidden ? 'Hidden' : 'Visible');
    told(sheet);
  }
  book.calculate();
  return changed;
}

/** The person's place follows the add-on's. */
export function follow(book: Book, { active, sheets }: BookState): void {
  const sheet = book.find(active);
  const area = parseArea(sheets.find(({ name }) => name === active)?.selection ?? '');
  if (sheet !== null && area !== null && sheet.visibility === 'Visible') book.select(sheet, [area]);
}
