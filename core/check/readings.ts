/** Findings of value and points cells: each reading's problem under the id that stands for it. */
import type { Under } from '../messages/ids.ts';
import {
  compare,
  exact,
  fromDecimal,
  fromNumber,
  multiply,
  ONE,
  sign,
  toNumber,
  toPlain,
  type Exact,
} from '../exact/exact.ts';
import type { Entry, InputColumn, Reading } from '../read/assessment.ts';
import type { Message } from '../messages/message.ts';
import { foldLoose } from '../workbook/text.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { Check, Severity, Told } from './finding.ts';
import { isPoints, problemOf, type CheckInput, type Read } from './input.ts';
import { edit, indicatorOf, isFormula, needs, scoreOf, setOf } from './shared.ts';

const INPUTS: ReadonlySet<string> = new Set(['a', 'b', 'c', 'd', 'choice', 'self', 'verified']);

/** @returns whether what is wrong in this column is what blocks the unit here. */
function decides(input: CheckInput, { entry, reading }: Read): boolean {
  const score = scoreOf(input, entry.unit, entry.indicator);
  if (score === undefined || score.state !== 'blocked' || score.blockedBy === null) return false;
  if (isPoints(reading.column)) return score.blockedBy === reading.column;
  if (isPoints(score.blockedBy as InputColumn) || !INPUTS.has(score.blockedBy)) return false;
  const needed = needs(input, indicatorOf(input, entry.unit, entry.indicator));
  return reading.column === 'choice' ? needed.choice !== null : needed.figures.includes(reading.column as 'a');
}

function candidateArgs(reading: Reading): Message['args'] {
  const [first, second] = reading.candidates ?? [];
  return {
    first: first ?? '',
    second: second ?? '',
    taken: reading.taken ?? '',
  };
}

/** The repair for an ambiguous number: the reading that counts, else the one Vietnamese separators give. */
function ambiguousRepair(input: CheckInput, reading: Reading): CellEdit[] | null {
  const numbers = (reading.candidates ?? []).map((candidate) => toNumber(fromDecimal(candidate.decimal)));
  const taken = reading.taken === undefined ? null : toNumber(fromDecimal(reading.taken.decimal));
  if (numbers.length === 0 && taken === null) return null;
  const text = String(scalarOf(reading.cell) ?? '');
  const value = taken ?? (text.includes(',') ? Math.min(...numbers) : Math.max(...numbers));
  return [edit(input, reading.at, value, text.includes('%') ? percentFormat(fromNumber(value)) : 'General')];
}

/** What a cell would hold by each of its readings that can stand; none where one was taken, or a formula stands there. */
function choicesOf(input: CheckInput, { entry, reading }: Read): CellEdit[][] {
  if (isFormula(reading.cell) || reading.taken !== undefined) return [];
  const points = isPoints(reading.column);
  const maximum = points ? (indicatorOf(input, entry.unit, entry.indicator)?.maximum ?? null) : null;
  // A rate goes with its sign: 80 without one would be asked about again.
  const percent =
    !points && (reading.problem === 'percent-scale' || String(scalarOf(reading.cell) ?? '').includes('%'));
  return (reading.candidates ?? [])
    .map(({ decimal }) => fromDecimal(decimal))
    .filter((value) => maximum === null || compare(value, maximum) <= 0)
    .map((value) => [edit(input, reading.at, toNumber(value), percent ? percentFormat(value) : 'General')]);
}

/** As many decimals as the share has: "0.##%" would show 80% as "80,%". */
function percentFormat(share: Exact): string {
  const decimals = toPlain(multiply(share, exact(100))).split('.')[1]?.length ?? 0;
  return decimals === 0 ? '0%' : `0.${'0'.repeat(decimals)}%`;
}

function repairOf(input: CheckInput, { entry, reading }: Read): CellEdit[] | null {
  if (isFormula(reading.cell)) return null;
  const problem = problemOf(reading);
  if (problem === null) {
    if (reading.value === null) return null;
    const percent = String(scalarOf(reading.cell)).includes('%');
    return [edit(input, reading.at, toNumber(reading.value), percent ? percentFormat(reading.value) : 'General')];
  }
  if (problem === 'ambiguous-number') return ambiguousRepair(input, reading);
  if (reading.problem === 'percent-scale' && !isPoints(reading.column)) {
    const share = (reading.candidates ?? []).find((candidate) => compare(fromDecimal(candidate.decimal), ONE) <= 0);
    if (share === undefined) return null;
    const value = fromDecimal(share.decimal);
    return [edit(input, reading.at, toNumber(value), percentFormat(value))];
  }
  if (reading.problem === 'percent-scale') {
    const fitting = choicesOf(input, { entry, reading });
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  }
  if (reading.problem === 'choice-unknown') {
    const typed = foldLoose(String(scalarOf(reading.cell) ?? ''));
    const [near, another] = labelsOf(input, entry).filter((label) => foldLoose(label) === typed);
    return near === undefined || another !== undefined ? null : [edit(input, reading.at, near)];
  }
  return null;
}

function labelsOf(input: CheckInput, entry: Entry): string[] {
  const needed = needs(input, indicatorOf(input, entry.unit, entry.indicator));
  return needed.choice === 'yes-no' ? ['Có', 'Không', 'Không áp dụng'] : needed.labels;
}

