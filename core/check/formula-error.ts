/** An error cell in a table; those that a value, points or rule check reports are taken out afterwards. */
import { kindOf } from '../workbook/cell.ts';
import type { Check, Finding } from './finding.ts';
import { contextOf, finding } from './shared.ts';

export const formulaError: Check = {
  id: 'formula.error',
  run: (input) => {
    const { rows } = contextOf(input);
    const found: Finding[] = [];
    for (const table of input.assessment.tables) {
      const sheet = rows[table.sheet];
      if (sheet === undefined) continue;
      for (let row = table.firstRow; row <= table.lastRow; row++) {
        const cells = sheet.get(row)?.cells;
        if (cells === undefined) continue;
        const end = Math.min(table.right, cells.length - 1);
        for (let column = table.left; column <= end; column++) {
          const cell = cells[column];
          if (typeof cell !== 'object' || kindOf(cell) !== 'error') continue;
          const at = { sheet: table.sheet, row, column };
          found.push(finding(input, 'formula.error', 'warning', { at, args: { header: table.headers[column] ?? '' } }));
        }
      }
    }
    return found;
  },
};
