/** A figure below 0. */
import { readingCheck } from './readings.ts';

export const valueNegative = readingCheck('value.negative');
