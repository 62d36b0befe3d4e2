/** `a/b đạt 80%`: everything from the goal on, in proportion below it. */
import { compare, divide, exact, multiply, type Exact } from '../../exact/exact.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { isShare, work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Piece, type Task } from './result.ts';
import type { Quantity } from './rule.ts';

/** A goal as it is shown: a percentage for shares. */
export function goalPieces(quantity: Quantity, goal: Exact): Piece[] {
  return isShare(quantity) ? [multiply(goal, exact(100)), '%'] : [goal];
}

/** Scores q against the goal. */
function scoreThreshold(quantity: Quantity, goal: Exact, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const shown = task.explains && operandPieces(quantity, task.inputs);
  if (compare(q, goal) >= 0)
    return scored(task.maximum, task, shown && [...shown, ' ≥ ', ...goalPieces(quantity, goal)]);
  return scored(
    divide(multiply(task.maximum, q), goal),
    task,
    shown && [...shown, ' × ', task.maximum, ' / ', ...goalPieces(quantity, goal)],
  );
}

export const threshold: RuleKind<OfKind<'threshold'>> = {
  score: ({ quantity, goal }, task) => scoreThreshold(quantity, goal, task),
  faults: () => [],
  needsMaximum: () => true,
};
