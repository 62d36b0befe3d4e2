/** `Cao nhất: …; …`: the highest of the parts, each on the whole maximum. */
import { ZERO, maxOf } from '../../exact/exact.ts';
import { below, hindered, joined } from './composite.ts';
import type { OfKind, RuleKind, Score } from './kind.ts';
import { NOTHING, type Part, type Task } from './result.ts';
import type { Rule } from './rule.ts';

/** Takes the highest; a part that is dropped is no candidate, and only if none is left the maximum goes too. */
function scoreBestOf(parts: Rule[], task: Task, score: Score): Part {
  const results = parts.map((part, at) => score(part, { ...task, path: below(task.path, at) }));
  const stopped = hindered(results);
  if (stopped !== null) return stopped;
  const counted = results.flatMap((result) => (result.points === null ? [] : [result.points]));
  const notArising = results.some((result) => result.notArising);
  const [first] = results;
  if (counted.length === 0 && first !== undefined) return first;
  const points = counted.reduce(maxOf, ZERO);
  const { pieces, notes } = joined(results, '; ');
  return {
    points,
    why: 'scored',
    notArising,
    dropped: ZERO,
    rescaled: ZERO,
    pieces: task.explains ? ['max ', ...pieces, ' = ', { points }] : NOTHING,
    notes,
  };
}

export const bestOf: RuleKind<OfKind<'best-of'>> = {
  score: ({ parts }, task, score) => scoreBestOf(parts, task, score),
  faults: ({ parts }, maximum, inside) => {
    const each = parts.map((part) => inside.faults(part, maximum));
    // One case that reaches the maximum is enough.
    const low = each.every((faults) => faults.some(({ id }) => id === 'rule.fault.below-maximum'));
    return each.flatMap((faults) => (low ? faults : faults.filter(({ id }) => id !== 'rule.fault.below-maximum')));
  },
  needsMaximum: ({ parts }, needs) => parts.some(needs),
  inside: ({ parts }) => parts.map((rule, at) => ({ rule, at })),
};
