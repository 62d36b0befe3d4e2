/** Xếp loại: the first band whose bound the share reaches, whose conditions are met and whose quota has room. */
import { compareEstimates, estimateOf, scaleEstimate, type Estimate } from '../exact/estimate.ts';
import { divide, exact, multiply, roundHalfUp, sign, subtract, toNumber } from '../exact/exact.ts';
import type { Band, BandQuota, Settings } from '../read/assessment.ts';
import { at } from '../workbook/at.ts';
import type { Scorecard } from './scored.ts';

const HUNDRED = exact(100);
const HALF = exact(1, 2);

/** @returns the share in percent that a unit's band goes by; null where it has none. */
export function bandFigure(card: Scorecard, settings: Settings): Estimate | null {
  if (card.share === null) return null;
  const total = settings.rankBasis === 'unrounded' ? (card.estimate ?? null) : null;
  return total === null ? estimateOf(card.share) : scaleEstimate(total, divide(HUNDRED, card.maximum));
}

/** What of a unit decides its band. */
export interface BandUnit {
  /** Share in percent; null: no band. */
  figure: Estimate | null;
  /** 1 + the ranked units that stand before it by points and Tiêu chí phụ; null: not ranked, in no quota. */
  place: number | null;
  /** Whether it meets the conditions of a band. */
  meets: (band: number) => boolean;
}

/** What of a quota came to be: of `count` units `allowed` may have the band; `left` places were too few for `tied` equal ones. */
export interface QuotaUse {
  count: number;
  allowed: number;
  left: number;
  tied: number;
}

/** A band that a unit reaches by points and does not get. */
export interface Fall {
  band: number;
  why: 'condition' | 'quota' | 'tie';
}

export interface Placed {
  /** By unit: the place of its band, null for none, and the better ones it does not get. */
  units: { band: number | null; falls: Fall[] }[];
  /** By band; null where it has no quota. */
  quotas: (QuotaUse | null)[];
}

/** @returns the first band that the share reaches by points alone; the number of bands where none. */
export function bandByPoints(bands: readonly Band[], figure: Estimate | null): number {
  if (figure === null) return bands.length;
  const found = bands.findIndex(({ from, inclusive }) => {
    if (from === null) return true;
    const order = compareEstimates(figure, estimateOf(from));
    return order > 0 || (order === 0 && inclusive);
  });
  return found < 0 ? bands.length : found;
}

/** Percent of so many units, in whole units rounded down. */
function allowedOf({ percent }: BandQuota, count: number): number {
  const share = divide(multiply(percent, exact(count)), HUNDRED);
  return sign(share) <= 0 ? 0 : toNumber(roundHalfUp(subtract(share, HALF), 0));
}

/** Gives the best of the candidates the band, equal ones together or none of them. @returns how many were too many for the places left. */
function fill(
  candidates: readonly { place: number; unit: number }[],
  allowed: number,
  give: (unit: number, why: Fall['why'] | null) => void,
): Pick<QuotaUse, 'left' | 'tied'> {
  const sorted = [...candidates].sort((x, y) => x.place - y.place);
  let cut: Pick<QuotaUse, 'left' | 'tied'> | null = null;
  for (let start = 0; start < sorted.length;) {
    const { place } = at(sorted, start);
    let end = start;
    while (sorted[end]?.place === place) end += 1;
    const fits: boolean = cut === null && end <= allowed;
    const splits: boolean = cut === null && !fits && start < allowed;
    for (const { unit } of sorted.slice(start, end)) give(unit, fits ? null : splits ? 'tie' : 'quota');
    if (!fits) cut ??= splits ? { left: allowed - start, tied: end - start } : { left: 0, tied: 0 };
    start = end;
  }
  return cut ?? { left: 0, tied: 0 };
}

/**
 * The bands of a ranking group; says the same whatever the order of the units.
 * A quota counts the ranked units that reach its band or a better one by points; who is over it, or misses a condition, is a candidate of
 * the next band. Equal ones across the cut all stay below.
 */
export function placeBands(bands: readonly Band[], units: readonly BandUnit[]): Placed {
  const first = units.map(({ figure }) => bandByPoints(bands, figure));
  const reached = bands.map(() => 0);
  units.forEach(({ place }, unit) => {
    const band = at(first, unit);
    if (place !== null && band < bands.length) reached[band] = at(reached, band) + 1;
  });
  const upTo = (band: number): number => reached.slice(0, band + 1).reduce((all, one) => all + one, 0);
  const placed: Placed = { units: units.map(() => ({ band: null, falls: [] })), quotas: [] };
  bands.forEach(({ quota }, band) => {
    const candidates: { place: number; unit: number }[] = [];
    const give = (unit: number, why: Fall['why'] | null): void => {
      const own = at(placed.units, unit);
      if (why === null) own.band = band;
      else own.falls.push({ band, why });
    };
    units.forEach(({ place, meets }, unit) => {
      if (at(first, unit) > band || at(placed.units, unit).band !== null) return;
      if (!meets(band)) give(unit, 'condition');
      else if (quota === null || place === null) give(unit, null);
      else candidates.push({ place, unit });
    });
    if (quota === null) return void placed.quotas.push(null);
    const count = upTo(quota.of);
    const allowed = allowedOf(quota, count);
    placed.quotas.push({ count, allowed, ...fill(candidates, allowed, give) });
  });
  return placed;
}
