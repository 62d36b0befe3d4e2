/** Readings of an entry as a rule wants them. */
import type { Exact } from '../exact/exact.ts';
import type { FigureName } from '../framework/framework.ts';
import type { RuleInputs } from '../framework/rules/rule.ts';
import { readingOf, type Entry, type InputColumn, type Reading } from '../read/assessment.ts';
import type { PreparedIndicator } from './policy.ts';

/** What the rule gets, and what stands in its way. */
export class EntryInputs implements RuleInputs {
  readonly figures: Record<FigureName, Exact | null> = { a: null, b: null, c: null, d: null };
  labels: RuleInputs['labels'] = null;
  /** The first input that is there but can't count. */
  faulty: Reading | null = null;
  /** The first input that is there. */
  first: InputColumn | null = null;
  /** Two rows differ in an input, or on whether any is needed. */
  disputed = false;
  /** Every input is there (or Không áp dụng says that none is needed). */
  complete = true;

  /** Không áp dụng takes the place of what a rule would calculate, judged indicators included. */
  get excused(): boolean {
    return this.labels === 'not-applicable';
  }
}

/** @returns whether two rows say different things of an input. */
export function inDispute(entry: Entry | null, column: InputColumn): boolean {
  return entry?.disputed?.includes(column) === true;
}

/** @returns the entry's inputs for its rule. Faulty readings and those in which two rows differ count as not there. */
export function readInputs({ inputs }: PreparedIndicator, entry: Entry | null): EntryInputs {
  const result = new EntryInputs();
  const readings = entry?.readings;
  const isDisputed = entry?.disputed !== undefined;
  // Không áp dụng in Lựa chọn takes the place of every figure, for any kind of rule.
  const choice = readings?.choice;
  const excused = choice?.labels === 'not-applicable' && choice.problem === null && !inDispute(entry, 'choice');
  if (isDisputed)
    result.disputed = inDispute(entry, 'choice') || (!excused && inputs.some((column) => inDispute(entry, column)));
  if (excused) {
    result.labels = 'not-applicable';
    result.first = 'choice';
  }
  for (const column of inputs) {
    const reading =
      readings === undefined || (isDisputed && inDispute(entry, column)) ? undefined : readingOf(readings, column);
    const there = reading !== undefined && !reading.empty;
    if (there && result.first === null) result.first = column;
    const faulty = there && reading.problem !== null;
    if (faulty && !excused && result.faulty === null) result.faulty = reading;
    const usable = there && !faulty;
    if (column === 'choice') {
      if (!excused) result.labels = usable ? reading.labels : null;
      if (!usable) result.complete = excused;
    } else if (column !== 'self' && column !== 'verified') {
      const value = usable ? reading.value : null;
      result.figures[column] = value;
      if (value === null && !excused) result.complete = false;
    }
  }
  return result;
}
