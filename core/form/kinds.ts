/** Points of each kind of rule as formulas: the same as its file in core/framework/rules works out, in whole numbers. */
import { divide, multiply, ONE, toPlain, type Exact } from '../exact/exact.ts';
import { byName } from '../framework/rules/choice.ts';
import { pointsOf } from '../framework/rules/points.ts';
import type { OfKind } from '../framework/rules/kind.ts';
import type { BandRow, Bound, Labelled, NotArisingPolicy, Points, Quantity, Rule } from '../framework/rules/rule.ts';
import { NO_WORDS, YES_WORDS } from '../framework/rules/yes-no.ts';
import type { HelperRow } from './cells.ts';
import type { ChoiceCell } from './labels.ts';
import { added, atLeast, chosen, divided, fixed, larger, NOTHING, type Mixed } from './mixed.ts';
import {
  BeyondForms,
  celled,
  constant,
  quantityOf,
  type Fraction,
  type RowInputs,
  type WorkedQuantity,
} from './quantity.ts';
import { minus, plus, times } from './terms.ts';

/** How a rule, or a part of one, comes out; STATES as numbers, so that the worst of several is their largest. */
export const STATES = { scored: 0, dropped: 1, asks: 2, missing: 3 } as const;

export interface FormPart {
  /** A number or the reference of one: STATES. */
  state: string;
  /** Within 0 … the maximum; what it holds in another state than scored says nothing. */
  points: Mixed;
  /** What of the maximum is dropped or rescaled, in units of the last decimal; a formula. */
  lost: string;
}

export interface FormTask {
  row: HelperRow;
  inputs: RowInputs;
  choice: ChoiceCell | null;
  policy: NotArisingPolicy;
  decimals: number;
  maximum: Exact;
  /** Units of the last decimal of maxima. */
  unit: Exact;
}

/** @returns an amount of a maximum in whole units. */
export function units(amount: Exact, unit: Exact): string {
  return toPlain(multiply(amount, unit), 0);
}

const SCORED = String(STATES.scored);

function capped(points: Mixed, { maximum, decimals, row }: FormTask): Mixed {
  const top = fixed(maximum, decimals);
  return chosen(atLeast(points, top), top, points, row);
}

/** A part of q: what does not arise goes by the policy. `fraction`: its points, which may lie outside 0 … maximum. */
function ofQuantity(q: WorkedQuantity, fraction: Fraction, task: FormTask): FormPart {
  const { row, decimals, policy, maximum, unit } = task;
  const n = row.put(`MAX(0,${fraction.n})`);
  const points = capped(divided({ n, d: fraction.d }, decimals, row), task);
  const { impossible, notArising } = q;
  if (impossible === null || notArising === null) return { state: SCORED, points, lost: '0' };
  const state = (then: number): string =>
    row.put(`IF(${impossible}=1,${STATES.missing},IF(${notArising}=1,${then},0))`);
  if (policy === 'full' || policy === 'zero') {
    const given = policy === 'full' ? fixed(maximum, decimals) : NOTHING;
    return { state: state(STATES.scored), points: chosen(`${notArising}=1`, given, points, row), lost: '0' };
  }
  if (policy === 'ask') return { state: state(STATES.asks), points, lost: '0' };
  return { state: state(STATES.dropped), points, lost: `IF(${notArising}=1,${units(maximum, unit)},0)` };
}

/** n/d × an exact number. */
function by(q: Fraction, value: Exact): Fraction {
  const { n, d } = constant(value);
  return { n: times(q.n, n), d: times(q.d, d) };
}

function linear(quantity: Quantity, of: (q: Fraction) => Fraction, task: FormTask): FormPart {
  const q = quantityOf(quantity, task.inputs, task.row);
  const { n, d } = of(q);
  return ofQuantity(q, { n, d: celled(task.row, d) }, task);
}

function bandTest({ from, to }: BandRow, q: Fraction): string {
  const against = (bound: Bound, signs: [with_: string, without: string]): string => {
    const { n, d } = constant(bound.value);
    return `${times(q.n, d)}${bound.inclusive ? signs[0] : signs[1]}${times(q.d, n)}`;
  };
  const tests = [
    ...(from === null ? [] : [against(from, ['>=', '>'])]),
    ...(to === null ? [] : [against(to, ['<=', '<'])]),
  ];
  return tests.length === 0 ? 'TRUE' : tests.length === 1 ? tests.join('') : `AND(${tests.join(',')})`;
}

function bands({ quantity, rows }: OfKind<'bands'>, task: FormTask): FormPart {
  const { row, maximum } = task;
  const q = quantityOf(quantity, task.inputs, row);
  // Taken from the last: the first that holds stands outermost.
  let n = '0';
  let d = '1';
  for (const band of [...rows].reverse()) {
    const test = row.put(`IF(${bandTest(band, q)},1,0)`);
    const share = band.points;
    const points =
      share.kind === 'proportional' ? by(q, divide(maximum, share.over ?? ONE)) : constant(pointsOf(share, maximum));
    n = row.put(`IF(${test}=1,${points.n},${n})`);
    d = row.put(`IF(${test}=1,${points.d},${d})`);
  }
  return ofQuantity(q, { n, d }, task);
}

