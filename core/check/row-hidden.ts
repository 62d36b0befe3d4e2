/** A hidden row that is counted all the same: of figures, of an index set, of a unit list. */
import { isEmpty } from '../workbook/cell.ts';
import type { Check, Told } from './finding.ts';

import { isData } from './input.ts';

export const rowHidden: Check = {
  severity: 'note',
  notRun: ({ assessment }) => (assessment.picture.sheets.every((sheet) => sheet.hiddenRowsKnown) ? null : 'row.hidden'),
  run: (input) => {
    const { rows } = input;
    const found: Told[] = [];
    for (const table of input.assessment.tables) {
      if (!isData(table) && table.kind !== 'set' && table.kind !== 'units') continue;
      for (const index of table.dataRows) {
        const row = rows[table.sheet]?.get(index);
        if (row?.hidden !== true) continue;
        let column = table.left;
        while (column < table.right && isEmpty(row.cells[column])) column++;
        const at = { sheet: table.sheet, row: index, column };
        found.push({ at, args: { row: String(index + 1) } });
      }
    }
    return found;
  },
};
