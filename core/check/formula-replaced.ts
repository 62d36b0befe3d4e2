/** A number typed over a formula: the column's other cells are formulas. */
import type { Table } from '../read/assessment.ts';
import type { Check, Told } from './finding.ts';
import type { CheckInput } from './input.ts';
import { indicatorOf } from './shared.ts';

const LEAST_FORMULAS = 2;
/** So many formulas a typed number: else typing is as usual in the column as calculating. */
const TIMES = 2;

/** Points of judged indicators are typed by nature, whatever the rows around them calculate. */
function judgedRows(input: CheckInput, table: Table): Set<number> {
  const rows = new Set<number>();
  for (const entry of input.assessment.entries)
    if (entry.table === table.index && indicatorOf(input, entry.unit, entry.indicator)?.rule?.kind === 'judged')
      rows.add(entry.row);
  return rows;
}

export const formulaReplaced: Check = {
  severity: 'warning',
  run: (input) => {
    const { rows } = input;
    const found: Told[] = [];
    for (const table of input.assessment.tables) {
      const sheet = rows[table.sheet];
      if (sheet === undefined || table.kind === 'settings') continue;
      const formulas: number[] = [];
      const typed: number[] = [];
      for (const row of table.dataRows) {
        const cells = sheet.get(row)?.cells ?? [];
        for (let column = table.left; column <= table.right && column < cells.length; column++) {
          const cell = cells[column];
          if (typeof cell === 'object' && cell !== null && cell.formula === true)
            formulas[column] = (formulas[column] ?? 0) + 1;
          else if (typeof cell === 'number' || (typeof cell === 'object' && typeof cell?.value === 'number'))
            typed[column] = (typed[column] ?? 0) + 1;
        }
      }
      let judged: Set<number> | null = null;
      for (let column = table.left; column <= table.right; column++) {
        const count = formulas[column] ?? 0;
        const others = typed[column] ?? 0;
        if (others === 0 || count < LEAST_FORMULAS || count < TIMES * others) continue;
        const points = table.kind !== 'matrix' && (column === table.columns.self || column === table.columns.verified);
        if (points) judged ??= judgedRows(input, table);
        for (const row of table.dataRows) {
          const cell = sheet.get(row)?.cells[column] ?? null;
          const value = typeof cell === 'object' && cell !== null ? (cell.formula === true ? null : cell.value) : cell;
          if (typeof value !== 'number' || (points && judged?.has(row) === true)) continue;
          const at = { sheet: table.sheet, row, column };
          found.push({ at, args: { header: table.headers[column] ?? '' } });
        }
      }
    }
    return found;
  },
};
