/** What stands around a form: whose it is, and for which period. */
import { clean, foldLoose } from '../workbook/text.ts';
import type { CellRef } from './assessment.ts';
import { shownText } from './codes.ts';
import type { FoundTable } from './extent.ts';
import type { Grid } from './grid.ts';
import type { Units } from './units.ts';

const UNIT_LINE = /^(?:ten don vi|don vi duoc danh gia|don vi danh gia|don vi) ?: ?/;
const PERIOD_LINE = /^(?:ky bao cao|ky danh gia|ky) ?: ?/;
/** "Đơn vị: triệu đồng" is a measure, no unit; whole words only, since Hà Nội and Nam Định begin like hectare and year. */
const MEASURE =
  /^(?:[\d.,]+ )?(?:diem|%|phan tram|(?:nghin|trieu|ty|ti)? ?(?:dong|vnd)|ho so|nguoi|ho|cuoc|van ban|lan|tin|bai|don vi|ngay|thang|nam|m2|km2?|ha|may|chiec|bo|luot)(?: ?[,;/(].*)?$/;

interface Line {
  text: string;
  at: CellRef;
}

function linesAbove(table: FoundTable, grid: Grid, from: number): Line[] {
  const lines: Line[] = [];
  for (let row = from; row < table.headerTop; row += 1) {
    const cells = grid.row(row)?.cells ?? [];
    cells.forEach((cell, column) => {
      const text = clean(shownText(cell));
      if (text !== '') lines.push({ text, at: { sheet: table.sheet, row, column } });
    });
  }
  return lines;
}

/** The value behind a label, in the same cell or the next filled one of its row. */
function valueOf(line: Line, label: RegExp, lines: Line[]): Line | null {
  if (!label.test(foldLoose(line.text))) return null;
  const own = clean(line.text.slice(line.text.indexOf(':') + 1));
  if (own !== '') return { text: own, at: line.at };
  return lines.find((other) => other.at.row === line.at.row && other.at.column > line.at.column) ?? null;
}

/** The unit of a form as its sheet names it, and whether the name stands alone in its cell. */
export interface FormUnit {
  name: string;
  at: CellRef;
}

/**
 * @param from first row that belongs to this form (below the table above it).
 * @returns the first name that the unit list knows: a line "Tên đơn vị:" …, any other text above, the sheet's name; else the first that is there.
 */
export function formUnit(table: FoundTable, grid: Grid, from: number, units: Units): FormUnit {
  const lines = linesAbove(table, grid, from);
  const stated = lines
    .map((line) => valueOf(line, UNIT_LINE, lines))
    .filter((line): line is Line => line !== null && !MEASURE.test(foldLoose(line.text)));
  const sheet: Line = {
    text: clean(grid.picture.name),
    at: { sheet: table.sheet, row: table.headerTop, column: table.left },
  };
  const candidates = [...stated, ...(units.listed ? lines : []), sheet];
  const found = candidates.find((line) => units.knows(line.text)) ?? stated[0] ?? sheet;
  return { name: found.text, at: found.at };
}

/** @returns the text behind a line "Kỳ báo cáo:" above the table, "" where there is none. */
export function formPeriod(table: FoundTable, grid: Grid, from: number): string {
  const lines = linesAbove(table, grid, from);
  for (const line of lines) {
    const value = valueOf(line, PERIOD_LINE, lines);
    if (value !== null) return value.text;
  }
  return '';
}

/** @returns the title over a table: its first text above that is no label with a value, "" where there is none. */
export function titleAbove(table: FoundTable, grid: Grid, from: number): string {
  const nearest = Math.max(from, table.headerTop - 12);
  return linesAbove(table, grid, nearest).find((line) => line.text.length > 5 && !line.text.includes(':'))?.text ?? '';
}
