/**
 * Whole numbers without a limit: arrays of limbs in base 10^7, lowest first, no leading zero limbs, [] = 0.
 * Own arithmetic because Google's script engine has no native big integers on which we could rely, and results must stay plain JSON.
 */

export type Limbs = readonly number[];

const BASE = 10_000_000;
const WIDTH = 7;

/** The limb at a place; there are only zeros above the top one. */
function at(limbs: Limbs, place: number): number {
  return limbs[place] ?? 0;
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function trimmed(limbs: number[]): number[] {
  while (limbs.length > 0 && limbs[limbs.length - 1] === 0) limbs.pop();
  return limbs;
}

/** @returns the limbs of a non-negative safe integer. */
export function limbsOf(value: number): Limbs {
  const limbs: number[] = [];
  let rest = value;
  while (rest > 0) {
    const low = rest % BASE;
    limbs.push(low);
    rest = (rest - low) / BASE;
  }
  return limbs;
}

/** @returns the limbs of a text of decimal digits. */
export function limbsFromDigits(digits: string): Limbs {
  const limbs: number[] = [];
  for (let end = digits.length; end > 0; end -= WIDTH) limbs.push(Number(digits.slice(Math.max(0, end - WIDTH), end)));
  return trimmed(limbs);
}

/** @returns the decimal digits, "0" for zero. */
export function digitsOf(limbs: Limbs): string {
  if (limbs.length === 0) return '0';
  let text = String(limbs[limbs.length - 1]);
  for (let index = limbs.length - 2; index >= 0; index--) text += String(limbs[index]).padStart(WIDTH, '0');
  return text;
}

/** @returns the value where it is a safe integer, else null. */
export function safeValue(limbs: Limbs): number | null {
  if (limbs.length > 3) return null;
  let value = 0;
  for (let index = limbs.length - 1; index >= 0; index--) value = value * BASE + at(limbs, index);
  return value <= Number.MAX_SAFE_INTEGER ? value : null;
}

/** @returns the sign of a − b. */
export function compareLimbs(a: Limbs, b: Limbs): -1 | 0 | 1 {
  if (a.length !== b.length) return a.length < b.length ? -1 : 1;
  for (let index = a.length - 1; index >= 0; index--) {
    if (a[index] !== b[index]) return at(a, index) < at(b, index) ? -1 : 1;
  }
  return 0;
}

/** @returns a + b. */
export function addLimbs(a: Limbs, b: Limbs): Limbs {
  const sum: number[] = [];
  let carry = 0;
  for (let index = 0; index < a.length || index < b.length; index++) {
    const part = at(a, index) + at(b, index) + carry;
    carry = part >= BASE ? 1 : 0;
    sum.push(part - carry * BASE);
  }
  if (carry > 0) sum.push(carry);
  return sum;
}

/** @returns a − b; a must not be the smaller. */
export function subtractLimbs(a: Limbs, b: Limbs): Limbs {
  const rest: number[] = [];
  let borrow = 0;
  for (let index = 0; index < a.length; index++) {
    const part = at(a, index) - at(b, index) - borrow;
    borrow = part < 0 ? 1 : 0;
    rest.push(part + borrow * BASE);
  }
  return trimmed(rest);
}

/** @returns a × b. */
export function multiplyLimbs(a: Limbs, b: Limbs): Limbs {
  if (a.length === 0 || b.length === 0) return [];
  const product: number[] = zeros(a.length + b.length);
  for (let i = 0; i < a.length; i++) {
    let carry = 0;
    for (let j = 0; j < b.length; j++) {
      const part = at(a, i) * at(b, j) + at(product, i + j) + carry;
      carry = Math.floor(part / BASE);
      product[i + j] = part - carry * BASE;
    }
    product[i + b.length] = carry;
  }
  return trimmed(product);
}

function divideBySmall(a: Limbs, divisor: number): { quotient: Limbs; remainder: Limbs } {
  const quotient: number[] = zeros(a.length);
  let rest = 0;
  for (let index = a.length - 1; index >= 0; index--) {
    const part = rest * BASE + at(a, index);
    quotient[index] = Math.floor(part / divisor);
    rest = part % divisor;
  }
  return { quotient: trimmed(quotient), remainder: rest === 0 ? [] : [rest] };
}

/** @returns quotient and remainder of a ÷ b (b ≠ 0), by long division (Knuth, algorithm D). */
export function divideLimbs(a: Limbs, b: Limbs): { quotient: Limbs; remainder: Limbs } {
  if (b.length === 0) throw new RangeError('division by zero');
  if (compareLimbs(a, b) < 0) return { quotient: [], remainder: a };
  if (b.length === 1) return divideBySmall(a, at(b, 0));
  // The divisor's top limb must be at least half the base, or the estimate of a quotient limb is too far off.
  const scale = Math.floor(BASE / (at(b, b.length - 1) + 1));
  const rest = [...multiplyLimbs(a, [scale])];
  while (rest.length <= a.length) rest.push(0);
  const divisor = multiplyLimbs(b, [scale]);
  const size = divisor.length;
  const top = at(divisor, size - 1);
  const next = at(divisor, size - 2);
  const quotient: number[] = zeros(a.length - size + 1);
  for (let place = a.length - size; place >= 0; place--) {
    const head = at(rest, place + size) * BASE + at(rest, place + size - 1);
    let digit = Math.floor(head / top);
    let over = head - digit * top;
    while (digit >= BASE || digit * next > over * BASE + at(rest, place + size - 2)) {
      digit--;
      over += top;
      if (over >= BASE) break;
    }
    let borrow = 0;
    for (let index = 0; index < size; index++) {
      const part = at(rest, place + index) - digit * at(divisor, index) - borrow;
      borrow = -Math.floor(part / BASE);
      rest[place + index] = part + borrow * BASE;
    }
    rest[place + size] = at(rest, place + size) - borrow;
    if (at(rest, place + size) < 0) {
      // The estimate was one too high: give one divisor back.
      digit--;
      let carry = 0;
      for (let index = 0; index < size; index++) {
        const part = at(rest, place + index) + at(divisor, index) + carry;
        carry = part >= BASE ? 1 : 0;
        rest[place + index] = part - carry * BASE;
      }
      rest[place + size] = at(rest, place + size) + carry;
    }
    quotient[place] = digit;
  }
  return { quotient: trimmed(quotient), remainder: divideBySmall(trimmed(rest), scale).quotient };
}

/** @returns the greatest common divisor. */
export function gcdLimbs(a: Limbs, b: Limbs): Limbs {
  let x = a;
  let y = b;
  while (y.length > 0) {
    const { remainder } = divideLimbs(x, y);
    x = y;
    y = remainder;
  }
  return x;
}

/** @returns 10^exponent. */
export function powerOfTen(exponent: number): Limbs {
  return limbsFromDigits(`1${'0'.repeat(exponent)}`);
}
