/** `Mức …`: the first band that holds. */
import { ONE, ZERO, divide, multiply } from '../../exact/exact.ts';
import { holds, printCondition } from './condition.ts';
import { pointsOf } from './points.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { BandRow, Quantity } from './rule.ts';
import { goalPieces } from './threshold.ts';

/** Scores q by the first band that holds; outside every band 0 (such a rule is reported). */
export function scoreBands(quantity: Quantity, rows: BandRow[], task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task) as Part;
  const row = rows.find((candidate) => holds(candidate, q));
  if (row === undefined) return scored(ZERO, task, () => operandPieces(quantity, task.inputs));
  const { points } = row;
  if (points.kind === 'proportional') {
    return scored(divide(multiply(task.maximum, q), points.over ?? ONE), task, () => [
      ...operandPieces(quantity, task.inputs),
      ' × ',
      task.maximum,
      ...(points.over === null ? [] : [' / ', ...goalPieces(quantity, points.over)]),
    ]);
  }
  return scored(pointsOf(points, task.maximum), task, () => [
    ...operandPieces(quantity, task.inputs),
    ` (${printCondition(row)})`,
  ]);
}
