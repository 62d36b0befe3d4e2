/** One ranking per group: ranked units, then unranked, then blocked ones. */
import type { Assessment, Group } from '../read/assessment.ts';
import { at } from '../workbook/at.ts';
import { settleBands } from './band-notes.ts';
import type { GroupRanking, RankedUnit, Scorecard, UnitStatus } from './scored.ts';
import type { SumContext } from './sums.ts';
import { compareKeys, compareNames, rankKeys } from './ties.ts';

const PLACE: Record<UnitStatus, number> = { ranked: 0, unranked: 1, blocked: 2 };

/** @returns the group's ranking. */
export function rankGroup(assessment: Assessment, group: Group, cards: Scorecard[], context: SumContext): GroupRanking {
  const keys = cards.map((card) => rankKeys(card, at(assessment.units, card.unit), context));
  keys.sort((x, y) => PLACE[x.card.status] - PLACE[y.card.status] || compareKeys(x, y) || compareNames(x, y));
  const { ties } = assessment.settings;
  let rank = 0;
  let tied = false;
  let place = 0;
  const places: (number | null)[] = [];
  const ranking: RankedUnit[] = keys.map((key, index) => {
    if (key.card.status !== 'ranked') {
      places.push(null);
      return { order: index + 1, rank: null, card: key.card };
    }
    const before = keys[index - 1];
    const equal = before !== undefined && compareKeys(before, key) === 0;
    if (equal) tied = true;
    else place = index + 1;
    places.push(place);
    if (ties === '1234' || (!equal && ties === '1224')) rank = index + 1;
    else if (!equal) rank += 1;
    return { order: index + 1, rank, card: key.card };
  });
  const blocked = keys.filter((key) => key.card.status === 'blocked').length;
  const own = keys.map(({ card }) => card);
  const bandNotes = settleBands(own, places, context.set, assessment.settings);
  return { group: group.index, ranking, blocked, tied, bandNotes };
}
