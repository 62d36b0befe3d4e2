/** A quantity q as a fraction of whole numbers in helper cells. */
import { fractionOf, type Exact } from '../exact/exact.ts';
import type { FigureName, Quantity } from '../framework/rules/rule.ts';
import type { HelperRow } from './cells.ts';
import { minus, plus, times } from './terms.ts';

/** n/d; both formula texts of whole numbers. */
export interface Fraction {
  n: string;
  d: string;
}

/** What scoring a row needs of its inputs: figures × scale as whole numbers, and the scale. */
export interface RowInputs {
  figures: Readonly<Partial<Record<FigureName, string>>>;
  scale: string;
}

/** q = n / (d × scale^power). */
interface Scaled extends Fraction {
  power: number;
}

/** A quotient whose two sides may be 0. */
interface Quotient {
  above: string;
  below: string;
}

/** A number that no formula holds exactly: the row is left to the core. */
export class BeyondForms extends Error {}

/** @returns an exact number as a fraction of whole numbers. @throws BeyondForms. */
export function constant(value: Exact): Fraction {
  const found = fractionOf(value);
  if (found === null) throw new BeyondForms();
  return { n: String(found.n), d: String(found.d) };
}

/** @returns a reference: a formula of more than one step gets a cell. */
export function celled(row: HelperRow, formula: string): string {
  return /[-+*/(]/.test(formula) ? row.put(formula) : formula;
}

function powers(scale: string, count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => scale);
}

function work(q: Quantity, inputs: RowInputs, row: HelperRow, quotients: Quotient[]): Scaled {
  if (q.op === 'input' || q.op === 'rate') {
    const figure = inputs.figures[q.name];
    if (figure === undefined) throw new BeyondForms();
    return { n: figure, d: '1', power: 1 };
  }
  if (q.op === 'number') return { ...constant(q.value), power: 0 };
  const left = work(q.left, inputs, row, quotients);
  const right = work(q.right, inputs, row, quotients);
  if (q.op === '/') {
    // A number as divisor is never 0.
    if (q.right.op !== 'number') quotients.push({ above: left.n, below: right.n });
    return {
      n: celled(row, times(left.n, right.d)),
      d: celled(row, times(left.d, right.n)),
      power: left.power - right.power,
    };
  }
  const power = Math.max(left.power, right.power);
  const joined = q.op === '+' ? plus : minus;
  const [one, other] = [left, right].map((side) => times(side.n, ...powers(inputs.scale, power - side.power))) as [
    string,
    string,
  ];
  if (left.d === right.d) return { n: celled(row, joined(one, other)), d: left.d, power };
  return {
    n: celled(row, joined(times(one, right.d), times(other, left.d))),
    d: celled(row, times(left.d, right.d)),
    power,
  };
}

export interface WorkedQuantity extends Fraction {
  /** Conditions; null where it can't be. Something over 0 goes before 0 over 0. */
  impossible: string | null;
  notArising: string | null;
}

/** @returns q with d above 0 where it is neither impossible nor not arising; with 0/1 where it is. */
export function quantityOf(q: Quantity, inputs: RowInputs, row: HelperRow): WorkedQuantity {
  const quotients: Quotient[] = [];
  const { n, d, power } = work(q, inputs, row, quotients);
  const top = celled(row, times(n, ...powers(inputs.scale, -power)));
  const bottom = celled(row, times(d, ...powers(inputs.scale, power)));
  if (quotients.length === 0) return { n: top, d: bottom, impossible: null, notArising: null };
  const any = (test: (one: Quotient) => string): string =>
    quotients.length === 1 ? quotients.map(test).join('') : `OR(${quotients.map(test).join(',')})`;
  const impossible = row.put(`IF(${any(({ above, below }) => `AND(${above}<>0,${below}=0)`)},1,0)`);
  const notArising = row.put(`IF(${any(({ above, below }) => `AND(${above}=0,${below}=0)`)},1-${impossible},0)`);
  const none = `${impossible}+${notArising}>0`;
  return {
    // The sign belongs above the line.
    n: row.put(`IF(${none},0,IF(${bottom}<0,-1,1)*${top})`),
    d: row.put(`IF(${none},1,ABS(${bottom}))`),
    impossible,
    notArising,
  };
}
