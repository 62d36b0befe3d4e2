/** Works a rule out for one unit. */
import { maxOf, ZERO, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { againstBest, kindOf, walk } from './kinds.ts';
import { work } from './quantity.ts';
import { formula, notArising, type Part, type Task } from './result.ts';
import type { Outcome, Rule, RuleContext, RuleInputs } from './rule.ts';

function score(rule: Rule, task: Task): Part {
  return kindOf(rule).score(rule, task, score);
}

function workOut(rule: Rule, inputs: RuleInputs, context: RuleContext, explains: boolean): Part {
  const task: Task = { inputs, context, maximum: context.maximum, path: '', explains };
  const excused = inputs.labels === 'not-applicable' && rule.kind !== 'information';
  if (!excused) return score(rule, task);
  const outside = rule.kind === 'bonus' || rule.kind === 'penalty';
  return notArising(outside ? { ...task, context: { ...context, policy: 'zero' } } : task);
}

/** @returns the points of one unit, exact and within 0 … maximum, or why there are none. */
export function evaluate(rule: Rule, inputs: RuleInputs, context: RuleContext): Outcome {
  return workOut(rule, inputs, context, false);
}

function same(x: Message, y: Message): boolean {
  return JSON.stringify(x) === JSON.stringify(y);
}

/** @returns how the points of one unit came about, or why there are none. */
export function explainRule(rule: Rule, inputs: RuleInputs, context: RuleContext): Message[] {
  const { pieces, notes } = workOut(rule, inputs, context, true);
  // Two parts may have the same to say.
  const said = notes.filter((note, at) => at === notes.findIndex((other) => same(other, note)));
  return [...formula(pieces, context.decimals), ...said];
}

/** @returns q of every rule against the best in the rule, by path; null where the unit has none. */
export function relativeQuantities(rule: Rule, inputs: RuleInputs): Record<string, Exact | null> {
  const found: Record<string, Exact | null> = {};
  walk(rule, (part, path) => {
    if (!againstBest(part)) return;
    const q = inputs.labels === 'not-applicable' ? 'not-arising' : work(part.quantity, inputs);
    found[path] = typeof q === 'string' ? null : maxOf(q, ZERO);
  });
  return found;
}

function needsMaximum(rule: Rule): boolean {
  return kindOf(rule).needsMaximum(rule, needsMaximum);
}

/** @returns what is wrong with the rule for this maximum, as framework.rule-bands says it. */
export function ruleFaults(rule: Rule, maximum: Exact): Message[] {
  return kindOf(rule).faults(rule, maximum, { faults: ruleFaults, needsMaximum });
}
