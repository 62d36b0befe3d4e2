/** A plan is looked through whole before the workbook is touched. */
import { fromA1 } from './address.ts';
import type { Scalar } from './cell.ts';
import type { Area } from './picture.ts';
import type { CellEdit, Plan, SheetPlan } from './plan.ts';
import { foldName } from './work-sheets.ts';

const ROWS = 1_048_576;
const COLUMNS = 16_384;
const TEXT = 32_767;
const HEIGHT = 409;

/** Limits are the narrower ones of Excel and Google Sheets: a workbook travels between both. */
class PlanFault extends Error {}

function refuse(detail: string): never {
  throw new PlanFault(detail);
}

function checkValue(value: Scalar | null, where: string): void {
  if (typeof value === 'number' && !Number.isFinite(value)) refuse(`${where}: ${value}`);
  if (typeof value === 'string' && value.length > TEXT) refuse(`${where}: ${value.length} > ${TEXT}`);
}

function inside(area: Area, rows: number, columns: number): boolean {
  return (
    area.top >= 0 &&
    area.left >= 0 &&
    area.top <= area.bottom &&
    area.left <= area.right &&
    area.bottom < rows &&
    area.right < columns
  );
}

/** No two merged areas share a cell. */
function checkMerges(sheet: SheetPlan, columns: number): void {
  const byRow = new Map<number, Area[]>();
  for (const area of sheet.merges) {
    if (!inside(area, ROWS, Math.max(columns, 1))) refuse(`${sheet.name}: merge`);
    for (let row = area.top; row <= area.bottom; row += 1) {
      const others = byRow.get(row) ?? [];
      if (others.some((other) => other.left <= area.right && area.left <= other.right)) refuse(`${sheet.name}: merges`);
      byRow.set(row, [...others, area]);
    }
  }
}

function checkSheet(sheet: SheetPlan): void {
  const { name, rows } = sheet;
  if (name === '' || name.length > 31 || /[:\\/?*[\]]/.test(name) || /^'|'$/.test(name)) refuse(`“${name}”`);
  if (rows.length > ROWS) refuse(`${name}: ${rows.length}`);
  const columns = columnsOf(sheet);
  if (columns > COLUMNS) refuse(`${name}: ${columns}`);
  rows.forEach((row, at) => {
    const where = `${name} ${at + 1}`;
    if (row.height !== undefined && !(row.height > 0 && row.height <= HEIGHT)) refuse(`${where}: ${row.height}`);
    for (const cell of row.cells) {
      if (cell === null) continue;
      if (sheet.styles[cell.style] === undefined) refuse(`${where}: style`);
      checkValue(cell.value, where);
      if (cell.link !== undefined && fromA1(cell.link.cell) === null) refuse(`${where}: ${cell.link.cell}`);
    }
  });
  checkMerges(sheet, Math.max(columns, sheet.widths.length));
  if (sheet.filter !== null && !inside(sheet.filter, ROWS, COLUMNS)) refuse(`${name}: filter`);
  for (const chart of sheet.charts) {
    const areas = [chart.categories, chart.anchor, ...chart.series.map((one) => one.values)];
    if (chart.series.length === 0 || !areas.every((area) => inside(area, ROWS, COLUMNS))) refuse(`${name}: chart`);
  }
}

/** @returns how many columns a planned sheet fills. */
export function columnsOf(sheet: SheetPlan): number {
  let columns = 0;
  for (const row of sheet.rows) columns = Math.max(columns, row.cells.length);
  for (const area of sheet.merges) columns = Math.max(columns, area.right + 1);
  return columns;
}

function checkEdits(edits: readonly CellEdit[]): void {
  const seen = new Set<string>();
  for (const edit of edits) {
    const where = `${edit.sheet} ${edit.cell}`;
    if (fromA1(edit.cell) === null) refuse(where);
    checkValue(edit.value, where);
    const key = `${foldName(edit.sheet)}\u0000${edit.cell.toUpperCase().replaceAll('$', '')}`;
    if (seen.has(key)) refuse(where);
    seen.add(key);
  }
}

function checkPlan(plan: Plan): void {
  const names = new Set<string>();
  for (const sheet of plan.sheets) {
    if (names.has(foldName(sheet.name))) refuse(`“${sheet.name}”`);
    names.add(foldName(sheet.name));
    checkSheet(sheet);
  }
  checkEdits(plan.edits);
}

function faultOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof PlanFault) return error.message;
    throw error;
  }
}

/** @returns what is wrong with edits that can't be written as they stand, null where all is well. */
export function editsFault(edits: readonly CellEdit[]): string | null {
  return faultOf(() => checkEdits(edits));
}

/** @returns what is wrong with a plan that can't be written as it stands, null where all is well. */
export function planFault(plan: Plan): string | null {
  return faultOf(() => checkPlan(plan));
}
