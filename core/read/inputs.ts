/** From the cells of one entry to its readings (design §3): one problem a cell, the first of ReadingProblem's order. */
import { compare, divide, exact, multiply, sign, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import { matchLabels } from '../framework/rules/index.ts';
import type { Rule, RuleNeeds } from '../framework/rules/rule.ts';
import { isEmpty, kindOf, scalarOf, type Cell } from '../workbook/cell.ts';
import { readNumber } from '../workbook/number.ts';
import type { CellRef, InputColumn, Reading, ReadingProblem } from './assessment.ts';

const ONE = exact(1);
const HUNDRED = exact(100);

/** An input cell of an entry, where its table has the column. */
export interface InputCell {
  column: InputColumn;
  cell: Cell;
  at: CellRef;
}

export interface InputContext {
  rule: Rule | null;
  needs: RuleNeeds | null;
  /** null: unreadable; points then have no upper bound. */
  maximum: Exact | null;
  decimalMark: ',' | '.' | null;
}

type Candidates = [Exact, Exact];

/** A reading under way: a number with two readings keeps both until the bounds have spoken. */
interface Draft {
  reading: Reading;
  open: Candidates | null;
  separator: ',' | '.' | null;
  percent: boolean;
}

function decimal(value: Exact): { decimal: string } {
  return { decimal: toPlain(value) };
}

function draftOf({ column, cell, at }: InputCell): Draft {
  const reading: Reading = { column, at, cell, value: null, labels: null, problem: null, empty: false };
  const draft: Draft = { reading, open: null, separator: null, percent: false };
  // "30đ" are points only where points are meant; elsewhere they are money.
  const number = readNumber(cell, { unitWords: column === 'self' || column === 'verified' });
  if (number.kind === 'empty') reading.empty = true;
  else if (number.kind === 'problem') reading.problem = number.problem;
  else if (number.kind === 'ambiguous') {
    draft.open = number.candidates;
    draft.separator = number.separator;
    draft.percent = number.percent;
  } else {
    reading.value = number.value;
    draft.percent = number.percent;
    if (number.text) reading.textNumber = true;
  }
  return draft;
}

function take(draft: Draft, value: Exact): void {
  draft.reading.candidates = draft.open!.map(decimal);
  draft.reading.taken = decimal(value);
  draft.reading.value = value;
  draft.open = null;
}

/** Takes the one candidate within the bounds; leaves the draft open where none or both are. */
function takeWithin(draft: Draft, low: Exact, high: Exact | null): void {
  const fitting = draft.open!.filter((value) => compare(value, low) >= 0 && (high === null || compare(value, high) <= 0));
  if (fitting.length === 1) take(draft, fitting[0]!);
}

/** The bounds of a quotient's two sides: 0 ≤ a ≤ b; a target may be passed. */
function settlePair(part: Draft | undefined, whole: Draft | undefined, target: boolean): void {
  if (part === undefined || whole === undefined || target) return;
  if (part.open !== null && whole.open !== null) {
    const pairs = part.open.flatMap((a) => whole.open!.map((b) => [a, b] as const)).filter(([a, b]) => compare(a, b) <= 0);
    if (pairs.length === 1) {
      take(part, pairs[0]![0]);
      take(whole, pairs[0]![1]);
    }
  } else if (part.open !== null && whole.reading.value !== null) takeWithin(part, ZERO, whole.reading.value);
  else if (whole.open !== null && part.reading.value !== null) takeWithin(whole, part.reading.value, null);
}

/** What the bounds left open the setting decides; without it the number is ambiguous. */
function settleOpen(draft: Draft, mark: ',' | '.' | null): void {
  if (draft.open === null) return;
  if (mark !== null) {
    take(draft, draft.open[draft.separator === mark ? 1 : 0]);
    return;
  }
  draft.reading.candidates = draft.open.map(decimal);
  draft.reading.problem = 'ambiguous-number';
}

function fault(reading: Reading, problem: ReadingProblem, candidates?: Exact[]): void {
  reading.problem = problem;
  if (candidates !== undefined) reading.candidates = candidates.map(decimal);
}

function checkFigures(drafts: Map<InputColumn, Draft>, needs: RuleNeeds): void {
  for (const name of needs.figures) {
    const reading = drafts.get(name)?.reading;
    if (reading?.value && reading.problem === null && sign(reading.value) < 0) fault(reading, 'negative');
  }
  for (const { part, whole, target } of needs.pairs) {
    const a = drafts.get(part)?.reading;
    const b = drafts.get(whole)?.reading;
    if (!a?.value || !b?.value || a.problem !== null || b.problem !== null) continue;
    // Of a target only a figure above 0 against a target of 0 makes no sense.
    const exceeds = target ? sign(b.value) === 0 && sign(a.value) > 0 : compare(a.value, b.value) > 0;
    if (exceeds) fault(a, 'part-exceeds-whole');
  }
  for (const name of needs.rates) {
    const reading = drafts.get(name)?.reading;
    if (!reading?.value || reading.problem !== null || drafts.get(name)!.percent) continue;
    if (compare(reading.value, ONE) > 0) fault(reading, 'percent-scale', [divide(reading.value, HUNDRED), reading.value]);
  }
}

function checkPoints(draft: Draft, maximum: Exact | null): void {
  const { reading } = draft;
  if (reading.value === null || reading.problem !== null) return;
  if (sign(reading.value) < 0) fault(reading, 'negative');
  else if (draft.percent) {
    const share = maximum === null ? reading.value : multiply(reading.value, maximum);
    fault(reading, 'percent-scale', [share, multiply(reading.value, HUNDRED)]);
  } else if (maximum !== null && compare(reading.value, maximum) > 0) fault(reading, 'above-maximum');
}

function readChoice({ column, cell, at }: InputCell, rule: Rule | null): Reading {
  const reading: Reading = { column, at, cell, value: null, labels: null, problem: null, empty: isEmpty(cell) };
  if (reading.empty) return reading;
  const kind = kindOf(cell);
  if (kind === 'error') reading.problem = 'error-cell';
  else if (kind === 'uncalculated') reading.problem = 'uncalculated';
  else if (kind === 'date') reading.problem = 'date';
  else {
    const value = scalarOf(cell);
    if (typeof value === 'string' && value.trim() === '') reading.empty = true;
    else if (rule !== null) {
      reading.labels = matchLabels(rule, typeof value === 'boolean' ? value : String(value ?? ''));
      if (reading.labels === null) reading.problem = 'choice-unknown';
    }
  }
  return reading;
}

/** @returns the readings of one entry's input cells, by column. Linear; allocates nothing for absent columns. */
export function readInputs(cells: readonly InputCell[], context: InputContext): Partial<Record<InputColumn, Reading>> {
  const { rule, needs, maximum, decimalMark } = context;
  const drafts = new Map<InputColumn, Draft>();
  const readings: Partial<Record<InputColumn, Reading>> = {};
  for (const input of cells) {
    if (input.column === 'choice') readings.choice = readChoice(input, rule);
    else {
      const draft = draftOf(input);
      drafts.set(input.column, draft);
      readings[input.column] = draft.reading;
    }
  }
  for (const { part, whole, target } of needs?.pairs ?? []) settlePair(drafts.get(part), drafts.get(whole), target);
  for (const draft of drafts.values()) {
    const points = draft.reading.column === 'self' || draft.reading.column === 'verified';
    if (draft.open !== null && points) takeWithin(draft, ZERO, maximum);
    settleOpen(draft, decimalMark);
    if (points) checkPoints(draft, maximum);
  }
  if (needs !== null) checkFigures(drafts, needs);
  return readings;
}

