/** `a/b`: max × q. */
import { multiply } from '../../exact/exact.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { Quantity } from './rule.ts';

/** Scores q as a share of the maximum. */
function scoreRatio(quantity: Quantity, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  return scored(
    multiply(task.maximum, q),
    task,
    task.explains && [...operandPieces(quantity, task.inputs), ' × ', task.maximum],
  );
}

export const ratio: RuleKind<OfKind<'ratio'>> = {
  score: ({ quantity }, task) => scoreRatio(quantity, task),
  faults: () => [],
  needsMaximum: () => true,
};
