/** A comparison → plan: the sheet So sánh. Apart from what a score writes, so that the add-ins carry none of it. */
import { userMark } from '../read/mark.ts';
import { ownSheetNames } from '../workbook/own-sheets.ts';
import type { Plan } from '../workbook/plan.ts';
import { comparisonSheet, type ComparisonInput } from './comparison-sheet.ts';
import { ownPlan } from './own-plan.ts';
import { nameFor, stampLine } from './stamp.ts';
import { writtenRankingMark } from './state.ts';

interface ComparisonWrite extends Omit<ComparisonInput, 'stamp' | 'name'> {
  version: string;
  at: string;
}

/** @returns the plan that adds the sheet So sánh to the new workbook; the sheets of ours that it has stay as they are. */
export function writeComparison(input: ComparisonWrite): Plan {
  const { assessment, version, at, language } = input;
  const { picture } = assessment;
  const existing = picture.sheets.map((sheet) => sheet.name);
  const ours = ownSheetNames(picture);
  const stamp = stampLine(assessment, at, version, language);
  const sheet = comparisonSheet({ ...input, stamp, name: nameFor('comparison', existing, ours) });
  const [mark, ranking] = [userMark(picture), writtenRankingMark(picture)];
  return ownPlan([sheet], { picture, existing, ours, mark, ranking, at, version, language });
}
