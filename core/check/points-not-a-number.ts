/** Words, a date or an ambiguous text where points are meant. */
import { readingCheck } from './readings.ts';

export const pointsNotANumber = readingCheck('points.not-a-number');
