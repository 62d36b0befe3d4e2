/** A planned sheet → a hidden work sheet: formats, values, merges, looks, in this order. */
import type { Scalar } from '#core/workbook/cell';
import type { CellStyle, SheetPlan } from '#core/workbook/plan';
import { CALL_BYTES, type Outbox } from './outbox.ts';
import { jsonBytes } from './pieces.ts';
import { formatAreas, lookAreas } from '#core/workbook/looks';
import { addressLists, formatOf, storable } from './shape.ts';
import { pause } from './session.ts';
import { rangeOf } from './sheets.ts';
import { columnsOf } from '#core/workbook/plan-check';

const BORDER = '#BFBFBF';
const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

/** Rows of values, cut where a block would fill a third of a request: blocks and other calls then pack well. */
function* valueBlocks(sheet: SheetPlan, most: number): Generator<{ top: number; values: Scalar[][]; bytes: number }> {
  const columns = columnsOf(sheet);
  let values: Scalar[][] = [];
  let bytes = 0;
  let top = 0;
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const cells = sheet.rows[row]!.cells;
    const line: Scalar[] = [];
    let size = 2;
    for (let column = 0; column < columns; column += 1) {
      const cell = cells[column] ?? null;
      const value = cell === null ? '' : storable(cell.value, formatOf(cell, sheet.styles[cell.style]!));
      size += jsonBytes(value);
      line.push(value);
    }
    if (values.length > 0 && bytes + size > most) {
      yield { top, values, bytes };
      values = [];
      bytes = 0;
      top = row;
    }
    values.push(line);
    bytes += size;
  }
  if (values.length > 0) yield { top, values, bytes };
}

/** Writes the looks of an area: only what differs from a new sheet's. */
function dress(format: Excel.RangeFormat, style: CellStyle): void {
  const { font } = format;
  if (style.bold) font.bold = true;
  if (style.italic) font.italic = true;
  if (style.strike) font.strikethrough = true;
  if (style.color !== undefined) font.color = style.color;
  if (style.fontSize !== undefined) font.size = style.fontSize;
  if (style.fill !== undefined) format.fill.color = style.fill;
  if (style.align !== undefined)
    format.horizontalAlignment = style.align === 'left' ? 'Left' : style.align === 'right' ? 'Right' : 'Center';
  if (style.valign !== undefined) format.verticalAlignment = style.valign === 'top' ? 'Top' : 'Center';
  if (style.wrap) format.wrapText = true;
  if (!style.border) return;
  for (const side of SIDES) {
    const border = format.borders.getItem(side);
    border.style = 'Continuous';
    border.color = BORDER;
  }
}

/** Queues a sheet's content. */
export async function fillSheet(outbox: Outbox, work: Excel.Worksheet, sheet: SheetPlan, limit: number): Promise<void> {
  const columns = columnsOf(sheet);
  // Formats go first: afterwards "1.10" would already be the number 1.1. One scalar an area: arrays of formats are slow.
  for (const [format, area] of formatAreas(sheet, formatOf)) {
    await outbox.room(CALL_BYTES);
    // The scalar goes through unsplit; the types know only the two-dimensional form.
    rangeOf(work, area).numberFormat = format as unknown as string[][];
  }
  for (const { top, values, bytes } of valueBlocks(sheet, limit / 3)) {
    // The library cuts large values into slices with calls of their own.
    await outbox.room(bytes * 1.1 + CALL_BYTES * 2);
    await pause();
    work.getRangeByIndexes(top, 0, values.length, columns).values = values;
  }
  await pause();
  for (const area of sheet.merges) {
    if (area.top === area.bottom && area.left === area.right) continue;
    await outbox.room(CALL_BYTES);
    rangeOf(work, area).merge();
  }
  for (const { style, areas } of lookAreas(sheet)) {
    for (const list of addressLists(areas)) {
      await outbox.room(list.length + CALL_BYTES * (style.border ? 20 : 3));
      dress(work.getRanges(list).format as unknown as Excel.RangeFormat, style);
    }
  }
}
