/** By what two units are compared: the figure that ranks, then Tiêu chí phụ; names only order equals. */
import { compare, divide, isZero, ONE, ZERO, type Exact } from '../exact/exact.ts';
import { Adder, compareEstimates, estimateOf, scaleEstimate, type Estimate } from '../exact/estimate.ts';
import type { Settings, Unit } from '../read/assessment.ts';
import { compareVietnamese } from '../workbook/order.ts';
import { at } from '../workbook/at.ts';
import type { SumContext } from './sums.ts';
import type { Scorecard } from './scored.ts';

/** The figure by which a unit is ranked; null where it has none (blocked, share of a maximum of 0). */
function figureOf(card: Scorecard, settings: Settings): Estimate | null {
  if (settings.rankBasis === 'published') {
    const figure = settings.rankBy === 'points' ? card.points : card.share;
    return figure === null ? null : estimateOf(figure);
  }
  const total = card.estimate ?? null;
  if (settings.rankBy === 'points' || total === null) return total;
  return isZero(card.maximum) ? null : scaleEstimate(total, divide(ONE, card.maximum));
}

/** Points of each tie-breaker as published; a pillar, a sum between, or a component. */
function breakersOf(card: Scorecard, { set, settings, decimals }: SumContext): Exact[] {
  return settings.tieBreakers.map((code) => {
    const pillar = card.pillars[code];
    if (pillar !== undefined) return pillar;
    const node = set.sums.find((row) => row.code === code);
    const indexes = node?.indicators ?? set.indicators.filter((item) => item.code === code).map((item) => item.index);
    const officials = new Adder();
    for (const index of indexes) {
      const { official } = at(card.entries, index);
      if (official !== null) officials.add(official);
    }
    return officials.count === 0 ? ZERO : officials.round(decimals);
  });
}

/** A unit's keys for ranking, computed once. */
export interface RankKeys {
  card: Scorecard;
  unit: Unit;
  figure: Estimate | null;
  breakers: Exact[];
}

/** @returns the keys of a card. */
export function rankKeys(card: Scorecard, unit: Unit, context: SumContext): RankKeys {
  return { card, unit, figure: figureOf(card, context.settings), breakers: breakersOf(card, context) };
}

/** @returns < 0 where x stands before y by points, 0 where only the name is left to tell them apart. */
export function compareKeys(x: RankKeys, y: RankKeys): number {
  // Blocked units have no points yet: nothing but the name tells them apart.
  if (x.card.points === null && y.card.points === null) return 0;
  if (x.figure === null || y.figure === null) {
    if (x.figure !== y.figure) return x.figure === null ? 1 : -1;
  } else {
    const order = compareEstimates(y.figure, x.figure);
    if (order !== 0) return order;
  }
  for (let index = 0; index < x.breakers.length; index += 1) {
    const order = compare(at(y.breakers, index), at(x.breakers, index));
    if (order !== 0) return order;
  }
  return 0;
}

/** @returns the order of names, then codes: never the order of rows. */
export function compareNames(x: RankKeys, y: RankKeys): number {
  const order = compareVietnamese(x.unit.name, y.unit.name);
  if (order !== 0) return order;
  if (x.unit.name !== y.unit.name) return x.unit.name < y.unit.name ? -1 : 1;
  const [a, b] = [x.unit.code ?? '', y.unit.code ?? ''];
  return a === b ? 0 : a < b ? -1 : 1;
}
