/** `a/cao nhất`: against the best unit of the ranking group. */
import { ZERO, divide, multiply, sign } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { work } from './quantity.ts';
import { missing, operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { Quantity } from './rule.ts';

/** @returns what is said while a unit of the group lacks its q. */
export function bestNotes({ context }: Task): Message[] {
  return context.bestIncomplete ? [{ id: 'rule.explain.best-incomplete', args: {} }] : [];
}

/** Scores max × q / largest q; where all have 0, all get 0. */
function scoreRelative(quantity: Quantity, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const best = task.context.best[task.path] ?? null;
  if (best === null) return missing();
  const notes = bestNotes(task);
  if (sign(best) <= 0) return scored(ZERO, task, ['0 × ', task.maximum], notes);
  return scored(
    divide(multiply(task.maximum, q), best),
    task,
    task.explains && [...operandPieces(quantity, task.inputs), ' / ', best, ' × ', task.maximum],
    notes,
  );
}

export const relative: RuleKind<OfKind<'relative'>> = {
  score: ({ quantity }, task) => scoreRelative(quantity, task),
  faults: () => [],
  needsMaximum: () => true,
};
