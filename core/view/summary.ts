/** What a run is about, before and after: the set, the period, the groups, what will be written, the counts. */
import type { Severity } from '../check/finding.ts';
import { say, type Language } from '../messages/index.ts';
import { checkName } from '../messages/check-names.ts';
import { countFindings, nameFor, ownSheetNames } from '../write/index.ts';
import { userMark } from '../read/mark.ts';
import { rankingMark, writtenRankingMark } from '../write/state.ts';
import { setTitles } from '../write/stamp.ts';
import { nothingRanked, type NothingRanked } from '../score/nothing.ts';
import { isBare } from '../workbook/bare.ts';
import type { Shown } from './outcome.ts';
import { recognisedView, type RecognisedView } from './recognised.ts';

export interface SummaryView {
  /** null: no index set was found. */
  set: { title: string; illustrative: boolean } | null;
  period: string | null;
  /** All periods that the data name: what a person may choose. */
  periods: string[];
  groups: { name: string; units: number; ranked: number; blocked: number }[];
  counts: Record<Severity | 'waived', number>;
  /** Values that are missing and count 0, over all units. */
  missing: number;
  /** Names of the sheets that a score writes. */
  writes: string[];
  /** The ranking that stands in the workbook: none, made from what stands there now, or from something else. */
  ranking: 'none' | 'current' | 'old';
  /** `name`: number and short name of the check. */
  notRun: { id: string; name: string; why: string }[];
  recognised: RecognisedView;
  /** The workbook is as good as new: a sample may be offered. */
  bare: boolean;
  /** Why no unit has a rank, for the panes to put into words; null where one has. */
  nothing: NothingRanked | null;
}

function rankingState({ assessment, findings }: Shown): SummaryView['ranking'] {
  const mark = writtenRankingMark(assessment.picture);
  if (mark === null) return 'none';
  return mark === rankingMark(userMark(assessment.picture), findings) ? 'current' : 'old';
}

/** @returns the outcome in a few figures. */
export function summaryView(shown: Shown, language: Language): SummaryView {
  const { assessment, scored } = shown;
  const { picture } = assessment;
  const existing = picture.sheets.map(({ name }) => name);
  const ours = ownSheetNames(picture);
  const sheets = scored.rankings.length > 0 ? (['ranking', 'details', 'findings'] as const) : (['findings'] as const);
  return {
    set:
      assessment.sets.length === 0
        ? null
        : { title: setTitles(assessment, language), illustrative: assessment.sets.some((set) => set.illustrative) },
    period: assessment.period ?? assessment.settings.period,
    periods: [...assessment.periods],
    groups: scored.rankings.map((ranking) => ({
      name: assessment.groups[ranking.group]?.name ?? '',
      units: ranking.ranking.length,
      ranked: ranking.ranking.filter(({ rank }) => rank !== null).length,
      blocked: ranking.blocked,
    })),
    counts: countFindings(shown.findings),
    missing: scored.cards.reduce((count, card) => count + card.missing, 0),
    writes: sheets.map((sheet) => nameFor(sheet, existing, ours)),
    ranking: rankingState(shown),
    bare: isBare(picture, new Set(ours)),
    nothing: nothingRanked(assessment, scored),
    notRun: shown.notRun.map(({ id, why }) => ({ id, name: checkName(id, language), why: say(why, language) })),
    recognised: recognisedView(shown, language),
  };
}