function answered(points: Mixed, count: string | null, task: FormTask): FormPart {
  const state = count === null ? SCORED : task.row.put(`IF(${count}=1,0,${STATES.missing})`);
  return { state, points: capped(points, task), lost: '0' };
}

/** The points of the labels that are there, added. */
function labels(options: Labelled[], one: boolean, task: FormTask): FormPart {
  const { row, choice, maximum, decimals } = task;
  if (choice === null) throw new BeyondForms();
  const first = [...byName(options).values()];
  const tests = first.map(({ label }) => row.put(choice.has([label])));
  let points = NOTHING;
  first.forEach((option, at) => {
    const own = fixed(pointsOf(option.points, maximum), decimals);
    const test = tests[at] ?? '0';
    points = added(
      points,
      { whole: row.put(times(test, own.whole)), rest: times(test, own.rest), over: own.over },
      row,
    );
  });
  return answered(points, one ? row.put(tests.join('+')) : null, task);
}

function yesNo(task: FormTask): FormPart {
  const { row, choice, maximum, decimals } = task;
  if (choice === null) throw new BeyondForms();
  const yes = row.put(choice.has(YES_WORDS));
  const no = row.put(choice.has(NO_WORDS));
  return answered(chosen(`${yes}=1`, fixed(maximum, decimals), NOTHING, row), `(${yes}+${no})`, task);
}

/** The worst of the states; dropped only where all are. */
function together(parts: readonly FormPart[], row: HelperRow): string {
  const states = parts.map(({ state }) => state).join(',');
  return row.put(`IF(MAX(${states})>=${STATES.asks},MAX(${states}),MIN(${states}))`);
}

function counted({ state, points }: FormPart, row: HelperRow): Mixed {
  return state === SCORED ? points : chosen(`${state}=0`, points, NOTHING, row);
}

function composite({ parts }: OfKind<'composite'>, task: FormTask): FormPart {
  const { row, unit } = task;
  const done = parts.map(({ rule, maximum }) => partOf(rule, { ...task, maximum }));
  const state = together(done, row);
  const points = done.reduce<Mixed>((all, one) => added(all, counted(one, row), row), NOTHING);
  const whole = units(task.maximum, unit);
  const lost = done.map((one) => one.lost).reduce(plus);
  return {
    state,
    points: capped(points, task),
    lost: lost === '0' ? '0' : row.put(`IF(${state}=${STATES.dropped},${whole},MIN(${lost},${whole}))`),
  };
}

function bestOf({ parts }: OfKind<'best-of'>, task: FormTask): FormPart {
  const { row } = task;
  const done = parts.map((rule) => partOf(rule, task));
  const state = together(done, row);
  const points = done.map((one) => counted(one, row)).reduce((best, one) => larger(one, best, row));
  // A part that is dropped is no candidate; only if none is left the maximum goes too.
  const drops = task.policy === 'drop' || task.policy === 'rescale';
  return { state, points, lost: drops ? `IF(${state}=${STATES.dropped},${units(task.maximum, task.unit)},0)` : '0' };
}

function each(points: Points, { maximum }: FormTask): Exact {
  return pointsOf(points, maximum);
}

/** @returns the points of a rule on a maximum. @throws BeyondForms where no form can know them: against the best unit, judged. */
export function partOf(rule: Rule, task: FormTask): FormPart {
  const { maximum } = task;
  switch (rule.kind) {
    case 'ratio':
      return linear(rule.quantity, (q) => by(q, maximum), task);
    case 'threshold':
      // From the goal on it is the maximum or more, and capped.
      return linear(rule.quantity, (q) => by(q, divide(maximum, rule.goal)), task);
    case 'count':
      return linear(rule.quantity, (q) => by(q, each(rule.each, task)), task);
    case 'deduction':
      return linear(
        rule.quantity,
        (q) => {
          const top = constant(maximum);
          const less = by(q, each(rule.each, task));
          return { n: minus(times(top.n, less.d), times(less.n, top.d)), d: times(top.d, less.d) };
        },
        task,
      );
    case 'bands':
      return bands(rule, task);
    case 'choice':
      return labels(rule.options, true, task);
    case 'parts':
      return labels(rule.options, false, task);
    case 'yes-no':
      return yesNo(task);
    case 'composite':
      return composite(rule, task);
    case 'best-of':
      return bestOf(rule, task);
    case 'bonus':
    case 'penalty':
    case 'judged':
    case 'information':
    case 'relative':
    case 'target':
      throw new BeyondForms();
  }
}
