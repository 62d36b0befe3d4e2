/** Whether anything could be scored at all, and if not, why: nothing may end in a green tick with nobody ranked. */
import type { CheckId } from '../messages/check-ids.ts';
import { saysAnything, type Assessment } from '../read/assessment.ts';
import type { Scored } from './scored.ts';

/** A set is there and nothing to score by it: no unit, no figure of any, or figures on hidden sheets alone. */
export type NoData = 'no-unit' | 'no-figure' | 'hidden';

/** Why no unit has a rank. `several`: figures are there, but not by which set; `blocked`, `unranked`: so are all units. */
export type NothingRanked = NoData | 'no-set' | 'several' | 'blocked' | 'unranked';

/** Figures are there, only nobody knows by which set, of which unit, of which row: that is told where they stand. */
const TOLD: readonly CheckId[] = [
  'framework.several',
  'framework.maximum-missing',
  'unit.unknown',
  'row.unread',
  'column.unread',
];

/** @returns why a workbook with a set has nothing that could be scored; null where it has. */
export function noDataIn({ sets, units, entries, remarks }: Assessment): NoData | null {
  if (sets.length === 0) return null;
  const kinds = new Set(remarks.map(({ kind }) => kind));
  if (TOLD.some((kind) => kinds.has(kind))) return null;
  const figures = entries.some(({ readings }) => saysAnything(readings));
  if (units.length > 0 && figures) return null;
  if (kinds.has('sheet.hidden')) return 'hidden';
  return units.length === 0 ? 'no-unit' : 'no-figure';
}

/** @returns why no unit has a rank; null where one has. */
export function nothingRanked(assessment: Assessment, scored: Scored): NothingRanked | null {
  if (scored.rankings.some(({ ranking }) => ranking.some(({ rank }) => rank !== null))) return null;
  const why = noDataIn(assessment);
  if (why !== null) return why;
  if (assessment.remarks.some(({ kind }) => kind === 'framework.several') && scored.cards.length === 0)
    return 'several';
  if (assessment.sets.length === 0) return 'no-set';
  if (scored.cards.length === 0) return 'no-unit';
  return scored.cards.some(({ status }) => status === 'blocked') ? 'blocked' : 'unranked';
}
