/** A spreadsheet turned a code into a number or a date (4.10 → 4.1). */
import { remarkCheck } from './shared.ts';

export const frameworkCodeEaten = remarkCheck('framework.code-eaten', (remark) =>
  remark.variant?.startsWith('date') === true ? 'error' : 'warning',
);
