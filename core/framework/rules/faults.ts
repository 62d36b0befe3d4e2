/** What is wrong with a rule that can be read: framework.rule-bands. Which faults a kind may have stands with the kind. */
import { ZERO, compare, toPlain, type Exact } from '../../exact/exact.ts';
import type { Under } from '../../messages/ids.ts';
import type { Message, MessageArgument } from '../../messages/message.ts';

/** @returns `rule.fault.<id>`. */
export function fault(id: Under<'rule.fault.'>, args: Record<string, MessageArgument> = {}): Message {
  return { id: `rule.fault.${id}`, args };
}

/** @returns an amount as words say it. */
export const decimal = (value: Exact): MessageArgument => ({ decimal: toPlain(value) });

/** `reached`: the highest amount that a result can have. */
export function compareHighest(reached: Exact, maximum: Exact, what: MessageArgument): Message[] {
  if (compare(reached, maximum) > 0)
    return [fault('above-maximum', { what, points: decimal(reached), maximum: decimal(maximum) })];
  return compare(reached, maximum) < 0
    ? [fault('below-maximum', { points: decimal(reached), maximum: decimal(maximum) })]
    : [];
}

/** @returns the highest of amounts, at least 0. */
export function highest(values: Exact[]): Exact {
  return values.reduce((best, value) => (compare(value, best) > 0 ? value : best), ZERO);
}

/** @returns the fault of an amount that is more than the maximum. */
export function aboveMaximum(amount: Exact, maximum: Exact): Message[] {
  return compare(amount, maximum) > 0 ? compareHighest(amount, maximum, '') : [];
}
