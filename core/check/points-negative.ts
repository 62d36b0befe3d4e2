/** Points below 0. */
import { readingCheck } from './readings.ts';

export const pointsNegative = readingCheck('points.negative');
