/** A figure far from the unit's own of the same period a year before. */
import { compare, exact, isZero, multiply, sign, subtract, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import { figuresBeside, isYearBefore, periodsThat, type Beside } from './earlier.ts';
import type { Check, Told } from './finding.ts';
import { setOf } from './shared.ts';

const TIMES = exact(5);
/** Points of percent that a rate may move. */
const MOVED = exact(3, 10);

const size = (value: Exact): Exact => (sign(value) < 0 ? subtract(ZERO, value) : value);

/** Five times nothing is nothing: who had none a year before is far from nothing. */
function isFar({ now, before, isRate }: Beside): boolean {
  if (isRate) return compare(size(subtract(now, before)), MOVED) > 0;
  if (isZero(before)) return false;
  return compare(now, multiply(before, TIMES)) >= 0 || compare(multiply(now, TIMES), before) <= 0;
}

/** A share as people read it. */
function shown(value: Exact, isRate: boolean): { decimal: string } {
  return { decimal: toPlain(isRate ? multiply(value, exact(100)) : value) };
}

export const valueOutlier: Check = {
  severity: 'note',
  notRun: (input) => (input.earlier !== null && periodsThat(input, isYearBefore).length > 0 ? null : 'value.outlier'),
  run: (input) => {
    const found: Told[] = [];
    for (const period of periodsThat(input, isYearBefore).slice(0, 1))
      for (const beside of figuresBeside(input, period)) {
        if (!isFar(beside)) continue;
        const { entry, figure, before, isRate } = beside;
        found.push({
          at: entry.readings[figure]?.at ?? null,
          unit: entry.unit,
          indicator: { set: setOf(input, entry.unit), index: entry.indicator },
          column: figure,
          variant: isRate ? 'rate' : undefined,
          args: { before: shown(before, isRate), period },
        });
      }
    return found;
  },
};
