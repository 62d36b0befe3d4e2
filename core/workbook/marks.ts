/** What people put on a sheet of ours: cells beside or below our table stay, what goes is said before anything is written. */
import { areaFromA1, toA1 } from './address.ts';
import type { Scalar } from './cell.ts';
import { fingerprint } from './fingerprint.ts';
import { areaA1 } from './looks.ts';
import type { Area, Picture, RowPicture } from './picture.ts';
import type { PlanCell, SheetPlan } from './plan.ts';
import { columnsOf } from './plan-check.ts';

/** What we wrote on a sheet: areas one below the other, from column A on, where the header stands (-1: not known), and the filter. */
export interface Table {
  areas: readonly Area[];
  header: number;
  filter: Area | null;
}

export interface Place {
  row: number;
  column: number;
}

/** Marks on one sheet; addresses by row. */
export interface Marks {
  sheet: string;
  /** Cells outside the old table and what is written. */
  kept: string[];
  /** Cells of people's that the new table covers. */
  lost: string[];
  /** Cells with a comment or note, where it does not stay or its row may be another unit's afterwards. */
  comments: string[];
}

/** A header has at least so many cells; titles and notes have one. */
const HEADER_CELLS = 3;

/** Beyond so many areas they count as one. */
const MOST_AREAS = 200;

function markOf({ areas, header }: Table, value: (row: number, column: number) => Scalar | null): string {
  const text = (row: number, column: number): string => String(value(row, column) ?? '');
  const rows: RowPicture[] = [];
  for (const { top, bottom } of areas)
    for (let row = top; row <= bottom; row += 1) rows.push({ index: row, cells: [text(row, 0), text(row, 1)] });
  const line = Array.from({ length: header < 0 ? 0 : sizeOf(areas).columns }, (_, column) => text(header, column));
  return markOfRows([...rows, { index: 0, cells: line }]);
}

function markOfRows(rows: RowPicture[]): string {
  return fingerprint({ sheets: [{ name: '', visibility: 'visible', rows, merges: [], hiddenRowsKnown: true }] });
}

const isFilled = (cell: PlanCell | null | undefined): boolean => cell?.value !== null && cell?.value !== undefined;

function tableOf({ rows, merges, filter }: SheetPlan): Table {
  const areas: Area[] = [];
  const merged = new Map(merges.flatMap(({ top, bottom, right }) => [[top, right] as const, [bottom, right] as const]));
  rows.forEach(({ cells }, row) => {
    let end = cells.length - 1;
    while (end >= 0 && cells[end] === null) end -= 1;
    const right = Math.max(merged.get(row) ?? -1, end);
    if (right < 0) return;
    const last = areas[areas.length - 1];
    // A title or note of one cell leaves room beside it.
    const isSame = last !== undefined && last.bottom === row - 1 && (last.right === 0) === (right === 0);
    if (last === undefined || (!isSame && areas.length < MOST_AREAS))
      areas.push({ top: row, left: 0, bottom: row, right });
    else Object.assign(last, { bottom: row, right: Math.max(last.right, right) });
  });
  return { areas, header: rows.findIndex(({ cells }) => cells.filter(isFilled).length >= HEADER_CELLS), filter };
}

/** @returns what the list of our sheets says of a planned one: how large it is, and a mark by which it is known to be as we left it. */
export function recordOf(plan: SheetPlan): string {
  const table = tableOf(plan);
  const mark = markOf(table, (row, column) => plan.rows[row]?.cells[column]?.value ?? null);
  const filter = table.filter === null ? '' : ` ${areaA1(table.filter)}`;
  return `${table.areas.map(areaA1).join(',')} ${table.header + 1} ${mark}${filter}`;
}

/**
 * @param value what stands in columns A and B, and in the row of the header.
 * @returns the table as it was written; null where it is not known any more: rows or columns were put in or taken out since, or sorted.
 */
export function recordedTable(record: string, value: (row: number, column: number) => Scalar | null): Table | null {
  const table = tableOfRecord(record);
  return table !== null && markOf(table, value) === record.split(' ')[2] ? table : null;
}

