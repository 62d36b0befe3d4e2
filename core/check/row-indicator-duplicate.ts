/** A second row for the same unit and indicator; equal values are only a warning. */
import { remarkCheck } from './shared.ts';

export const rowIndicatorDuplicate = remarkCheck('row.indicator-duplicate', (remark) =>
  remark.variant === undefined || /differ|conflict/.test(remark.variant) ? 'error' : 'warning',
);
