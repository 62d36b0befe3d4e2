/** `Chấm điểm` and `Không tính điểm`: nothing is calculated. */
import { isZero } from '../../exact/exact.ts';
import { decimal, fault } from './faults.ts';
import type { OfKind, RuleKind } from './kind.ts';
import { missing, type Part } from './result.ts';

/** Judged: the points are entered. Information: there are none. */
function scoreEntered(kind: 'judged' | 'information'): Part {
  return missing({ id: `rule.explain.${kind}`, args: {} });
}

export const judged: RuleKind<OfKind<'judged'>> = {
  score: () => scoreEntered('judged'),
  faults: () => [],
  needsMaximum: () => false,
};

export const information: RuleKind<OfKind<'information'>> = {
  score: () => scoreEntered('information'),
  faults: (_rule, maximum) => (isZero(maximum) ? [] : [fault('information-maximum', { maximum: decimal(maximum) })]),
  needsMaximum: () => true,
};
