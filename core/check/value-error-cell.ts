/** A value cell shows an error. */
import { readingCheck } from './readings.ts';

export const valueErrorCell = readingCheck('value.error-cell');
