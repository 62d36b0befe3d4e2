/** A unit in the data that the list does not have. */
import { remarkCheck } from './shared.ts';

export const unitUnknown = remarkCheck('unit.unknown', 'error');
