/** What must be known of every sheet before its cells are read: three requests, however many sheets there are. */
import type { Area, SheetPicture } from '#core/workbook/picture';
import { areaFromA1 } from '#core/workbook/address';
import { HostError } from '../host.ts';
import { jsonBytes } from './pieces.ts';
import { quoted } from '#core/workbook/work-sheets';
import type { Batch } from './session.ts';

/** A sheet on its way into the picture. */
export interface SheetRead {
  id: string;
  name: string;
  visibility: SheetPicture['visibility'];
  proxy: Excel.Worksheet;
  /** Where values are; null: nowhere. */
  used: Area | null;
  /** true or false for all rows, null where some are hidden. */
  allHidden: boolean | null;
  /** The same for all columns. */
  allColumnsHidden: boolean | null;
  /** Values of A1:A6: our stamp would stand there. */
  head: unknown[];
  /** Estimated bytes of a cell's answer. */
  cellBytes: number;
  /** Where formulas are; null: Excel could not say, each cell is asked. */
  formulas: Area[] | null;
  merges: Area[];
}

const VISIBILITY: Readonly<Record<string, SheetPicture['visibility']>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/** Bytes of `"Double",` and the like. */
const TYPE_BYTES = 10;
const HEAD_ROWS = 6;

/** Reads names, visibility, used ranges and a sample of each sheet. */
export async function listSheets(batch: Batch): Promise<SheetRead[]> {
  const sheets = batch.context.workbook.worksheets;
  sheets.load('items/id,items/name,items/visibility');
  await batch.sync();
  const list = sheets.items.map((proxy) => {
    const used = proxy.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden');
    return { proxy, used };
  });
  await batch.sync();
  const reads = list.map(({ proxy, used }): SheetRead => {
    const area: Area | null = used.isNullObject
      ? null
      : {
          top: used.rowIndex,
          left: used.columnIndex,
          bottom: used.rowIndex + used.rowCount - 1,
          right: used.columnIndex + used.columnCount - 1,
        };
    return {
      id: proxy.id,
      name: proxy.name,
      visibility: VISIBILITY[proxy.visibility] ?? 'visible',
      proxy,
      used: area,
      allHidden: area === null ? false : used.rowHidden,
      allColumnsHidden: area === null ? false : used.columnHidden,
      head: [],
      cellBytes: 0,
      formulas: [],
      merges: [],
    };
  });
  await sample(batch, reads);
  return reads;
}

/** Three rows of each sheet tell how long its texts are; the first cells of column A, whose the sheet is. */
async function sample(batch: Batch, reads: SheetRead[]): Promise<void> {
  const samples = reads.map(({ proxy, used }) => {
    if (used === null) return null;
    const height = used.bottom - used.top;
    const rows = [...new Set([0.25, 0.5, 0.75].map((share) => used.top + Math.round(height * share)))];
    const head = proxy.getRangeByIndexes(0, 0, HEAD_ROWS, 1);
    head.load('values');
    const ranges = rows.map((row) => {
      const range = proxy.getRangeByIndexes(row, used.left, 1, used.right - used.left + 1);
      range.load('values,numberFormat');
      return range;
    });
    return { head, ranges };
  });
  await batch.sync();
  samples.forEach((one, index) => {
    if (one === null) return;
    const read = reads[index]!;
    let bytes = 0;
    let cells = 0;
    for (const range of one.ranges) {
      const formats = range.numberFormat?.[0] ?? [];
      (range.values?.[0] ?? []).forEach((value: unknown, column: number) => {
        bytes += jsonBytes(value) + jsonBytes(formats[column] ?? 'General');
        cells += 1;
      });
    }
    // A fifth more than the sample: it is an estimate.
    read.cellBytes = TYPE_BYTES + 1.2 * (cells === 0 ? 30 : bytes / cells);
    read.head = (one.head.values ?? []).map((row: unknown[]) => row[0]);
  });
}

/** Reads "'Sheet'!A1:B2,'Sheet'!C3" into areas; null where it can't be read. */
export function areasOf(address: unknown, sheet: string): Area[] | null {
  if (typeof address !== 'string') return null;
  const bare = address.replaceAll(`${quoted(sheet)}!`, '').replaceAll(`${sheet}!`, '');
  const areas = bare.split(',').map((part) => areaFromA1(part.trim()));
  return areas.every((area) => area !== null) ? areas : null;
}

/** Asks where formulas are, one request for all sheets; without an answer each cell is asked later. */
export async function findFormulas(batch: Batch, reads: SheetRead[]): Promise<void> {
  const filled = reads.filter((read) => read.used !== null);
  const found = filled.map(({ proxy, used }) => {
    const areas = rangeOf(proxy, used!).getSpecialCellsOrNullObject('Formulas');
    areas.load('address');
    return areas;
  });
  try {
    await batch.sync();
  } catch (error) {
    if (isFatal(error)) throw error;
    for (const read of filled) read.formulas = null;
    return;
  }
  found.forEach((areas, index) => {
    const read = filled[index]!;
    read.formulas = areas.isNullObject ? [] : areasOf(areas.address, read.name);
  });
}

/** Merged areas, one request for all sheets; Excel fails above 512 areas in a range: then sheet by sheet, halved by rows. */
export async function findMerges(batch: Batch, reads: SheetRead[]): Promise<void> {
  const filled = reads.filter((read) => read.used !== null);
  // Only areas whose first cell lies in the range are answered: so the range begins at A1.
  const whole = (used: Area): Area => ({ ...used, top: 0, left: 0 });
  try {
    const found = filled.map((read) => askMerges(read.proxy, whole(read.used!)));
    await batch.sync();
    found.forEach((areas, index) => (filled[index]!.merges = takeMerges(areas)));
  } catch (error) {
    if (isFatal(error)) throw error;
    for (const read of filled) read.merges = await mergesIn(batch, read.proxy, whole(read.used!));
  }
}

/** @returns merged areas of one sheet, in halves where there are too many. */
export async function mergesIn(batch: Batch, sheet: Excel.Worksheet, area: Area): Promise<Area[]> {
  try {
    const areas = askMerges(sheet, area);
    await batch.sync();
    return takeMerges(areas);
  } catch (error) {
    if (isFatal(error) || area.top === area.bottom) throw error;
    const middle = Math.floor((area.top + area.bottom) / 2);
    const upper = await mergesIn(batch, sheet, { ...area, bottom: middle });
    return [...upper, ...(await mergesIn(batch, sheet, { ...area, top: middle + 1 }))];
  }
}

function askMerges(sheet: Excel.Worksheet, area: Area): Excel.RangeAreas {
  const areas = rangeOf(sheet, area).getMergedAreasOrNullObject();
  areas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return areas;
}

function takeMerges(areas: Excel.RangeAreas): Area[] {
  if (areas.isNullObject) return [];
  return areas.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    top: rowIndex,
    left: columnIndex,
    bottom: rowIndex + rowCount - 1,
    right: columnIndex + columnCount - 1,
  }));
}

/** @returns whether trying otherwise can't help: the person or the connection is what is in the way. */
export function isFatal(error: unknown): boolean {
  if (!(error instanceof HostError)) return true;
  return error.kind === 'timeout' || error.kind === 'lost' || error.kind === 'cell-editing' || error.kind === 'too-old';
}

export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
}
