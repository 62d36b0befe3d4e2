/** The door of the core for a host: makes a run, knows what was read again, and lists what can be chosen. The desk answers what is asked of a run. */
import { builtInSet, builtInSets } from '../framework/sets/index.ts';
import type { Picture } from '../workbook/picture.ts';
import { userFingerprint } from '../write/index.ts';
import { ranOf } from './ran.ts';
import { outcomeOf, steps, type CommandOptions, type Step } from './score.ts';
import type { Ran } from './verb.ts';

/** As a host asks for a run: the index set by its id, null for the workbook's own; the period null for the settings' own. */
export interface RunOptions extends Pick<CommandOptions, 'language' | 'at' | 'version'> {
  period: string | null;
  set: string | null;
}

/** @returns the same with the set itself. */
export function optionsOf(options: RunOptions): CommandOptions {
  return { ...options, set: builtInSet(options.set) };
}

/** A run in steps: tells what comes next before it does it. @returns the run, to be kept for the desk. */
export function* running(picture: Picture, options: RunOptions): Generator<Step, Ran, void> {
  const chosen = optionsOf(options);
  return ranOf(picture, chosen, yield* steps(picture, chosen));
}

/** @returns the run made at another time: of the same picture everything but the stamp of its plan is the same. */
export function ranAt({ picture, options, outcome, report }: Ran, at: string): Ran {
  const then = { ...options, at };
  return { picture, options: then, outcome: outcomeOf(picture, then, outcome), report };
}

/** @returns the mark of what a run of this picture reads: another mark, another result. */
export function fingerprintOf(picture: Picture): string {
  return userFingerprint(picture);
}

/** @returns the built-in sets a person may choose from. */
export function setTitles(): { id: string; title: string }[] {
  return Object.entries(builtInSets).map(([id, make]) => ({ id, title: make().title }));
}
