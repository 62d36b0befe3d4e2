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
import { bandOf } from './bands.ts';
import type { EntryScore, Scorecard, UnitBlock } from './scored.ts';

const HUNDRED = exact(100);
const MINUS_ONE = exact(-1);

/** What the sums of a set's units share. */
export interface SumContext {
  set: IndexSet;
  settings: Settings;
  decimals: number;
}

interface Maxima {
  applies: Exact;
  dropped: Exact;
  rescaled: Exact;
}

/** Sums of points by role; their totals are estimated first. */
interface Parts {
  points: Adder;
  bonus: Adder;
  penalty: Adder;
}

function partsOf(set: IndexSet, entries: EntryScore[], column: 'official' | 'unrounded'): Parts {
  const found: Parts = { points: new Adder(), bonus: new Adder(), penalty: new Adder() };
  for (const entry of entries) {
    const value = entry[column];
    if (value === null) continue;
    const role = set.indicators[entry.indicator]!.role;
    if (role !== 'information') found[role].add(value);
  }
  return found;
}

/** Total over the entries of one source, penalties taken away; null where none is there. */
function sourceTotal(
  set: IndexSet,
  entries: EntryScore[],
  column: 'self' | 'calculated' | 'verified',
  decimals: number,
): Exact | null {
  const total = new Adder();
  for (const entry of entries) {
    const value = entry[column];
    if (value === null) continue;
    const role = set.indicators[entry.indicator]!.role;
    if (role !== 'information') total.add(value, role === 'penalty');
  }
  return total.count === 0 ? null : total.round(decimals);
}

function maximaOf(set: IndexSet, entries: EntryScore[]): Maxima {
  const applies = new Adder();
  let dropped = ZERO;
  let rescaled = ZERO;
  for (const entry of entries) {
    if (set.indicators[entry.indicator]!.role !== 'points') continue;
    applies.add(entry.maximum);
    if (!isZero(entry.droppedMaximum)) dropped = add(dropped, entry.droppedMaximum);
    if (!isZero(entry.rescaledMaximum)) rescaled = add(rescaled, entry.rescaledMaximum);
  }
  // An entry's maximum is already without what was dropped.
  return { applies: add(applies.exact(), dropped), dropped, rescaled };
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

function pillarSums(context: SumContext, entries: EntryScore[]): Record<string, Exact> {
  const { set } = context;
  const sums = Object.create(null) as Record<string, Exact>;
  for (const pillar of set.pillars) {
    const values = new Adder();
    let scored = false;
    for (const index of pillar.indicators) {
      if (set.indicators[index]!.role !== 'points') continue;
      scored = true;
      const official = entries[index]!.official;
      if (official !== null) values.add(official);
    }
    // A pillar of bonuses, penalties or information only has no sum of its own.
    if (scored) sums[pillar.code] = published(values, context);
  }
  return sums;
}

/** @returns the unit's scorecard. `reasons`: why it has no points whatever its entries say ('no-data': listed, but nothing of it was found). */
export function scorecard(
  unit: Unit,
  entries: EntryScore[],
  reasons: readonly UnitBlock[],
  context: SumContext,
): Scorecard {
  const { set, settings, decimals } = context;
  const maxima = maximaOf(set, entries);
  const maximum = subtract(maxima.applies, maxima.dropped);
  const official = partsOf(set, entries, 'official');
  const blockedBy = [...reasons];
  if (equals(maximum, maxima.rescaled)) blockedBy.push('nothing-remains');
  const blocked = blockedBy.length > 0 || entries.some((entry) => entry.state === 'blocked');
  const provisional = publish(totalOf(official, maximum, maxima.rescaled), maximum, decimals);
  const points = blocked ? null : provisional;
  // Most runs rank by what is published and never ask.
  let unrounded: Estimate | null = null;
  const unroundedTotal = (): Estimate =>
    (unrounded ??= totalOf(partsOf(set, entries, 'unrounded'), maximum, maxima.rescaled));
  const shownMaximum = roundHalfUp(maximum, decimals);
  const share =
    points === null || isZero(shownMaximum)
      ? null
      : roundHalfUp(divide(multiply(HUNDRED, points), shownMaximum), decimals);
  const bandShare = (known: Exact): Estimate =>
    settings.rankBasis === 'unrounded' ? scaleEstimate(unroundedTotal(), divide(HUNDRED, maximum)) : estimateOf(known);
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
    band: settings.bands.length === 0 || share === null ? null : bandOf(settings.bands, bandShare(share)),
    missing: entries.reduce((count, entry) => count + (entry.state === 'missing' ? 1 : 0), 0),
    pillars: pillarSums(context, entries),
    bonus: published(official.bonus, context),
    penalty: published(official.penalty, context),
    selfTotal: sourceTotal(set, entries, 'self', decimals),
    calculatedTotal: sourceTotal(set, entries, 'calculated', decimals),
    verifiedTotal: sourceTotal(set, entries, 'verified', decimals),
    blockedBy,
  };
}
