/** row.stray: what stands far from every table, or figures and units below one. */
import { kindOf, scalarOf, type Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { readNumber } from '../../workbook/number.ts';
import { clean } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import type { FoundTable } from '../tables/extent.ts';
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

/**
 * Content far from every table of its sheet, and figures and units below one: one remark a row, at its first such cell.
 * @param isUnit whether a text is the name or code of a unit, of the list or found in the data.
 */
export function straysIn(grid: Grid, tables: FoundTable[], isUnit: (text: string) => boolean): Remark[] {
  const remarks: Remark[] = [];
  if (tables.length === 0) return remarks;
  const top = Math.min(...tables.map((table) => table.headerTop));
  const last = Math.max(...tables.map((table) => table.headerTop));
  for (const row of grid.rows) {
    const at = row.index;
    if (tables.length === 1 && holds(tables[0], row)) continue;
    const near = tables.filter((table) => at >= table.headerTop - NEAR && at <= table.lastRow + NEAR);
    const below = last > at ? [] : tables.filter((table) => at > table.lastRow && table.kind !== 'settings');
    const inside = tables.filter((table) => at >= table.headerTop && at <= table.lastRow);
    // A mean or a sum set off by a blank row is no figure that anyone forgot.
    const sum = below.length > 0 && row.cells.some((cell) => cell !== null && isSumRowName(clean(shownText(cell))));
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column];
      if (cell === null || isBlank(cell)) continue;
      const under = (table: FoundTable): boolean => column >= table.left && column <= table.right;
      const far =
        !near.some((table) => column >= table.left - NEAR && column <= table.right + NEAR) && at >= top - NEAR;
      const data = (): boolean =>
        !sum &&
        below.some(under) &&
        !inside.some(under) &&
        (isFigure(cell!) ||
          (typeof scalarOf(cell) === 'string' &&
            below.some(({ columns }) => column === columns.unit || column === columns.unitCode) &&
            isUnit(clean(shownText(cell)))));
      if (!far && !data()) continue;
      remarks.push({ kind: 'row.stray', at: { sheet: grid.sheet, row: at, column }, args: { value: shownText(cell) } });
      break;
    }
  }
  return remarks;
}
