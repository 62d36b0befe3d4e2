/** One unit in full: every indicator with its points from each source, and how they came about. */
import { compare, roundHalfUp, sign, subtract, sum, toPlain, type Exact } from '../exact/exact.ts';
import type { Indicator } from '../framework/framework.ts';
import type { Language } from '../messages/index.ts';
import { bandNote } from '../score/band-notes.ts';
import { decimalsOf } from '../score/index.ts';
import { hasNoData, type EntryScore, type EntryState, type Scorecard } from '../score/scored.ts';
import { placeOf, printPlain, printPoints, type Place, type Shown } from './outcome.ts';
import { blockedWhy, fraction } from './ranking.ts';
import { explanationText } from './result.ts';
import { at } from '../workbook/at.ts';

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
  /** "−12,50": what is missing to the maximum, or was taken off; null where nothing is lost, or not known yet. */
  lost: string | null;
  explanation: string;
  /** The cell that decided, else the row's own. */
  source: Place | null;
}

export interface UnitView {
  name: string;
  status: Scorecard['status'];
  rank: number | null;
  points: string;
  maximum: string;
  share: string | null;
  band: string | null;
  /** Why it is no better one; "" where there is nothing to say. */
  bandNote: string;
  missing: number;
  why: string;
  /** Where most points are lost, the most first. */
  losses: UnitEntry[];
  /** `points`: "" where none are given; `maximum`: what can be reached there; `fraction`: the one of the other. */
  pillars: { code: string; name: string; points: string; maximum: string; fraction: number; entries: UnitEntry[] }[];
}

/** How many losses are told apart from the rest. */
const MOST = 5;

/** What the unit could have here: what is rescaled lies outside. */
function reachOf({ maximum, rescaledMaximum }: EntryScore): Exact {
  return subtract(maximum, rescaledMaximum);
}

/** Points lost against the figure that is printed; null where there are none to lose, or they are not known. */
function lossOf(entry: EntryScore, role: Indicator['role'], decimals: number): Exact | null {
  if (entry.official === null || (role !== 'points' && role !== 'penalty')) return null;
  const printed = roundHalfUp(entry.official, decimals);
  const lost = role === 'penalty' ? printed : subtract(reachOf(entry), printed);
  return sign(lost) > 0 ? lost : null;
}

/** With the set's decimals, and more where the maximum has them. */
function printLoss(lost: Exact, decimals: number, language: Language): string {
  const [, own = ''] = toPlain(lost).split('.');
  return `−${printPoints(lost, Math.max(decimals, own.length), language)}`;
}

/** @returns the unit's scorecard by pillar; null where the unit belongs to no ranking. */
export function unitView({ assessment, scored }: Shown, unit: number, language: Language): UnitView | null {
  for (const ranking of scored.rankings) {
    const ranked = ranking.ranking.find(({ card }) => card.unit === unit);
    if (ranked === undefined) continue;
    const { card, rank } = ranked;
    const set = at(assessment.sets, at(assessment.groups, ranking.group).set);
    const decimals = decimalsOf(assessment, set);
    // Of a unit that handed in nothing 0,00 would be a result.
    const isEmpty = hasNoData(card);
    const print = (value: Exact | null): string | null =>
      value === null ? null : printPoints(value, decimals, language);
    const losses: { lost: Exact; entry: UnitEntry }[] = [];
    const entryOf = (score: EntryScore): UnitEntry => {
      const { code, name, role } = at(set.indicators, score.indicator);
      const lost = isEmpty ? null : lossOf(score, role, decimals);
      const entry: UnitEntry = {
        code,
        name,
        state: score.state,
        self: print(score.self),
        calculated: print(score.calculated),
        verified: print(score.verified),
        official: isEmpty ? null : print(score.official),
        maximum: score.blockedBy === 'maximum' ? null : printPlain(score.maximum, language),
        lost: lost === null ? null : printLoss(lost, decimals, language),
        explanation: isEmpty ? '' : explanationText(score, language),
        source: placeOf(assessment, score.source ?? score.entry?.codeAt ?? null),
      };
      if (lost !== null) losses.push({ lost, entry });
      return entry;
    };
    const pillars = set.pillars.map(({ code, name, indicators }) => {
      const entries = indicators.map((index) => at(card.entries, index));
      const points = card.pillars[code] ?? null;
      const reach = sum(
        entries.filter(({ indicator }) => at(set.indicators, indicator).role === 'points').map(reachOf),
      );
      return {
        code,
        name,
        points: isEmpty ? '—' : (print(points) ?? ''),
        maximum: printPlain(reach, language),
        fraction: points === null ? 0 : fraction(points, reach),
        entries: entries.map(entryOf),
      };
    });
    return {
      name: at(assessment.units, unit).name,
      status: card.status,
      rank,
      points: isEmpty ? '—' : printPoints(card.points ?? card.provisional, decimals, language),
      maximum: printPlain(card.maximum, language),
      share: print(card.share),
      band: card.band,
      bandNote: bandNote(card, language),
      missing: card.missing,
      why: blockedWhy(card, language),
      losses: losses
        .sort((x, y) => compare(y.lost, x.lost))
        .slice(0, MOST)
        .map(({ entry }) => entry),
      pillars,
    };
  }
  return null;
}
