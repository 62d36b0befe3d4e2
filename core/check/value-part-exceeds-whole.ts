/** The part a is larger than its whole b. */
import { readingCheck } from './readings.ts';

export const valuePartExceedsWhole = readingCheck('value.part-exceeds-whole');
