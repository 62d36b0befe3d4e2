/** `a x 0,5`: so many points each. */
import { ZERO, isZero, multiply } from '../../exact/exact.ts';
import { aboveMaximum, compareHighest } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { pointsOf } from './points.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { Points, Quantity } from './rule.ts';

/** Scores q × đ. */
function scoreCount(quantity: Quantity, each: Points, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const amount = pointsOf(each, task.maximum);
  return scored(multiply(q, amount), task, task.explains && [...operandPieces(quantity, task.inputs), ' × ', amount]);
}

export const count: RuleKind<OfKind<'count'>> = {
  score: ({ quantity, each }, task) => scoreCount(quantity, each, task),
  faults: ({ quantity, each: points }, maximum) => {
    const each = pointsOf(points, maximum);
    if (isZero(each) && !isZero(maximum)) return compareHighest(ZERO, maximum, '');
    return quantity.op === 'rate' ? compareHighest(each, maximum, '') : aboveMaximum(each, maximum);
  },
  needsMaximum: ({ each }) => each.kind === 'share',
};
