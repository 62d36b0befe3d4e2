/** `Cộng: …`: the sum over the labels named. */
import { sum } from '../../exact/exact.ts';
import { chosen, hasShares, labelFaults } from './choice.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { pointsOf } from './points.ts';
import { missing, scored, type Part, type Task } from './result.ts';
import type { Labelled } from './rule.ts';

/** Scores the labels named; none named (but answered) is 0. */
function scoreParts(options: Labelled[], task: Task): Part {
  if (!Array.isArray(task.inputs.labels)) return missing();
  const found = chosen(options, task.inputs.labels);
  const amounts = found.map((option) => pointsOf(option.points, task.maximum));
  const named = found.map(({ label }, at) => (at === 0 ? label : ` + ${label}`));
  return scored(sum(amounts), task, named.length === 0 ? ['0'] : named);
}

export const parts: RuleKind<OfKind<'parts'>> = {
  score: ({ options }, task) => scoreParts(options, task),
  faults: ({ options }, maximum) => labelFaults(options, maximum, true),
  needsMaximum: ({ options }) => hasShares(options),
};
