/** Google ends a run after six minutes without a word, and nothing can be done afterwards: so we stop by ourselves before that. */
import { AddonError, isPassing } from './errors.ts';

const MINUTE = 60_000;

/** Each stage must have begun by then, counted from the call's start; what a stage takes at most lies between. */
const LATEST = {
  /** Reading, computing, filling the work sheets. */
  work: 4 * MINUTE,
  /** Bringing over: after this nothing can be taken back, so a minute and a half is kept for it. */
  decisive: 4.5 * MINUTE,
  /** What is nice to have. */
  finish: 5.25 * MINUTE,
} as const;

export type Stage = keyof typeof LATEST;

export interface Guard {
  /** Throws `time` where the stage must not begin any more. */
  check(stage: Stage): void;
  /** @returns whether there is time for one more step. */
  allows(stage: Stage): boolean;
}

/** @returns a guard that counts from now. */
export function newGuard(now: () => number = Date.now): Guard {
  const start = now();
  const allows = (stage: Stage): boolean => now() - start < LATEST[stage];
  return {
    allows,
    check(stage) {
      if (!allows(stage)) throw new AddonError('time');
    },
  };
}

/** Waits before the second and third try. */
const WAITS = [1_000, 3_000];

/** Does what may be done again without harm; passing failures of the service get two more tries, with growing waits. */
export function again<T>(guard: Guard, stage: Stage, work: () => T): T {
  for (let attempt = 0; ; attempt += 1) {
    guard.check(stage);
    try {
      return work();
    } catch (error) {
      const wait = WAITS[attempt];
      if (wait === undefined || !isPassing(error)) throw error;
      Utilities.sleep(wait);
    }
  }
}
