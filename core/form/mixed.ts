/**
 * Points as whole units of the last decimal and a proper rest: (whole + rest/over) × 10^-decimals, 0 ≤ rest < over. Long division in
 * helper cells, so that no product grows past what is exact, and a half is seen as a half.
 */
import { fractionOf, multiply, exact, type Exact } from '../exact/exact.ts';
import type { HelperRow } from './cells.ts';
import { BeyondForms, celled, type Fraction } from './quantity.ts';
import { plus, times } from './terms.ts';

export interface Mixed {
  whole: string;
  rest: string;
  over: string;
}

export const NOTHING: Mixed = { whole: '0', rest: '0', over: '1' };

/** Decimals that one step of the division gives: small steps allow large figures, many decimals need large ones. */
function stepsFor(decimals: number): number[] {
  const step = decimals <= 6 ? 1 : 5;
  const steps: number[] = [];
  for (let left = decimals; left > 0; left -= step) steps.push(Math.min(step, left));
  return steps;
}

/** @returns an exact number of points at so many decimals. @throws BeyondForms. */
export function fixed(points: Exact, decimals: number): Mixed {
  const found = fractionOf(multiply(points, exact(10 ** decimals)));
  if (found === null) throw new BeyondForms();
  const whole = Math.floor(found.n / found.d);
  return { whole: String(whole), rest: String(found.n - whole * found.d), over: String(found.d) };
}

/** @param fraction n ≥ 0, d > 0. @returns n/d at so many decimals. */
export function divided({ n, d }: Fraction, decimals: number, row: HelperRow): Mixed {
  const top = celled(row, n);
  let whole = row.put(`INT(${top}/${d})`);
  let rest = row.put(`${top}-${whole}*${d}`);
  for (const step of stepsFor(decimals)) {
    const grown = row.put(`${rest}*${10 ** step}`);
    const digits = row.put(`INT(${grown}/${d})`);
    whole = row.put(`${whole}*${10 ** step}+${digits}`);
    rest = row.put(`${grown}-${digits}*${d}`);
  }
  return { whole, rest, over: d };
}

/** A condition: left is at least right. */
export function atLeast(left: Mixed, right: Mixed): string {
  return `OR(${left.whole}>${right.whole},AND(${left.whole}=${right.whole},${times(left.rest, right.over)}>=${times(right.rest, left.over)}))`;
}

/** @returns the one or the other. */
export function chosen(condition: string, yes: Mixed, no: Mixed, row: HelperRow): Mixed {
  const test = row.put(`IF(${condition},1,0)`);
  const pick = (x: string, y: string): string => (x === y ? x : row.put(`IF(${test}=1,${x},${y})`));
  return { whole: pick(yes.whole, no.whole), rest: pick(yes.rest, no.rest), over: pick(yes.over, no.over) };
}

/** @returns the larger. */
export function larger(left: Mixed, right: Mixed, row: HelperRow): Mixed {
  return chosen(atLeast(left, right), left, right, row);
}

/** @returns the sum; a rest of 0 is 0/1, so that denominators do not grow for nothing. */
export function added(left: Mixed, right: Mixed, row: HelperRow): Mixed {
  if (left === NOTHING) return right;
  const overs = [left, right].map(({ rest, over }) => (over === '1' ? '1' : row.put(`IF(${rest}=0,1,${over})`)));
  const [one = '1', other = '1'] = overs;
  const over = celled(row, times(one, other));
  const sum = row.put(plus(times(left.rest, other), times(right.rest, one)));
  const carry = row.put(`INT(${sum}/${over})`);
  return {
    whole: row.put(`${left.whole}+${right.whole}+${carry}`),
    rest: row.put(`${sum}-${carry}*${over}`),
    over,
  };
}

/** @returns the nearest whole unit, a half up. */
export function rounded({ whole, rest, over }: Mixed, row: HelperRow): string {
  return rest === '0' ? whole : row.put(`${whole}+IF(2*${rest}>=${over},1,0)`);
}
