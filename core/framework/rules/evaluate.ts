/** Works a rule out for one unit. */
import { maxOf, ZERO, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { kindOf, walk } from './kinds.ts';
import { work } from './quantity.ts';
import { formula, notArising, type Part, type Task } from './result.ts';
import type { Outcome, Rule, RuleContext, RuleInputs } from './rule.ts';

function score(rule: Rule, task: Task): Part {
  return kindOf(rule).score(rule, task, score);
}

/** @returns the points of one unit, exact and within 0 … maximum, or why there are none. */
export function evaluate(rule: Rule, inputs: RuleInputs, context: RuleContext): Outcome {
  const task: Task = { inputs, context, maximum: context.maximum, path: '' };
  const outside = rule.kind === 'bonus' || rule.kind === 'penalty';
  const excused = inputs.labels === 'not-applicable' && rule.kind !== 'information';
  const policy = outside && excused ? { ...context, policy: 'zero' as const } : context;
  const {
    points,
    why,
    notArising: absent,
    dropped,
    rescaled,
    explain,
  } = excused ? notArising({ ...task, context: policy }) : score(rule, task);
  const explanation = (): ReturnType<Outcome['explanation']> => {
    const { pieces, notes } = explain();
    // Two parts may have the same to say.
    const same = (x: Message, y: Message): boolean => JSON.stringify(x) === JSON.stringify(y);
    const said = notes.filter((note, at) => at === notes.findIndex((other) => same(other, note)));
    return [...formula(pieces, context.decimals), ...said];
  };
  return { points, why, notArising: absent, dropped, rescaled, explanation };
}

/** @returns q of every relative rule in the rule, by path; null where the unit has none. */
export function relativeQuantities(rule: Rule, inputs: RuleInputs): Record<string, Exact | null> {
  const found: Record<string, Exact | null> = {};
  walk(rule, (part, path) => {
    if (part.kind !== 'relative') return;
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
