/** A planned sheet → a hidden work sheet of the right size, in a number of calls that does not grow with its rows. */
import { areaA1, lookAreas } from '#core/workbook/looks';
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { gridOf, rectangles } from '#core/workbook/rectangles';
import { needsRichText, richText } from './cells.ts';
import { keepFormats, type KeptCell } from './marks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Above this many areas a whole block is told cell by cell, in one call. */
const MANY_AREAS = 1_500;
/** Each link is built by itself, which takes its time: the rows beyond keep their address as text. */
const MOST_LINKS = 5_000;

/** Texts get the text format before their value: without it Sheets reads 1.10, 5/6 or "(1)" as numbers and dates. */
function formatOf(cell: PlanCell, style: CellStyle): string {
  return style.format ?? (typeof cell.value === 'string' ? '@' : '');
}

function sizeOf(plan: SheetPlan): Area {
  return { top: 0, left: 0, bottom: plan.rows.length - 1, right: columnsOf(plan) - 1 };
}

/** @returns a block with one value a cell. */
function block<T>(plan: SheetPlan, at: (cell: PlanCell | null) => T): T[][] {
  const columns = columnsOf(plan);
  return plan.rows.map(({ cells }) => Array.from({ length: columns }, (_, column) => at(cells[column] ?? null)));
}

function writeFormats(sheet: Sheet, plan: SheetPlan): void {
  const formats: string[] = [];
  const numbers = new Map<string, number>();
  const grid = gridOf(plan.rows.length, columnsOf(plan), (row, column) => {
    const cell = plan.rows[row]!.cells[column];
    const format = cell === null || cell === undefined ? '' : formatOf(cell, plan.styles[cell.style]!);
    if (format === '') return -1;
    let number = numbers.get(format);
    if (number === undefined) numbers.set(format, (number = formats.push(format) - 1));
    return number;
  });
  const found = rectangles(
    grid,
    Int32Array.from(formats, (_, number) => number),
  );
  if (found.length > MANY_AREAS) {
    const all = block(plan, (cell) => (cell === null ? '' : formatOf(cell, plan.styles[cell.style]!)) || 'general');
    sheet.getRange(1, 1, all.length, all[0]!.length).setNumberFormats(all);
    return;
  }
  formats.forEach((format, number) => {
    const areas = found.filter(({ key }) => key === number).map(({ area }) => areaA1(area));
    if (areas.length > 0) sheet.getRangeList(areas).setNumberFormat(format);
  });
}

type Looks = Readonly<{ [P in Exclude<keyof CellStyle, 'format'>]: (list: RangeList, style: CellStyle) => void }>;

const LOOKS: Looks = {
  border: (list) => void list.setBorder(true, true, true, true, true, true),
  fill: (list, style) => void list.setBackground(style.fill!),
  align: (list, style) => void list.setHorizontalAlignment(style.align!),
  valign: (list, style) => void list.setVerticalAlignment(style.valign!),
  wrap: (list) => void list.setWrap(true),
  bold: (list) => void list.setFontWeight('bold'),
  italic: (list) => void list.setFontStyle('italic'),
  strike: (list) => void list.setFontLine('line-through'),
  color: (list, style) => void list.setFontColor(style.color!),
  fontSize: (list, style) => void list.setFontSize(style.fontSize!),
};

/** Fill and colour are what single cells differ in: those may be told cell by cell. */
function writeScattered(sheet: Sheet, plan: SheetPlan, property: 'fill' | 'color'): void {
  const all = block(plan, (cell) => (cell === null ? null : (plan.styles[cell.style]![property] ?? null)));
  const range = sheet.getRange(1, 1, all.length, all[0]!.length);
  if (property === 'fill') range.setBackgrounds(all);
  else range.setFontColors(all);
}

/** Everything of the looks but number formats. */
export function writeLooks(sheet: Sheet, plan: SheetPlan): void {
  const looks = lookAreas(plan);
  const scattered = (['fill', 'color'] as const).filter(
    (property) =>
      looks.reduce((count, { style, areas }) => count + (property in style ? areas.length : 0), 0) > MANY_AREAS,
  );
  for (const property of scattered) writeScattered(sheet, plan, property);
  for (const { style, areas } of looks) {
    const property = Object.keys(style)[0] as keyof Looks;
    if (scattered.includes(property as 'fill')) continue;
    LOOKS[property](sheet.getRangeList(areas.map(areaA1)), style);
  }
}

/** @returns the cells of a column that need rich text, joined with the texts between them: fewer calls. */
function richRuns(
  plan: SheetPlan,
  needs: (cell: PlanCell) => boolean,
): { column: number; top: number; bottom: number }[] {
  const runs: { column: number; top: number; bottom: number }[] = [];
  const columns = columnsOf(plan);
  const textAt = (row: number, column: number): PlanCell | null => {
    const cell = plan.rows[row]?.cells[column] ?? null;
    return typeof cell?.value === 'string' && cell.value !== '' ? cell : null;
  };
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < plan.rows.length; row += 1) {
      const cell = textAt(row, column);
      if (cell === null || !needs(cell)) continue;
      const run = { column, top: row, bottom: row };
      for (let below = textAt(row, column); below !== null; below = textAt(row, column)) {
        if (needs(below)) run.bottom = row;
        row += 1;
      }
      runs.push(run);
    }
  return runs;
}

/** Links, and texts that the text format does not keep from becoming formulas. `gids`: ids of the sheets that are linked to. */
function writeRich(sheet: Sheet, plan: SheetPlan, gids: ReadonlyMap<string, number>): void {
  const linked = new Set<PlanCell>();
  for (const { cells } of plan.rows)
    for (const cell of cells)
      if (cell?.link !== undefined && gids.has(cell.link.sheet) && linked.size < MOST_LINKS) linked.add(cell);
  const needs = (cell: PlanCell): boolean => linked.has(cell) || needsRichText(cell.value as string);
  for (const { column, top, bottom } of richRuns(plan, needs)) {
    const values = [];
    for (let row = top; row <= bottom; row += 1) {
      const cell = plan.rows[row]!.cells[column]!;
      const to = linked.has(cell) ? cell.link! : null;
      values.push([
        richText(String(cell.value), to === null ? undefined : `#gid=${gids.get(to.sheet)}&range=${to.cell}`),
      ]);
    }
    sheet.getRange(top + 1, column + 1, values.length, 1).setRichTextValues(values);
  }
}

/** Fills an empty sheet; `within`: cells of people's that stay in it. Formats go before the values, rich texts after them, merged areas last. */
export function fillSheet(
  sheet: Sheet,
  plan: SheetPlan,
  gids: ReadonlyMap<string, number>,
  within: readonly KeptCell[] = [],
): void {
  const { bottom, right } = sizeOf(plan);
  if (bottom < 0 || right < 0) return;
  writeFormats(sheet, plan);
  keepFormats(sheet, within);
  const values: unknown[][] = block(plan, (cell) => {
    const value = cell?.value ?? '';
    return typeof value === 'string' && needsRichText(value) ? '' : value;
  });
  for (const { row, column, content } of within) values[row]![column] = content;
  sheet.getRange(1, 1, bottom + 1, right + 1).setValues(values);
  writeRich(sheet, plan, gids);
  writeLooks(sheet, plan);
  for (const area of plan.merges)
    sheet.getRange(area.top + 1, area.left + 1, area.bottom - area.top + 1, area.right - area.left + 1).merge();
}
