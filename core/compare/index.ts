/** compare: two runs → what differs, and what each difference does to points and ranks. Pure. */
import { decimalsOf } from '../score/index.ts';
import { compareCells } from './cells.ts';
import type { Comparison, Side } from './comparison.ts';
import { compareRankings } from './ranking.ts';
import { compareSets } from './set.ts';
import { compareSettings } from './settings.ts';
import { matchUnits } from './units.ts';

export type * from './comparison.ts';

function mostDecimals({ assessment }: Side): number {
  return Math.max(0, ...assessment.sets.map((set) => decimalsOf(assessment, set)));
}

/** @returns what differs between an old run and a new one. */
export function compareRuns(old: Side, now: Side): Comparison {
  const matched = matchUnits(old.assessment, now.assessment);
  return {
    decimals: Math.max(mostDecimals(old), mostDecimals(now)),
    set: compareSets(old.assessment, now.assessment),
    settings: compareSettings(old.assessment, now.assessment),
    added: matched.added,
    removed: matched.removed,
    cells: compareCells(old, now, matched),
    ranking: compareRankings(old, now, matched),
  };
}
