/** The host's workbook → pictures, plans and workbook files. */
import { areaFromA1, toA1 } from '#core/workbook/address';
import { isDateFormat, type Cell, type RichCell } from '#core/workbook/cell';
import type { Area, Picture } from '#core/workbook/picture';
import type { CellEdit, CellStyle, ChartPlan, PlanCell, PlanRow, PrintPlan, SheetPlan } from '#core/workbook/plan';
import { newWorkbook, writeWorkbook, type WorkbookFile } from '#xlsx/index';
import { COLUMNS, parseArea } from './model/areas.ts';
import type { Book } from './model/book.ts';
import { isBlank, isUntouched, type Look, type StoredCell } from './model/cells.ts';
import type { ChartModel, SheetModel } from './model/sheet.ts';

const VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

function cellOf(cell: StoredCell): Cell {
  const { value, kind, format } = cell;
  const isNumber = typeof value === 'number';
  const isDate = kind === undefined && isNumber && isDateFormat(format);
  const rich: RichCell = { value };
  if (kind !== undefined) rich.kind = kind;
  else if (isDate) rich.kind = 'date';
  if (isNumber && format !== 'General') rich.format = format;
  if (cell.formula !== undefined) rich.formula = true;
  return Object.keys(rich).length === 1 ? value : rich;
}

/** The workbook as the core sees it. */
export function pictureOf(book: Book): Picture {
  const sheets = book.sheets.map((sheet) => {
    const rows = new Map<number, Cell[]>();
    for (const [row, column, cell] of sheet.cells()) {
      if (isBlank(cell) || cell.value === '') continue;
      const cells = rows.get(row) ?? [];
      rows.set(row, cells);
      while (cells.length < column) cells.push(null);
      cells[column] = cellOf(cell);
    }
    const last = Math.max(-1, ...[...rows.values()].map((cells) => cells.length - 1));
    const hidden = [...sheet.hiddenColumns].filter((column) => column <= last).sort((x, y) => x - y);
    return {
      name: sheet.name,
      visibility: VISIBILITY[sheet.visibility],
      rows: [...rows].map(([index, cells]) =>
        sheet.hiddenRows.has(index) ? { index, cells, hidden: true as const } : { index, cells },
      ),
      merges: sheet.merges,
      hiddenRowsKnown: true,
      ...(hidden.length > 0 ? { hiddenColumns: hidden } : {}),
    };
  });
  return { sheets };
}

const ALIGN: Readonly<Record<string, CellStyle['align']>> = { Left: 'left', Center: 'center', Right: 'right' };
const VALIGN: Readonly<Record<string, CellStyle['valign']>> = { Top: 'top', Center: 'middle' };

function styleOf(look: Look, format: string): CellStyle {
  const align = ALIGN[look.horizontalAlignment ?? ''];
  const valign = VALIGN[look.verticalAlignment ?? ''];
  return {
    ...(format === 'General' ? {} : { format }),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.strikethrough ? { strike: true } : {}),
    ...(look.color === undefined ? {} : { color: look.color }),
    ...(look.fill === undefined ? {} : { fill: look.fill }),
    ...(look.size === undefined ? {} : { fontSize: look.size }),
    ...(align === undefined ? {} : { align }),
    ...(valign === undefined ? {} : { valign }),
    ...(look.wrapText ? { wrap: true } : {}),
    ...(look.borders?.['EdgeTop'] === undefined && look.borders?.['EdgeBottom'] === undefined ? {} : { border: true }),
  };
}

function linkOf(cell: StoredCell): PlanCell['link'] {
  const [, quoted, plain, address] =
    /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(cell.link?.documentReference ?? '') ?? [];
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined || address === undefined ? undefined : { sheet, cell: address };
}

function chartOf(model: ChartModel): ChartPlan | null {
  const bare = (address: string): Area | null => parseArea(address.slice(address.lastIndexOf('!') + 1));
  const anchor = areaFromA1(model.position.join(':'));
  const series = model.series.map((one) => ({ one, values: bare(one.values) }));
  const categories = bare(model.series[0]?.categories ?? '');
  if (
    model.chartType !== 'BarStacked' ||
    anchor === null ||
    categories === null ||
    series.some(({ values }) => values === null)
  )
    return null;
  return {
    kind: 'stackedBar',
    title: model.title,
    categories,
    series: series.map(({ one, values }) => ({
      name: one.name,
      nameCell: { row: Math.max(0, values!.top - 1), column: values!.left },
      values: values!,
      color: one.fill === '' ? '#4472C4' : one.fill,
    })),
    axisTitle: model.axes.value.title,
    anchor,
  };
}

