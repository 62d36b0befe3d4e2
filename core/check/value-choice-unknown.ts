/** A choice that the rule does not know. */
import { readingCheck } from './readings.ts';

export const valueChoiceUnknown = readingCheck('value.choice-unknown');
