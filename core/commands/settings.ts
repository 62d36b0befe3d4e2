/** The verb "settings": what holds, and what may be chosen. */
import * as z from 'zod/mini';
import { languages, verb } from './verb.ts';

export const settings = verb({
  input: () => z.strictObject({ language: languages() }),
  answer: (ran, { language }) => ran.report(language).settings,
});
