/** Works a rule out for one unit. */
import { maxOf, ZERO, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { scoreBands } from './bands.ts';
import { scoreBestOf } from './best-of.ts';
import { scoreAmount } from './bonus-penalty.ts';
import { scoreChoice } from './choice.ts';
import { below, scoreComposite } from './composite.ts';
import { scoreCount } from './count.ts';
import { scoreDeduction } from './deduction.ts';
import { scoreEntered } from './judged.ts';
import { scoreParts } from './parts.ts';
import { work } from './quantity.ts';
import { scoreRatio } from './ratio.ts';
import { scoreRelative } from './relative.ts';
import { formula, notArising, type Part, type Task } from './result.ts';
import type { Outcome, Rule, RuleContext, RuleInputs } from './rule.ts';
import { scoreThreshold } from './threshold.ts';
import { scoreYesNo } from './yes-no.ts';

function score(rule: Rule, task: Task): Part {
  switch (rule.kind) {
    case 'yes-no':
      return scoreYesNo(task);
    case 'choice':
      return scoreChoice(rule.options, task);
    case 'parts':
      return scoreParts(rule.options, task);
    case 'ratio':
      return scoreRatio(rule.quantity, task);
    case 'threshold':
      return scoreThreshold(rule.quantity, rule.goal, task);
    case 'bands':
      return scoreBands(rule.quantity, rule.rows, task);
    case 'count':
      return scoreCount(rule.quantity, rule.each, task);
    case 'relative':
      return scoreRelative(rule.quantity, task);
    case 'deduction':
      return scoreDeduction(rule.quantity, rule.each, task);
    case 'composite':
      return scoreComposite(rule.parts, task, score);
    case 'best-of':
      return scoreBestOf(rule.parts, task, score);
    case 'bonus':
    case 'penalty':
      return scoreAmount(rule.rule, rule.cap, task, score);
    default:
      return scoreEntered(rule.kind);
  }
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
  const walk = (part: Rule, path: string): void => {
    if (part.kind === 'relative') {
      const q = inputs.labels === 'not-applicable' ? 'not-arising' : work(part.quantity, inputs);
      found[path] = typeof q === 'string' ? null : maxOf(q, ZERO);
    } else if (part.kind === 'composite') part.parts.forEach((one, at) => walk(one.rule, below(path, at)));
    else if (part.kind === 'best-of') part.parts.forEach((one, at) => walk(one, below(path, at)));
    else if (part.kind === 'bonus' || part.kind === 'penalty') walk(part.rule, path);
  };
  walk(rule, '');
  return found;
}
