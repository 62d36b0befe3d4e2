/** The verb "unit": one of them in full. */
import * as z from 'zod/mini';
import { unitView } from '../view/unit.ts';
import { languages, places, verb } from './verb.ts';

export const unit = verb({
  input: () => z.strictObject({ unit: places(), language: languages() }),
  answer: (ran, query) => unitView(ran.outcome, query.unit, query.language),
});
