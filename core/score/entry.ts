/** One unit × indicator: its points by source, and which of them are official. */
import { clamp, compare, isZero, roundHalfUp, sign, subtract, ZERO, type Exact } from '../exact/exact.ts';
import { evaluate, explainRule } from '../framework/rules/index.ts';
import type { Outcome, Rule, RuleContext } from '../framework/rules/rule.ts';
import type { Message } from '../messages/message.ts';
import { readingOf, type CellRef, type Entry, type PointSource, type Reading } from '../read/assessment.ts';
import type { Best } from './best.ts';
import { decide, INFORMATION, NOT_APPLICABLE, type Case, type Decision, type EntryContext } from './decision.ts';
import { explainState } from './explain.ts';
import { inDispute, readInputs } from './inputs.ts';
import type { PreparedIndicator, UnitKeys } from './policy.ts';
import type { EntryBlock, EntryScore, EntryState } from './scored.ts';

type Points = Case['points'];

/** What does not arise takes of the maximum, where the calculated points decide. */
interface Effect {
  readonly notArising: boolean;
  readonly dropped: Exact;
  readonly rescaled: Exact;
}

const NO_POINTS: Points = { self: null, calculated: null, verified: null };
const NO_EFFECT: Effect = { notArising: false, dropped: ZERO, rescaled: ZERO };

/** Entered points within their bounds; null where nothing certain is there. */
function entered(reading: Reading | undefined, ceiling: Exact | null): Exact | null {
  if (reading === undefined || reading.empty || reading.problem !== null || reading.value === null) return null;
  if (ceiling !== null) return clamp(reading.value, ZERO, ceiling);
  return sign(reading.value) < 0 ? ZERO : reading.value;
}

/** Official points, not rounded; null where there are none. */
function officialOf({ state, decidedBy }: Decision, points: Points): Exact | null {
  switch (state) {
    case 'scored':
      return decidedBy === null ? ZERO : points[decidedBy];
    case 'missing':
    case 'waived':
      return ZERO;
    default:
      return null;
  }
}

/** The policy's effect on the maximum holds only where the calculated points decide. */
function effectOf({ decidedBy }: Decision, outcome: Outcome | null): Effect {
  if (decidedBy !== 'calculated' || outcome === null) return NO_EFFECT;
  const { notArising, dropped, rescaled } = outcome;
  // Of 200,000 entries few need an effect of their own.
  return notArising || !isZero(dropped) || !isZero(rescaled) ? { notArising, dropped, rescaled } : NO_EFFECT;
}

/** A score keeps what differs from entry to entry; the rest is asked of what all entries of the indicator share. */
class ScoredEntry implements EntryScore {
  constructor(
    private readonly by: IndicatorScorer,
    readonly entry: Entry | null,
    private readonly decision: Decision,
    readonly self: Exact | null,
    readonly calculated: Exact | null,
    readonly verified: Exact | null,
    readonly unrounded: Exact | null,
    private readonly effect: Effect,
  ) {}

  get indicator(): number {
    return this.by.prepared.indicator.index;
  }

  get state(): EntryState {
    return this.decision.state;
  }

  /** Rounded as the points of its source are. */
  get official(): Exact | null {
    return officialOf(this.decision, this);
  }

  get maximum(): Exact {
    const { state } = this;
    if (state === 'not-applicable' || state === 'information') return ZERO;
    const full = this.by.prepared.maximum ?? ZERO;
    return isZero(this.effect.dropped) ? full : subtract(full, this.effect.dropped);
  }

  get decidedBy(): PointSource | null {
    return this.decision.decidedBy;
  }

  get source(): CellRef | null {
    const { at } = this.decision;
    return at === null || this.entry === null ? null : (readingOf(this.entry.readings, at)?.at ?? null);
  }

  get notArising(): boolean {
    return this.effect.notArising;
  }

  get blockedBy(): EntryBlock | null {
    return this.decision.blockedBy;
  }

  get droppedMaximum(): Exact {
    return this.effect.dropped;
  }

  get rescaledMaximum(): Exact {
    return this.effect.rescaled;
  }

  explanation(): Message[] {
    return this.by.explain(this);
  }
}

/** One indicator, made ready for the units of a group. */
export class IndicatorScorer {
  private readonly ruleContext: RuleContext;

  constructor(
    readonly prepared: PreparedIndicator,
    { best, incomplete }: Best,
    private readonly context: EntryContext,
  ) {
    const { maximum, policy } = prepared;
    const { decimals } = context;
    this.ruleContext = { maximum: maximum ?? ZERO, policy, decimals, best, bestIncomplete: incomplete };
  }

  /** @returns the score of one unit. */
  score(unit: { name: string; keys: UnitKeys }, entry: Entry | null): EntryScore {
    const { prepared, context } = this;
    const { maximum, ceiling, indicator } = prepared;
    if (!prepared.applies(unit.keys)) return this.without(NOT_APPLICABLE, entry);
    if (indicator.role === 'information') return this.without(INFORMATION, entry);
    const inputs = readInputs(prepared, entry);
    const certain = entry !== null && maximum !== null;
    const outcome =
      certain &&
      indicator.rule !== null &&
      (prepared.calculates || inputs.excused) &&
      inputs.faulty === null &&
      !inputs.disputed
        ? evaluate(indicator.rule, inputs, this.ruleContext)
        : null;
    const given = entry?.readings;
    const readings = { self: given?.self, verified: given?.verified };
    const points: Points = {
      self: certain && !inDispute(entry, 'self') ? entered(readings.self, ceiling) : null,
      calculated: outcome === null ? null : outcome.points,
      verified: certain && !inDispute(entry, 'verified') ? entered(readings.verified, ceiling) : null,
    };
    const decision = decide({ prepared, unitName: unit.name, entry, inputs, outcome, readings, points }, context);
    return new ScoredEntry(
      this,
      entry,
      decision,
      this.rounded(points.self),
      this.rounded(points.calculated),
      this.rounded(points.verified),
      officialOf(decision, points),
      effectOf(decision, outcome),
    );
  }

  /** @returns the words for a score, worked out again: 206,000 entries keep no working. */
  explain(score: EntryScore): Message[] {
    const { rule } = this.prepared.indicator;
    const byRule = score.decidedBy === 'calculated' && score.state !== 'blocked' && score.state !== 'waived';
    return rule !== null && byRule ? this.explainRule(rule, score.entry) : explainState(score, this.context.decimals);
  }

  private explainRule(rule: Rule, entry: Entry | null): Message[] {
    return explainRule(rule, readInputs(this.prepared, entry), this.ruleContext);
  }

  /** An entry without points: not applicable, or information only. */
  private without(decision: Decision, entry: Entry | null): EntryScore {
    const { self, calculated, verified } = NO_POINTS;
    return new ScoredEntry(this, entry, decision, self, calculated, verified, null, NO_EFFECT);
  }

  /** Rounds half up, but never past the maximum (12.5 at no decimals stays within 12.5). */
  private rounded(points: Exact | null): Exact | null {
    const { ceiling } = this.prepared;
    if (points === null || this.context.rounding === 'total') return points;
    const near = roundHalfUp(points, this.context.decimals);
    return ceiling !== null && compare(near, ceiling) > 0 ? ceiling : near;
  }
}
