/** `Chọn: …`: the points of the one label chosen. */
import { foldName } from '../../workbook/text.ts';
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
export function scoreChoice(options: Labelled[], task: Task): Part {
  const found = Array.isArray(task.inputs.labels) ? chosen(options, task.inputs.labels) : [];
  const [option] = found;
  if (option === undefined || found.length !== 1) return missing();
  return scored(pointsOf(option.points, task.maximum), task, () => [option.label]);
}
