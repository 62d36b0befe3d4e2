/** `Mức …`: the first band that holds. */
import { ONE, ZERO, compare, divide, multiply, sum, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { holds, printCondition } from './condition.ts';
import { compareHighest, fault, highest } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { pointsOf } from './points.ts';
import { work } from './quantity.ts';
import { operandPieces, scored, without, type Part, type Task } from './result.ts';
import type { BandRow, Bound, Quantity } from './rule.ts';
import { goalPieces } from './threshold.ts';

/** Scores q by the first band that holds; outside every band 0 (such a rule is reported). */
function scoreBands(quantity: Quantity, rows: BandRow[], task: Task): Part {
  const q = work(quantity, task.inputs);
  if (typeof q === 'string') return without(q, quantity, task);
  const row = rows.find((candidate) => holds(candidate, q));
  const shown = task.explains && operandPieces(quantity, task.inputs);
  if (row === undefined) return scored(ZERO, task, shown);
  const { points } = row;
  if (points.kind !== 'proportional')
    return scored(pointsOf(points, task.maximum), task, shown && [...shown, ` (${printCondition(row)})`]);
  const over = points.over === null ? [] : [' / ', ...goalPieces(quantity, points.over)];
  return scored(
    divide(multiply(task.maximum, q), points.over ?? ONE),
    task,
    shown && [...shown, ' × ', task.maximum, ...over],
  );
}

/** Values around every end of every band: enough to see which bands can hold, since bands are unions of what lies between ends. */
function probes(rows: BandRow[]): Exact[] {
  const ends = rows.flatMap(({ from, to }) => [from, to]).filter((bound): bound is Bound => bound !== null);
  const values = [ZERO, ...ends.map((bound) => bound.value)].sort(compare);
  const between = values.slice(1).map((value, at) => multiply(sum([value, values[at] ?? ZERO]), { n: 1, d: 2 }));
  const last = values[values.length - 1] ?? ZERO;
  return [...values, ...between, sum([last, ONE])].filter((value) => compare(value, ZERO) >= 0);
}

function bandFaults(quantity: Quantity, rows: BandRow[], maximum: Exact): Message[] {
  const faults: Message[] = [];
  const values = probes(rows).filter((value) => quantity.op !== 'rate' || compare(value, ONE) <= 0);
  const taken = values.map((value) => rows.findIndex((row) => holds(row, value)));
  const rest = rows.some((row) => row.from === null && row.to === null);
  rows.forEach((row, at) => {
    const isRest = row.from === null && row.to === null;
    // A còn lại that is left with nothing is harmless unless something stands behind it.
    if (!taken.includes(at) && !isRest) faults.push(fault('never', { condition: printCondition(row) }));
  });
  if (!rest) faults.push(fault('no-rest'));
  const amounts = rows.map(({ points }) => (points.kind === 'proportional' ? null : pointsOf(points, maximum)));
  const proportional = rows.some((row, at) => {
    if (row.points.kind !== 'proportional') return false;
    const over = row.points.over ?? ONE;
    return (
      values.some((value, index) => taken[index] === at && compare(value, over) >= 0) ||
      row.to === null ||
      compare(row.to.value, over) >= 0
    );
  });
  const fixed = highest(amounts.flatMap((amount) => (amount === null ? [] : [amount])));
  if (compare(fixed, maximum) > 0 || !proportional) faults.push(...compareHighest(fixed, maximum, ''));
  return faults;
}

export const bands: RuleKind<OfKind<'bands'>> = {
  score: ({ quantity, rows }, task) => scoreBands(quantity, rows, task),
  faults: ({ quantity, rows }, maximum) => bandFaults(quantity, rows, maximum),
  needsMaximum: ({ rows }) => rows.some(({ points }) => points.kind !== 'points'),
};
