/** All kinds of rules, and the one walk through rules inside rules. */
import { bands } from './bands.ts';
import { bestOf } from './best-of.ts';
import { amount } from './bonus-penalty.ts';
import { choice } from './choice.ts';
import { below, composite } from './composite.ts';
import { count } from './count.ts';
import { deduction } from './deduction.ts';
import { information, judged } from './judged.ts';
import type { Holds, Knows, OfKind, RuleKind } from './kind.ts';
import { parts } from './parts.ts';
import { ratio } from './ratio.ts';
import { relative } from './relative.ts';
import type { Rule } from './rule.ts';
import { target } from './target.ts';
import { threshold } from './threshold.ts';
import { yesNo } from './yes-no.ts';

const KINDS: { readonly [K in Rule['kind']]: RuleKind<OfKind<K>> } = {
  'yes-no': yesNo,
  choice,
  parts,
  ratio,
  threshold,
  bands,
  count,
  relative,
  target,
  deduction,
  composite,
  'best-of': bestOf,
  judged,
  information,
  bonus: amount,
  penalty: amount,
};

/** @returns what the rule's kind knows. */
export function kindOf(rule: Rule): Knows<Rule> & Partial<Holds<Rule>> {
  return KINDS[rule.kind] as unknown as Knows<Rule>;
}

/** Calls `see` for the rule and all inside it, with their paths: "" for the whole, "0", "0.1" for parts. */
export function walk(rule: Rule, see: (rule: Rule, path: string) => void, path = ''): void {
  see(rule, path);
  for (const { rule: inner, at } of kindOf(rule).inside?.(rule) ?? [])
    walk(inner, see, at === null ? path : below(path, at));
}

/** @returns whether the points of the rule itself need the best unit of the group. */
export function againstBest(rule: Rule): rule is OfKind<'relative' | 'target'> {
  return rule.kind === 'relative' || rule.kind === 'target';
}

/** @returns whether the rule, or a part of it, is relative to the best unit. */
export function isRelative(rule: Rule): boolean {
  let found = false;
  walk(rule, (part) => (found ||= againstBest(part)));
  return found;
}
