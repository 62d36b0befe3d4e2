/** A points formula without a stored result. */
import { readingCheck } from './readings.ts';

export const pointsUncalculated = readingCheck('points.uncalculated');
