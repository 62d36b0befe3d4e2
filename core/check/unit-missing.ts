/** A listed unit without any data: said once, in place of all its rows. */
import type { Check, Told } from './finding.ts';
import { foldUnit } from '../workbook/text.ts';
import { fromRemarks, hasNoData } from './shared.ts';

export const unitMissing: Check = {
  severity: 'error',
  notRun: (input) => (input.assessment.listed ? null : 'unit.missing'),
  run: (input) => {
    const { assessment } = input;
    const found: Told[] = fromRemarks(input, 'unit.missing');
    if (assessment.sets.length === 0) return found;
    // A name that stands in two groups has data, only nobody knows whose: unit.duplicate says so.
    const unclear = new Set<string>();
    for (const { variant, args } of input.remarks.get('unit.duplicate') ?? [])
      if (variant === 'two-groups') unclear.add(foldUnit(String(args?.['name'] ?? '')));
    for (const unit of assessment.units) {
      const at = unit.listedAt;
      if (at !== null && hasNoData(input, unit.index) && !unclear.has(foldUnit(unit.name)))
        found.push({ at, unit: unit.index });
    }
    return found;
  },
};
