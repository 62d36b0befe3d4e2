/** Where rows and columns lie, in pixels. */
import { cross } from '../excel-host/model/areas.ts';
import type { SheetModel } from '../excel-host/model/sheet.ts';
import type { Area } from '#core/workbook/picture';

export const ROW_HEAD = 48;
export const COLUMN_HEAD = 24;
const WIDTH = 48;
const HEIGHT = 15;
const PIXEL = 0.75;
/** Points of one letter and one line of the usual font. */
const LETTER = 5.4;
const LINE = 15;

export interface Layout {
  rows: number;
  columns: number;
  widths: number[];
  heights: number[];
  /** Start of each column beside the row heads, and the end of the last. */
  lefts: number[];
  tops: number[];
}

function sums(sizes: readonly number[]): number[] {
  const list = [0];
  for (const size of sizes) list.push(list[list.length - 1]! + size);
  return list;
}

/** Excel makes a row as high as its wrapped texts need where nobody set its height. */
function wrappedHeights(sheet: SheetModel): Map<number, number> {
  const heights = new Map<number, number>();
  const merged = new Map(sheet.merges.map((area) => [`${area.top},${area.left}`, area]));
  sheet.walk(({ look, value }, row, column) => {
    const size = (look.size ?? 11) / 11;
    let lines = 1;
    if (look.wrapText === true && typeof value === 'string' && !merged.has(`${row},${column}`)) {
      const letters = Math.max(1, (sheet.widths.get(column) ?? WIDTH) / (LETTER * size) - 1);
      lines = value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0);
    }
    const needed = lines * LINE * size + (size > 1 ? 3 : 0);
    if (needed > HEIGHT) heights.set(row, Math.max(heights.get(row) ?? 0, needed));
  });
  return heights;
}

/** @returns the sizes of a sheet with some empty rows and columns after the last. */
export function layoutOf(sheet: SheetModel): Layout {
  const used = sheet.used(false);
  const chart = sheet.charts.length > 0 ? 40 : 0;
  const rows = Math.max(100, (used?.bottom ?? 0) + 31 + chart);
  const columns = Math.max(26, (used?.right ?? 0) + 6);
  const needed = wrappedHeights(sheet);
  const widths = Array.from({ length: columns }, (_, column) =>
    sheet.hiddenColumns.has(column) ? 0 : Math.round((sheet.widths.get(column) ?? WIDTH) / PIXEL),
  );
  const heights = Array.from({ length: rows }, (_, row) =>
    sheet.hiddenRows.has(row) ? 0 : Math.round((sheet.heights.get(row) ?? needed.get(row) ?? HEIGHT) / PIXEL),
  );
  return { rows, columns, widths, heights, lefts: sums(widths), tops: sums(heights) };
}

/** Merged areas that reach into a window. */
export function mergesIn(sheet: SheetModel, window: Area): Area[] {
  return sheet.merges.filter((area) => cross(area, window) !== null);
}

/** @returns the merged area that a cell lies in, else the cell. */
export function areaAt(sheet: SheetModel, row: number, column: number): Area {
  const at = { top: row, left: column, bottom: row, right: column };
  return sheet.merges.find((area) => cross(area, at) !== null) ?? at;
}

/** The next row or column that is not hidden, in a direction; the same where there is none. */
export function step(sizes: readonly number[], from: number, by: number): number {
  let at = from;
  for (let left = Math.abs(by); left > 0;) {
    const next = at + Math.sign(by);
    if (next < 0 || next >= sizes.length) break;
    at = next;
    if (sizes[at] !== 0) left -= 1;
  }
  return sizes[at] === 0 ? from : at;
}