/** The whole that a part is held against: "a = 60" alone does not say what it is larger than. */
function wholeOf(input: CheckInput, { entry, reading }: Read): { target: boolean; args: Message['args'] } | null {
  for (const { part, whole, target } of needs(input, indicatorOf(input, entry.unit, entry.indicator)).pairs) {
    const other = entry.readings[whole];
    if (part !== reading.column || !reading.value || !other?.value) continue;
    if (target ? sign(other.value) !== 0 : compare(reading.value, other.value) <= 0) continue;
    return { target, args: { other: whole, whole: { decimal: toPlain(other.value) } } };
  }
  return null;
}

function variantOf(reading: Reading): string | undefined {
  const points = isPoints(reading.column);
  if (reading.problem === 'percent-scale') return points ? 'points' : undefined;
  if (problemOf(reading) === 'ambiguous-number')
    return reading.taken !== undefined ? 'taken' : points ? 'ambiguous' : undefined;
  return points && reading.problem === 'date' ? 'date' : undefined;
}

/** How a part is larger than its whole: against a target of 0, or in a quotient that is no plain pair. */
function exceeding(reading: Reading, whole: ReturnType<typeof wholeOf>): string | undefined {
  if (reading.problem !== 'part-exceeds-whole') return undefined;
  return whole === null ? 'zero' : whole.target ? 'target' : undefined;
}

/** An error where it decides the official points, else a warning; a note for text numbers. */
function told(input: CheckInput, read: Read): Told {
  const { entry, reading } = read;
  const whole = reading.problem === 'part-exceeds-whole' ? wholeOf(input, read) : null;
  const labels = reading.problem === 'choice-unknown' ? labelsOf(input, entry) : null;
  const args = candidateArgs(reading);
  if (labels !== null) args['labels'] = labels.join('; ');
  const choices = choicesOf(input, read);
  const isTaken = reading.problem === 'ambiguous-number' && reading.taken !== undefined;
  const severity = (isWaived: boolean): Severity => {
    if (problemOf(reading) === null) return 'note';
    if (reading.problem === null || isTaken) return 'warning';
    const isHeld = isWaived && scoreOf(input, entry.unit, entry.indicator)?.state === 'waived';
    return isHeld || decides(input, read) ? 'error' : 'warning';
  };
  return {
    at: reading.at,
    severity,
    unit: entry.unit,
    indicator: { set: setOf(input, entry.unit), index: entry.indicator },
    column: reading.column,
    variant: labels?.length === 0 ? 'none' : (exceeding(reading, whole) ?? variantOf(reading)),
    args: { ...args, ...whole?.args },
    repair: repairOf(input, read),
    readings: choices.length > 1 ? choices : null,
  };
}

const OF_POINTS: readonly InputColumn[] = ['self', 'verified'];
const OF_FIGURES: readonly InputColumn[] = ['a', 'b', 'c', 'd'];
const OF_FORMS: readonly InputColumn[] = [...OF_FIGURES, 'choice'];

/** @returns why a check that looks at these columns cannot run: no table has one of them. */
export function columnsLacking(
  { columns }: CheckInput,
  wanted: readonly InputColumn[] = OF_FIGURES,
): Under<'notrun.'> | null {
  if (wanted.some((column) => columns.has(column))) return null;
  return `no-${wanted === OF_POINTS ? 'points' : wanted.length === 1 ? 'choice' : 'figures'}`;
}

/** One problem of a reading each, with the columns it is looked for in. */
const PROBLEMS = {
  /** A figure's cell shows an error. */
  'value.error-cell': OF_FORMS,
  /** A formula without a stored result. */
  'value.uncalculated': OF_FORMS,
  'value.date': OF_FORMS,
  'value.ambiguous-number': OF_FIGURES,
  'value.not-a-number': OF_FIGURES,
  'value.negative': OF_FIGURES,
  /** The part a is larger than its whole b. */
  'value.part-exceeds-whole': OF_FIGURES,
  /** A rate of which it is not certain whether 80 means 80 %, or a % in a points column. */
  'value.percent-scale': [...OF_FIGURES, ...OF_POINTS],
  'value.choice-unknown': ['choice'],
  /** A number stored as text, read without doubt. */
  'value.text-number': OF_FIGURES,
  'points.error-cell': OF_POINTS,
  'points.uncalculated': OF_POINTS,
  /** Words, a date or an ambiguous text where points are meant. */
  'points.not-a-number': OF_POINTS,
  'points.negative': OF_POINTS,
  'points.above-maximum': OF_POINTS,
  'points.text-number': OF_POINTS,
} as const satisfies Partial<Record<CheckId, readonly InputColumn[]>>;

type ProblemId = keyof typeof PROBLEMS;

/** The checks of single readings. */
export const READING_CHECKS = Object.fromEntries(
  Object.entries<readonly InputColumn[]>(PROBLEMS).map(([id, columns]): [string, Check] => [
    id,
    {
      severity: 'warning',
      notRun: (input) => columnsLacking(input, columns),
      run: (input) => (input.readings.get(id as ProblemId) ?? []).map((read) => told(input, read)),
    },
  ]),
) as Record<ProblemId, Check>;
