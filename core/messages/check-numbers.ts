/**
 * The numbers by which people know the checks: KT-12. Append only: people quote them in mails and minutes, and our sheets
 * carry them as the key of waivers. A number is given once; that of a check that is gone is never used again.
 */
import { CHECK_IDS, type CheckId } from './check-ids.ts';

/** A new check takes the next number, at the end; its name stands in the catalogues under `check.<id>`. */
export const CHECK_NUMBERS: Readonly<Record<CheckId, number>> = {
  'value.error-cell': 1,
  'value.uncalculated': 2,
  'value.date': 3,
  'value.ambiguous-number': 4,
  'value.not-a-number': 5,
  'value.negative': 6,
  'value.percent-scale': 7,
  'value.choice-unknown': 8,
  'value.fraction': 9,
  'value.missing': 10,
  'value.not-arising': 11,
  'value.part-exceeds-whole': 12,
  'value.text-number': 13,
  'value.outlier': 14,
  'value.copied': 15,
  'points.error-cell': 16,
  'points.uncalculated': 17,
  'points.not-a-number': 18,
  'points.negative': 19,
  'points.above-maximum': 20,
  'points.text-number': 21,
  'points.self-differs': 22,
  'points.verified-without-reason': 23,
  'points.total-differs': 24,
  'evidence.missing': 25,
  'evidence.placeholder': 26,
  'framework.none': 27,
  'framework.several': 28,
  'data.none': 29,
  'framework.total': 30,
  'framework.group-total': 31,
  'framework.code-duplicate': 32,
  'framework.code-eaten': 33,
  'framework.code-orphan': 34,
  'framework.rule-unreadable': 35,
  'framework.rule-bands': 36,
  'framework.rules-prose': 37,
  'framework.maximum-missing': 38,
  'framework.unequal-maxima': 39,
  'settings.invalid': 40,
  'unit.duplicate': 41,
  'unit.unknown': 42,
  'unit.missing': 43,
  'unit.name-variant': 44,
  'row.indicator-unknown': 45,
  'row.indicator-missing': 46,
  'row.indicator-duplicate': 47,
  'row.maximum-differs': 48,
  'row.hidden': 49,
  'sheet.hidden': 50,
  'row.stray': 51,
  'column.unread': 52,
  'column.several': 53,
  'column.hidden': 54,
  'table.unread': 55,
  'row.unread': 56,
  'row.summary': 57,
  'text.invisible': 58,
  'text.legacy-encoding': 59,
  'cell.merged': 60,
  'formula.error': 61,
  'formula.replaced': 62,
  'text.footnote': 63,
};

/** @returns "KT-12". */
export function checkNumber(id: CheckId): string {
  return `KT-${String(CHECK_NUMBERS[id]).padStart(2, '0')}`;
}

/** @returns the id that a text of the column Mã kiểm tra stands for: "KT-12 …", or the id itself as earlier versions wrote it. */
export function checkIdOf(text: string): string {
  const match = /^KT\s*[-–]?\s*(\d+)(?!\d)/i.exec(text);
  const number = Number(match?.[1]);
  return CHECK_IDS.find((id) => CHECK_NUMBERS[id] === number) ?? text;
}
