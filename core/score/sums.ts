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
  sum,
  ZERO,
  type Exact,
} from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { Settings, Unit } from '../read/assessment.ts';
import { bandOf } from './bands.ts';
import type { EntryScore, Scorecard } from './scored.ts';

const HUNDRED = exact(100);

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

/** Σ of official (or unrounded) points by role. */
function totals(set: IndexSet, entries: EntryScore[], column: 'official' | 'unrounded' | 'self' | 'calculated' | 'verified') {
  const found: Record<'points' | 'bonus' | 'penalty', Exact[]> = { points: [], bonus: [], penalty: [] };
  for (const entry of entries) {
    const value = entry[column];
    if (value === null) continue;
    const role = set.indicators[entry.indicator]!.role;
    if (role !== 'information') found[role].push(value);
  }
  const any = found.points.length + found.bonus.length + found.penalty.length > 0;
  return { points: sum(found.points), bonus: sum(found.bonus), penalty: sum(found.penalty), any };
}

function maximaOf(set: IndexSet, entries: EntryScore[]): Maxima {
  const applies: Exact[] = [];
  let dropped = ZERO;
  let rescaled = ZERO;
  for (const entry of entries) {
    if (set.indicators[entry.indicator]!.role !== 'points') continue;
    if (!isZero(entry.maximum)) applies.push(entry.maximum);
    if (!isZero(entry.droppedMaximum)) dropped = add(dropped, entry.droppedMaximum);
    if (!isZero(entry.rescaledMaximum)) rescaled = add(rescaled, entry.rescaledMaximum);
  }
  // An entry's maximum is already without what was dropped.
  return { applies: add(sum(applies), dropped), dropped, rescaled };
}

/** total = points × (M−L)/(M−L−Q), then bonus and penalty, within 0 … M−L. Not rounded. */
function totalOf(part: { points: Exact; bonus: Exact; penalty: Exact }, maximum: Exact, rescaled: Exact): Exact {
  let total = part.points;
  if (!isZero(rescaled)) {
    const rest = subtract(maximum, rescaled);
    total = sign(rest) > 0 ? divide(multiply(total, maximum), rest) : ZERO;
  }
  if (isZero(part.bonus) && isZero(part.penalty)) return total;
  return clamp(subtract(add(total, part.bonus), part.penalty), ZERO, maximum);
}

/** The total at the set's decimals; never above the maximum, even where that has more decimals. */
function publish(total: Exact, maximum: Exact, decimals: number): Exact {
  return clamp(roundHalfUp(total, decimals), ZERO, maximum);
}

function pillarSums(context: SumContext, entries: EntryScore[]): Record<string, Exact> {
  const { set, settings, decimals } = context;
  const sums: Record<string, Exact> = {};
  for (const pillar of set.pillars) {
    const values: Exact[] = [];
    let scored = false;
    for (const index of pillar.indicators) {
      if (set.indicators[index]!.role !== 'points') continue;
      scored = true;
      const official = entries[index]!.official;
      if (official !== null) values.push(official);
    }
    // A pillar of bonuses, penalties or information only has no sum of its own.
    if (!scored) continue;
    const exactSum = sum(values);
    sums[pillar.code] = settings.rounding === 'total' ? roundHalfUp(exactSum, decimals) : exactSum;
  }
  return sums;
}

/** @returns the unit's scorecard. `noData`: listed, but nothing of it was found. */
export function scorecard(unit: Unit, entries: EntryScore[], noData: boolean, context: SumContext): Scorecard {
  const { set, settings, decimals } = context;
  const maxima = maximaOf(set, entries);
  const maximum = subtract(maxima.applies, maxima.dropped);
  const official = totals(set, entries, 'official');
  const blockedBy: string[] = [];
  if (noData) blockedBy.push('no-data');
  if (equals(maximum, maxima.rescaled) && !(isZero(maxima.dropped) && isZero(maxima.rescaled))) {
    blockedBy.push('nothing-remains');
  }
  const blocked = blockedBy.length > 0 || entries.some((entry) => entry.state === 'blocked');
  const provisional = publish(totalOf(official, maximum, maxima.rescaled), maximum, decimals);
  const points = blocked ? null : provisional;
  // Adding 62 fractions exactly is dear (seconds for 3,321 units), so it waits until somebody asks.
  let exactTotal: Exact | null = null;
  const unroundedTotal = (): Exact => (exactTotal ??= totalOf(totals(set, entries, 'unrounded'), maximum, maxima.rescaled));
  const shownMaximum = roundHalfUp(maximum, decimals);
  const share =
    points === null || isZero(shownMaximum) ? null : roundHalfUp(divide(multiply(HUNDRED, points), shownMaximum), decimals);
  const bandShare =
    settings.rankBasis === 'unrounded' && share !== null
      ? divide(multiply(HUNDRED, unroundedTotal()), maximum)
      : share;
  const bySource = (column: 'self' | 'calculated' | 'verified'): Exact | null => {
    const part = totals(set, entries, column);
    return part.any ? roundHalfUp(subtract(add(part.points, part.bonus), part.penalty), decimals) : null;
  };
  return {
    unit: unit.index,
    status: blocked ? 'blocked' : unit.ranked ? 'ranked' : 'unranked',
    entries,
    points,
    provisional,
    get unrounded(): Exact | null {
      return blocked ? null : unroundedTotal();
    },
    maximum,
    share,
    band: bandOf(settings.bands, bandShare),
    missing: entries.reduce((count, entry) => count + (entry.state === 'missing' ? 1 : 0), 0),
    pillars: pillarSums(context, entries),
    bonus: settings.rounding === 'total' ? roundHalfUp(official.bonus, decimals) : official.bonus,
    penalty: settings.rounding === 'total' ? roundHalfUp(official.penalty, decimals) : official.penalty,
    selfTotal: bySource('self'),
    calculatedTotal: bySource('calculated'),
    verifiedTotal: bySource('verified'),
    blockedBy,
  };
}
