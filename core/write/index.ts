/** Results → plan: everything our sheets show, decided before a host touches anything. */
import type { Finding } from '../check/finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Assessment } from '../read/assessment.ts';
import type { Scored } from '../score/scored.ts';
import type { Plan, SheetPlan } from '../workbook/plan.ts';
import { detailsSheet } from './details.ts';
import { findingsSheet } from './findings-sheet.ts';
import { rankingSheet } from './ranking.ts';
import { nameFor, stampLine } from './stamp.ts';
import { userMark } from '../read/mark.ts';
import { ownSheetNames } from '../workbook/own-sheets.ts';
import { ownPlan } from './own-plan.ts';
import { rankingMark, writtenRankingMark } from './state.ts';

export { countFindings } from './findings-sheet.ts';
export { nameFor, stampLine } from './stamp.ts';
export { userFingerprint, writeMark } from '../read/mark.ts';
export { isStamped, SHEET_NAMES, STAMP, STATE_SHEET } from '../workbook/stamp.ts';
export { ownSheetNames } from '../workbook/own-sheets.ts';

export interface WriteInput {
  assessment: Assessment;
  scored: Scored;
  findings: readonly Finding[];
  notRun: readonly { id: CheckId; why: Message }[];
  version: string;
  /** ISO time of the run. */
  at: string;
  language: Language;
  /** Write the findings sheet alone; the ranking stays as it is. */
  only?: 'findings';
  /** Names of all sheets of the workbook. */
  existing: readonly string[];
  /** Which of them are ours; by default those the picture shows to be: stamped and listed in the state sheet. */
  ours?: readonly string[];
}

/** @returns the plan: Xếp hạng, Chi tiết điểm, Kiểm tra and the hidden state sheet. Without any group only the last two. */
export function writePlan(input: WriteInput): Plan {
  const { assessment, scored, findings, notRun, version, at, language, existing } = input;
  const ours = input.ours ?? ownSheetNames(assessment.picture);
  const stamp = stampLine(assessment, at, version, language);
  const sheets: SheetPlan[] = [];
  const ranks = input.only !== 'findings' && scored.rankings.length > 0;
  if (ranks) {
    const result = { assessment, scored, language, stamp };
    sheets.push(rankingSheet({ ...result, name: nameFor('ranking', existing, ours) }));
    sheets.push(detailsSheet({ ...result, name: nameFor('details', existing, ours) }));
  }
  sheets.push(
    findingsSheet({ assessment, findings, notRun, language, stamp, name: nameFor('findings', existing, ours) }),
  );
  const { picture } = assessment;
  const mark = userMark(picture);
  const ranking = ranks ? rankingMark(mark, findings) : writtenRankingMark(picture);
  return ownPlan(sheets, { picture, existing, ours, mark, ranking, at, version, language });
}
