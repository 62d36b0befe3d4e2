/** All checks (docs/contract.md#checks), and the one function that runs them. */
import { CHECK_IDS, type CheckId } from '../messages/check-ids.ts';
import type { Message } from '../messages/message.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import type { Scored } from '../score/scored.ts';
import type { Check, Finding } from './finding.ts';
import { checkInput, type ReadPeriod } from './input.ts';
import { finding } from './make.ts';
import { NOTICED_CHECKS } from './noticed.ts';
import { READING_CHECKS } from './readings.ts';
import { cellMerged } from './cell-merged.ts';
import { columnHidden } from './column-hidden.ts';
import { columnSeveral } from './column-several.ts';
import { dataNone } from './data-none.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { evidencePlaceholder } from './evidence-placeholder.ts';
import { formulaError } from './formula-error.ts';
import { formulaReplaced } from './formula-replaced.ts';
import { frameworkGroupTotal } from './framework-group-total.ts';
import { frameworkMaximumMissing } from './framework-maximum-missing.ts';
import { frameworkNone } from './framework-none.ts';
import { frameworkRuleBands } from './framework-rule-bands.ts';
import { frameworkRuleUnreadable } from './framework-rule-unreadable.ts';
import { frameworkTotal } from './framework-total.ts';
import { frameworkUnequalMaxima } from './framework-unequal-maxima.ts';
import { pointsSelfDiffers } from './points-self-differs.ts';
import { pointsTotalDiffers } from './points-total-differs.ts';
import { pointsVerifiedWithoutReason } from './points-verified-without-reason.ts';
import { rowHidden } from './row-hidden.ts';
import { rowIndicatorMissing } from './row-indicator-missing.ts';
import { rowMaximumDiffers } from './row-maximum-differs.ts';
import { settingsInvalid } from './settings-invalid.ts';
import { textFootnote } from './text-footnote.ts';
import { textInvisible } from './text-invisible.ts';
import { textLegacyEncoding } from './text-legacy-encoding.ts';
import { unitMissing } from './unit-missing.ts';
import { valueCopied } from './value-copied.ts';
import { valueDecreased } from './value-decreased.ts';
import { valueFraction } from './value-fraction.ts';
import { valueMissing } from './value-missing.ts';
import { valueNotArising } from './value-not-arising.ts';
import { valueOutlier } from './value-outlier.ts';

/** By id; their order is that of CHECK_IDS. */
const CHECKS: Readonly<Record<CheckId, Check>> = {
  ...NOTICED_CHECKS,
  ...READING_CHECKS,
  'cell.merged': cellMerged,
  'column.hidden': columnHidden,
  'column.several': columnSeveral,
  'data.none': dataNone,
  'evidence.missing': evidenceMissing,
  'evidence.placeholder': evidencePlaceholder,
  'formula.error': formulaError,
  'formula.replaced': formulaReplaced,
  'framework.group-total': frameworkGroupTotal,
  'framework.maximum-missing': frameworkMaximumMissing,
  'framework.none': frameworkNone,
  'framework.rule-bands': frameworkRuleBands,
  'framework.rule-unreadable': frameworkRuleUnreadable,
  'framework.total': frameworkTotal,
  'framework.unequal-maxima': frameworkUnequalMaxima,
  'points.self-differs': pointsSelfDiffers,
  'points.total-differs': pointsTotalDiffers,
  'points.verified-without-reason': pointsVerifiedWithoutReason,
  'row.hidden': rowHidden,
  'row.indicator-missing': rowIndicatorMissing,
  'row.maximum-differs': rowMaximumDiffers,
  'settings.invalid': settingsInvalid,
  'text.footnote': textFootnote,
  'text.invisible': textInvisible,
  'text.legacy-encoding': textLegacyEncoding,
  'unit.missing': unitMissing,
  'value.copied': valueCopied,
  'value.decreased': valueDecreased,
  'value.fraction': valueFraction,
  'value.missing': valueMissing,
  'value.not-arising': valueNotArising,
  'value.outlier': valueOutlier,
};

/** Value and points checks: of these a cell has only the first in the order of the list. */
function isOfCell(id: CheckId): boolean {
  return id.startsWith('value.') || id.startsWith('points.');
}

const ORDER = new Map<CheckId, number>(CHECK_IDS.map((id, index) => [id, index]));
const placeOf = (id: CheckId): number => ORDER.get(id) ?? CHECK_IDS.length;

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
  return placeOf(left.id) - placeOf(right.id);
}

/** Runs all checks: findings by sheet, row, column and the order of the list, and the checks that could not run. */
export function check(
  assessment: Assessment,
  scored: Scored,
  earlier: ReadPeriod | null = null,
): { findings: Finding[]; notRun: { id: CheckId; why: Message }[] } {
  const input = checkInput(assessment, scored, earlier);
  const found: Finding[] = [];
  const notRun: { id: CheckId; why: Message }[] = [];
  for (const id of CHECK_IDS) {
    const { severity, notRun: lacks, run } = CHECKS[id];
    const why = lacks?.(input) ?? null;
    if (why !== null) notRun.push({ id, why: { id: `notrun.${why}`, args: {} } });
    // A check that lacks its column on some sheets still runs on the others.
    for (const told of run(input)) {
      const made = finding(input, id, severity, told);
      if (made !== null) found.push(made);
    }
  }
  return { findings: oneForACell(found).sort(byPlace), notRun };
}
