/** The Điểm tối đa in a form is not the index set's. */
import { equals, toNumber } from '../exact/exact.ts';
import { kindOf } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import type { Check, Told } from './finding.ts';
import { edit, isFormula } from './shared.ts';

export const rowMaximumDiffers: Check = {
  severity: 'warning',
  notRun: ({ assessment }) => (assessment.statedMaxima.length > 0 ? null : 'row.maximum-differs'),
  run: (input) => {
    const found: Told[] = [];
    for (const stated of input.assessment.statedMaxima) {
      const maximum = input.assessment.sets[stated.set]?.indicators[stated.indicator]?.maximum ?? null;
      if (maximum === null) continue;
      const reading = readNumber(stated.cell, { unitWords: true });
      // An error in the cell is formula.error's to say.
      if (reading.kind === 'empty' || kindOf(stated.cell) === 'error') continue;
      if (reading.kind === 'number' && equals(reading.value, maximum)) continue;
      if (reading.kind === 'ambiguous' && reading.candidates.some((candidate) => equals(candidate, maximum))) continue;
      found.push({
        at: stated.at,
        unit: stated.unit ?? undefined,
        indicator: { set: stated.set, index: stated.indicator },
        repair: isFormula(stated.cell) ? null : [edit(input, stated.at, toNumber(maximum))],
      });
    }
    return found;
  },
};
