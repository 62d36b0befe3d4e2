/** row.stray: what stands far from every table, or figures below one. */
import { scalarOf } from '../workbook/cell.ts';
import type { Remark } from './assessment.ts';
import { shownText } from './codes.ts';
import type { FoundTable } from './extent.ts';
import type { Grid } from './grid.ts';
import { isBlank } from './grid.ts';

/** Content far from every table of its sheet, and figures below one: one remark a row, at its first such cell. */
export function straysIn(grid: Grid, tables: FoundTable[]): Remark[] {
  const remarks: Remark[] = [];
  if (tables.length === 0) return remarks;
  const top = Math.min(...tables.map((table) => table.headerTop));
  for (const row of grid.rows) {
    const at = row.index;
    const near = tables.filter((table) => at >= table.headerTop - 10 && at <= table.lastRow + 10);
    const below = tables.filter((table) => at > table.lastRow && table.kind !== 'settings');
    const inside = tables.filter((table) => at >= table.headerTop && at <= table.lastRow);
    for (let column = 0; column < row.cells.length; column += 1) {
      const cell = row.cells[column];
      if (cell === null || isBlank(cell)) continue;
      const far = !near.some((table) => column >= table.left - 10 && column <= table.right + 10) && at >= top - 10;
      const figure =
        typeof scalarOf(cell) === 'number' &&
        below.some((table) => column >= table.left && column <= table.right) &&
        !tables.some((table) => table.headerTop > at) &&
        !inside.some((table) => column >= table.left && column <= table.right);
      if (!far && !figure) continue;
      remarks.push({ kind: 'row.stray', at: { sheet: grid.sheet, row: at, column }, args: { value: shownText(cell) } });
      break;
    }
  }
  return remarks;
}
