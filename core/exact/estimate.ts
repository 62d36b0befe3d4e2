/**
 * Sums that are estimated first. Sixty fractions of sixty denominators are dear to add exactly (their common denominator has some 200 digits),
 * yet nearly always a double and a bound of its error decide how a sum rounds or compares. Where they do not, the exact value does.
 *
 * Error bounds: u = 2^-53 bounds the relative error of one operation on doubles. All bounds below are several times what the textbook says,
 * so that their own rounding never matters; TINY stands for what underflow may lose. Infinity and NaN decide nothing and lead to the exact value.
 */
import { add, clamp, compare, exact, multiply, roundHalfUp, sum, toNumber, type Exact } from './exact.ts';

/** A number known to within `error`, and its exact value for whoever needs it. */
export interface Estimate {
  readonly value: number;
  readonly error: number;
  readonly exact: () => Exact;
}

/** 8 u. */
const EIGHT_U = 2 ** -50;
const TINY = 1e-300;
/** Decimals up to six places add as whole numbers. */
const SCALE = 1_000_000;
const MAX = Number.MAX_SAFE_INTEGER;

function once(make: () => Exact): () => Exact {
  let made: Exact | null = null;
  return () => (made ??= make());
}

/** @returns the estimate of a known number. */
export function estimateOf(x: Exact): Estimate {
  const value = toNumber(x);
  return { value, error: Math.abs(value) * EIGHT_U + TINY, exact: () => x };
}

/** A sum under way. Decimals are added at once; fractions are kept, and added exactly only if somebody asks. */
export class Adder {
  count = 0;
  private scaled = 0;
  private rest: Exact[] | null = null;

  /** Adds x, or takes it away. */
  add(x: Exact, minus = false): void {
    this.count += 1;
    if (typeof x.n === 'number' && typeof x.d === 'number' && SCALE % x.d === 0) {
      const part = x.n * (SCALE / x.d);
      const total = minus ? this.scaled - part : this.scaled + part;
      if (part <= MAX && part >= -MAX && total <= MAX && total >= -MAX) {
        this.scaled = total;
        return;
      }
    }
    (this.rest ??= []).push(minus ? multiply(x, exact(-1)) : x);
  }

  /** @returns the sum. */
  exact(): Exact {
    const decimals = exact(this.scaled, SCALE);
    return this.rest === null ? decimals : sum([...this.rest, decimals]);
  }

  /** @returns the sum so far, estimated. */
  estimate(): Estimate {
    const { rest, scaled } = this;
    if (rest === null) return estimateOf(this.exact());
    // What is added later is no part of it.
    const { length } = rest;
    let value = scaled / SCALE;
    let magnitude = Math.abs(value);
    for (const x of rest) {
      const part = toNumber(x);
      value += part;
      magnitude += Math.abs(part);
    }
    // Each part is off by at most 2u of itself, each addition by u of what is added up so far.
    const error = (length + 4) * EIGHT_U * magnitude + TINY;
    return { value, error, exact: once(() => sum([...rest.slice(0, length), exact(scaled, SCALE)])) };
  }

  /** @returns the sum rounded half up. */
  round(decimals: number): Exact {
    return this.rest === null ? roundHalfUp(this.exact(), decimals) : roundEstimate(this.estimate(), decimals);
  }
}

/** @returns x + y. */
export function addEstimates(x: Estimate, y: Estimate): Estimate {
  const value = x.value + y.value;
  return {
    value,
    error: x.error + y.error + (Math.abs(value) + x.error + y.error) * EIGHT_U + TINY,
    exact: once(() => add(x.exact(), y.exact())),
  };
}

/** @returns x × factor. */
export function scaleEstimate(x: Estimate, factor: Exact): Estimate {
  const by = toNumber(factor);
  const value = x.value * by;
  const spread = x.error * Math.abs(by);
  return {
    value,
    error: spread + (spread + Math.abs(value)) * 4 * EIGHT_U + TINY,
    exact: once(() => multiply(x.exact(), factor)),
  };
}

/** @returns −1 where x < y, 1 where x > y, else 0; the same as comparing the exact values. */
export function compareEstimates(x: Estimate, y: Estimate): -1 | 0 | 1 {
  const difference = x.value - y.value;
  const doubt = (x.error + y.error + Math.abs(difference) * EIGHT_U) * (1 + EIGHT_U);
  if (difference > doubt) return 1;
  if (-difference > doubt) return -1;
  return compare(x.exact(), y.exact());
}

/** @returns x, or the nearer of the two bounds where x lies outside them. */
export function clampEstimate(x: Estimate, low: Exact, high: Exact): Estimate {
  const bottom = estimateOf(low);
  if (compareEstimates(x, bottom) < 0) return estimateOf(clamp(low, low, high));
  const top = estimateOf(high);
  return compareEstimates(x, top) > 0 ? top : x;
}

/** @returns x rounded half up; the same as rounding the exact value. */
export function roundEstimate(x: Estimate, decimals: number): Exact {
  const power = 10 ** decimals;
  const scaled = Math.abs(x.value) * power;
  const doubt = (x.error * power + scaled * EIGHT_U) * (1 + EIGHT_U);
  const near = Math.floor(scaled + 0.5);
  // Certain where nothing within the doubt reaches the next half. Near 0 the sign does not matter: both sides round to 0.
  if (decimals <= 15 && near <= MAX / 4 && Math.abs(scaled - near) + doubt < 0.5)
    return exact(x.value < 0 ? 0 - near : near, power);
  return roundHalfUp(x.exact(), decimals);
}
