/** `Chọn: …`: the points of the one label chosen. */
import { compare, isZero, sum, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { foldName } from '../../workbook/text.ts';
import { compareHighest, fault, highest } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { pointsOf } from './points.ts';
import { missing, scored, type Part, type Task } from './result.ts';
import type { Labelled } from './rule.ts';

/** Folding a label costs more than scoring it, and a rule is scored for every unit. */
const FOLDED = new WeakMap<Labelled[], Map<string, Labelled>>();

/** @returns the options by folded label; of equal labels the first. */
export function byName(options: Labelled[]): Map<string, Labelled> {
  let names = FOLDED.get(options);
  if (names === undefined) {
    names = new Map();
    for (const option of options) {
      const name = foldName(option.label);
      if (!names.has(name)) names.set(name, option);
    }
    FOLDED.set(options, names);
  }
  return names;
}

/** @returns the options named, each once, in the rule's order. */
export function chosen(options: Labelled[], labels: string[]): Labelled[] {
  const wanted = new Set(labels.map(foldName));
  return [...byName(options)].filter(([name]) => wanted.has(name)).map(([, option]) => option);
}

/** Scores the label chosen. */
function scoreChoice(options: Labelled[], task: Task): Part {
  const found = Array.isArray(task.inputs.labels) ? chosen(options, task.inputs.labels) : [];
  const [option] = found;
  if (option === undefined || found.length !== 1) return missing();
  return scored(pointsOf(option.points, task.maximum), task, [option.label]);
}

/** @returns faults of labels; `added`: all of them may hold at once. */
export function labelFaults(options: Labelled[], maximum: Exact, added: boolean): Message[] {
  const faults: Message[] = [];
  const seen = new Set<string>();
  for (const { label } of options) {
    const folded = foldName(label);
    if (seen.has(folded)) faults.push(fault('equal-labels', { label }));
    seen.add(folded);
  }
  const amounts = options.map((option) => pointsOf(option.points, maximum));
  if (added) return [...faults, ...compareHighest(sum(amounts), maximum, '')];
  const reached = highest(amounts);
  const top = options[amounts.findIndex((amount) => compare(amount, reached) === 0)]?.label ?? '';
  return [...faults, ...compareHighest(reached, maximum, top)];
}

/** @returns whether labels give shares of a maximum. */
export function hasShares(options: Labelled[]): boolean {
  return options.some(({ points }) => points.kind === 'share' && !isZero(points.value));
}

export const choice: RuleKind<OfKind<'choice'>> = {
  score: ({ options }, task) => scoreChoice(options, task),
  faults: ({ options }, maximum) => labelFaults(options, maximum, false),
  needsMaximum: ({ options }) => hasShares(options),
};
