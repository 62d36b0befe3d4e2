/** Far from the previous period: needs one. */
import type { Check } from './finding.ts';
import { reason, remarkCheck } from './shared.ts';

export const valueOutlier: Check = {
  ...remarkCheck('value.outlier', 'note'),
  notRun: () => reason('value.outlier'),
};
