/** From the cells of one entry to its readings (docs/contract.md#numbers): one problem a cell, the first of ReadingProblem's order. */
import { compare, divide, exact, multiply, sign, toPlain, ZERO, type Exact } from '../../exact/exact.ts';
import { impossiblePart, matchLabels, quotientsOf, type Quotient } from '../../framework/rules/index.ts';
import type { FigureName, Rule, RuleNeeds } from '../../framework/rules/rule.ts';
import { isEmpty, kindOf, scalarOf, type Cell } from '../../workbook/cell.ts';
import { readNumber, type NumberReading } from '../../workbook/number.ts';
import type { CellRef, InputColumn, Reading, ReadingProblem, Readings } from '../assessment.ts';

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

/** The same with what is worked out of the rule once. */
export interface EntryContext extends InputContext {
  quotients: readonly Quotient[];
}

/** @returns the context of all entries of an indicator. */
export function entryContext(context: InputContext): EntryContext {
  return { ...context, quotients: context.rule === null ? [] : quotientsOf(context.rule) };
}

type Candidates = [Exact, Exact];

const NO_DRAFTS: readonly Draft[] = [];
const NO_COLUMNS: readonly InputColumn[] = [];

const POINTS = { unitWords: true };
const FIGURES = {};

function isPoints(column: InputColumn): boolean {
  return column === 'self' || column === 'verified';
}

/** A number with two readings keeps both until the bounds have spoken. */
interface Draft {
  reading: Reading;
  open: Candidates | null;
  separator: ',' | '.';
}

/** A reading before it is settled. Its place is kept as numbers: few are ever asked for. */
class CellReading implements Reading {
  value: Exact | null = null;
  labels: Reading['labels'] = null;
  problem: ReadingProblem | null = null;
  empty: boolean;
  // Few have these: without a value they take no room.
  declare candidates?: Reading['candidates'];
  declare taken?: Reading['taken'];
  declare textNumber?: Reading['textNumber'];
  declare of?: undefined;

  constructor(
    readonly column: InputColumn,
    readonly cell: Cell,
    private readonly sheet: number,
    private readonly row: number,
    private readonly place: number,
  ) {
    this.empty = cell === null;
  }

  get at(): CellRef {
    return { sheet: this.sheet, row: this.row, column: this.place };
  }
}

function decimal(value: Exact): { decimal: string } {
  return { decimal: toPlain(value) };
}

/** @returns the number with all that it leaves to settle. */
function readFigure(reading: CellReading): NumberReading {
  const { column, cell } = reading;
  // "30đ" are points only where points are meant; elsewhere they are money.
  const number = readNumber(cell, isPoints(column) ? POINTS : FIGURES);
  if (number.kind === 'empty') reading.empty = true;
  else if (number.kind === 'problem') reading.problem = number.problem;
  else if (number.kind === 'number') {
    reading.value = number.value;
    if (number.text) reading.textNumber = true;
  }
  return number;
}

function take(draft: Draft, value: Exact): void {
  draft.reading.candidates = draft.open!.map(decimal);
  draft.reading.taken = decimal(value);
  draft.reading.value = value;
  draft.open = null;
}

/** Takes the one candidate within the bounds; leaves the draft open where none or both are. */
function takeWithin(draft: Draft, low: Exact, high: Exact | null): void {
  const fitting = draft.open!.filter(
    (value) => compare(value, low) >= 0 && (high === null || compare(value, high) <= 0),
  );
  if (fitting.length === 1) take(draft, fitting[0]!);
}

