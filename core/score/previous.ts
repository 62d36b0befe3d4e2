/** Previous points and ranks where nobody typed them: those of an earlier period of the same workbook (docs/contract.md#periods). */
import type { Assessment, Unit } from '../read/assessment.ts';
import { foldLoose } from '../workbook/text.ts';
import type { RankedUnit, Scored } from './scored.ts';

/**
 * @param earlier the same workbook read for the period before, and its scores.
 * @returns the assessment with points and rank of that period at each unit that was ranked in it.
 */
export function withPrevious(assessment: Assessment, earlier: Assessment, { rankings }: Scored): Assessment {
  const before = new Map<string, RankedUnit | null>();
  for (const { ranking } of rankings)
    for (const ranked of ranking) {
      const unit = earlier.units[ranked.card.unit];
      if (unit === undefined) continue;
      const key = keyOf(unit);
      // Two units of one name: neither is certain.
      before.set(key, before.has(key) ? null : ranked);
    }
  const units = assessment.units.map((unit): Unit => {
    const ranked = before.get(keyOf(unit)) ?? null;
    if (ranked === null || ranked.card.status !== 'ranked') return unit;
    return { ...unit, previousPoints: ranked.card.points, previousRank: ranked.rank };
  });
  return { ...assessment, units };
}

/** @returns how many places the unit rose (below 0: fell) since the period before; null where either rank is not there. */
export function movedOf(rank: number | null, { previousRank }: Unit): number | null {
  return rank === null || previousRank === null ? null : previousRank - rank;
}

function keyOf({ code, name }: Unit): string {
  return `${code ?? ''}\n${foldLoose(name)}`;
}
