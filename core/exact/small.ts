/** Fractions of plain numbers: nearly all that a workbook holds. Only the exact numbers use this file. */

/** n/d with both safe integers. */
export interface Small {
  readonly n: number;
  readonly d: number;
}

export const MAX = Number.MAX_SAFE_INTEGER;

/** @returns whether a number that was reckoned is still exact. */
export function isSafe(value: number): boolean {
  return value <= MAX && value >= -MAX;
}

/** Of two numbers of 32 bits: their remainder is one step of the processor, that of doubles a hundred. */
function gcdWords(a: number, b: number): number {
  let x = a | 0;
  let y = b | 0;
  while (y !== 0) {
    const rest = (x % y) | 0;
    x = y;
    y = rest;
  }
  return x;
}

function gcd(a: number, b: number): number {
  let x = a < 0 ? -a : a;
  let y = b;
  while (y !== 0) {
    if ((x | 0) === x && (y | 0) === y) return gcdWords(x, y);
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** The whole numbers that people count with are made once: a large workbook holds each of them a hundred times. */
const WHOLE: readonly Small[] = Array.from({ length: 4096 }, (_, n) => ({ n, d: 1 }));
/** Points are typed and published in hundredths: n/100, each made when it is first met. */
const HUNDREDTHS: (Small | null)[] = Array.from({ length: 16_384 }, () => null);
const ZERO: Small = { n: 0, d: 1 };

function lowest(n: number, d: number): Small {
  const common = gcd(n, d);
  if (common === d) return WHOLE[n / d] ?? { n: n / d, d: 1 };
  return common === 1 ? { n, d } : { n: n / common, d: d / common };
}

/** @returns n/d of safe integers, d > 0, brought to lowest terms. */
export function small(n: number, d: number): Small {
  if (n === 0) return ZERO;
  if (d === 1) return WHOLE[n] ?? { n, d };
  if (d === 100 && n > 0 && n < HUNDREDTHS.length) return (HUNDREDTHS[n] ??= lowest(n, d));
  return lowest(n, d);
}

/** @returns |x| in parts of 1/power, ties up; null where plain numbers cannot hold the work. */
export function scaledPlain(x: Small, power: number): number | null {
  const n = Math.abs(x.n) * power;
  // Twice the remainder plus the divisor must stay safe, too.
  if (n > MAX || x.d > MAX / 4) return null;
  // A quotient below 2^53 of safe numbers never rounds up to a whole number that it does not reach: k − n/d is at least 1/d.
  const whole = Math.floor(n / x.d);
  const rest = n - whole * x.d;
  return whole + (rest * 2 >= x.d ? 1 : 0);
}
