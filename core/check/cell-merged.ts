/** A merged area inside the data rows: only its first cell holds a value, the others read as empty. */
import type { Check, Finding } from './finding.ts';
import { finding } from './shared.ts';

export const cellMerged: Check = {
  id: 'cell.merged',
  run: (input) => {
    const { picture, tables } = input.assessment;
    const found: Finding[] = [];
    for (const table of tables) {
      if (table.kind === 'settings') continue;
      const merges = picture.sheets[table.sheet]?.merges ?? [];
      if (merges.length === 0) continue;
      const rows = new Set(table.dataRows);
      for (const area of merges) {
        if (area.right < table.left || area.left > table.right) continue;
        if (area.bottom < table.firstRow || area.top > table.lastRow) continue;
        let inside = false;
        for (let row = Math.max(area.top, table.firstRow); row <= Math.min(area.bottom, table.lastRow); row++)
          inside ||= rows.has(row);
        if (!inside) continue;
        const at = { sheet: table.sheet, row: area.top, column: area.left };
        found.push(finding(input, 'cell.merged', 'warning', { at }));
      }
    }
    return found;
  },
};
