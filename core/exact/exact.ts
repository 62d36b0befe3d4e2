/**
 * Exact rational numbers. Points are added, compared and rounded without the errors of binary fractions.
 *
 * Every value has one form only: lowest terms, denominator above 0, and plain numbers wherever both are safe integers.
 * So two equal values are deeply equal, and a value is plain JSON.
 */
import {
  addLimbs,
  compareLimbs,
  digitsOf,
  divideLimbs,
  gcdLimbs,
  limbsFromDigits,
  limbsOf,
  multiplyLimbs,
  powerOfTen,
  safeValue,
  subtractLimbs,
  type Limbs,
} from './limbs.ts';
import { isSafe, MAX, scaledPlain, small, type Small } from './small.ts';

/** ±N/D where one of the two is beyond 2^53. */
interface Big {
  readonly negative: boolean;
  readonly n: Limbs;
  readonly d: Limbs;
}

/** An exact rational number; read it only through the functions of this file. */
export type Exact = Small | Big;

export const ZERO: Exact = { n: 0, d: 1 };
export const ONE: Exact = { n: 1, d: 1 };

/** Numbers of up to six decimals add as whole numbers of this fraction. */
const DECIMALS = 1_000_000;
/** Decimals whose power of ten is a safe integer. */
const MOST_DECIMALS = 15;
const POWERS: readonly number[] = Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => 10 ** decimals);

function isSmall(x: Exact): x is Small {
  return typeof x.n === 'number';
}

function big(negative: boolean, n: Limbs, d: Limbs): Exact {
  if (n.length === 0) return ZERO;
  const common = gcdLimbs(n, d);
  const top = divideLimbs(n, common).quotient;
  const bottom = divideLimbs(d, common).quotient;
  const safeTop = safeValue(top);
  const safeBottom = safeValue(bottom);
  if (safeTop !== null && safeBottom !== null) return { n: negative ? -safeTop : safeTop, d: safeBottom };
  return { negative, n: top, d: bottom };
}

function widen(x: Exact): Big {
  if (!isSmall(x)) return x;
  return { negative: x.n < 0, n: limbsOf(Math.abs(x.n)), d: limbsOf(x.d) };
}

/** @returns n/d of two safe integers (d ≠ 0). */
export function exact(n: number, d = 1): Exact {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0)
    throw new RangeError(`no exact number: ${n}/${d}`);
  return d < 0 ? small(-n, -d) : small(n, d);
}

function fromParts(negative: boolean, whole: string, fraction: string, exponent: number): Exact {
  const digits = whole + fraction;
  const shift = exponent - fraction.length;
  if (digits.length <= MOST_DECIMALS && shift <= 0 && shift >= -MOST_DECIMALS)
    return small((negative ? -1 : 1) * Number(digits), POWERS[-shift] ?? 10 ** -shift);
  const top = limbsFromDigits(digits);
  return shift >= 0
    ? big(negative, multiplyLimbs(top, powerOfTen(shift)), [1])
    : big(negative, top, powerOfTen(-shift));
}

/** @returns the value of a decimal text such as "-12.5"; anything else throws. */
export function fromDecimal(text: string): Exact {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`no decimal number: ${text}`);
  const [, mark, whole = '', fraction = ''] = match;
  return fromParts(mark === '-', whole, fraction, 0);
}

/** @returns what a person reads in a cell with this double: its value at 15 significant digits, as Excel shows it. */
export function fromNumber(value: number): Exact {
  if (Number.isInteger(value) && value < 1e15 && value > -1e15) return small(value, 1);
  // A double that is nearest to a number of hundredths is that number at 15 digits, too: no need to print it first.
  const hundredths = Math.round(value * 100);
  if (hundredths / 100 === value && hundredths < 1e15 && hundredths > -1e15) return small(hundredths, 100);
  const match = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(value.toExponential(14));
  if (match === null) throw new RangeError(`no finite number: ${value}`);
  const [, mark, whole = '', fraction = '', exponent] = match;
  return fromParts(mark === '-', whole, fraction.replace(/0+$/, ''), Number(exponent));
}

/** @returns n and d of x in lowest terms, d above 0; null where one of them is no safe integer. */
export function fractionOf(x: Exact): { n: number; d: number } | null {
  return isSmall(x) ? { n: x.n, d: x.d } : null;
}

