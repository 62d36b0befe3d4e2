/** Copying cells from one place to another, as Range.copyFrom does it. */
import type { Area } from '#core/workbook/picture';
import { shiftFormula } from '#xlsx/shift';
import { cross } from './areas.ts';
import { PLAIN, type StoredCell } from './cells.ts';
import type { SheetModel } from './sheet.ts';

/** Copies; a target that is an exact multiple of the source is filled with repeats, a smaller one grows. Returns the area written. */
export function copyCells(
  source: { sheet: SheetModel; area: Area },
  target: { sheet: SheetModel; area: Area },
  what: string,
): Area {
  const height = source.area.bottom - source.area.top + 1;
  const width = source.area.right - source.area.left + 1;
  const times = (size: number, one: number): number => (size % one === 0 ? size / one : 1);
  const down = times(target.area.bottom - target.area.top + 1, height);
  const across = times(target.area.right - target.area.left + 1, width);
  const copies: { row: number; column: number; cell: StoredCell | undefined; down: number; across: number }[] = [];
  for (let y = 0; y < height * down; y += 1)
    for (let x = 0; x < width * across; x += 1) {
      const row = source.area.top + (y % height);
      const column = source.area.left + (x % width);
      const cell = source.sheet.at(row, column);
      copies.push({
        row: target.area.top + y,
        column: target.area.left + x,
        cell: cell === undefined ? undefined : { ...cell },
        down: target.area.top + y - row,
        across: target.area.left + x - column,
      });
    }
  const written = {
    ...target.area,
    bottom: target.area.top + height * down - 1,
    right: target.area.left + width * across - 1,
  };
  if (what === 'All' || what === 'Formats') {
    target.sheet.unmerge(written);
    for (const merge of source.sheet.merges) {
      if (cross(merge, source.area) === null) continue;
      const rows = written.top - source.area.top;
      const columns = written.left - source.area.left;
      const { top, left, bottom, right } = merge;
      target.sheet.merges.push({
        top: top + rows,
        bottom: bottom + rows,
        left: left + columns,
        right: right + columns,
      });
    }
    target.sheet.isReshaped = true;
  }
  for (const copy of copies) place(target.sheet, copy.row, copy.column, copy.cell, what, copy.down, copy.across);
  return written;
}

function place(
  sheet: SheetModel,
  row: number,
  column: number,
  from: StoredCell | undefined,
  what: string,
  down: number,
  across: number,
): void {
  const old = sheet.at(row, column);
  if (from === undefined && old === undefined) return;
  const source: StoredCell = from ?? empty();
  const content = what === 'Formats' ? (old ?? empty()) : source;
  const looks = what === 'All' || what === 'Formats' ? source : (old ?? empty());
  const next: StoredCell = { value: content.value, format: looks.format, look: looks.look };
  if (content.kind !== undefined) next.kind = content.kind;
  if (content.formula !== undefined && what !== 'Values')
    next.formula = content === source ? shiftFormula(content.formula, down, across) : content.formula;
  const link = what === 'All' ? source.link : old?.link;
  if (link !== undefined) next.link = link;
  sheet.put(row, column, next);
}

function empty(): StoredCell {
  return { value: null, format: 'General', look: PLAIN };
}
