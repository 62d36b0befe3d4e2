/** Points above Điểm tối đa. */
import { readingCheck } from './readings.ts';

export const pointsAboveMaximum = readingCheck('points.above-maximum');
