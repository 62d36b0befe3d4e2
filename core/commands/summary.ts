/** The verb "summary": what a run was about, in a few figures. */
import * as z from 'zod/mini';
import { languages, verb } from './verb.ts';

export const summary = verb({
  input: () => z.strictObject({ language: languages() }),
  answer: (ran, { language }) => ran.report(language).summary,
});
