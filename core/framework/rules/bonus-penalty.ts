/** `Điểm cộng …`, `Điểm trừ …`: an amount outside Tổng điểm, never more than its cap. */
import { ZERO, exact, minOf, type Exact } from '../../exact/exact.ts';
import type { Part, Task } from './result.ts';
import type { Rule } from './rule.ts';

/** Stands for "no cap" as a maximum: above any total. */
const UNCAPPED = exact(1_000_000_000);

/** Gives the (positive) amount. Nothing arising, or Không áp dụng, is an amount of 0: there is no maximum to keep or lose. */
export function scoreAmount(rule: Rule, cap: Exact | null, task: Task, score: (rule: Rule, task: Task) => Part): Part {
  const context = { ...task.context, policy: 'zero' as const };
  const result = score(rule, { ...task, context, maximum: cap ?? UNCAPPED });
  return {
    ...result,
    points: result.points === null ? null : minOf(result.points, cap ?? UNCAPPED),
    dropped: ZERO,
    rescaled: ZERO,
  };
}
