/** A unit in the data that the list does not have. */
import type { Check } from './finding.ts';
import { contextOf, reason, remarkCheck } from './shared.ts';

export const unitUnknown: Check = {
  // Without its group a unit is ranked all the same, by itself.
  ...remarkCheck('unit.unknown', ({ variant }) => (variant === 'no-group' ? 'warning' : 'error')),
  notRun: (input) =>
    input.assessment.listed || contextOf(input).remarks.has('unit.unknown') ? null : reason('unit.unknown'),
};
