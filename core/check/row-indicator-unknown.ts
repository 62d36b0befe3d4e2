/** A code that the index set does not have. */
import { remarkCheck } from './shared.ts';

export const rowIndicatorUnknown = remarkCheck('row.indicator-unknown', 'warning');
