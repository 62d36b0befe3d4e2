/** A points cell shows an error. */
import { readingCheck } from './readings.ts';

export const pointsErrorCell = readingCheck('points.error-cell');
