/** A number stored as text, read without doubt. */
import { readingCheck } from './readings.ts';

export const valueTextNumber = readingCheck('value.text-number');
