/** `Tổng: [a/b] x 45 + [c x 1] x 5`: parts scored on their own maxima, added. */
import { ZERO, compare, minOf, sum, type Exact } from '../../exact/exact.ts';
import { decimal, fault } from './faults.ts';
import type { OfKind, RuleKind, Score } from './kind.ts';
import { NOTHING, type Explained, type Part, type Piece, type Task } from './result.ts';
import type { Rule } from './rule.ts';

/** @returns the path of a part below `path`. */
export function below(path: string, at: number): string {
  return path === '' ? String(at) : `${path}.${at}`;
}

/** What explains several parts, with a sign between them. */
export function joined(parts: Part[], between: string): Explained {
  const shown = parts.filter(({ pieces }) => pieces.length > 0);
  const pieces: Piece[] = shown.flatMap((one, at) => [...(at === 0 ? [] : [between]), '[', ...one.pieces, ']']);
  return { pieces, notes: parts.flatMap(({ notes }) => notes) };
}

/** The result of a whole whose parts hinder it; null where none does. */
export function hindered(results: Part[]): Part | null {
  const base = { points: null, dropped: ZERO, rescaled: ZERO, notArising: results.some((result) => result.notArising) };
  for (const why of ['missing', 'ask'] as const) {
    const found = results.filter((result) => result.why === why);
    if (found.length > 0) return { ...base, why, pieces: NOTHING, notes: found.flatMap(({ notes }) => notes) };
  }
  return null;
}

/** Adds the parts. What does not arise takes its own maximum with it. */
function scoreComposite(parts: { rule: Rule; maximum: Exact }[], task: Task, score: Score): Part {
  const results = parts.map((part, at) =>
    score(part.rule, { ...task, maximum: part.maximum, path: below(task.path, at) }),
  );
  const stopped = hindered(results);
  if (stopped !== null) return stopped;
  const counted = results.flatMap((result) => (result.points === null ? [] : [result.points]));
  const notArising = results.some((result) => result.notArising);
  if (counted.length === 0) {
    const why = results.every((result) => result.why === 'rescaled') ? 'rescaled' : 'dropped';
    const whole = {
      dropped: why === 'dropped' ? task.maximum : ZERO,
      rescaled: why === 'rescaled' ? task.maximum : ZERO,
    };
    return { points: null, why, notArising, ...whole, ...joined(results.slice(0, 1), '') };
  }
  const points = minOf(sum(counted), task.maximum);
  const { pieces, notes } = joined(results, ' + ');
  return {
    points,
    why: 'scored',
    notArising,
    dropped: minOf(sum(results.map((result) => result.dropped)), task.maximum),
    rescaled: minOf(sum(results.map((result) => result.rescaled)), task.maximum),
    pieces: task.explains ? [...pieces, pieces.length === 0 ? '' : ' = ', { points }] : NOTHING,
    notes,
  };
}

export const composite: RuleKind<OfKind<'composite'>> = {
  score: ({ parts }, task, score) => scoreComposite(parts, task, score),
  faults: ({ parts }, maximum, { faults }) => {
    const total = sum(parts.map((part) => part.maximum));
    const args = { points: decimal(total), maximum: decimal(maximum) };
    return [
      ...(compare(total, maximum) === 0 ? [] : [fault('parts-sum', args)]),
      ...parts.flatMap((part) => faults(part.rule, part.maximum)),
    ];
  },
  // Each part has its own.
  needsMaximum: () => false,
  inside: ({ parts }) => parts.map(({ rule }, at) => ({ rule, at })),
};
