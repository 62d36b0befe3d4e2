/** Words where a figure is meant. */
import { readingCheck } from './readings.ts';

export const valueNotANumber = readingCheck('value.not-a-number');