/** @returns the table that a record tells of, whether it still stands there or not; null: it tells of none. */
export function tableOfRecord(record: string): Table | null {
  const [places = '', header = '', , filter = ''] = record.split(' ');
  const areas = places.split(',').flatMap((place) => areaFromA1(place) ?? []);
  if (areas.length === 0 || !/^\d+$/.test(header)) return null;
  return { areas, header: Number(header) - 1, filter: areaFromA1(filter) };
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

/** @returns how far from A1 areas reach. */
export function sizeOf(areas: readonly Area[]): { rows: number; columns: number } {
  return {
    rows: Math.max(0, ...areas.map(({ bottom }) => bottom + 1)),
    columns: Math.max(0, ...areas.map(({ right }) => right + 1)),
  };
}

/**
 * How large a table was that nobody recorded, or that was changed since: its titles, merged over all its columns, and its filter tell how
 * wide; these, its old size and the rows that follow how far down.
 * @param around merged areas and the filter of the sheet. @param rows where column A or B is filled.
 * @returns null where nothing tells.
 */
export function guessedTable(around: readonly Area[], rows: ReadonlySet<number>, record = ''): Table | null {
  const areas = around.filter(({ left }) => left === 0);
  const before = tableOfRecord(record)?.areas ?? [];
  if (areas.length + before.length === 0) return null;
  const size = sizeOf([...areas, ...before]);
  // Where titles are merged each part of the sheet tells of itself; elsewhere an empty row may lie between two parts of ours.
  const gap = before.length > 0 || areas.some((area) => area.top === 0) ? 1 : 2;
  let bottom = size.rows - 1;
  for (let step = 1; step <= gap; step += 1) {
    if (!rows.has(bottom + step)) continue;
    bottom += step;
    step = 0;
  }
  return { areas: [{ top: 0, left: 0, bottom, right: size.columns - 1 }], header: -1, filter: null };
}

function holds({ top, left, bottom, right }: Area, { row, column }: Place): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

/** @returns whether a filled cell is none of ours. */
export function isForeign({ areas }: Table, place: Place): boolean {
  return !areas.some((area) => holds(area, place));
}

/** @returns whether two areas have a cell in common. */
export function meets(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

/** What becomes of a filter on an old sheet of ours: it stays, is replaced by the new one without a word, or goes. */
export type FilterFate = 'stays' | 'ours' | 'goes';

/** @param ours our old areas; null: not known. @param hides whether it hides rows: values would land in wrong ones. */
export function filterFate(
  plan: SheetPlan,
  ours: readonly Area[] | null,
  filter: Area | null,
  hides: boolean,
): FilterFate {
  const own = tableOfRecord(plan.was?.record ?? '')?.filter ?? plan.filter;
  const isOurs = own !== null && filter !== null && meets(own, filter) && own.left === filter.left;
  if (isOurs) return 'ours';
  const written = { top: 0, left: 0, bottom: plan.rows.length - 1, right: columnsOf(plan) - 1 };
  const isApart = ours !== null && filter !== null && ![...ours, written].some((area) => meets(area, filter));
  // A sheet has one filter.
  return isApart && !hides && plan.filter === null ? 'stays' : 'goes';
}

/** @returns what lies beside, between and below the areas of a table, as far as a sheet is filled. */
export function stripsOf(
  { areas }: Pick<Table, 'areas'>,
  { bottom, right }: { bottom: number; right: number },
): Area[] {
  const strips: Area[] = [];
  let top = 0;
  for (const area of [...areas, { top: bottom + 1, bottom, right }]) {
    strips.push({ top, left: 0, bottom: area.top - 1, right });
    strips.push({ top: area.top, left: area.right + 1, bottom: area.bottom, right });
    top = area.bottom + 1;
  }
  return strips
    .map((strip) => ({ ...strip, bottom: Math.min(strip.bottom, bottom) }))
    .filter((strip) => strip.top <= strip.bottom && strip.left <= strip.right);
}

/** @returns what of our old areas lies outside the first rows and columns, which are written anew. */
export function leftover(ours: readonly Area[], rows: number, columns: number): Area[] {
  return ours.flatMap(({ top, bottom, right }) => [
    ...(bottom >= rows ? [{ top: Math.max(top, rows), left: 0, bottom, right }] : []),
    ...(right >= columns && top < rows ? [{ top, left: columns, bottom: Math.min(bottom, rows - 1), right }] : []),
  ]);
}

/** @returns whether nothing is written into a cell: it lies outside the new table, or where that has nothing. */
export function isOutside(place: Place, plan: SheetPlan): boolean {
  if ((plan.rows[place.row]?.cells[place.column] ?? null) !== null) return false;
  return !plan.merges.some((area) => holds(area, place));
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

/** What a run would lose, for the person to agree to; `key` stands for exactly this. */
export interface Loss {
  cells: string;
  comments: string;
  /** Sheets whose filter goes. */
  filters: string;
  key: string;
}

/** @returns what a run would lose; null: nothing. @param filters names of the sheets whose filter goes. */
export function lossOf(marks: readonly Marks[], filters: readonly string[]): Loss | null {
  const part = (of: 'lost' | 'comments'): string =>
    marks.flatMap((one) => (one[of].length === 0 ? [] : [`${one.sheet}: ${listed(one[of])}`])).join('; ');
  const [cells, comments] = [part('lost'), part('comments')];
  if (cells === '' && comments === '' && filters.length === 0) return null;
  // All of them, also those that a sentence has no room for.
  const all = JSON.stringify([marks.map(({ sheet, lost, comments: on }) => [sheet, lost, on]), filters]);
  return { cells, comments, filters: filters.join(', '), key: markOfRows([{ index: 0, cells: [all] }]) };
}

/** @returns the cells of people's that stay, by sheet, as a sentence lists them. */
export function keptOn(marks: readonly Marks[]): { sheet: string; cells: string }[] {
  return marks.flatMap(({ sheet, kept }) => (kept.length === 0 ? [] : [{ sheet, cells: listed(kept) }]));
}

/** @returns addresses in a sentence: the first twenty. */
export function listed(places: readonly string[]): string {
  return places.slice(0, 20).join(', ') + (places.length > 20 ? ' …' : '');
}
