/** The one primary button of each part: look, score, see the ranking. Apart from the core, so that a pane can carry it. */
import type { SummaryView } from '#core/view/summary';

export type Primary = 'check' | 'score' | 'to-score' | 'to-ranking' | 'to-findings' | 'open-ranking';

export interface PrimaryState {
  /** null: not checked yet. */
  summary: Pick<SummaryView, 'counts' | 'nothing' | 'ranking' | 'groups'> | null;
  /** The workbook is, or may be, another than was looked at, or another set or period was chosen since. */
  isStale: boolean;
}

/** @returns what is to be done next, seen from a part of the pane. */
export function primaryOf(part: 'check' | 'score' | 'ranking', { summary, isStale }: PrimaryState): Primary {
  const isFirst = part === 'score' ? 'score' : 'check';
  if (summary === null || isStale) return isFirst;
  const { nothing, groups, counts } = summary;
  // Nobody has a rank while their units have errors: scoring again would change nothing.
  if (nothing === 'blocked') return part === 'check' ? 'check' : 'to-findings';
  if (groups.length === 0 || (nothing !== null && nothing !== 'unranked')) return isFirst;
  if (summary.ranking === 'current') return part === 'ranking' ? 'open-ranking' : 'to-ranking';
  if (part === 'score') return 'score';
  return part === 'check' && counts.error > 0 ? 'check' : 'to-score';
}
