/** Which deciding values were waived. A waiver holds for check + unit + indicator + column + value, so it dies when the value changes. */
import type { CheckId } from '../messages/check-ids.ts';
import type { Assessment, Reading, ReadingProblem } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { waiverKey } from '../read/waivers/waivers.ts';

/** Answers whether a problem is waived; built once per run. */
export interface WaiverIndex {
  /** A value that is there and can't count. */
  reading(unit: string, indicator: string, reading: Reading): boolean;
  /** A fault that has no reading of its own, at the column and value its finding names ('' where it names none). */
  place(check: string, unit: string, indicator: string, column: string, value: string): boolean;
  /** Rows or forms that differ: whatever they say. */
  row(check: string, unit: string, indicator: string): boolean;
}

const rowKey = (...parts: string[]): string => parts.join('\u0001');

/** @returns the check that reports a reading's problem. */
export function checkOfProblem(column: Reading['column'], problem: ReadingProblem): CheckId {
  if (column !== 'self' && column !== 'verified')
    return problem === 'above-maximum' ? 'value.not-a-number' : `value.${problem}`;
  switch (problem) {
    case 'error-cell':
    case 'uncalculated':
    case 'negative':
    case 'above-maximum':
      return `points.${problem}`;
    // The only value check that also looks at points columns.
    case 'percent-scale':
      return 'value.percent-scale';
    default:
      return 'points.not-a-number';
  }
}

/** @returns an index over the assessment's waivers. */
export function waiverIndex(assessment: Assessment): WaiverIndex {
  const places = new Set(assessment.waivers.map(waiverKey));
  const rows = new Set(assessment.waivers.map(({ check, unit, indicator }) => rowKey(check, unit, indicator)));
  const none = assessment.waivers.length === 0;
  const place: WaiverIndex['place'] = (check, unit, indicator, column, value) =>
    !none && places.has(waiverKey({ check, unit, indicator, column, value }));
  return {
    place,
    reading: (unit, indicator, reading) =>
      !none &&
      reading.problem !== null &&
      place(checkOfProblem(reading.column, reading.problem), unit, indicator, reading.column, shownText(reading.cell)),
    row: (check, unit, indicator) => !none && rows.has(rowKey(check, unit, indicator)),
  };
}
