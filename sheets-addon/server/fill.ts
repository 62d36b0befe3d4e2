/** Planned cells → a hidden place, in a number of calls that does not grow with their rows. */
import { areaA1, lookAreas } from '#core/workbook/looks';
import type { Area } from '#core/workbook/picture';
import type { CellStyle, PlanCell, SheetPlan } from '#core/workbook/plan';
import { columnsOf } from '#core/workbook/plan-check';
import { gridOf, rectangles } from '#core/workbook/rectangles';
import { needsRichText, richText } from './cells.ts';
import { keepFormats, rangeOf, type KeptCell } from './marks.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** Above this many areas a whole block is told cell by cell, in one call. */
const MANY_AREAS = 1_500;
/** A property with several values is told cell by cell too, as long as the block around them is no larger. */
const MOST_CELLS = 150_000;
/** Each link is built by itself, which takes its time: the rows beyond keep their address as text. */
const MOST_LINKS = 5_000;

/** Texts get the text format before their value: without it Sheets reads 1.10, 5/6 or "(1)" as numbers and dates. */
function formatOf(cell: PlanCell, style: CellStyle): string {
  return style.format ?? (typeof cell.value === 'string' ? '@' : '');
}

/** @returns the block around some areas. */
function around(areas: readonly Area[]): Area {
  const all = { top: Infinity, left: Infinity, bottom: 0, right: 0 };
  for (const { top, left, bottom, right } of areas) {
    all.top = Math.min(all.top, top);
    all.left = Math.min(all.left, left);
    all.bottom = Math.max(all.bottom, bottom);
    all.right = Math.max(all.right, right);
  }
  return all;
}

/** @returns one value a cell of an area. */
function block<T>(plan: SheetPlan, { top, left, bottom, right }: Area, at: (cell: PlanCell | null) => T): T[][] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => at(plan.rows[top + row]?.cells[left + column] ?? null)),
  );
}

/** Whether one call with a value for each cell is better than one call a value. */
function isScattered(areas: readonly Area[], values: number): boolean {
  if (areas.length > MANY_AREAS) return true;
  const { top, left, bottom, right } = around(areas);
  return values > 1 && (bottom - top + 1) * (right - left + 1) <= MOST_CELLS;
}

function writeFormats(sheet: Sheet, plan: SheetPlan): void {
  const formats: string[] = [];
  const numbers = new Map<string, number>();
  const formatAt = (cell: PlanCell | null): string => (cell === null ? '' : formatOf(cell, plan.styles[cell.style]!));
  const grid = gridOf(plan.rows.length, columnsOf(plan), (row, column) => {
    const format = formatAt(plan.rows[row]!.cells[column] ?? null);
    if (format === '') return -1;
    let number = numbers.get(format);
    if (number === undefined) numbers.set(format, (number = formats.push(format) - 1));
    return number;
  });
  const found = rectangles(
    grid,
    Int32Array.from(formats, (_, number) => number),
  );
  if (found.length === 0) return;
  const areas = found.map(({ area }) => area);
  if (isScattered(areas, formats.length)) {
    const whole = around(areas);
    rangeOf(sheet, whole).setNumberFormats(block(plan, whole, (cell) => formatAt(cell) || 'general'));
    return;
  }
  formats.forEach((format, number) => {
    const own = found.filter(({ key }) => key === number).map(({ area }) => areaA1(area));
    sheet.getRangeList(own).setNumberFormat(format);
  });
}

type Look = Exclude<keyof CellStyle, 'format'>;

