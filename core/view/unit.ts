/** One unit in full: every indicator with its points from each source, and how they came about. */
import { sign, divide, toNumber, type Exact } from '../exact/exact.ts';
import type { Language } from '../messages/index.ts';
import { decimalsOf } from '../score/index.ts';
import { hasNoData, type EntryState, type Scorecard } from '../score/scored.ts';
import { placeOf, printPlain, printPoints, type Place, type Shown } from './outcome.ts';
import { blockedWhy } from './ranking.ts';
import { explanationText } from './result.ts';

export interface UnitEntry {
  code: string;
  name: string;
  state: EntryState;
  /** Printed; null = not there. */
  self: string | null;
  calculated: string | null;
  verified: string | null;
  official: string | null;
  maximum: string | null;
  explanation: string;
  /** The cell that decided, else the row's own. */
  source: Place | null;
  /** official ÷ maximum, for the bar. */
  fraction: number;
}

export interface UnitView {
  unit: number;
  name: string;
  code: string | null;
  group: string;
  status: Scorecard['status'];
  rank: number | null;
  points: string;
  maximum: string;
  share: string | null;
  band: string | null;
  missing: number;
  why: string;
  pillars: { code: string; name: string; points: string; entries: UnitEntry[] }[];
}

function part(value: Exact | null, whole: Exact): number {
  if (value === null || sign(value) <= 0 || sign(whole) <= 0) return 0;
  return Math.min(1, toNumber(divide(value, whole)));
}

/** @returns the unit's scorecard by pillar; null where the unit belongs to no ranking. */
export function unitView(shown: Shown, unit: number, language: Language): UnitView | null {
  const { assessment, scored } = shown;
  for (const ranking of scored.rankings) {
    const ranked = ranking.ranking.find(({ card }) => card.unit === unit);
    if (ranked === undefined) continue;
    const group = assessment.groups[ranking.group]!;
    const set = assessment.sets[group.set]!;
    const decimals = decimalsOf(assessment, set);
    const { card } = ranked;
    const print = (value: Exact | null): string | null =>
      value === null ? null : printPoints(value, decimals, language);
    const entry = (at: number): UnitEntry[] => {
      const scoredEntry = card.entries.find((one) => one.indicator === at);
      const indicator = set.indicators[at];
      if (scoredEntry === undefined || indicator === undefined) return [];
      return [
        {
          code: indicator.code,
          name: indicator.name,
          state: scoredEntry.state,
          self: print(scoredEntry.self),
          calculated: print(scoredEntry.calculated),
          verified: print(scoredEntry.verified),
          official: print(scoredEntry.official),
          maximum: scoredEntry.blockedBy === 'maximum' ? null : printPlain(scoredEntry.maximum, language),
          explanation: explanationText(scoredEntry, language),
          source: placeOf(assessment, scoredEntry.source ?? scoredEntry.entry?.codeAt ?? null),
          fraction: part(scoredEntry.official, scoredEntry.maximum),
        },
      ];
    };
    const own = assessment.units[unit]!;
    return {
      unit,
      name: own.name,
      code: own.code,
      group: group.name,
      status: card.status,
      rank: ranked.rank,
      points: hasNoData(card) ? '—' : printPoints(card.points ?? card.provisional, decimals, language),
      maximum: printPlain(card.maximum, language),
      share: print(card.share),
      band: card.band,
      missing: card.missing,
      why: blockedWhy(card, language),
      pillars: set.pillars.map((pillar) => ({
        code: pillar.code,
        name: pillar.name,
        points: print(card.pillars[pillar.code] ?? null) ?? '',
        entries: pillar.indicators.flatMap(entry),
      })),
    };
  }
  return null;
}
