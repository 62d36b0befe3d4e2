/** Which cell a decision hangs on that no value made: the empty input that is missing, the zero by which nothing arises. */
import { isZero } from '../exact/exact.ts';
import type { FigureName } from '../framework/framework.ts';
import type { Entry, InputColumn, PointSource, Reading } from '../read/assessment.ts';

/** @returns the first empty input in the order of Nguồn điểm, with calculated points before typed ones that no one gave. */
export function missingReading(
  entry: Entry,
  inputs: readonly InputColumn[],
  sources: readonly PointSource[],
): Reading | null {
  if (sources.includes('calculated'))
    for (const column of inputs) {
      const reading = entry.readings[column];
      if (reading?.empty === true) return reading;
    }
  for (const source of sources) {
    const reading = source === 'calculated' ? undefined : entry.readings[source];
    if (reading?.empty === true) return reading;
  }
  return null;
}

/** @returns Lựa chọn with Không áp dụng, else the divisor that is 0, else the first figure divided by; null where no cell says it. */
export function notArisingReading(entry: Entry, divisors: readonly FigureName[]): Reading | null {
  const { choice } = entry.readings;
  if (choice !== undefined && choice.labels === 'not-applicable') return choice;
  let first: Reading | null = null;
  for (const figure of divisors) {
    const reading = entry.readings[figure];
    if (reading === undefined || reading.value === null) continue;
    if (isZero(reading.value)) return reading;
    first ??= reading;
  }
  return first;
}
