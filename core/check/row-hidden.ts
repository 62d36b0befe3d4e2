/** A hidden row that is counted all the same: of figures, of an index set, of a unit list. */
import { isEmpty } from '../workbook/cell.ts';
import type { Check, Finding } from './finding.ts';
import { contextOf, finding, isData, reason } from './shared.ts';

export const rowHidden: Check = {
  id: 'row.hidden',
  notRun: ({ assessment }) =>
    assessment.picture.sheets.every((sheet) => sheet.hiddenRowsKnown) ? null : reason('row.hidden'),
  run: (input) => {
    const { rows } = contextOf(input);
    const found: Finding[] = [];
    for (const table of input.assessment.tables) {
      if (!isData(table) && table.kind !== 'set' && table.kind !== 'units') continue;
      for (const index of table.dataRows) {
        const row = rows[table.sheet]?.get(index);
        if (row?.hidden !== true) continue;
        let column = table.left;
        while (column < table.right && isEmpty(row.cells[column])) column++;
        const at = { sheet: table.sheet, row: index, column };
        found.push(finding(input, 'row.hidden', 'note', { at, args: { row: String(index + 1) } }));
      }
    }
    return found;
  },
};
