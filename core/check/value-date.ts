/** A date where a figure is meant. */
import { readingCheck } from './readings.ts';

export const valueDate = readingCheck('value.date');
