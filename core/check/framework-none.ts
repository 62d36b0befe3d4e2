/** No index set was found, neither in the workbook nor chosen. */
import type { Check } from './finding.ts';
import { fromRemarks } from './shared.ts';

export const frameworkNone: Check = {
  severity: 'error',
  run: (input) => {
    const noticed = fromRemarks(input, 'framework.none').slice(0, 1);
    if (noticed.length > 0 || input.assessment.sets.length > 0) return noticed;
    // A matrix whose headers are codes, or a choice of several sets, has been told already what it lacks.
    if (input.remarks.has('framework.maximum-missing') || input.remarks.has('framework.several')) return [];
    return [{ at: null }];
  },
};
