/** A unit name that matches the list only after folding. */
import { remarkCheck } from './shared.ts';

export const unitNameVariant = remarkCheck('unit.name-variant', 'note');