/** The bounds of a quotient's two sides: 0 ≤ a ≤ b; a target may be passed. */
function settlePair(a: Reading | undefined, b: Reading | undefined, drafts: readonly Draft[]): void {
  if (a === undefined || b === undefined) return;
  const part = drafts.find((draft) => draft.reading === a && draft.open !== null);
  const whole = drafts.find((draft) => draft.reading === b && draft.open !== null);
  if (part !== undefined && whole !== undefined) {
    const pairs = part
      .open!.flatMap((x) => whole.open!.map((y) => [x, y] as const))
      .filter(([x, y]) => compare(x, y) <= 0);
    if (pairs.length === 1) {
      take(part, pairs[0]![0]);
      take(whole, pairs[0]![1]);
    }
  } else if (part !== undefined && b.value !== null) takeWithin(part, ZERO, b.value);
  else if (whole !== undefined && a.value !== null) takeWithin(whole, a.value, null);
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

/** The figure that stands over a divisor of 0 in a quotient that is no plain pair; null where there is none, or it has a fault of its own. */
function impossibleOf(readings: Readings, needs: RuleNeeds, quotients: readonly Quotient[]): Reading | null {
  const figures: Partial<Record<FigureName, Exact | null>> = {};
  for (const name of needs.figures) {
    const reading = readings[name];
    figures[name] = reading?.problem === null ? reading.value : null;
  }
  const part = impossiblePart(quotients, figures);
  return part === null ? null : (readings[part] ?? null);
}

function checkFigures(
  readings: Readings,
  needs: RuleNeeds,
  quotients: readonly Quotient[],
  percents: readonly InputColumn[],
): void {
  for (const name of needs.figures) {
    const reading = readings[name];
    if (reading?.value && reading.problem === null && sign(reading.value) < 0) fault(reading, 'negative');
  }
  for (const { part, whole, target } of needs.pairs) {
    const a = readings[part];
    const b = readings[whole];
    if (!a?.value || !b?.value || a.problem !== null || b.problem !== null) continue;
    // Of a target only a figure above 0 against a target of 0 makes no sense.
    const exceeds = target ? sign(b.value) === 0 && sign(a.value) > 0 : compare(a.value, b.value) > 0;
    if (exceeds) fault(a, 'part-exceeds-whole');
  }
  const over = quotients.length === 0 ? null : impossibleOf(readings, needs, quotients);
  if (over !== null) fault(over, 'part-exceeds-whole');
  for (const name of needs.rates) {
    const reading = readings[name];
    if (!reading?.value || reading.problem !== null || percents.includes(name)) continue;
    if (compare(reading.value, ONE) > 0)
      fault(reading, 'percent-scale', [divide(reading.value, HUNDRED), reading.value]);
  }
}

function checkPoints(reading: Reading, maximum: Exact | null, percent: boolean): void {
  if (reading.value === null || reading.problem !== null) return;
  if (sign(reading.value) < 0) fault(reading, 'negative');
  else if (percent) {
    const share = maximum === null ? reading.value : multiply(reading.value, maximum);
    fault(reading, 'percent-scale', [share, multiply(reading.value, HUNDRED)]);
  } else if (maximum !== null && compare(reading.value, maximum) > 0) fault(reading, 'above-maximum');
}

function readChoice(reading: CellReading, rule: Rule | null): void {
  const { cell } = reading;
  reading.empty = isEmpty(cell);
  if (reading.empty) return;
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
}

/** The readings of one entry, to be settled; an input that its table does not have is absent. */
export class EntryReadings implements Readings {
  a: CellReading | undefined = undefined;
  b: CellReading | undefined = undefined;
  c: CellReading | undefined = undefined;
  d: CellReading | undefined = undefined;
  choice: CellReading | undefined = undefined;
  self: CellReading | undefined = undefined;
  verified: CellReading | undefined = undefined;
  /** Numbers with two readings, and columns whose value is a percentage: few entries have any. */
  private drafts: readonly Draft[] = NO_DRAFTS;
  private percents: readonly InputColumn[] = NO_COLUMNS;

  constructor(private readonly context: EntryContext) {}

  /** Reads one cell. */
  read(column: InputColumn, cell: Cell, sheet: number, row: number, place: number): void {
    const reading = new CellReading(column, cell, sheet, row, place);
    this[column] = reading;
    if (column === 'choice') {
      readChoice(reading, this.context.rule);
      return;
    }
    const number = readFigure(reading);
    if (number.kind === 'ambiguous')
      this.drafts = [...this.drafts, { reading, open: number.candidates, separator: number.separator }];
    if ((number.kind === 'ambiguous' || number.kind === 'number') && number.percent)
      this.percents = [...this.percents, column];
  }

  /** Settles what the cells alone leave open, when all of them are read. */
  settle(): void {
    const { needs, quotients, maximum, decimalMark } = this.context;
    const { drafts, percents } = this;
    if (drafts.length > 0 && needs !== null)
      for (const { part, whole, target } of needs.pairs) if (!target) settlePair(this[part], this[whole], drafts);
    for (const draft of drafts) {
      if (draft.open !== null && isPoints(draft.reading.column)) takeWithin(draft, ZERO, maximum);
      settleOpen(draft, decimalMark);
    }
    if (this.self !== undefined) checkPoints(this.self, maximum, percents.includes('self'));
    if (this.verified !== undefined) checkPoints(this.verified, maximum, percents.includes('verified'));
    if (needs !== null) checkFigures(this, needs, quotients, percents);
  }
}

/** @returns the readings of one entry's input cells, by column. */
export function readInputs(cells: readonly InputCell[], context: InputContext): Readings {
  const readings = new EntryReadings(entryContext(context));
  for (const { column, cell, at } of cells) readings.read(column, cell, at.sheet, at.row, at.column);
  readings.settle();
  return Object.fromEntries(cells.map(({ column }) => [column, readings[column]]));
}
