/** Points and ranks of both sides, and of which indicators their change comes. */
import { add, compare, isZero, roundHalfUp, sign, subtract, ZERO, type Exact } from '../exact/exact.ts';
import type { Assessment } from '../read/assessment.ts';
import { decimalsOf } from '../score/index.ts';
import type { RankedUnit, Scorecard, Scored } from '../score/scored.ts';
import { at } from '../workbook/at.ts';
import { compareVietnamese } from '../workbook/order.ts';
import type { Reason, Side, UnitChange } from './comparison.ts';
import { groupName, type Matched } from './units.ts';

const NEGATIVE = (x: Exact): Exact => subtract(ZERO, x);
const size = (x: Exact): Exact => (sign(x) < 0 ? NEGATIVE(x) : x);

/** @returns by code what each indicator adds to the unit's total, as published: what is not there or not counted adds nothing, a penalty takes away. */
function contributions({ assessment }: Side, card: Scorecard): Map<string, Exact> {
  const found = new Map<string, Exact>();
  const set = at(assessment.sets, at(assessment.groups, at(assessment.units, card.unit).group).set);
  const decimals = decimalsOf(assessment, set);
  for (const { indicator, official } of card.entries) {
    const { code, role } = at(set.indicators, indicator);
    if (official === null || isZero(official)) continue;
    const points = roundHalfUp(official, decimals);
    const own = role === 'penalty' ? NEGATIVE(points) : points;
    found.set(code, add(found.get(code) ?? ZERO, own));
  }
  return found;
}

/** Largest change first; of equal ones in the order of their codes, what is no indicator's last. */
function byChange(one: Reason, other: Reason): number {
  const order = compare(size(other.delta), size(one.delta));
  if (order !== 0 || one.code === '' || other.code === '') return order || (one.code === '' ? 1 : -1);
  return compareVietnamese(one.code, other.code);
}

function becauseOf(sides: readonly [Side, Side], cards: readonly [Scorecard, Scorecard], change: Exact): Reason[] {
  const before = contributions(sides[0], cards[0]);
  const after = contributions(sides[1], cards[1]);
  const reasons: Reason[] = [];
  let rest = change;
  for (const code of new Set([...before.keys(), ...after.keys()])) {
    const delta = subtract(after.get(code) ?? ZERO, before.get(code) ?? ZERO);
    if (isZero(delta)) continue;
    rest = subtract(rest, delta);
    reasons.push({ code, delta });
  }
  if (!isZero(rest)) reasons.push({ code: '', delta: rest });
  return reasons.sort(byChange);
}

/** Who stands where, by unit. */
function placesOf({ rankings }: Scored): Map<number, RankedUnit> {
  return new Map(rankings.flatMap(({ ranking }) => ranking.map((ranked) => [ranked.card.unit, ranked] as const)));
}

function nameOf(assessment: Assessment, unit: number): Pick<UnitChange, 'group' | 'unit'> {
  const own = at(assessment.units, unit);
  return { group: groupName(assessment, own), unit: own.name };
}

/** @returns every unit of either side with its points, ranks and the reasons of their change. */
export function compareRankings(old: Side, now: Side, { oldOf, removed }: Matched): UnitChange[] {
  const [before, after] = [placesOf(old.scored), placesOf(now.scored)];
  const changes: UnitChange[] = [];
  for (const [unit, { card, rank }] of after) {
    const index = oldOf[unit] ?? null;
    const was = index === null ? undefined : before.get(index);
    const [oldPoints, newPoints] = [was?.card.points ?? null, card.points];
    const both = was !== undefined && oldPoints !== null && newPoints !== null;
    changes.push({
      ...nameOf(now.assessment, unit),
      oldPoints,
      newPoints,
      oldRank: was?.rank ?? null,
      newRank: rank,
      because: both ? becauseOf([old, now], [was.card, card], subtract(newPoints, oldPoints)) : [],
    });
  }
  const gone = new Set(removed.map(({ unit }) => unit));
  for (const [unit, { card, rank }] of before) {
    if (!gone.has(unit)) continue;
    const name = nameOf(old.assessment, unit);
    changes.push({ ...name, oldPoints: card.points, newPoints: null, oldRank: rank, newRank: null, because: [] });
  }
  return changes;
}
