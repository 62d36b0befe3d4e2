/** Points stored as text, read without doubt. */
import { readingCheck } from './readings.ts';

export const pointsTextNumber = readingCheck('points.text-number');
