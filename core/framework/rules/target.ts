/** `Chỉ tiêu 80%: a/b`: half of the points at the target, all of them for the best unit of the ranking group above it. */
import { add, compare, divide, exact, multiply, subtract, type Exact } from '../../exact/exact.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { work } from './quantity.ts';
import { missing, operandPieces, scored, without, type Part, type Task } from './result.ts';
import { bestNotes } from './relative.ts';
import type { Quantity } from './rule.ts';
import { goalPieces } from './threshold.ts';

const TWO = exact(2);

/** Below the target max × q / 2T, at it max / 2, above it max / 2 and as much again for the best. */
function scoreTarget(quantity: Quantity, goal: Exact, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const { maximum, explains } = task;
  const half = divide(maximum, TWO);
  const own = explains ? operandPieces(quantity, task.inputs) : [];
  const at = goalPieces(quantity, goal);
  // At the target both ways give half.
  if (compare(q, goal) <= 0)
    return scored(divide(multiply(half, q), goal), task, explains && [...own, ' × ', maximum, ' / (2 × ', ...at, ')']);
  const best = task.context.best[task.path] ?? null;
  if (best === null) return missing();
  const top = goalPieces(quantity, best);
  return scored(
    add(half, divide(multiply(half, subtract(q, goal)), subtract(best, goal))),
    task,
    explains && [maximum, ' × (1/2 + (', ...own, ' – ', ...at, ') / (2 × (', ...top, ' – ', ...at, ')))'],
    bestNotes(task),
  );
}

export const target: RuleKind<OfKind<'target'>> = {
  score: ({ quantity, goal }, task) => scoreTarget(quantity, goal, task),
  faults: () => [],
  needsMaximum: () => true,
};
