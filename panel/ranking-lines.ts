/** What a list says of a ranked unit, in words. Apart from the ranking, so that a pane can carry it without the core. */
import type {} from './words/vi.ts';
import type { Under } from '#core/messages/ids';
import type { RankingItem } from '#core/view/ranking';
import type { UnitView } from '#core/view/unit';

/** Words of the pane by id without `pane.`, in the reader's language. */
type Word = (id: Under<'pane.'>, args?: Record<string, string | number>) => string;

/** @returns "Hạng 3", or why there is none. */
export function rankWords({ rank, status }: Pick<RankingItem, 'rank' | 'status'>, word: Word): string {
  return rank === null ? word(status === 'blocked' ? 'blocked' : 'unranked') : word('rank', { rank });
}

/** @returns "tăng 2 bậc"; "" where there is nothing to compare with. */
function movedWords(moved: number | null, word: Word): string {
  if (moved === null) return '';
  return moved === 0 ? word('moved-none') : word(moved > 0 ? 'moved-up' : 'moved-down', { count: Math.abs(moved) });
}

/** @returns points of the maximum, share, band and why it is no better one, change of rank and why there is none, in one line. */
export function standing(item: RankingItem | UnitView, word: Word): string {
  const { status, points, maximum, share, band, bandNote, missing, why } = item;
  const facts = [
    points === '—' ? '' : word(status === 'blocked' ? 'provisional-of' : 'points-of', { points, maximum }),
    share === null ? '' : word('share', { share }),
    band ?? '',
    bandNote,
    'moved' in item ? movedWords(item.moved, word) : '',
    missing > 0 && points !== '—' ? word('missing-short', { count: missing }) : '',
    why,
  ];
  return facts.filter((fact) => fact !== '').join(' · ');
}
