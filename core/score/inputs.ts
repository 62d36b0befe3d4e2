/** Readings of an entry as a rule wants them. */
import type { FigureName } from '../framework/framework.ts';
import type { RuleInputs } from '../framework/rules/rule.ts';
import type { Entry, InputColumn, Reading } from '../read/assessment.ts';
import type { PreparedIndicator } from './policy.ts';

/** What the rule gets, and what stands in its way. */
export interface FigureInputs {
  inputs: RuleInputs;
  /** The first input that is there but can't count. */
  faulty: Reading | null;
  /** The first input that is there. */
  first: Reading | null;
  /** Two rows differ in an input, or on whether any is needed. */
  disputed: boolean;
  /** Every input is there (or Không áp dụng says that none is needed). */
  complete: boolean;
}

/** @returns the entry's inputs for its rule. Faulty readings and those in which two rows differ count as not there. */
export function readInputs(prepared: PreparedIndicator, entry: Entry | null): FigureInputs {
  const figures: RuleInputs['figures'] = {};
  const inDispute = (column: InputColumn): boolean => entry?.disputed?.includes(column) === true;
  const result: FigureInputs = {
    inputs: { figures, labels: null },
    faulty: null,
    first: null,
    disputed: false,
    complete: true,
  };
  // Không áp dụng in Lựa chọn takes the place of every figure, for any kind of rule.
  const choice = entry?.readings.choice;
  const excused = choice?.labels === 'not-applicable' && choice.problem === null && !inDispute('choice');
  result.disputed = inDispute('choice') || (!excused && prepared.inputs.some(inDispute));
  if (excused && choice) {
    result.inputs.labels = 'not-applicable';
    result.first = choice;
  }
  for (const column of prepared.inputs) {
    const reading = entry === null || inDispute(column) ? undefined : entry.readings[column];
    const there = reading !== undefined && !reading.empty;
    if (there && result.first === null) result.first = reading;
    const faulty = there && reading.problem !== null;
    if (faulty && !excused && result.faulty === null) result.faulty = reading;
    const usable = there && !faulty;
    if (column === 'choice') {
      if (!excused) result.inputs.labels = usable ? reading.labels : null;
      if (!usable) result.complete = excused;
    } else {
      const value = usable ? reading.value : null;
      figures[column as FigureName] = value;
      if (value === null && !excused) result.complete = false;
    }
  }
  return result;
}
