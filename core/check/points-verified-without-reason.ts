/** Verified points that differ from the unit's own, without Lý do thẩm định. */
import { equals } from '../exact/exact.ts';
import { shownText } from '../read/tables/tables.ts';
import { isEmpty, scalarOf } from '../workbook/cell.ts';
import type { Check, Told } from './finding.ts';
import { cellAt, setOf } from './shared.ts';
import { isData } from './input.ts';

export const pointsVerifiedWithoutReason: Check = {
  severity: 'warning',
  notRun: ({ assessment }) =>
    assessment.tables.some((table) => isData(table) && table.columns.reason !== undefined)
      ? null
      : 'points.verified-without-reason',
  run: (input) => {
    const found: Told[] = [];
    for (const entry of input.assessment.entries) {
      const table = input.assessment.tables[entry.table];
      const column = table?.columns.reason;
      if (table === undefined || column === undefined) continue;
      const { readings } = entry;
      // Most are not verified: the other reading is not asked for.
      const { verified } = readings;
      if (verified === undefined || verified.value === null) continue;
      const { self } = readings;
      if (self === undefined || self.value === null || equals(self.value, verified.value)) continue;
      const at = { sheet: table.sheet, row: entry.row, column };
      const cell = cellAt(input, at);
      const value = scalarOf(cell);
      if (!isEmpty(cell) && !(typeof value === 'string' && value.trim() === '')) continue;
      found.push({
        at,
        unit: entry.unit,
        indicator: { set: setOf(input, entry.unit), index: entry.indicator },
        column: 'reason',
        // The waiver must die when the verified points change, so they are the value.
        value: shownText(verified.cell),
        args: { self: shownText(self.cell) },
      });
    }
    return found;
  },
};
