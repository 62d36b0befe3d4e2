/** A text with two readings as a number; a warning where one was taken. */
import { readingCheck } from './readings.ts';

export const valueAmbiguousNumber = readingCheck('value.ambiguous-number');
