/** Which points are official, and why: the first present of Nguồn điểm. */
import type { Exact } from '../exact/exact.ts';
import type { Outcome } from '../framework/rules/rule.ts';
import type { Entry, InputColumn, PointSource, Reading } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { missingReading, notArisingReading } from './deciding.ts';
import { inDispute, type EntryInputs } from './inputs.ts';
import type { PreparedIndicator } from './policy.ts';
import type { EntryBlock, EntryState } from './scored.ts';
import type { WaiverIndex } from './waivers.ts';

/** What all entries of a set share. */
export interface EntryContext {
  decimals: number;
  rounding: 'indicator' | 'total';
  sources: readonly PointSource[];
  missing: 'zero' | 'block';
  waivers: WaiverIndex;
}

/** Of the same decision there is one for all entries, mostly. */
export interface Decision {
  readonly state: EntryState;
  /** Scored by none: an empty bonus gives 0. */
  readonly decidedBy: PointSource | null;
  /** The input that decided (for calculated: the first that is there). */
  readonly at: InputColumn | null;
  readonly blockedBy: EntryBlock | null;
}

/** All that the decision on one entry goes by; points within their bounds, not rounded. */
export interface Case {
  prepared: PreparedIndicator;
  unitName: string;
  entry: Entry | null;
  inputs: EntryInputs;
  outcome: Outcome | null;
  readings: Record<'self' | 'verified', Reading | undefined>;
  points: Record<PointSource, Exact | null>;
}

function decision(
  state: EntryState,
  decidedBy: PointSource | null = null,
  at: InputColumn | null = null,
  blockedBy: EntryBlock | null = null,
): Decision {
  return { state, decidedBy, at, blockedBy };
}

const SCORED = {
  self: decision('scored', 'self', 'self'),
  verified: decision('scored', 'verified', 'verified'),
  /** An empty bonus or penalty. */
  none: decision('scored'),
} as const;
const CALCULATED: Readonly<Record<InputColumn | 'none', Decision>> = {
  a: decision('scored', 'calculated', 'a'),
  b: decision('scored', 'calculated', 'b'),
  c: decision('scored', 'calculated', 'c'),
  d: decision('scored', 'calculated', 'd'),
  choice: decision('scored', 'calculated', 'choice'),
  self: decision('scored', 'calculated', 'self'),
  verified: decision('scored', 'calculated', 'verified'),
  none: decision('scored', 'calculated'),
};
const MISSING = decision('missing');
const WAIVED = decision('waived');
export const NOT_APPLICABLE = decision('not-applicable');
export const INFORMATION = decision('information');
const blocked = (by: EntryBlock): Decision => decision('blocked', null, null, by);

function faulty(reading: Reading, source: PointSource, item: Case, { waivers }: EntryContext): Decision {
  const waived = waivers.reading(item.unitName, item.prepared.indicator.code, reading);
  return waived
    ? decision('waived', source, reading.column)
    : decision('blocked', source, reading.column, reading.column);
}

/** Two rows differ in what decides. A waiver of the second row, or of the second form, lets it count 0. */
function disputed({ prepared, unitName }: Case, { waivers }: EntryContext): Decision {
  const waived =
    waivers.row('row.indicator-duplicate', unitName, prepared.indicator.code) ||
    waivers.row('unit.duplicate', unitName, '');
  return waived ? WAIVED : blocked('conflict');
}

function missingWaived({ prepared, unitName, entry }: Case, { sources, waivers }: EntryContext): boolean {
  const code = prepared.indicator.code;
  if (entry === null) return waivers.place('row.indicator-missing', unitName, code, '', '');
  const column = missingReading(entry, prepared.inputs, sources)?.column ?? '';
  return waivers.place('value.missing', unitName, code, column, '');
}

function askWaived({ prepared, unitName, entry }: Case, { waivers }: EntryContext): boolean {
  const reading = entry === null ? null : notArisingReading(entry, prepared.divisors);
  const [column, value] = reading === null ? ['', ''] : [reading.column, shownText(reading.cell)];
  return waivers.place('value.not-arising', unitName, prepared.indicator.code, column, value);
}

/** What the rule says, or null where it has nothing to go by and the next source is asked. */
function decideCalculated(item: Case, context: EntryContext): Decision | null {
  const { prepared, inputs, outcome } = item;
  if (prepared.indicator.rule === null) return blocked('rule');
  if (inputs.disputed) return disputed(item, context);
  if (!prepared.calculates && !inputs.excused) return null;
  if (inputs.faulty !== null) return faulty(inputs.faulty, 'calculated', item, context);
  if (outcome === null || outcome.why === 'missing') return null;
  const { why } = outcome;
  const { first } = inputs;
  if (why === 'ask')
    return askWaived(item, context)
      ? decision('waived', 'calculated', first)
      : decision('blocked', 'calculated', first, 'ask');
  if (why === 'dropped' || why === 'rescaled') return decision(why, 'calculated', first);
  return item.points.calculated === null ? null : CALCULATED[first ?? 'none'];
}

/** @returns which points of one entry are official. */
export function decide(item: Case, context: EntryContext): Decision {
  const { prepared, entry, points } = item;
  if (prepared.maximum === null) return blocked('maximum');
  for (const source of context.sources) {
    if (source === 'calculated') {
      const calculated = decideCalculated(item, context);
      if (calculated !== null) return calculated;
      continue;
    }
    if (inDispute(entry, source)) return disputed(item, context);
    const reading = source === 'self' ? item.readings.self : item.readings.verified;
    if (reading === undefined || reading.empty) continue;
    if (reading.problem !== null) return faulty(reading, source, item, context);
    if (points[source] !== null) return SCORED[source];
  }
  // Nobody need have a bonus or a penalty: an empty cell gives none.
  if (prepared.indicator.role !== 'points' && !prepared.calculates) return SCORED.none;
  if (context.missing === 'zero') return MISSING;
  return missingWaived(item, context) ? WAIVED : blocked('missing');
}
