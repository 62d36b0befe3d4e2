/**
 * The desk: all that can be asked of a run, in one table. A host makes the run (core/commands/score), keeps it, and hands questions
 * here as they come; what comes from outside passes the verb's schema.
 */
import type * as z from 'zod/mini';
import { setting } from './change-setting.ts';
import { findings } from './findings.ts';
import { plan } from './plan.ts';
import { ranking } from './ranking.ts';
import { repair } from './repair.ts';
import { settings } from './settings.ts';
import { summary } from './summary.ts';
import { unit } from './unit.ts';
import type { Ran, Verb, Writing } from './verb.ts';
import { waiver } from './waive.ts';

const VERBS = { summary, findings, ranking, unit, settings, repair, plan, waive: waiver, setting };

export type DeskVerb = keyof typeof VERBS;

/** What goes in, what comes out, by verb. All plain JSON. */
export type Desk = {
  [V in DeskVerb]: (typeof VERBS)[V] extends Verb<infer I, infer O> ? { input: I; output: O } : never;
};

/** A question, read. */
export type Ask = { [V in DeskVerb]: { verb: V; input: Desk[V]['input'] } }[DeskVerb];

const schemas = new Map<DeskVerb, z.ZodMiniType<unknown>>();

export function isDeskVerb(verb: unknown): verb is DeskVerb {
  return typeof verb === 'string' && Object.prototype.hasOwnProperty.call(VERBS, verb);
}

/** @returns the question; null where the desk does not know the verb or can't take what comes with it. */
export function readAsk(verb: unknown, input: unknown): Ask | null {
  if (!isDeskVerb(verb)) return null;
  const schema = schemas.get(verb) ?? VERBS[verb].input();
  schemas.set(verb, schema);
  const parsed = schema.safeParse(input);
  return parsed.success ? ({ verb, input: parsed.data } as Ask) : null;
}

/** Verbs whose answer is to be written at once. */
export type WritingVerb = { [V in DeskVerb]: Desk[V]['output'] extends Writing ? V : never }[DeskVerb];

/** @returns whether what the desk answers is to be written. */
export function isWriting(ask: Ask): ask is Extract<Ask, { verb: WritingVerb }> {
  return (VERBS[ask.verb] as Verb<unknown, unknown>).writes === true;
}

/** @returns the answer, plain JSON. */
export function answer<A extends Ask>({ verb, input }: A, ran: Ran): Desk[A['verb']]['output'] {
  return (VERBS[verb] as Verb<unknown, Desk[A['verb']]['output']>).answer(ran, input);
}