/** @returns x + y. */
export function add(x: Exact, y: Exact): Exact {
  if (isSmall(x) && isSmall(y)) {
    if (x.d === y.d) {
      const n = x.n + y.n;
      if (isSafe(n)) return small(n, x.d);
    } else {
      const left = x.n * y.d;
      const right = y.n * x.d;
      const d = x.d * y.d;
      if (isSafe(left) && isSafe(right) && isSafe(left + right) && d <= MAX) return small(left + right, d);
    }
  }
  const a = widen(x);
  const b = widen(y);
  const left = multiplyLimbs(a.n, b.d);
  const right = multiplyLimbs(b.n, a.d);
  const d = multiplyLimbs(a.d, b.d);
  if (a.negative === b.negative) return big(a.negative, addLimbs(left, right), d);
  return compareLimbs(left, right) >= 0
    ? big(a.negative, subtractLimbs(left, right), d)
    : big(b.negative, subtractLimbs(right, left), d);
}

function negate(x: Exact): Exact {
  if (!isSmall(x)) return { negative: !x.negative, n: x.n, d: x.d };
  return x.n === 0 ? x : { n: -x.n, d: x.d };
}

/** @returns x − y. */
export function subtract(x: Exact, y: Exact): Exact {
  return add(x, negate(y));
}

/** @returns x × y. */
export function multiply(x: Exact, y: Exact): Exact {
  if (isSmall(x) && isSmall(y)) {
    const n = x.n * y.n;
    const d = x.d * y.d;
    if (isSafe(n) && d <= MAX) return small(n, d);
  }
  const a = widen(x);
  const b = widen(y);
  return big(a.negative !== b.negative, multiplyLimbs(a.n, b.n), multiplyLimbs(a.d, b.d));
}

/** @returns x ÷ y; throws where y is 0. */
export function divide(x: Exact, y: Exact): Exact {
  if (isZero(y)) throw new RangeError('division by zero');
  if (isSmall(x) && isSmall(y)) {
    const n = y.n < 0 ? -x.n * y.d : x.n * y.d;
    const d = x.d * Math.abs(y.n);
    if (isSafe(n) && d <= MAX) return small(n, d);
  }
  if (isSmall(y)) return multiply(x, y.n < 0 ? { n: -y.d, d: -y.n } : { n: y.d, d: y.n });
  return multiply(x, { negative: y.negative, n: y.d, d: y.n });
}

/** @returns −1 where x < y, 1 where x > y, else 0. */
export function compare(x: Exact, y: Exact): -1 | 0 | 1 {
  if (isSmall(x) && isSmall(y)) {
    const left = x.n * y.d;
    const right = y.n * x.d;
    if (x.d === y.d) return x.n < y.n ? -1 : x.n > y.n ? 1 : 0;
    if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0;
  }
  const a = widen(x);
  const b = widen(y);
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sizes = compareLimbs(multiplyLimbs(a.n, b.d), multiplyLimbs(b.n, a.d));
  return sizes === 0 ? 0 : (sizes === 1) === a.negative ? -1 : 1;
}

/** @returns whether the two are the same number. */
export function equals(x: Exact, y: Exact): boolean {
  return compare(x, y) === 0;
}

/** @returns whether x is 0. */
export function isZero(x: Exact): boolean {
  return x.n === 0;
}

/** @returns −1, 0 or 1. */
export function sign(x: Exact): -1 | 0 | 1 {
  if (!isSmall(x)) return x.negative ? -1 : 1;
  return x.n < 0 ? -1 : x.n > 0 ? 1 : 0;
}

/** @returns the smaller of the two. */
export function minOf(x: Exact, y: Exact): Exact {
  return compare(x, y) <= 0 ? x : y;
}

/** @returns the larger of the two. */
export function maxOf(x: Exact, y: Exact): Exact {
  return compare(x, y) >= 0 ? x : y;
}

/** @returns x, or the nearer of the two bounds where x lies outside them. */
export function clamp(x: Exact, low: Exact, high: Exact): Exact {
  return minOf(maxOf(x, low), high);
}

/** ±N/D not in lowest terms: only inside a sum. */
function addLoose(a: Big, b: Big): Big {
  const left = multiplyLimbs(a.n, b.d);
  const right = multiplyLimbs(b.n, a.d);
  const d = multiplyLimbs(a.d, b.d);
  if (a.negative === b.negative) return { negative: a.negative, n: addLimbs(left, right), d };
  return compareLimbs(left, right) >= 0
    ? { negative: a.negative, n: subtractLimbs(left, right), d }
    : { negative: b.negative, n: subtractLimbs(right, left), d };
}

