/** A merged area inside the data rows: only its first cell holds a value. Names of units, groups and periods count for all its rows, anything else reads as empty. */
import type { Check, Told } from './finding.ts';

const NAMING = ['unit', 'unitCode', 'group', 'period'] as const;

export const cellMerged: Check = {
  severity: 'warning',
  run: (input) => {
    const { picture, tables } = input.assessment;
    const found: Told[] = [];
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
        const named = NAMING.some(
          (role) => table.columns[role] === area.left && (table.kind !== 'form' || role === 'period'),
        );
        found.push(named ? { at, variant: 'names' } : { at });
      }
    }
    return found;
  },
};
