/** A unit in the data that the list does not have. */
import type { Check } from './finding.ts';
import { reason, remarkCheck } from './shared.ts';

export const unitUnknown: Check = {
  ...remarkCheck('unit.unknown', 'error'),
  notRun: ({ assessment }) => (assessment.listed ? null : reason('unit.unknown')),
};
