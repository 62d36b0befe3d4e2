/** What a verb of the desk is: the schema of what it takes, and what it answers about a run. */
import * as z from 'zod/mini';
import type { Report } from '../view/report.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Picture } from '../workbook/picture.ts';
import type { CellEdit, Plan } from '../workbook/plan.ts';
import type { CommandOptions, CommandOutcome } from './score.ts';

// No host lets a text become code.
z.config({ jitless: true });

/** A run as a host keeps it between two questions. Each part may be worked out only when a verb asks for it. */
export interface Ran {
  readonly picture: Picture;
  readonly options: CommandOptions;
  readonly outcome: CommandOutcome;
  report(language: Language): Report;
}

/** `input` is a function: a host may not build anything while it loads. */
export interface Verb<I, O> {
  input: () => z.ZodMiniType<I>;
  /** Its answer is a Writing, which the host writes at once. */
  writes?: true;
  answer: (ran: Ran, input: I) => O;
}

/** What is to be written: `plan` first, then the edits. `refused`: why nothing is. */
export interface Writing {
  plan: Plan | null;
  edits: CellEdit[];
  /** The picture's mark: anything else in the workbook stops the write. */
  expected: string;
  refused: { why: 'waive-no-row' | 'setting-refused'; args: Message['args'] } | null;
}

/** @returns a writing of nothing. */
export function refusal(why: NonNullable<Writing['refused']>['why'], args: Message['args'] = {}): Writing {
  return { plan: null, edits: [], expected: '', refused: { why, args } };
}

/** @returns the same verb: gives its parts their types. */
export function verb<I, O>(one: Verb<I, O>): Verb<I, O> {
  return one;
}

export const languages = (): z.ZodMiniType<Language> => z.enum(['vi', 'en']);
/** A place in a list. */
export const places = (): z.ZodMiniType<number> => z.int().check(z.gte(0));
/** What a person typed. */
export const texts = (): z.ZodMiniType<string> => z.string().check(z.maxLength(2000));
/** A page of a list, found by a search. */
export const pages = () => ({
  text: texts(),
  offset: places(),
  limit: z.int().check(z.gte(1), z.lte(PAGE_LIMIT)),
  language: languages(),
});

/** Most items of one page: a page stays far below 1 MB. */
export const PAGE_LIMIT = 200;
