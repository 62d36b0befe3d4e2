/** A unit in the data that the list does not have. */
import type { Check } from './finding.ts';
import { contextOf, reason, remarkCheck } from './shared.ts';

export const unitUnknown: Check = {
  ...remarkCheck('unit.unknown', 'error'),
  notRun: (input) =>
    input.assessment.listed || contextOf(input).remarks.has('unit.unknown') ? null : reason('unit.unknown'),
};
