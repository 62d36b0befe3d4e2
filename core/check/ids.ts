/** The stable ids of design §4, in its order: of several faults of one cell the first one listed is reported. */
export const CHECK_IDS = [
  'framework.none', 'framework.several', 'framework.total', 'framework.group-total', 'framework.code-duplicate',
  'framework.code-eaten', 'framework.code-orphan', 'framework.rule-unreadable', 'framework.rule-bands',
  'framework.rules-prose', 'framework.maximum-missing', 'framework.unequal-maxima', 'settings.invalid',
  'unit.duplicate', 'unit.unknown', 'unit.missing', 'unit.name-variant',
  'row.indicator-unknown', 'row.indicator-missing', 'row.indicator-duplicate', 'row.maximum-differs', 'row.hidden',
  'sheet.hidden', 'row.stray',
  'value.error-cell', 'value.uncalculated', 'value.date', 'value.ambiguous-number', 'value.not-a-number',
  'value.negative', 'value.part-exceeds-whole', 'value.percent-scale', 'value.choice-unknown', 'value.fraction',
  'value.missing', 'value.not-arising', 'value.text-number', 'value.outlier', 'value.copied',
  'points.error-cell', 'points.uncalculated', 'points.not-a-number', 'points.negative', 'points.above-maximum',
  'points.text-number', 'points.self-differs', 'points.verified-without-reason', 'points.total-differs',
  'evidence.missing', 'evidence.placeholder', 'text.invisible', 'cell.merged', 'formula.error', 'formula.replaced',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];
