/** What a list says of a ranked unit, in words. Apart from the ranking, so that a pane can carry it without the core. */
import type { Under } from '../messages/ids.ts';
import type { RankingItem } from './ranking.ts';

export interface RankingLines {
  /** "Hạng 3, đồng hạng", or why there is none. */
  rank: string;
  /** Points, share, band, what is missing and why there is no rank, in one line. */
  facts: string;
  /** Points by pillar, for those who can't see the bar. */
  pieces: string;
}

/** @param word words of the pane by id without `pane.`, in the reader's language. */
export function rankingLines(
  item: RankingItem,
  word: (id: Under<'pane.'>, args?: Record<string, string | number>) => string,
): RankingLines {
  const { status, points, maximum } = item;
  const rank =
    item.rank === null ? word(status === 'blocked' ? 'blocked' : 'unranked') : word('rank', { rank: item.rank });
  const facts = [
    points === '—' ? '' : word(status === 'blocked' ? 'provisional-of' : 'points-of', { points, maximum }),
    item.share === null ? '' : word('share', { share: item.share }),
    item.band ?? '',
    item.missing > 0 ? word('missing-short', { count: item.missing }) : '',
    item.why,
  ];
  return {
    rank: item.tied ? `${rank}, ${word('tied')}` : rank,
    facts: facts.filter((fact) => fact !== '').join(' · '),
    pieces: item.pieces.map(({ name, points: own }) => word('piece', { name, points: own })).join('; '),
  };
}
