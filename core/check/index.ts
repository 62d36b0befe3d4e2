/** All checks, in the order of their ids (docs/contract.md#checks), and the one function that runs them. */
import type { Message } from '../messages/message.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import type { Scored } from '../score/scored.ts';
import { cellMerged } from './cell-merged.ts';
import { columnHidden } from './column-hidden.ts';
import { columnSeveral } from './column-several.ts';
import { columnUnread } from './column-unread.ts';
import { dataNone } from './data-none.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { evidencePlaceholder } from './evidence-placeholder.ts';
import { formulaError } from './formula-error.ts';
import { formulaReplaced } from './formula-replaced.ts';
import { frameworkCodeDuplicate } from './framework-code-duplicate.ts';
import { frameworkCodeEaten } from './framework-code-eaten.ts';
import { frameworkCodeOrphan } from './framework-code-orphan.ts';
import { frameworkGroupTotal } from './framework-group-total.ts';
import { frameworkMaximumMissing } from './framework-maximum-missing.ts';
import { frameworkNone } from './framework-none.ts';
import { frameworkRuleBands } from './framework-rule-bands.ts';
import { frameworkRuleUnreadable } from './framework-rule-unreadable.ts';
import { frameworkRulesProse } from './framework-rules-prose.ts';
import { frameworkSeveral } from './framework-several.ts';
import { frameworkTotal } from './framework-total.ts';
import { frameworkUnequalMaxima } from './framework-unequal-maxima.ts';
import { pointsAboveMaximum } from './points-above-maximum.ts';
import { pointsErrorCell } from './points-error-cell.ts';
import { pointsNegative } from './points-negative.ts';
import { pointsNotANumber } from './points-not-a-number.ts';
import { pointsSelfDiffers } from './points-self-differs.ts';
import { pointsTextNumber } from './points-text-number.ts';
import { pointsTotalDiffers } from './points-total-differs.ts';
import { pointsUncalculated } from './points-uncalculated.ts';
import { pointsVerifiedWithoutReason } from './points-verified-without-reason.ts';
import { rowHidden } from './row-hidden.ts';
import { rowIndicatorDuplicate } from './row-indicator-duplicate.ts';
import { rowIndicatorMissing } from './row-indicator-missing.ts';
import { rowIndicatorUnknown } from './row-indicator-unknown.ts';
import { rowMaximumDiffers } from './row-maximum-differs.ts';
import { rowStray } from './row-stray.ts';
import { rowSummary } from './row-summary.ts';
import { rowUnread } from './row-unread.ts';
import { settingsInvalid } from './settings-invalid.ts';
import { sheetHidden } from './sheet-hidden.ts';
import { tableUnread } from './table-unread.ts';
import { textFootnote } from './text-footnote.ts';
import { textInvisible } from './text-invisible.ts';
import { textLegacyEncoding } from './text-legacy-encoding.ts';
import { unitDuplicate } from './unit-duplicate.ts';
import { unitMissing } from './unit-missing.ts';
import { unitNameVariant } from './unit-name-variant.ts';
import { unitUnknown } from './unit-unknown.ts';
import { valueAmbiguousNumber } from './value-ambiguous-number.ts';
import { valueChoiceUnknown } from './value-choice-unknown.ts';
import { valueCopied } from './value-copied.ts';
import { valueDate } from './value-date.ts';
import { valueErrorCell } from './value-error-cell.ts';
import { valueFraction } from './value-fraction.ts';
import { valueMissing } from './value-missing.ts';
import { valueNegative } from './value-negative.ts';
import { valueNotANumber } from './value-not-a-number.ts';
import { valueNotArising } from './value-not-arising.ts';
import { valueOutlier } from './value-outlier.ts';
import { valuePartExceedsWhole } from './value-part-exceeds-whole.ts';
import { valuePercentScale } from './value-percent-scale.ts';
import { valueTextNumber } from './value-text-number.ts';
import { valueUncalculated } from './value-uncalculated.ts';
import type { Check, CheckInput, Finding } from './finding.ts';
import { CHECK_IDS, type CheckId } from '../messages/check-ids.ts';

