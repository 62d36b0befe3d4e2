/** A listed unit without any data: said once, in place of all its rows. */
import type { Check, Finding } from './finding.ts';
import { finding, fromRemarks, hasNoData, reason } from './shared.ts';

export const unitMissing: Check = {
  id: 'unit.missing',
  notRun: (input) => (input.assessment.listed ? null : reason('unit.missing')),
  run: (input) => {
    const { assessment } = input;
    const found: Finding[] = fromRemarks(input, 'unit.missing', 'error');
    if (assessment.sets.length === 0) return found;
    for (const unit of assessment.units) {
      const at = unit.listedAt ?? unit.dataAt;
      if (at !== null && hasNoData(input, unit.index))
        found.push(finding(input, 'unit.missing', 'error', { at, unit: unit.index }));
    }
    return found;
  },
};
