/** row.stray: what stands far from every table, or figures and units below one. */
import { kindOf, scalarOf, type Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { readNumber } from '../../workbook/number.ts';
import { clean } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import type { FoundTable } from '../tables/found-table.ts';
import type { Grid } from '../cells/grid.ts';
import { isBlank } from '../cells/grid.ts';
import { isSumRowName } from '../headers/headers.ts';

const NEAR = 10;

/** A number, or a text that is nothing but one; a date is what people write beside their signatures. */
function isFigure(cell: Cell): boolean {
  if (kindOf(cell) === 'date') return false;
  const value = scalarOf(cell);
  if (typeof value === 'number') return true;
  if (typeof value !== 'string' || kindOf(cell) !== null || !/^[\s(]*[-+−–]?\d/.test(value) || value.length > 40)
    return false;
  const { kind } = readNumber(cell);
  return kind === 'number' || kind === 'ambiguous';
}

/** Whether a row stands in a table, and nothing of it far beside. */
function holds(table: FoundTable | undefined, { index, cells }: RowPicture): boolean {
  if (table === undefined || index < table.headerTop || index > table.lastRow) return false;
  return table.left <= NEAR && cells.length <= table.right + NEAR;
}

/** @returns the first column of a row whose content is a stray, null where none is. */
function strayIn(
  { index: at, cells }: RowPicture,
  tables: readonly FoundTable[],
  isUnit: (text: string) => boolean,
): number | null {
  const tops = tables.map((table) => table.headerTop);
  const near = tables.filter((table) => at >= table.headerTop - NEAR && at <= table.lastRow + NEAR);
  const isBelow = Math.max(...tops) <= at;
  const below = isBelow ? tables.filter((table) => at > table.lastRow && table.kind !== 'settings') : [];
  const inside = tables.filter((table) => at >= table.headerTop && at <= table.lastRow);
  // A mean or a sum set off by a blank row is no figure that anyone forgot.
  const sum = below.length > 0 && cells.some((cell) => cell !== null && isSumRowName(clean(shownText(cell))));
  const isData = (cell: Cell, column: number): boolean => {
    const under = (table: FoundTable): boolean => column >= table.left && column <= table.right;
    if (sum || !below.some(under) || inside.some(under)) return false;
    if (isFigure(cell)) return true;
    const named = below.some(({ columns }) => column === columns.unit || column === columns.unitCode);
    return named && typeof scalarOf(cell) === 'string' && isUnit(clean(shownText(cell)));
  };
  const isFar = (column: number): boolean =>
    at >= Math.min(...tops) - NEAR &&
    !near.some((table) => column >= table.left - NEAR && column <= table.right + NEAR);
  const found = cells.findIndex((cell, column) => !isBlank(cell) && (isFar(column) || isData(cell, column)));
  return found < 0 ? null : found;
}

/**
 * Content far from every table of its sheet, and figures and units below one: one remark a row, at its first such cell.
 * @param isUnit whether a text is the name or code of a unit, of the list or found in the data.
 */
export function straysIn(grid: Grid, tables: readonly FoundTable[], isUnit: (text: string) => boolean): Remark[] {
  const remarks: Remark[] = [];
  if (tables.length === 0) return remarks;
  for (const row of grid.rows) {
    // Most rows stand in the only table of their sheet.
    if (tables.length === 1 && holds(tables[0], row)) continue;
    const column = strayIn(row, tables, isUnit);
    if (column === null) continue;
    const at = { sheet: grid.sheet, row: row.index, column };
    remarks.push({ kind: 'row.stray', at, args: { value: shownText(row.cells[column]) } });
  }
  return remarks;
}
