/** `Chọn: …`: the points of the one label chosen. */
import { foldName } from '../../workbook/text.ts';
import { pointsOf } from './points.ts';
import { missing, scored, type Part, type Task } from './result.ts';
import type { Labelled } from './rule.ts';

/** @returns the options named, each once, in the rule's order. */
export function chosen(options: Labelled[], labels: string[]): Labelled[] {
  const folded = new Set(labels.map(foldName));
  return options.filter((option, at) => {
    const name = foldName(option.label);
    return folded.has(name) && options.findIndex((other) => foldName(other.label) === name) === at;
  });
}

/** Scores the label chosen. */
export function scoreChoice(options: Labelled[], task: Task): Part {
  const found = Array.isArray(task.inputs.labels) ? chosen(options, task.inputs.labels) : [];
  const [option] = found;
  if (option === undefined || found.length !== 1) return missing();
  return scored(pointsOf(option.points, task.maximum), task, () => [option.label]);
}