/** Halves add up to halves: the numbers stay as short as they can, and lowest terms are sought once, at the end. */
function sumLoose(list: readonly Exact[], from: number, to: number): Big {
  if (to - from === 1) return widen(list[from] ?? ZERO);
  const middle = (from + to) >> 1;
  return addLoose(sumLoose(list, from, middle), sumLoose(list, middle, to));
}

/** @returns the sum of all; 0 for none. Sixty fractions of sixty denominators cost one search for lowest terms, not sixty. */
export function sum(list: readonly Exact[]): Exact {
  const byDenominator = new Map<number, number>();
  const rest: Exact[] = [];
  let decimals = 0;
  for (const x of list) {
    if (!isSmall(x)) {
      rest.push(x);
      continue;
    }
    const part = DECIMALS % x.d === 0 ? x.n * (DECIMALS / x.d) : Infinity;
    if (isSafe(part) && isSafe(decimals + part)) {
      decimals += part;
      continue;
    }
    const before = byDenominator.get(x.d) ?? 0;
    if (isSafe(before + x.n)) byDenominator.set(x.d, before + x.n);
    else rest.push(x);
  }
  if (decimals !== 0) rest.push(small(decimals, DECIMALS));
  for (const [d, n] of byDenominator) if (n !== 0) rest.push(small(n, d));
  if (rest.length === 0) return ZERO;
  if (rest.length <= 4) return rest.reduce((total, x) => add(total, x));
  const total = sumLoose(rest, 0, rest.length);
  return big(total.negative, total.n, total.d);
}

/** |x| in parts of 1/10^decimals, ties up, without a limit. */
function scaledLimbs(x: Exact, decimals: number): Limbs {
  const { n, d } = widen(x);
  const { quotient, remainder } = divideLimbs(multiplyLimbs(n, powerOfTen(decimals)), d);
  return compareLimbs(addLimbs(remainder, remainder), d) >= 0 ? addLimbs(quotient, [1]) : quotient;
}

/** @returns x rounded to so many decimals; a half goes away from 0, as Excel's ROUND does. */
export function roundHalfUp(x: Exact, decimals: number): Exact {
  const power = POWERS[decimals];
  if (isSmall(x)) {
    if (x.d === 1 || (power !== undefined && power % x.d === 0)) return x;
    const plain = power === undefined ? null : scaledPlain(x, power);
    if (plain !== null && power !== undefined) return small(x.n < 0 ? -plain : plain, power);
  }
  const value = scaledLimbs(x, decimals);
  const plain = safeValue(value);
  if (plain !== null && power !== undefined) return small(sign(x) < 0 ? -plain : plain, power);
  return big(sign(x) < 0, value, powerOfTen(decimals));
}

/** Decimal digits of |x| × 10^decimals, ties up. */
function digitsAt(x: Exact, decimals: number): string {
  const power = POWERS[decimals];
  const plain = isSmall(x) && power !== undefined ? scaledPlain(x, power) : null;
  return plain === null ? digitsOf(scaledLimbs(x, decimals)) : String(plain);
}

/** @returns canonical decimal text with exactly so many decimals, rounded half up: "12.50"; never "-0.00". */
export function toFixed(x: Exact, decimals: number): string {
  const digits = digitsAt(x, decimals).padStart(decimals + 1, '0');
  const minus = sign(x) < 0 && /[1-9]/.test(digits) ? '-' : '';
  if (decimals === 0) return minus + digits;
  return `${minus}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** @returns shortest canonical decimal text: at most so many decimals (half up), no trailing zeros. */
export function toPlain(x: Exact, maxDecimals = 10): string {
  if (isSmall(x) && x.d === 1) return String(x.n);
  const text = toFixed(x, maxDecimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** @returns the nearest double (to within its last digit, for numbers beyond 2^53). */
export function toNumber(x: Exact): number {
  if (isSmall(x)) return x.n / x.d;
  // 25 significant digits decide the double; enough decimals for values far below 1, too.
  const lead = digitsOf(x.n).length - digitsOf(x.d).length;
  return Number(toFixed(x, Math.max(0, 25 - lead)));
}
