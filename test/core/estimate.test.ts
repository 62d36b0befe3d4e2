/** Estimated sums decide as the exact sums do, always. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Adder,
  addEstimates,
  clampEstimate,
  compareEstimates,
  estimateOf,
  roundEstimate,
  scaleEstimate,
  type Estimate,
} from '#core/exact/estimate';
import {
  add,
  clamp,
  compare,
  exact,
  fromDecimal,
  multiply,
  roundHalfUp,
  subtract,
  sum,
  toNumber,
  ZERO,
  type Exact,
} from '#core/exact/exact';

const fraction = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 5000 }))
  .map(([n, d]) => exact(n, d));
const decimal = fc.integer({ min: -100_000, max: 100_000 }).map((n) => exact(n, 100));
const large = fc.tuple(fraction, fc.integer({ min: 1, max: 2 ** 53 - 1 })).map(([x, d]) => multiply(x, exact(1, d)));
const parts = fc.array(fc.oneof(fraction, decimal, large), { maxLength: 40 });

function estimated(list: Exact[]): Estimate {
  const adder = new Adder();
  for (const x of list) adder.add(x);
  return adder.estimate();
}

describe('estimated sums', () => {
  it('add up to the exact sum, within their bound', () => {
    fc.assert(
      fc.property(parts, parts, (plus, minus) => {
        const adder = new Adder();
        for (const x of plus) adder.add(x);
        for (const x of minus) adder.add(x, true);
        const total = subtract(sum(plus), sum(minus));
        expect(adder.exact()).toEqual(total);
        const estimate = adder.estimate();
        expect(estimate.exact()).toEqual(total);
        expect(Math.abs(toNumber(total) - estimate.value)).toBeLessThanOrEqual(estimate.error);
      }),
    );
  });

  it('round as the exact sum does', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 6 }), (list, decimals) => {
        expect(roundEstimate(estimated(list), decimals)).toEqual(roundHalfUp(sum(list), decimals));
      }),
    );
  });

  it('round and compare as the exact sum does at, and next to, a half', () => {
    const offsets = [
      ZERO,
      exact(1, 2 ** 52),
      exact(-1, 2 ** 52),
      multiply(exact(1, 2 ** 52), exact(1, 2 ** 40)),
      multiply(exact(-1, 2 ** 52), exact(1, 2 ** 40)),
    ];
    fc.assert(
      fc.property(
        parts,
        fc.integer({ min: -100_000, max: 100_000 }),
        fc.constantFrom(...offsets),
        (list, hundredths, offset) => {
          const target = add(exact(2 * hundredths + 1, 200), offset);
          // The last part brings the sum to the target, whatever came before.
          const whole = [...list, subtract(target, sum(list))];
          const estimate = estimated(whole);
          expect(roundEstimate(estimate, 2)).toEqual(roundHalfUp(target, 2));
          const half = exact(2 * hundredths + 1, 200);
          expect(compareEstimates(estimate, estimateOf(half))).toBe(compare(target, half));
          expect(compareEstimates(estimateOf(half), estimate)).toBe(compare(half, target));
        },
      ),
    );
  });

  it('scale, add, clamp and compare as exact numbers do', () => {
    fc.assert(
      fc.property(parts, parts, fraction, fraction, (left, right, factor, bound) => {
        const x = sum(left);
        const y = sum(right);
        const total = add(multiply(x, factor), y);
        const estimate = addEstimates(scaleEstimate(estimated(left), factor), estimated(right));
        expect(estimate.exact()).toEqual(total);
        expect(roundEstimate(estimate, 2)).toEqual(roundHalfUp(total, 2));
        expect(compareEstimates(estimate, estimated(right))).toBe(compare(total, y));
        const high = compare(bound, ZERO) < 0 ? subtract(ZERO, bound) : bound;
        expect(clampEstimate(estimate, ZERO, high).exact()).toEqual(clamp(total, ZERO, high));
      }),
    );
  });

  it('leave to the exact value what no double can hold', () => {
    const huge = fromDecimal(`1${'0'.repeat(400)}`);
    expect(compareEstimates(estimated([huge, exact(1, 3)]), estimated([huge, exact(1, 4)]))).toBe(1);
    expect(roundEstimate(estimated([huge, exact(1, 3)]), 2)).toEqual(roundHalfUp(add(huge, exact(1, 3)), 2));
    const tiny = fromDecimal(`0.${'0'.repeat(400)}1`);
    expect(compareEstimates(estimated([tiny]), estimateOf(ZERO))).toBe(1);
  });
});
