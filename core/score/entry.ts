/** One unit × indicator: which points are official, and why. */
import { clamp, compare, isZero, roundHalfUp, sign, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { evaluate } from '../framework/rules/index.ts';
import type { Outcome, RuleInputs } from '../framework/rules/rule.ts';
import type { Message } from '../messages/message.ts';
import type { Entry, InputColumn, PointSource, Reading } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import type { Best } from './best.ts';
import { missingReading, notArisingReading } from './deciding.ts';
import { explainState } from './explain.ts';
import { readInputs, type FigureInputs } from './inputs.ts';
import type { PreparedIndicator, UnitKeys } from './policy.ts';
import type { EntryBlock, EntryScore, EntryState } from './scored.ts';
import type { WaiverIndex } from './waivers.ts';

/** What all entries of a set share. */
export interface EntryContext {
  decimals: number;
  rounding: 'indicator' | 'total';
  sources: PointSource[];
  missing: 'zero' | 'block';
  waivers: WaiverIndex;
}

interface Decision {
  state: EntryState;
  official?: Exact;
  decidedBy?: PointSource;
  at?: Reading | null;
  blockedBy?: EntryBlock;
}

/** Rounds half up, but never past the maximum (12.5 at no decimals stays within 12.5). */
function rounded(points: Exact | null, context: EntryContext, ceiling: Exact | null): Exact | null {
  if (points === null || context.rounding === 'total') return points;
  const near = roundHalfUp(points, context.decimals);
  return ceiling !== null && compare(near, ceiling) > 0 ? ceiling : near;
}

/** Entered points within their bounds; null where nothing certain is there. */
function entered(reading: Reading | undefined, ceiling: Exact | null): Exact | null {
  if (reading === undefined || reading.empty || reading.problem !== null || reading.value === null) return null;
  if (ceiling !== null) return clamp(reading.value, ZERO, ceiling);
  return sign(reading.value) < 0 ? ZERO : reading.value;
}

function inDispute(entry: Entry | null, column: InputColumn): boolean {
  return entry?.disputed?.includes(column) === true;
}

interface Case {
  prepared: PreparedIndicator;
  unitName: string;
  entry: Entry | null;
  inputs: FigureInputs;
  outcome: Outcome | null;
  points: Record<PointSource, Exact | null>;
}

function faulty(reading: Reading, source: PointSource, item: Case, context: EntryContext): Decision {
  const waived = context.waivers.reading(item.unitName, item.prepared.indicator.code, reading);
  return waived
    ? { state: 'waived', official: ZERO, decidedBy: source, at: reading }
    : { state: 'blocked', blockedBy: reading.column, decidedBy: source, at: reading };
}

/** Two rows differ in what decides. A waiver of the second row, or of the second form, lets it count 0. */
function disputed({ prepared, unitName }: Case, context: EntryContext): Decision {
  const waived =
    context.waivers.row('row.indicator-duplicate', unitName, prepared.indicator.code) ||
    context.waivers.row('unit.duplicate', unitName, '');
  return waived ? { state: 'waived', official: ZERO } : { state: 'blocked', blockedBy: 'conflict' };
}

function missingWaived({ prepared, unitName, entry }: Case, context: EntryContext): boolean {
  const code = prepared.indicator.code;
  if (entry === null) return context.waivers.place('row.indicator-missing', unitName, code, '', '');
  const column = missingReading(entry, prepared.inputs, context.sources)?.column ?? '';
  return context.waivers.place('value.missing', unitName, code, column, '');
}

function askWaived({ prepared, unitName, entry }: Case, context: EntryContext): boolean {
  const reading = entry === null ? null : notArisingReading(entry, prepared.divisors);
  const [column, value] = reading === null ? ['', ''] : [reading.column, shownText(reading.cell)];
  return context.waivers.place('value.not-arising', unitName, prepared.indicator.code, column, value);
}

/** Không áp dụng takes the place of what a rule would calculate, judged indicators included. */
function isExcused(inputs: FigureInputs): boolean {
  return inputs.inputs.labels === 'not-applicable';
}

/** What the rule says, or null where it has nothing to go by and the next source is asked. */
function decideCalculated(item: Case, context: EntryContext): Decision | null {
  const { prepared, inputs, outcome } = item;
  if (prepared.indicator.rule === null) return { state: 'blocked', blockedBy: 'rule' };
  if (inputs.disputed) return disputed(item, context);
  if (!prepared.calculates && !isExcused(inputs)) return null;
  if (inputs.faulty !== null) return faulty(inputs.faulty, 'calculated', item, context);
  if (outcome === null || outcome.why === 'missing') return null;
  const by = { decidedBy: 'calculated' as const, at: inputs.first };
  if (outcome.why === 'ask') {
    return askWaived(item, context)
      ? { state: 'waived', official: ZERO, ...by }
      : { state: 'blocked', blockedBy: 'ask', ...by };
  }
  if (outcome.why === 'dropped' || outcome.why === 'rescaled') return { state: outcome.why, ...by };
  return item.points.calculated === null ? null : { state: 'scored', official: item.points.calculated, ...by };
}

function decide(item: Case, context: EntryContext): Decision {
  const { prepared, entry } = item;
  if (prepared.maximum === null) return { state: 'blocked', blockedBy: 'maximum' };
  for (const source of context.sources) {
    if (source === 'calculated') {
      const decision = decideCalculated(item, context);
      if (decision !== null) return decision;
      continue;
    }
    if (inDispute(entry, source)) return disputed(item, context);
    const reading = entry?.readings[source];
    if (reading === undefined || reading.empty) continue;
    if (reading.problem !== null) return faulty(reading, source, item, context);
    const points = item.points[source];
    if (points !== null) return { state: 'scored', official: points, decidedBy: source, at: reading };
  }
  // Nobody need have a bonus or a penalty: an empty cell gives none.
  if (prepared.indicator.role !== 'points' && !prepared.calculates) return { state: 'scored', official: ZERO };
  if (context.missing === 'zero') return { state: 'missing', official: ZERO };
  return missingWaived(item, context)
    ? { state: 'waived', official: ZERO }
    : { state: 'blocked', blockedBy: 'missing' };
}

const NOTHING = {
  self: null,
  calculated: null,
  verified: null,
  official: null,
  unrounded: null,
  maximum: ZERO,
  decidedBy: null,
  source: null,
  notArising: false,
  blockedBy: null,
  droppedMaximum: ZERO,
  rescaledMaximum: ZERO,
} as const;

/** An entry without points: not applicable, or information only. */
function without(
  state: 'not-applicable' | 'information',
  prepared: PreparedIndicator,
  entry: Entry | null,
): EntryScore {
  return {
    indicator: prepared.indicator.index,
    entry,
    state,
    ...NOTHING,
    explanation: () => [{ id: `score.${state}`, args: {} }],
  };
}

function outcomeOf(prepared: PreparedIndicator, inputs: RuleInputs, best: Best, context: EntryContext): Outcome {
  return evaluate(prepared.indicator.rule!, inputs, {
    maximum: prepared.maximum!,
    policy: prepared.policy,
    decimals: context.decimals,
    best: best.best,
    bestIncomplete: best.incomplete,
  });
}

/** The words are worked out again when asked for: 206,000 entries keep no working. */
function explain(score: EntryScore, prepared: PreparedIndicator, best: Best, context: EntryContext): Message[] {
  const byRule = score.decidedBy === 'calculated' && score.state !== 'blocked' && score.state !== 'waived';
  if (!byRule) return explainState(score, context.decimals);
  return outcomeOf(prepared, readInputs(prepared, score.entry).inputs, best, context).explanation();
}

/** @returns the score of one unit for one indicator. */
export function scoreEntry(
  prepared: PreparedIndicator,
  unit: { name: string; keys: UnitKeys },
  entry: Entry | null,
  best: Best,
  context: EntryContext,
): EntryScore {
  if (!prepared.applies(unit.keys)) return without('not-applicable', prepared, entry);
  if (prepared.indicator.role === 'information') return without('information', prepared, entry);
  const { maximum, ceiling, indicator } = prepared;
  const inputs = readInputs(prepared, entry);
  const certain = entry !== null && maximum !== null;
  const calculates =
    certain &&
    (prepared.calculates || isExcused(inputs)) &&
    indicator.rule !== null &&
    inputs.faulty === null &&
    !inputs.disputed;
  const outcome = calculates ? outcomeOf(prepared, inputs.inputs, best, context) : null;
  const points: Case['points'] = {
    self: certain && !inDispute(entry, 'self') ? entered(entry.readings.self, ceiling) : null,
    calculated: outcome === null ? null : outcome.points,
    verified: certain && !inDispute(entry, 'verified') ? entered(entry.readings.verified, ceiling) : null,
  };
  const decision = decide({ prepared, unitName: unit.name, entry, inputs, outcome, points }, context);
  // The policy's effect on the maximum holds only where the calculated points decide.
  const byRule = decision.decidedBy === 'calculated' && outcome !== null;
  const dropped = byRule ? outcome!.dropped : ZERO;
  const unrounded = decision.official ?? null;
  const full = maximum ?? ZERO;
  const calculated = rounded(points.calculated, context, ceiling);
  const score: EntryScore = {
    indicator: indicator.index,
    entry,
    state: decision.state,
    self: rounded(points.self, context, ceiling),
    calculated,
    verified: rounded(points.verified, context, ceiling),
    official: unrounded === points.calculated ? calculated : rounded(unrounded, context, ceiling),
    unrounded,
    maximum: isZero(dropped) ? full : subtract(full, dropped),
    decidedBy: decision.decidedBy ?? null,
    source: decision.at ? decision.at.at : null,
    notArising: byRule && outcome!.notArising,
    blockedBy: decision.blockedBy ?? null,
    droppedMaximum: dropped,
    rescaledMaximum: byRule ? outcome!.rescaled : ZERO,
    explanation: () => explain(score, prepared, best, context),
  };
  return score;
}
