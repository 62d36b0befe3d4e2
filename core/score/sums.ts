/** From a unit's entries to its scorecard: maxima, pillars, total, share. */
import {
  add,
  clamp,
  divide,
  equals,
  exact,
  isZero,
  multiply,
  roundHalfUp,
  sign,
  subtract,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import {
  Adder,
  addEstimates,
  clampEstimate,
  estimateOf,
  roundEstimate,
  scaleEstimate,
  type Estimate,
} from '../exact/estimate.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { Settings, Unit } from '../read/assessment.ts';
import { at } from '../workbook/at.ts';
import type { EntryScore, Scorecard, UnitBlock } from './scored.ts';

const HUNDRED = exact(100);
const MINUS_ONE = exact(-1);

/** What the sums of a set's units share. */
export interface SumContext {
  set: IndexSet;
  settings: Settings;
  decimals: number;
}

/** Sums of points by role; their totals are estimated first. */
interface Parts {
  points: Adder;
  bonus: Adder;
  penalty: Adder;
}

const newParts = (): Parts => ({ points: new Adder(), bonus: new Adder(), penalty: new Adder() });

/** What is counted in one walk over a unit's entries. */
class Counted {
  readonly official = newParts();
  readonly self = newParts();
  /** Over the entries of one source, penalties taken away. */
  readonly totals = { self: new Adder(), calculated: new Adder(), verified: new Adder() };
  private readonly maxima = new Adder();
  rescaled = ZERO;
  missing = 0;
  blocked = false;

  constructor(set: IndexSet, entries: readonly EntryScore[]) {
    for (const entry of entries) {
      const { state } = entry;
      if (state === 'missing') this.missing += 1;
      if (state === 'blocked') this.blocked = true;
      const { role } = at(set.indicators, entry.indicator);
      if (role === 'information') continue;
      if (role === 'points') this.addMaximum(entry);
      const { official, self, calculated, verified } = entry;
      const minus = role === 'penalty';
      if (official !== null) this.official[role].add(official);
      if (self !== null) {
        this.totals.self.add(self, minus);
        this.self[role].add(self);
      }
      if (calculated !== null) this.totals.calculated.add(calculated, minus);
      if (verified !== null) this.totals.verified.add(verified, minus);
    }
  }

  /** What the unit can reach: an entry's maximum is already without what was dropped. */
  get maximum(): Exact {
    return this.maxima.exact();
  }

  private addMaximum({ maximum, rescaledMaximum }: EntryScore): void {
    this.maxima.add(maximum);
    if (!isZero(rescaledMaximum)) this.rescaled = add(this.rescaled, rescaledMaximum);
  }
}

/** Official points before any rounding. */
function unroundedParts(set: IndexSet, entries: readonly EntryScore[]): Parts {
  const found = newParts();
  for (const { indicator, unrounded } of entries) {
    const { role } = at(set.indicators, indicator);
    if (unrounded !== null && role !== 'information') found[role].add(unrounded);
  }
  return found;
}

/** total = points × (M−L)/(M−L−Q), then bonus and penalty, within 0 … M−L. Not rounded. */
function totalOf(parts: Parts, maximum: Exact, rescaled: Exact): Estimate {
  let total = parts.points.estimate();
  if (!isZero(rescaled)) {
    const rest = subtract(maximum, rescaled);
    total = sign(rest) > 0 ? scaleEstimate(total, divide(maximum, rest)) : estimateOf(ZERO);
  }
  if (parts.bonus.count === 0 && parts.penalty.count === 0) return total;
  const penalty = scaleEstimate(parts.penalty.estimate(), MINUS_ONE);
  return clampEstimate(addEstimates(addEstimates(total, parts.bonus.estimate()), penalty), ZERO, maximum);
}

/** The total at the set's decimals: what is printed alike is equal, even where the maximum has more decimals. */
function publish(total: Estimate, maximum: Exact, decimals: number): Exact {
  return roundHalfUp(clamp(roundEstimate(total, decimals), ZERO, maximum), decimals);
}

/** A sum as it is published: parts that were rounded add up to what needs no rounding, but for maxima of more decimals. */
function published(sum: Adder, { decimals }: SumContext): Exact {
  return sum.round(decimals);
}

function pillarSums(context: SumContext, entries: readonly EntryScore[]): Record<string, Exact> {
  const { set } = context;
  const sums = Object.create(null) as Record<string, Exact>;
  for (const pillar of set.pillars) {
    const values = new Adder();
    let scored = false;
    for (const index of pillar.indicators) {
      if (at(set.indicators, index).role !== 'points') continue;
      scored = true;
      const { official } = at(entries, index);
      if (official !== null) values.add(official);
    }
    // A pillar of bonuses, penalties or information only has no sum of its own.
    if (scored) sums[pillar.code] = published(values, context);
  }
  return sums;
}

/** The total of a source as it is published; null where none of its points are there. */
function sourceTotal(total: Adder, { decimals }: SumContext): Exact | null {
  return total.count === 0 ? null : total.round(decimals);
}

/** @returns the unit's scorecard. `reasons`: why it has no points whatever its entries say ('no-data': listed, but nothing of it was found). */
export function scorecard(
  unit: Unit,
  entries: EntryScore[],
  reasons: readonly UnitBlock[],
  context: SumContext,
): Scorecard {
  const { set, decimals } = context;
  const counted = new Counted(set, entries);
  const { maximum, official, totals, rescaled } = counted;
  const blockedBy = [...reasons];
  if (equals(maximum, rescaled)) blockedBy.push('nothing-remains');
  const blocked = blockedBy.length > 0 || counted.blocked;
  const provisional = publish(totalOf(official, maximum, rescaled), maximum, decimals);
  const points = blocked ? null : provisional;
  // Most runs rank by what is published and never ask.
  let unrounded: Estimate | null = null;
  const unroundedTotal = (): Estimate => (unrounded ??= totalOf(unroundedParts(set, entries), maximum, rescaled));
  const shownMaximum = roundHalfUp(maximum, decimals);
  const share =
    points === null || isZero(shownMaximum)
      ? null
      : roundHalfUp(divide(multiply(HUNDRED, points), shownMaximum), decimals);
  return {
    unit: unit.index,
    status: blocked ? 'blocked' : unit.ranked ? 'ranked' : 'unranked',
    entries,
    points,
    provisional,
    get unrounded(): Exact | null {
      return blocked ? null : unroundedTotal().exact();
    },
    get estimate(): Estimate | null {
      return blocked ? null : unroundedTotal();
    },
    maximum,
    share,
    band: null,
    missing: counted.missing,
    pillars: pillarSums(context, entries),
    bonus: published(official.bonus, context),
    penalty: published(official.penalty, context),
    selfTotal: sourceTotal(totals.self, context),
    get selfGives(): Exact {
      return publish(totalOf(counted.self, maximum, rescaled), maximum, decimals);
    },
    calculatedTotal: sourceTotal(totals.calculated, context),
    verifiedTotal: sourceTotal(totals.verified, context),
    blockedBy,
  };
}
