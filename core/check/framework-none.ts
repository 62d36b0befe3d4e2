/** No index set was found, neither in the workbook nor chosen. */
import type { Check } from './finding.ts';
import { contextOf, finding, fromRemarks } from './shared.ts';

export const frameworkNone: Check = {
  id: 'framework.none',
  run: (input) => {
    const noticed = fromRemarks(input, 'framework.none', 'error').slice(0, 1);
    if (noticed.length > 0 || input.assessment.sets.length > 0) return noticed;
    // A matrix whose headers are codes, or a choice of several sets, has been told already what it lacks.
    const { remarks } = contextOf(input);
    if (remarks.has('framework.maximum-missing') || remarks.has('framework.several')) return [];
    return [finding(input, 'framework.none', 'error', { at: null })];
  },
};
