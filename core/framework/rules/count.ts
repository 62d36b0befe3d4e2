/** `a x 0,5`: so many points each. */
import { multiply } from '../../exact/exact.ts';
import { pointsOf } from './points.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { Points, Quantity } from './rule.ts';

/** Scores q × đ. */
export function scoreCount(quantity: Quantity, each: Points, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task) as Part;
  const amount = pointsOf(each, task.maximum);
  return scored(multiply(q, amount), task, () => [...operandPieces(quantity, task.inputs), ' × ', amount]);
}
