/** `Trừ: a x 5`: what is lost of the maximum. */
import { multiply, subtract } from '../../exact/exact.ts';
import { aboveMaximum } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { pointsOf } from './points.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { Points, Quantity } from './rule.ts';

/** Scores max − q × đ. */
function scoreDeduction(quantity: Quantity, each: Points, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const amount = pointsOf(each, task.maximum);
  return scored(
    subtract(task.maximum, multiply(q, amount)),
    task,
    task.explains && [task.maximum, ' – ', ...operandPieces(quantity, task.inputs), ' × ', amount],
  );
}

export const deduction: RuleKind<OfKind<'deduction'>> = {
  score: ({ quantity, each }, task) => scoreDeduction(quantity, each, task),
  faults: ({ each }, maximum) => aboveMaximum(pointsOf(each, maximum), maximum),
  needsMaximum: () => true,
};
