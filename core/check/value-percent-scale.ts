/** A rate of which it is not certain whether 80 means 80 %, or a % in a points column. */
import { readingCheck } from './readings.ts';

export const valuePercentScale = readingCheck('value.percent-scale');
