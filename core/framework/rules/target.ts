/** `Chỉ tiêu 80%: a/b`: half of the points at the target, all of them for the best unit of the ranking group above it. */
import { ONE, add, compare, divide, exact, multiply, subtract, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { compareHighest } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { work } from './quantity.ts';
import { missing, operandPieces, scored, without, type Part, type Piece, type Task } from './result.ts';
import type { Quantity } from './rule.ts';
import { goalPieces } from './threshold.ts';

const TWO = exact(2);

/** Below the target max × q / 2T, at it max / 2, above it max / 2 and as much again for the best. */
function scoreTarget(quantity: Quantity, goal: Exact, task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const { maximum } = task;
  const half = divide(maximum, TWO);
  const shown = (...pieces: Piece[]): Piece[] | false =>
    task.explains && [...operandPieces(quantity, task.inputs), ...pieces];
  const of = (value: Exact): Piece[] => goalPieces(quantity, value);
  const side = compare(q, goal);
  if (side < 0)
    return scored(divide(multiply(half, q), goal), task, shown(' × ', maximum, ' / (2 × ', ...of(goal), ')'));
  if (side === 0) return scored(half, task, shown(' = ', ...of(goal), ' → ', maximum, ' / 2'));
  const best = task.context.best[task.path] ?? null;
  if (best === null) return missing();
  const beyond = divide(subtract(q, goal), subtract(best, goal));
  const notes: Message[] = task.context.bestIncomplete ? [{ id: 'rule.explain.best-incomplete', args: {} }] : [];
  const working = [' – ', ...of(goal), ') / (2 × (', ...of(best), ' – ', ...of(goal), ')))'];
  return scored(
    add(half, multiply(half, beyond)),
    task,
    task.explains && [maximum, ' × (1/2 + (', ...operandPieces(quantity, task.inputs), ...working],
    notes,
  );
}

/** Whether q cannot be more than 1: the part of a whole. */
function isPart(quantity: Quantity): boolean {
  return quantity.op === '/' && !quantity.target && quantity.left.op === 'input' && quantity.right.op === 'input';
}

export const target: RuleKind<OfKind<'target'>> = {
  score: ({ quantity, goal }, task) => scoreTarget(quantity, goal, task),
  // Nobody can be above such a target, so that nobody can have more than half.
  faults: ({ quantity, goal }, maximum) =>
    isPart(quantity) && compare(goal, ONE) >= 0 ? compareHighest(divide(maximum, TWO), maximum, '') : [],
  needsMaximum: () => true,
};
