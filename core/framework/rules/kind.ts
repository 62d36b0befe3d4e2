/** What a kind of rule knows of itself: one file each beside this one, all of them in kinds.ts. Its words are read in parse.ts. */
import type { Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import type { Part, Task } from './result.ts';
import type { Rule } from './rule.ts';

/** The rule of a kind. */
export type OfKind<K extends Rule['kind']> = Extract<Rule, { kind: K }>;

/** A rule inside another; `at`: its place among several, null where the whole is counted by it. */
export interface Inside {
  rule: Rule;
  at: number | null;
}

export type Score = (rule: Rule, task: Task) => Part;

/** What is asked of rules inside for the faults of the whole. */
export interface Faulty {
  faults: (rule: Rule, maximum: Exact) => Message[];
  needsMaximum: (rule: Rule) => boolean;
}

/** The last argument does the same for a rule inside. */
export interface Knows<R extends Rule> {
  /** The points of one unit. */
  score: (rule: R, task: Task, score: Score) => Part;
  /** What is wrong with it for a maximum. */
  faults: (rule: R, maximum: Exact, inside: Faulty) => Message[];
  /** Whether it says nothing without a maximum: a share has to be a share of something. */
  needsMaximum: (rule: R, needs: (rule: Rule) => boolean) => boolean;
}

export interface Holds<R extends Rule> {
  /** The rules inside, in their order. */
  inside: (rule: R) => Inside[];
}

/** A kind whose rules hold others has to name them: every walk through a rule goes by it. */
export type RuleKind<R extends Rule> = Knows<R> &
  ([R] extends [{ rule: Rule } | { parts: unknown }] ? Holds<R> : unknown);
