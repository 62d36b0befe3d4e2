/** The verb "ranking": one page of a group's. */
import * as z from 'zod/mini';
import { rankingPage, SORTS } from '../view/ranking.ts';
import { pages, places, verb } from './verb.ts';

export const ranking = verb({
  input: () => z.strictObject({ ...pages(), group: places(), sort: z.enum(SORTS) }),
  answer: (ran, query) => rankingPage(ran.report(query.language).rankings, query),
});
