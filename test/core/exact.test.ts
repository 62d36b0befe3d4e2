import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as E from '#core/exact/exact';
import type { Exact } from '#core/exact/exact';

/** The oracle: fractions of the engine's own big integers, which the core does without. */
interface Fraction {
  n: bigint;
  d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

function fraction(n: bigint, d: bigint): Fraction {
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { n: n / common, d: d / common };
}

function part(x: number | readonly number[]): bigint {
  if (typeof x === 'number') return BigInt(x);
  return x.reduceRight((value, limb) => value * 10_000_000n + BigInt(limb), 0n);
}

function oracle(x: Exact): Fraction {
  const n = part(x.n);
  return fraction('negative' in x && x.negative ? -n : n, part(x.d));
}

function decimal(text: string): Fraction {
  const [whole = '', tail = ''] = text.split('.');
  return fraction(BigInt(whole + tail), 10n ** BigInt(tail.length));
}

const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d);

function rounded(x: Fraction, decimals: number): bigint {
  const size = (x.n < 0n ? -x.n : x.n) * 10n ** BigInt(decimals);
  const value = (2n * size + x.d) / (2n * x.d);
  return x.n < 0n ? -value : value;
}

const integers = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.maxSafeInteger());
const small = fc
  .tuple(integers, fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER })))
  .map(([n, d]) => E.exact(n, d));
const digits = fc.stringMatching(/^-?[0-9]{1,40}(\.[0-9]{1,30})?$/);
/** Values of all sizes, with limbs full of 0 and 9 999 999 among them, where long division goes wrong first. */
const limbs = fc
  .array(fc.constantFrom('0000000', '9999999', '0000001', '5000000', '4999999', '9999998', '1234567'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => E.fromDecimal(`1${parts.join('')}`));
const values = fc.oneof(
  small,
  digits.map(E.fromDecimal),
  limbs,
  fc.tuple(limbs, limbs).map(([a, b]) => E.divide(a, b)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(E.fromNumber),
);
const decimalsOf = fc.integer({ min: 0, max: 20 });

describe('exact arithmetic', () => {
  it('agrees with big integers in + − × ÷ and comparison', () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const a = oracle(x);
        const b = oracle(y);
        expect(oracle(E.add(x, y))).toEqual(plus(a, b));
        expect(oracle(E.subtract(x, y))).toEqual(plus(a, { n: -b.n, d: b.d }));
        expect(oracle(E.multiply(x, y))).toEqual(fraction(a.n * b.n, a.d * b.d));
        if (!E.isZero(y)) expect(oracle(E.divide(x, y))).toEqual(fraction(a.n * b.d, a.d * b.n));
        const order = a.n * b.d - b.n * a.d;
        expect(E.compare(x, y)).toBe(order < 0n ? -1 : order > 0n ? 1 : 0);
        expect(E.sign(x)).toBe(a.n < 0n ? -1 : a.n > 0n ? 1 : 0);
      }),
      { numRuns: 3000 },
    );
  });

  it('has one form for a value, so that equal values are deeply equal and survive JSON', () => {
    fc.assert(
      fc.property(values, values, (x, y) => {
        const back = E.subtract(E.add(x, y), y);
        expect(back).toEqual(x);
        expect(E.equals(back, x)).toBe(true);
        expect(JSON.parse(JSON.stringify(x))).toEqual(x);
        expect(Object.is(x.n, -0)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('sums to the same in every order', () => {
    fc.assert(
      fc.property(fc.array(values, { maxLength: 12 }), (list) => {
        const total = E.sum(list);
        expect(E.sum([...list].reverse())).toEqual(total);
        expect(oracle(total)).toEqual(list.map(oracle).reduce(plus, { n: 0n, d: 1n }));
      }),
    );
  });

  it('rounds and prints half up like big integers', () => {
    const halves = fc
      .tuple(fc.integer(), fc.integer({ min: 0, max: 6 }))
      .map(([n, k]) => E.exact(2 * n + 1, 2 * 10 ** k));
    fc.assert(
      fc.property(fc.oneof(values, halves), decimalsOf, (x, decimals) => {
        const expected = rounded(oracle(x), decimals);
        expect(oracle(E.roundHalfUp(x, decimals))).toEqual(fraction(expected, 10n ** BigInt(decimals)));
        const text = E.toFixed(x, decimals);
        expect(text).toMatch(decimals === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${decimals}}$`));
        expect(decimal(text)).toEqual(fraction(expected, 10n ** BigInt(decimals)));
        expect(/^-[0.]*$/.test(text)).toBe(false);
        expect(decimal(E.toPlain(x, decimals))).toEqual(fraction(expected, 10n ** BigInt(decimals)));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a double at 15 significant digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [mantissa = '', exponent = '0'] = value.toExponential(14).split('e');
        const power = BigInt(exponent);
        const head = decimal(mantissa);
        const expected =
          power >= 0n ? fraction(head.n * 10n ** power, head.d) : fraction(head.n, head.d * 10n ** -power);
        expect(oracle(E.fromNumber(value))).toEqual(expected);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 5 }), (n, k) => {
        expect(E.fromNumber(n / 10 ** k)).toEqual(E.exact(n, 10 ** k));
      }),
    );
  });

  it('gives the double back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
        expect(E.toNumber(E.fromNumber(value))).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe('what people see', () => {
  it.each([
    [114.99999999999999, '115'],
    [0.1, '0.1'],
    [0.1 + 0.2, '0.3'],
    [1.005, '1.005'],
    [-0, '0'],
    [1e21, '1000000000000000000000'],
    [826.8, '826.8'],
  ])('reads %d as %s', (value, text) => {
    expect(E.toPlain(E.fromNumber(value))).toBe(text);
  });

  it('rounds 1.005 up, and a half away from 0', () => {
    expect(E.toFixed(E.fromNumber(1.005), 2)).toBe('1.01');
    expect(E.toFixed(E.fromDecimal('-1.005'), 2)).toBe('-1.01');
    expect(E.toFixed(E.fromDecimal('-0.004'), 2)).toBe('0.00');
    expect(E.toFixed(E.exact(25, 2), 2)).toBe('12.50');
    expect(E.toPlain(E.exact(100), 0)).toBe('100');
    expect(E.toPlain(E.exact(1, 3), 4)).toBe('0.3333');
  });

  it('keeps within bounds', () => {
    const [low, high] = [E.ZERO, E.exact(20)];
    expect(E.clamp(E.exact(-1), low, high)).toEqual(low);
    expect(E.clamp(E.exact(21), low, high)).toEqual(high);
    expect(E.clamp(E.ONE, low, high)).toEqual(E.ONE);
  });

  it('refuses what is no number', () => {
    for (const text of ['', '1,5', '1e5', '.5', '5.', 'abc', '1 000'])
      expect(() => E.fromDecimal(text)).toThrow(RangeError);
    for (const value of [NaN, Infinity, -Infinity]) expect(() => E.fromNumber(value)).toThrow(RangeError);
    expect(() => E.divide(E.ONE, E.ZERO)).toThrow(RangeError);
    expect(() => E.exact(0.5)).toThrow(RangeError);
  });
});
