/** A formula without a stored result. */
import { readingCheck } from './readings.ts';

export const valueUncalculated = readingCheck('value.uncalculated');
