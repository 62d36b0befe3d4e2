/** A mark of what a workbook says as input: by it a run, a pane and a ranking know whether it was edited since. */
import { Fingerprint, ownSheetsLeftOut, type InputArea } from '../workbook/fingerprint.ts';
import type { Picture } from '../workbook/picture.ts';
import { isStamped } from '../workbook/stamp.ts';
import { foldLoose } from '../workbook/text.ts';
import type { ColumnRole } from './assessment.ts';
import { shownText } from './cells/codes.ts';
import { roleOfHeader } from './headers/headers.ts';
import type { FoundTable } from './tables/found-table.ts';
import { findTables, type FoundTables } from './tables/tables.ts';

/** Compared or shown, never scored: a look at our ranking or a clock may stand there. */
const NO_INPUT = new Set<ColumnRole>(['total', 'rank', 'band', 'difference', 'note', 'status']);
const NAMES = new Set<ColumnRole>(['order', 'unit', 'unitCode', 'group']);
/** Lines above a table that say whose and of which period it is. */
const LINE = /^(?:ten don vi|don vi|ma don vi|ky|ky bao cao|ky danh gia)\b/;
/** The same with the value in the next cell. */
const LABEL = /^(?:ten don vi|don vi|don vi (?:duoc )?danh gia|ma don vi|ky|ky bao cao|ky danh gia) ?:?$/;

const known = new WeakMap<Picture, InputArea[]>();

/** Columns of a table whose cells are input. */
function inputColumns(table: FoundTable): number[] {
  if (table.kind === 'settings')
    return Array.from({ length: table.right - table.left + 2 }, (_, at) => table.left + at);
  const roles = Object.entries(table.columns) as [ColumnRole, number][];
  const columns = new Set(
    roles.filter(([role]) => !NO_INPUT.has(role) || table.kind === 'units').map(([, column]) => column),
  );
  for (const column of Object.values(table.judges ?? {}).flat()) columns.add(column);
  if (['set', 'units', 'form', 'long'].includes(table.kind)) return [...columns];
  // Where every column may be an indicator, a list of units beside sums and ranks alone is none of ours to read.
  let own = 0;
  for (const [key, header] of Object.entries(table.headers)) {
    const role = roleOfHeader(header);
    if (role !== null && NO_INPUT.has(role)) continue;
    columns.add(Number(key));
    if (role === null || !NAMES.has(role)) own += 1;
  }
  return own === 0 ? [] : [...columns];
}

function areasOf(table: FoundTable): Omit<InputArea, 'sheet'>[] {
  const areas: Omit<InputArea, 'sheet'>[] = [];
  for (const column of inputColumns(table).sort((x, y) => x - y)) {
    const before = areas[areas.length - 1];
    if (before !== undefined && before.right + 1 >= column) before.right = Math.max(before.right, column);
    else areas.push({ top: table.headerTop, left: column, bottom: table.lastRow, right: column });
  }
  return areas;
}

/** Formulas above the tables that name a unit or a period. */
function linesOf(picture: Picture, sheet: number, above: number): Omit<InputArea, 'sheet'>[] {
  const areas: Omit<InputArea, 'sheet'>[] = [];
  for (const { index, cells } of picture.sheets[sheet]?.rows ?? []) {
    if (index >= above) break;
    let label = '';
    cells.forEach((cell, column) => {
      const text = foldLoose(shownText(cell).slice(0, 200));
      if (text === '') return;
      const named = LINE.test(text) || LABEL.test(label);
      if (named && typeof cell === 'object' && cell?.formula === true)
        areas.push({ top: index, left: column, bottom: index, right: column });
      label = text;
    });
  }
  return areas;
}

/** @returns where results of formulas are input; places count the person's own sheets. Kept as long as the picture is. */
export function inputAreas(picture: Picture, found: FoundTables | null = null): InputArea[] {
  const there = known.get(picture);
  if (there !== undefined) return there;
  const { tables } = found ?? findTables(picture);
  const places = new Map<number, number>();
  picture.sheets.forEach((sheet, index) => {
    if (!isStamped(sheet)) places.set(index, places.size);
  });
  const areas = tables.flatMap((table) =>
    areasOf(table).map((area): InputArea => ({ sheet: places.get(table.sheet) ?? -1, ...area })),
  );
  const lowest = new Map<number, number>();
  for (const { sheet, headerTop } of tables) lowest.set(sheet, Math.max(lowest.get(sheet) ?? 0, headerTop));
  for (const [sheet, above] of lowest)
    for (const area of linesOf(picture, sheet, above)) areas.push({ sheet: places.get(sheet) ?? -1, ...area });
  known.set(picture, areas);
  return areas;
}

/** @returns a mark of all that is typed on the person's own sheets and of the results of formulas that are read as input. */
export function userMark(picture: Picture): Fingerprint {
  return new Fingerprint(ownSheetsLeftOut(picture), inputAreas(picture));
}

/** @returns its digits. */
export function userFingerprint(picture: Picture): string {
  return userMark(picture).digits;
}

/** @returns the same mark with the areas it is taken of, for markHolds. */
export function writeMark(picture: Picture): string {
  const areas = inputAreas(picture).map(
    ({ sheet, top, left, bottom, right }) => `${sheet},${top},${left},${bottom},${right}`,
  );
  return [userFingerprint(picture), ...areas].join(' ');
}
