/** `Điểm cộng …`, `Điểm trừ …`: an amount outside Tổng điểm, never more than its cap. */
import { ZERO, exact, isZero, minOf, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { decimal, fault } from './faults.ts';
import type { Faulty, OfKind, RuleKind, Score } from './kind.ts';
import type { Part, Task } from './result.ts';
import type { Rule } from './rule.ts';

/** Stands for "no cap" as a maximum: above any total. */
const UNCAPPED = exact(1_000_000_000);

/** Gives the (positive) amount. Nothing arising, or Không áp dụng, is an amount of 0: there is no maximum to keep or lose. */
function scoreAmount(rule: Rule, cap: Exact | null, task: Task, score: Score): Part {
  const context = { ...task.context, policy: 'zero' as const };
  const result = score(rule, { ...task, context, maximum: cap ?? UNCAPPED });
  return {
    ...result,
    points: result.points === null ? null : minOf(result.points, cap ?? UNCAPPED),
    dropped: ZERO,
    rescaled: ZERO,
  };
}

/** Labels and bands of an amount have no maximum that they must reach. */
function amountFaults(rule: Rule, cap: Exact | null, { faults, needsMaximum }: Faulty): Message[] {
  if (cap === null && needsMaximum(rule)) return [fault('no-cap')];
  const ids = ['below-maximum', 'parts-sum'];
  // A cap is there for what adds up to more.
  if (cap === null || rule.kind === 'parts') ids.push('above-maximum');
  return faults(rule, cap ?? ZERO).filter(({ id }) => !ids.includes(id.slice('rule.fault.'.length)));
}

export const amount: RuleKind<OfKind<'bonus' | 'penalty'>> = {
  score: ({ rule, cap }, task, score) => scoreAmount(rule, cap, task, score),
  faults: ({ rule, cap }, maximum, inside) => [
    ...(isZero(maximum) ? [] : [fault('outside-maximum', { maximum: decimal(maximum) })]),
    ...amountFaults(rule, cap, inside),
  ],
  needsMaximum: () => true,
  inside: ({ rule }) => [{ rule, at: null }],
};
