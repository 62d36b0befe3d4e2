/** Which sheets must be read whole: of our own only those that the core reads again. */
import { holdsWaivers } from '#core/read/waivers/headers';
import type { Cell } from '#core/workbook/cell';
import type { Area, RowPicture, SheetPicture } from '#core/workbook/picture';
import { listedNames, listsOurs } from '#core/workbook/own-sheets';
import { isStamped } from '#core/workbook/stamp';
import type { Batch } from './session.ts';
import type { SheetRead } from './sheets.ts';

/** Row of a cell that stands for "something below". */
const BELOW = 100;
/** A sheet of ours up to this size is read without asking. */
const SMALL = 2_000;
/** The header of our sheets stands above. */
const HEADER_ROWS = 20;

/** The first rows of a sheet as far as its stamp is concerned. */
export function headOf(read: SheetRead): SheetPicture {
  const rows: RowPicture[] = [];
  read.head.forEach((value, index) => {
    if (typeof value === 'string' && value !== '') rows.push({ index, cells: [value] });
  });
  // A sheet with something below is not empty, though nothing stands in its first cells.
  if (rows.length === 0 && read.used !== null) rows.push({ index: BELOW, cells: [' '] });
  const { name, visibility } = read;
  return { name, visibility, rows, merges: [], hiddenRowsKnown: true };
}

/** @returns names that the state sheet lists; asked only where a hidden empty sheet may be a place of ours. */
export async function listedSheets(
  batch: Batch,
  sheets: readonly SheetRead[],
  heads: ReadonlyMap<SheetRead, SheetPicture>,
): Promise<ReadonlySet<string>> {
  if (!sheets.some(({ used, visibility }) => used === null && visibility !== 'visible')) return new Set();
  const picture = { sheets: [...heads.values()] };
  const lists = sheets.flatMap((read) => {
    const head = heads.get(read)!;
    if (read.used === null || !listsOurs(picture, head)) return [];
    const range = read.proxy.getRangeByIndexes(0, 0, read.used.bottom + 1, 2);
    range.load('values');
    return [{ head, range }];
  });
  if (lists.length === 0) return new Set();
  await batch.sync();
  return listedNames({
    sheets: lists.map(({ head, range }) => ({
      ...head,
      rows: (range.values as unknown[][]).map((cells, index) => ({ index, cells: cells as Cell[] })),
    })),
  });
}

function cellsOf(area: Area): number {
  return (area.bottom - area.top + 1) * (area.right - area.left + 1);
}

/**
 * @returns the sheets to be read whole. `ours: 'head'`: none of our own. Else small ones of ours (the state), and those with the columns
 * of waivers: the details of 3,321 units are more than a million cells that nothing reads.
 */
export async function neededSheets(
  batch: Batch,
  sheets: readonly SheetRead[],
  heads: ReadonlyMap<SheetRead, SheetPicture>,
  ours: 'whole' | 'head',
): Promise<SheetRead[]> {
  const filled = sheets.filter((read) => read.used !== null);
  const own = filled.filter((read) => isStamped(heads.get(read)!));
  const theirs = filled.filter((read) => !own.includes(read));
  if (ours === 'head') return theirs;
  // All are asked, so that the number of requests is the same whatever their size.
  const asked = own.map((read) => {
    const range = read.proxy.getRangeByIndexes(0, 0, HEADER_ROWS, read.used!.right + 1);
    range.load('values');
    return { read, range };
  });
  await batch.sync();
  const skipped = new Set<SheetRead>();
  for (const { read, range } of asked) {
    const rows = (range.values as unknown[][]).map((cells, index) => ({ index, cells: cells as Cell[] }));
    if (cellsOf(read.used!) > SMALL && !holdsWaivers({ ...heads.get(read)!, rows })) skipped.add(read);
  }
  return filled.filter((read) => !skipped.has(read));
}