const LOOKS: Readonly<{ [P in Look]: (list: RangeList, style: CellStyle) => void }> = {
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

/** Properties that can be told cell by cell; null is Google's own. */
const BLOCKS: Partial<Record<Look, (range: Range, values: (string | null)[][]) => void>> = {
  fill: (range, values) => void range.setBackgrounds(values),
  align: (range, values) => void range.setHorizontalAlignments(values as ('left' | null)[][]),
  valign: (range, values) => void range.setVerticalAlignments(values as ('top' | null)[][]),
  color: (range, values) => void range.setFontColors(values),
};

/** Everything of the looks but number formats, on cells without any. */
function writeLooks(sheet: Sheet, plan: SheetPlan): void {
  const looks = lookAreas(plan);
  for (const property of Object.keys(LOOKS) as Look[]) {
    const own = looks.filter(({ style }) => property in style);
    const areas = own.flatMap((look) => look.areas);
    const set = BLOCKS[property];
    if (set !== undefined && areas.length > 0 && isScattered(areas, own.length)) {
      const whole = around(areas);
      const valueOf = (cell: PlanCell | null): string | null =>
        cell === null ? null : ((plan.styles[cell.style]![property] as string | undefined) ?? null);
      set(rangeOf(sheet, whole), block(plan, whole, valueOf));
      continue;
    }
    for (const look of own) LOOKS[property](sheet.getRangeList(look.areas.map(areaA1)), look.style);
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

/** Titles that are merged row by row, one below the other, are one call. */
function writeMerges(sheet: Sheet, merges: readonly Area[]): void {
  const runs: { area: Area; isAcross: boolean }[] = [];
  for (const area of merges) {
    const last = runs[runs.length - 1];
    const isAcross = area.top === area.bottom;
    const isNext = isAcross && last?.isAcross === true && last.area.bottom === area.top - 1;
    if (isNext && last.area.left === area.left && last.area.right === area.right) last.area.bottom = area.bottom;
    else runs.push({ area: { ...area }, isAcross });
  }
  for (const { area, isAcross } of runs)
    if (isAcross) rangeOf(sheet, area).mergeAcross();
    else rangeOf(sheet, area).merge();
}

/** What is beside the plan; `left`: the first column that is written. */
export interface Filling {
  gids: ReadonlyMap<string, number>;
  /** Cells of people's that stay in it. */
  within: readonly KeptCell[];
  left: number;
}

/** @returns the cells that a plan fills; null: none. */
function filledArea(plan: SheetPlan, left: number): Area | null {
  const area = { top: 0, left, bottom: plan.rows.length - 1, right: columnsOf(plan) - 1 };
  return area.bottom < 0 || area.right < left ? null : area;
}

/** Formats, looks and merged areas on a place without any. Values come after the formats. */
export function layOut(sheet: Sheet, plan: SheetPlan, within: readonly KeptCell[]): void {
  writeFormats(sheet, plan);
  keepFormats(sheet, within);
  writeLooks(sheet, plan);
  writeMerges(sheet, plan.merges);
}

/** Values, then links and texts that must not become formulas. */
export function writeValues(sheet: Sheet, plan: SheetPlan, { gids, within, left }: Filling): void {
  const area = filledArea(plan, left);
  if (area === null) return;
  const values: unknown[][] = block(plan, area, (cell) => {
    const value = cell?.value ?? '';
    return typeof value === 'string' && needsRichText(value) ? '' : value;
  });
  for (const { row, column, content } of within) values[row]![column - left] = content;
  rangeOf(sheet, area).setValues(values);
  writeRich(sheet, plan, gids);
}

/**
 * @returns whether the cells say what was written: a format that somebody changed would have made 1.10 a number, merged cells would hide
 * what stands in them.
 */
export function holdsValues(sheet: Sheet, plan: SheetPlan, left: number): boolean {
  const area = filledArea(plan, left);
  if (area === null) return true;
  const range = rangeOf(sheet, area);
  const merged = range.getMergedRanges().map((one) => one.getA1Notation());
  const planned = new Set(plan.merges.map(areaA1));
  if (merged.length !== planned.size || !merged.every((address) => planned.has(address))) return false;
  const values: unknown[][] = range.getValues();
  const wanted = block(plan, area, (cell) => cell?.value ?? '');
  return wanted.every((line, row) => line.every((value, column) => values[row]![column] === value));
}