const CHECKS: readonly Check[] = [
  frameworkNone,
  frameworkSeveral,
  dataNone,
  frameworkTotal,
  frameworkGroupTotal,
  frameworkCodeDuplicate,
  frameworkCodeEaten,
  frameworkCodeOrphan,
  frameworkRuleUnreadable,
  frameworkRuleBands,
  frameworkRulesProse,
  frameworkMaximumMissing,
  frameworkUnequalMaxima,
  settingsInvalid,
  unitDuplicate,
  unitUnknown,
  unitMissing,
  unitNameVariant,
  rowIndicatorUnknown,
  rowIndicatorMissing,
  rowIndicatorDuplicate,
  rowMaximumDiffers,
  rowHidden,
  sheetHidden,
  rowStray,
  columnUnread,
  columnSeveral,
  columnHidden,
  tableUnread,
  rowUnread,
  rowSummary,
  valueErrorCell,
  valueUncalculated,
  valueDate,
  valueAmbiguousNumber,
  valueNotANumber,
  valueNegative,
  valuePartExceedsWhole,
  valuePercentScale,
  valueChoiceUnknown,
  valueFraction,
  valueMissing,
  valueNotArising,
  valueTextNumber,
  valueOutlier,
  valueCopied,
  pointsErrorCell,
  pointsUncalculated,
  pointsNotANumber,
  pointsNegative,
  pointsAboveMaximum,
  pointsTextNumber,
  pointsSelfDiffers,
  pointsVerifiedWithoutReason,
  pointsTotalDiffers,
  evidenceMissing,
  evidencePlaceholder,
  textFootnote,
  textLegacyEncoding,
  textInvisible,
  cellMerged,
  formulaError,
  formulaReplaced,
];

/** Value and points checks: of these a cell has only the first in the order of the list. */
function isOfCell(id: CheckId): boolean {
  return id.startsWith('value.') || id.startsWith('points.');
}

const ORDER = new Map<CheckId, number>(CHECK_IDS.map((id, index) => [id, index]));

function cellKey(at: CellRef): number {
  return (at.sheet * 2097152 + at.row) * 32768 + at.column;
}

/** Puts one value or points finding on a cell, drops doubles, and leaves formula.error to cells no one else reports. */
function oneForACell(found: Finding[]): Finding[] {
  const taken = new Map<number, CheckId>();
  for (const one of found)
    if (one.at !== null && isOfCell(one.id)) {
      const key = cellKey(one.at);
      if (!taken.has(key)) taken.set(key, one.id);
    }
  const reported = new Set<number>();
  for (const one of found)
    if (one.at !== null && (isOfCell(one.id) || /^(?:framework|settings)\./.test(one.id)))
      reported.add(cellKey(one.at));
  const doubles = new Set<string>();
  return found.filter((one) => {
    if (one.at === null) return true;
    const key = cellKey(one.at);
    if (one.id === 'formula.error' && reported.has(key)) return false;
    if (isOfCell(one.id) && taken.get(key) !== one.id) return false;
    // Several groups of one list are told at the same header.
    const double = `${key} ${one.id} ${one.unit} ${one.indicator} ${String(one.message.args['group'] ?? '')}`;
    if (doubles.has(double)) return false;
    doubles.add(double);
    return true;
  });
}

function byPlace(left: Finding, right: Finding): number {
  if (left.at === null || right.at === null) {
    if (left.at !== right.at) return left.at === null ? -1 : 1;
  } else {
    const place = left.at.sheet - right.at.sheet || left.at.row - right.at.row || left.at.column - right.at.column;
    if (place !== 0) return place;
  }
  return ORDER.get(left.id)! - ORDER.get(right.id)!;
}

/** Runs all checks: findings by sheet, row, column and the order of the list, and the checks that could not run. */
export function check(
  assessment: Assessment,
  scored: Scored,
): { findings: Finding[]; notRun: { id: CheckId; why: Message }[] } {
  const input: CheckInput = { assessment, scored };
  const found: Finding[] = [];
  const notRun: { id: CheckId; why: Message }[] = [];
  for (const one of CHECKS) {
    const why = one.notRun?.(input) ?? null;
    if (why !== null) notRun.push({ id: one.id, why });
    // A check that lacks its column on some sheets still runs on the others.
    for (const made of one.run(input)) found.push(made);
  }
  return { findings: oneForACell(found).sort(byPlace), notRun };
}
