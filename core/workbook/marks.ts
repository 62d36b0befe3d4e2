/** What people put on a sheet of ours: cells beside or below our table stay, what goes is said before anything is written. */
import { areaFromA1, toA1 } from './address.ts';
import type { Scalar } from './cell.ts';
import { fingerprint } from './fingerprint.ts';
import { areaA1 } from './looks.ts';
import type { Area, Picture } from './picture.ts';
import type { SheetPlan } from './plan.ts';
import { columnsOf } from './plan-check.ts';

/** The table that we wrote on a sheet: from A1 to its last row and column. Above `header` only column A is ours; -1: not known. */
export interface Table {
  bottom: number;
  right: number;
  header: number;
}

export interface Place {
  row: number;
  column: number;
}

/** Marks on one sheet; addresses by row. */
export interface Marks {
  sheet: string;
  /** Cells outside the old table and the new one. */
  kept: string[];
  /** Cells of people's that the new table covers. */
  lost: string[];
  /** Cells with a comment or note, where it does not stay or its row may be another unit's afterwards. */
  comments: string[];
}

/** A header has at least so many cells; titles and notes have one. */
const HEADER_CELLS = 3;

function markOf({ bottom, right, header }: Table, value: (row: number, column: number) => Scalar | null): string {
  const text = (row: number, column: number): string => String(value(row, column) ?? '');
  const rows = Array.from({ length: bottom + 1 }, (_, row) => ({ index: row, cells: [text(row, 0), text(row, 1)] }));
  const line = Array.from({ length: header < 0 ? 0 : right + 1 }, (_, column) => text(header, column));
  rows.push({ index: bottom + 1, cells: line });
  const sheet = { name: '', visibility: 'visible' as const, rows, merges: [], hiddenRowsKnown: true };
  return fingerprint({ sheets: [sheet] });
}

/** @returns what the list of our sheets says of a planned one: how large it is, and a mark by which it is known to be as we left it. */
export function recordOf(plan: SheetPlan): string {
  const header = plan.rows.findIndex(
    ({ cells }) => cells.filter((cell) => cell !== null && cell.value !== null).length >= HEADER_CELLS,
  );
  const table: Table = { bottom: plan.rows.length - 1, right: columnsOf(plan) - 1, header };
  const mark = markOf(table, (row, column) => plan.rows[row]?.cells[column]?.value ?? null);
  return `${areaA1({ top: 0, left: 0, bottom: table.bottom, right: table.right })} ${header + 1} ${mark}`;
}

/**
 * @param value what stands in columns A and B, and in the first rows.
 * @returns the table as it was written; null where it is not known any more: rows or columns were put in or taken out since, or sorted.
 */
export function recordedTable(record: string, value: (row: number, column: number) => Scalar | null): Table | null {
  const [place = '', header = '', mark] = record.split(' ');
  const area = areaFromA1(place);
  if (area === null || !/^\d+$/.test(header)) return null;
  const table: Table = { bottom: area.bottom, right: area.right, header: Number(header) - 1 };
  return markOf(table, value) === mark ? table : null;
}

/** @returns the same from a picture that holds the whole sheet. */
export function tableIn(picture: Picture, name: string, record: string): Table | null {
  const rows = new Map(
    picture.sheets.find((sheet) => sheet.name === name)?.rows.map(({ index, cells }) => [index, cells]),
  );
  return recordedTable(record, (row, column) => {
    const cell = rows.get(row)?.[column] ?? null;
    return typeof cell === 'object' && cell !== null ? cell.value : cell;
  });
}

/**
 * How large a table was that nobody recorded: its titles, merged over all its columns, and its filter tell how wide; these and the rows
 * that follow how far down.
 * @param around merged areas and the filter of the sheet. @param rows where column A or B is filled.
 * @returns null where nothing tells.
 */
export function guessedTable(around: readonly Area[], rows: ReadonlySet<number>): Table | null {
  const areas = around.filter(({ left }) => left === 0);
  if (areas.length === 0) return null;
  let bottom = Math.max(...areas.map((area) => area.bottom));
  // Where titles are merged each part of the sheet tells of itself; elsewhere an empty row may lie between two parts of ours.
  const gap = areas.some((area) => area.top === 0) ? 1 : 2;
  for (let step = 1; step <= gap; step += 1) {
    if (!rows.has(bottom + step)) continue;
    bottom += step;
    step = 0;
  }
  return { bottom, right: Math.max(...areas.map((area) => area.right)), header: -1 };
}

/** @returns whether a filled cell is none of ours. */
export function isForeign({ bottom, right, header }: Table, { row, column }: Place): boolean {
  return row > bottom || column > right || (row < header && column > 0);
}

/** @returns whether a cell lies outside what is written. */
export function isOutside({ row, column }: Place, plan: SheetPlan): boolean {
  return row >= plan.rows.length || column >= columnsOf(plan);
}

/** @returns what is on a sheet; null: nothing. */
export function marksOf(plan: SheetPlan, foreign: readonly Place[], comments: readonly Place[]): Marks | null {
  if (foreign.length + comments.length === 0) return null;
  const names = (places: readonly Place[]): string[] =>
    [...places].sort((x, y) => x.row - y.row || x.column - y.column).map(({ row, column }) => toA1(row, column));
  return {
    sheet: plan.name,
    kept: names(foreign.filter((place) => isOutside(place, plan))),
    lost: names(foreign.filter((place) => !isOutside(place, plan))),
    comments: names(comments),
  };
}

/** @returns addresses in a sentence: the first twenty. */
export function listed(places: readonly string[]): string {
  return places.slice(0, 20).join(', ') + (places.length > 20 ? ' …' : '');
}
