/** Findings of value and points cells: each reading's problem under the id that stands for it. */
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
import type { Entry, InputColumn, Reading, ReadingProblem } from '../read/assessment.ts';
import type { Message } from '../messages/message.ts';
import { foldLoose } from '../workbook/text.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { Check, CheckInput, Finding } from './finding.ts';
import type { CheckId } from '../messages/check-ids.ts';
import { contextOf, edit, finding, hasFootnote, indicatorOf, isFormula, needs, scoreOf, setOf } from './shared.ts';

export interface Read {
  entry: Entry;
  reading: Reading;
}

const COLUMNS: readonly InputColumn[] = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'];
const sorted = new WeakMap<CheckInput, Map<CheckId, Read[]>>();

/** @returns whether a column holds points. */
export function isPoints(column: InputColumn): boolean {
  return column === 'self' || column === 'verified';
}

function idOf(column: InputColumn, problem: ReadingProblem): CheckId {
  if (!isPoints(column)) return problem === 'above-maximum' ? 'value.not-a-number' : `value.${problem}`;
  switch (problem) {
    case 'error-cell':
    case 'uncalculated':
    case 'negative':
    case 'above-maximum':
      return `points.${problem}`;
    case 'percent-scale':
      return 'value.percent-scale';
    default:
      return 'points.not-a-number';
  }
}

/** What is to be said of a reading: a number that had two readings is said even where the bounds have settled it. */
function problemOf(reading: Reading): ReadingProblem | null {
  return reading.problem ?? (reading.taken === undefined ? null : 'ambiguous-number');
}

/** One pass over all entries; every check then takes its own share. */
function readingsBy(input: CheckInput): Map<CheckId, Read[]> {
  const known = sorted.get(input);
  if (known !== undefined) return known;
  const map = new Map<CheckId, Read[]>();
  for (const entry of input.assessment.entries)
    for (const column of COLUMNS) {
      const reading = entry.readings[column];
      if (reading === undefined) continue;
      const problem = problemOf(reading);
      // A number beside a footnote's mark can be nothing but text, and is told as that.
      if (problem === null && (reading.textNumber !== true || hasFootnote(input, reading.at))) continue;
      const id =
        problem !== null ? idOf(column, problem) : isPoints(column) ? 'points.text-number' : 'value.text-number';
      const list = map.get(id);
      if (list === undefined) map.set(id, [{ entry, reading }]);
      else list.push({ entry, reading });
    }
  sorted.set(input, map);
  return map;
}

/** @returns the readings that a check of the id speaks of. */
export function readingsFor(input: CheckInput, id: CheckId): Read[] {
  return readingsBy(input).get(id) ?? [];
}

/** @returns whether what is wrong in this column is what blocks the unit here. */
function decides(input: CheckInput, { entry, reading }: Read): boolean {
  const score = scoreOf(input, entry.unit, entry.indicator);
  if (score === undefined || score.state !== 'blocked' || score.blockedBy === null) return false;
  if (isPoints(reading.column)) return score.blockedBy === reading.column;
  if (isPoints(score.blockedBy as InputColumn) || !COLUMNS.includes(score.blockedBy as InputColumn)) return false;
  const needed = needs(indicatorOf(input, entry.unit, entry.indicator));
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
    return fitting.length === 1 ? fitting[0]! : null;
  }
  if (reading.problem === 'choice-unknown') {
    const typed = foldLoose(String(scalarOf(reading.cell) ?? ''));
    const near = labelsOf(input, entry).filter((label) => foldLoose(label) === typed);
    return near.length === 1 ? [edit(input, reading.at, near[0]!)] : null;
  }
  return null;
}

function labelsOf(input: CheckInput, entry: Entry): string[] {
  const needed = needs(indicatorOf(input, entry.unit, entry.indicator));
  return needed.choice === 'yes-no' ? ['Có', 'Không', 'Không áp dụng'] : needed.labels;
}

/** The whole that a part is held against: "a = 60" alone does not say what it is larger than. */
function wholeOf(input: CheckInput, { entry, reading }: Read): { target: boolean; args: Message['args'] } | null {
  for (const { part, whole, target } of needs(indicatorOf(input, entry.unit, entry.indicator)).pairs) {
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

/** Makes the finding of one reading: an error where it decides the official points, else a warning; a note for text numbers. */
export function readingFinding(input: CheckInput, id: CheckId, read: Read): Finding {
  const { entry, reading } = read;
  const args = candidateArgs(reading);
  const whole = reading.problem === 'part-exceeds-whole' ? wholeOf(input, read) : null;
  const labels = reading.problem === 'choice-unknown' ? labelsOf(input, entry) : null;
  if (labels !== null) args['labels'] = labels.join('; ');
  const choices = choicesOf(input, read);
  const made = finding(input, id, problemOf(reading) === null ? 'note' : 'warning', {
    at: reading.at,
    unit: entry.unit,
    indicator: { set: setOf(input, entry.unit), index: entry.indicator },
    column: reading.column,
    variant: labels?.length === 0 ? 'none' : (exceeding(reading, whole) ?? variantOf(reading)),
    args: { ...args, ...whole?.args },
    repair: repairOf(input, read),
    readings: choices.length > 1 ? choices : null,
  });
  if (reading.problem === null || (reading.problem === 'ambiguous-number' && reading.taken !== undefined)) return made;
  const waivedHere = made.waived !== null && scoreOf(input, entry.unit, entry.indicator)?.state === 'waived';
  if (waivedHere || decides(input, read)) made.severity = 'error';
  return made;
}

const OF_POINTS: readonly InputColumn[] = ['self', 'verified'];
const OF_FIGURES: readonly InputColumn[] = ['a', 'b', 'c', 'd'];
/** Value checks that look at more, or at less, than the columns of figures. */
const LOOKS_AT: Partial<Record<CheckId, readonly InputColumn[]>> = {
  'value.error-cell': [...OF_FIGURES, 'choice'],
  'value.uncalculated': [...OF_FIGURES, 'choice'],
  'value.date': [...OF_FIGURES, 'choice'],
  'value.percent-scale': [...OF_FIGURES, ...OF_POINTS],
  'value.choice-unknown': ['choice'],
};

/** @returns why a check of readings cannot run: no table has a column that it looks at. */
export function columnsLacking(input: CheckInput, id: CheckId): Message | null {
  const wanted = LOOKS_AT[id] ?? (id.startsWith('points.') ? OF_POINTS : OF_FIGURES);
  const { columns } = contextOf(input);
  if (wanted.some((column) => columns.has(column))) return null;
  const kind = wanted === OF_POINTS ? 'points' : wanted.length === 1 ? 'choice' : 'figures';
  return { id: `notrun.no-${kind}`, args: {} };
}

/** @returns a check of one reading problem. */
export function readingCheck(id: CheckId): Check {
  return {
    id,
    notRun: (input) => columnsLacking(input, id),
    run: (input) => readingsFor(input, id).map((read) => readingFinding(input, id, read)),
  };
}
