/** An error cell in a table; those that a value, points or rule check reports are taken out afterwards. */
import { kindOf } from '../workbook/cell.ts';
import type { Check, Told } from './finding.ts';

export const formulaError: Check = {
  severity: 'warning',
  run: (input) => {
    const { rows } = input;
    const found: Told[] = [];
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
          found.push({ at, args: { header: table.headers[column] ?? '' } });
        }
      }
    }
    return found;
  },
};
