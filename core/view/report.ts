/** All that a run leaves for the screens, as plain data: it can be kept as JSON and answers without the run being made again. */
import type { Language } from '../messages/index.ts';
import type { FindingsSource } from './findings.ts';
import type { Shown } from './outcome.ts';
import { rankingViews, type RankingView } from './ranking.ts';
import { settingsView, type SettingsView } from './settings.ts';
import { summaryView, type SummaryView } from './summary.ts';

export interface Report {
  /** Of the words that come ready; findings are put into words when they are asked for. */
  language: Language;
  summary: SummaryView;
  findings: FindingsSource;
  /** Whole, one a ranking group; one without items where nothing is ranked. */
  rankings: RankingView[];
  settings: SettingsView;
}

/** @returns the report of an outcome; JSON through and through. */
export function reportOf(shown: Shown, language: Language): Report {
  const sheets = shown.assessment.picture.sheets.map(({ name }) => ({ name }));
  let rankings: RankingView[] | null = null;
  return {
    language,
    summary: summaryView(shown, language),
    findings: { findings: shown.findings, assessment: { picture: { sheets } } },
    // The period before is scored for them: not before they are looked at.
    get rankings(): RankingView[] {
      return (rankings ??= rankingViews(shown, language));
    },
    settings: settingsView(shown.assessment),
  };
}
