/** A unit stands twice in the list, or two forms are of one unit and period. */
import { remarkCheck } from './shared.ts';

export const unitDuplicate = remarkCheck('unit.duplicate', 'error');