function printOf({ layout, rowBreaks }: SheetModel): PrintPlan {
  const rows = parseArea(layout.titleRows ?? '');
  const columns = parseArea(layout.titleColumns ?? '');
  const mm = (side: string): number => Math.round(((layout.margins[side] ?? 0) / 72) * 25.4 * 10) / 10;
  const scale = layout.zoom['scale'];
  return {
    orientation: layout.orientation === 'Landscape' ? 'landscape' : 'portrait',
    repeatRows: rows === null ? null : { top: rows.top, bottom: rows.bottom },
    repeatColumns: columns === null ? 0 : columns.right + 1,
    breaks: [...rowBreaks],
    fitToWidth: layout.zoom['horizontalFitToPages'] !== undefined,
    ...(scale === undefined ? {} : { scale }),
    margins: { top: mm('top'), bottom: mm('bottom'), left: mm('left'), right: mm('right') },
    footer: layout.footers['centerFooter'] ?? '',
  };
}

/** A sheet as a plan: formulas become their values. */
export function planOf(sheet: SheetModel): SheetPlan {
  const styles: CellStyle[] = [];
  const known = new Map<string, number>();
  const rows: PlanRow[] = [];
  for (const [row, column, cell] of sheet.cells()) {
    if (isUntouched(cell)) continue;
    const style = styleOf(cell.look, cell.format);
    const key = JSON.stringify(style);
    if (!known.has(key)) known.set(key, styles.push(style) - 1);
    while (rows.length <= row) rows.push({ cells: [] });
    const cells = rows[row]!.cells;
    while (cells.length < column) cells.push(null);
    const link = linkOf(cell);
    cells[column] = { value: cell.value, style: known.get(key)!, ...(link === undefined ? {} : { link }) };
  }
  for (const [row, height] of sheet.heights) if (rows[row] !== undefined) rows[row].height = height;
  const widest = Math.max(-1, ...sheet.widths.keys());
  return {
    name: sheet.name,
    visibility: sheet.visibility === 'Visible' ? 'visible' : 'hidden',
    styles,
    widths: Array.from({ length: widest + 1 }, (_, column) => {
      const points = sheet.widths.get(column) ?? 48;
      return Math.round(((points / 0.75 - 5) / 7) * 100) / 100;
    }),
    rows,
    merges: sheet.merges,
    freeze: sheet.freeze,
    filter: sheet.filter,
    charts: sheet.charts.flatMap((model) => chartOf(model) ?? []),
    print: printOf(sheet),
    ...(sheet.tabColor === '' ? {} : { tabColor: sheet.tabColor }),
  };
}

function editsOf(sheet: SheetModel): CellEdit[] {
  return [...sheet.edited].map((place) => {
    const row = Math.floor(place / COLUMNS);
    const column = place % COLUMNS;
    const cell = sheet.at(row, column);
    // General too: the file's cell may have had another format.
    const format = cell?.format ?? 'General';
    return { sheet: sheet.name, cell: toA1(row, column), before: null, value: cell?.value ?? null, format };
  });
}

/** @returns the bytes of an .xlsx: what was not touched is copied from the file; where a sheet of it is gone, all is written anew. */
export function saveBook(book: Book, file: WorkbookFile | null): Uint8Array {
  const isWhole = file !== null && file.sheets.every((entry, index) => book.sheets[index]?.name === entry.name);
  if (!isWhole) return newWorkbook(book.sheets.map(planOf));
  const old = book.sheets.slice(0, file.sheets.length);
  const sheets = [...old.filter((sheet) => sheet.isReshaped), ...book.sheets.slice(file.sheets.length)].map(planOf);
  const edits = old.filter((sheet) => !sheet.isReshaped).flatMap(editsOf);
  return writeWorkbook(file, { sheets, edits });
}
