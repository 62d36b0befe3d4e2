/** What is wrong with a rule that can be read: framework.rule-bands. */
import { ONE, ZERO, compare, isZero, multiply, sum, toPlain, type Exact } from '../../exact/exact.ts';
import type { Under } from '../../messages/ids.ts';
import type { Message, MessageArgument } from '../../messages/message.ts';
import { foldName } from '../../workbook/text.ts';
import { holds, printCondition } from './condition.ts';
import { pointsOf } from './points.ts';
import { isShare } from './quantity.ts';
import type { BandRow, Bound, Labelled, Quantity, Rule } from './rule.ts';

function fault(id: Under<'rule.fault.'>, args: Record<string, MessageArgument> = {}): Message {
  return { id: `rule.fault.${id}`, args };
}

const decimal = (value: Exact): MessageArgument => ({ decimal: toPlain(value) });

/** `reached`: the highest amount that a result can have. */
function compareHighest(reached: Exact, maximum: Exact, what: MessageArgument): Message[] {
  if (compare(reached, maximum) > 0)
    return [fault('above-maximum', { what, points: decimal(reached), maximum: decimal(maximum) })];
  return compare(reached, maximum) < 0
    ? [fault('below-maximum', { points: decimal(reached), maximum: decimal(maximum) })]
    : [];
}

function highest(values: Exact[]): Exact {
  return values.reduce((best, value) => (compare(value, best) > 0 ? value : best), ZERO);
}

function labelFaults(options: Labelled[], maximum: Exact, added: boolean): Message[] {
  const faults: Message[] = [];
  const seen = new Set<string>();
  for (const { label } of options) {
    const folded = foldName(label);
    if (seen.has(folded)) faults.push(fault('equal-labels', { label }));
    seen.add(folded);
  }
  const amounts = options.map((option) => pointsOf(option.points, maximum));
  if (added) return [...faults, ...compareHighest(sum(amounts), maximum, '')];
  const reached = highest(amounts);
  const top = options[amounts.findIndex((amount) => compare(amount, reached) === 0)]?.label ?? '';
  return [...faults, ...compareHighest(reached, maximum, top)];
}

/** Values around every end of every band: enough to see which bands can hold, since bands are unions of what lies between ends. */
function probes(rows: BandRow[]): Exact[] {
  const ends = rows.flatMap(({ from, to }) => [from, to]).filter((bound): bound is Bound => bound !== null);
  const values = [ZERO, ...ends.map((bound) => bound.value)].sort(compare);
  const between = values.slice(1).map((value, at) => multiply(sum([value, values[at] ?? ZERO]), { n: 1, d: 2 }));
  const last = values[values.length - 1] ?? ZERO;
  return [...values, ...between, sum([last, ONE])].filter((value) => compare(value, ZERO) >= 0);
}

function bandFaults(quantity: Quantity, rows: BandRow[], maximum: Exact): Message[] {
  const faults: Message[] = [];
  const values = probes(rows).filter((value) => quantity.op !== 'rate' || compare(value, ONE) <= 0);
  const taken = values.map((value) => rows.findIndex((row) => holds(row, value)));
  const rest = rows.some((row) => row.from === null && row.to === null);
  rows.forEach((row, at) => {
    const isRest = row.from === null && row.to === null;
    // A còn lại that is left with nothing is harmless unless something stands behind it.
    if (!taken.includes(at) && !isRest) faults.push(fault('never', { condition: printCondition(row) }));
  });
  if (!rest) faults.push(fault('no-rest'));
  const amounts = rows.map(({ points }) => (points.kind === 'proportional' ? null : pointsOf(points, maximum)));
  const proportional = rows.some((row, at) => {
    if (row.points.kind !== 'proportional') return false;
    const over = row.points.over ?? ONE;
    return (
      values.some((value, index) => taken[index] === at && compare(value, over) >= 0) ||
      row.to === null ||
      compare(row.to.value, over) >= 0
    );
  });
  const fixed = highest(amounts.flatMap((amount) => (amount === null ? [] : [amount])));
  if (compare(fixed, maximum) > 0 || !proportional) faults.push(...compareHighest(fixed, maximum, ''));
  return faults;
}

/** Without a cap there is no maximum: a share has nothing to be a share of. */
function needsMaximum(rule: Rule): boolean {
  switch (rule.kind) {
    case 'choice':
    case 'parts':
      return rule.options.some(({ points }) => points.kind === 'share' && !isZero(points.value));
    case 'bands':
      return rule.rows.some(({ points }) => points.kind !== 'points');
    case 'count':
      return rule.each.kind === 'share';
    case 'composite':
    case 'judged':
      return false;
    case 'best-of':
      return rule.parts.some(needsMaximum);
    default:
      return true;
  }
}

/** Labels and bands of an amount have no maximum that they must reach. */
function amountFaults(rule: Rule, cap: Exact | null): Message[] {
  if (cap === null && needsMaximum(rule)) return [fault('no-cap')];
  const ids = ['below-maximum', 'parts-sum'];
  // A cap is there for what adds up to more.
  if (cap === null || rule.kind === 'parts') ids.push('above-maximum');
  return ruleFaults(rule, cap ?? ZERO).filter(({ id }) => !ids.includes(id.slice('rule.fault.'.length)));
}

/** @returns what is wrong with the rule for this maximum, as framework.rule-bands says it. */
export function ruleFaults(rule: Rule, maximum: Exact): Message[] {
  switch (rule.kind) {
    case 'choice':
      return labelFaults(rule.options, maximum, false);
    case 'parts':
      return labelFaults(rule.options, maximum, true);
    case 'bands':
      return bandFaults(rule.quantity, rule.rows, maximum);
    case 'count': {
      const each = pointsOf(rule.each, maximum);
      if (isZero(each) && !isZero(maximum)) return compareHighest(ZERO, maximum, '');
      if (compare(each, maximum) > 0)
        return [fault('above-maximum', { what: '', points: decimal(each), maximum: decimal(maximum) })];
      return isShare(rule.quantity) && rule.quantity.op === 'rate' ? compareHighest(each, maximum, '') : [];
    }
    case 'deduction': {
      const each = pointsOf(rule.each, maximum);
      return compare(each, maximum) > 0
        ? [fault('above-maximum', { what: '', points: decimal(each), maximum: decimal(maximum) })]
        : [];
    }
    case 'composite': {
      const total = sum(rule.parts.map((part) => part.maximum));
      const own =
        compare(total, maximum) === 0
          ? []
          : [fault('parts-sum', { points: decimal(total), maximum: decimal(maximum) })];
      return [...own, ...rule.parts.flatMap((part) => ruleFaults(part.rule, part.maximum))];
    }
    case 'best-of': {
      const each = rule.parts.map((part) => ruleFaults(part, maximum));
      // One case that reaches the maximum is enough.
      const low = each.every((faults) => faults.some(({ id }) => id === 'rule.fault.below-maximum'));
      return each.flatMap((faults) => (low ? faults : faults.filter(({ id }) => id !== 'rule.fault.below-maximum')));
    }
    case 'information':
      return isZero(maximum) ? [] : [fault('information-maximum', { maximum: decimal(maximum) })];
    case 'bonus':
    case 'penalty':
      return [
        ...(isZero(maximum) ? [] : [fault('outside-maximum', { maximum: decimal(maximum) })]),
        ...amountFaults(rule.rule, rule.cap),
      ];
    default:
      return [];
  }
}
