/** The verb "repair": its preview, before anything is written. */
import * as z from 'zod/mini';
import { repairView } from '../view/repair.ts';
import { languages, places, verb } from './verb.ts';

export const repair = verb({
  /** `all`: with those of all equal findings. */
  input: () => z.strictObject({ index: places(), all: z.boolean(), language: languages() }),
  answer: (ran, { index, all, language }) => {
    const { findings } = ran.report(language).findings;
    return repairView({ findings, assessment: ran }, index, all, language);
  },
});
