/** What scoring says: one scorecard a unit, one ranking a group. Exact values; printing rounds nothing any more. */
import type { Estimate } from '../exact/estimate.ts';
import type { Exact } from '../exact/exact.ts';
import type { BlockingId, CellRef, Entry, InputColumn, PointSource } from '../read/assessment.ts';
import type { Message } from '../messages/message.ts';

/**
 * - scored: official points came from `decidedBy`
 * - missing: nothing there, counts 0 (Thiếu số liệu: 0 điểm)
 * - waived: the deciding value was waived, counts 0
 * - dropped / rescaled: does not arise, policy loại / quy đổi: official null
 * - not-applicable: Áp dụng cho leaves the unit out
 * - information: Không tính điểm
 * - blocked: official null and the unit is blocked, `blockedBy` says why
 */
export type EntryState =
  'scored' | 'missing' | 'waived' | 'dropped' | 'rescaled' | 'not-applicable' | 'information' | 'blocked';

/** Why an entry blocks its unit: the column whose reading decides, or 'ask' (policy hỏi), 'missing' (chặn), 'conflict' (two rows that differ) … */
export type EntryBlock = InputColumn | 'rule' | 'maximum' | 'ask' | 'missing' | 'conflict';

/** Why else a unit is blocked; a check's id: by what it says could not be read. */
export type UnitBlock = 'no-data' | 'nothing-remains' | BlockingId;

export interface EntryScore {
  indicator: number;
  entry: Entry | null;
  state: EntryState;
  /** Points within 0 … maximum, rounded at the set's decimals where the set rounds each indicator; null = not there. */
  self: Exact | null;
  calculated: Exact | null;
  verified: Exact | null;
  official: Exact | null;
  /** `official` before any rounding, for unrounded totals and ranks. */
  unrounded: Exact | null;
  /** What the unit can reach here: the indicator's maximum (less parts dropped); 0 where not applicable. */
  maximum: Exact;
  decidedBy: PointSource | null;
  /** The cell that decided `official` (for calculated: the first input cell). */
  source: CellRef | null;
  /** Does not arise here (a policy was or must be applied). */
  notArising: boolean;
  /** null unless state is blocked. */
  blockedBy: EntryBlock | null;
  /** Parts a composite dropped or rescaled, for the unit's maximum. */
  droppedMaximum: Exact;
  rescaledMaximum: Exact;
  /** One line: "45/60 × 20 = 15,00". */
  explanation(): Message[];
}

export type UnitStatus = 'ranked' | 'unranked' | 'blocked';

export interface Scorecard {
  unit: number;
  status: UnitStatus;
  /** By indicator index of the unit's set; every indicator of the set is there. */
  entries: EntryScore[];
  /** Published: at the set's decimals. null when blocked. */
  points: Exact | null;
  /** What the readable values give; always there. */
  provisional: Exact;
  /** Unrounded total, by which `Cơ sở xếp hạng: điểm chưa làm tròn` ranks; null when blocked. */
  unrounded: Exact | null;
  /** The same, estimated first: what ranking compares. */
  estimate?: Estimate | null;
  maximum: Exact;
  /** Percent at the set's decimals; null for a maximum of 0 or a blocked unit. */
  share: Exact | null;
  /** Xếp loại; settled with the group. */
  band: string | null;
  /** Why it is not the better band that its points reach; absent where there is nothing to say. */
  bandNotes?: Message[];
  /** How many values are missing and counted 0. */
  missing: number;
  /** Sum by pillar code, as published. */
  pillars: Record<string, Exact>;
  bonus: Exact;
  penalty: Exact;
  /** Totals over entries by source, where any is there. */
  selfTotal: Exact | null;
  /** What self points alone give, rescaled and within the bounds of a total as `provisional` is. */
  readonly selfGives: Exact;
  calculatedTotal: Exact | null;
  verifiedTotal: Exact | null;
  blockedBy: UnitBlock[];
}

export interface RankedUnit {
  order: number;
  rank: number | null;
  card: Scorecard;
}

export interface GroupRanking {
  group: number;
  ranking: RankedUnit[];
  /** Units still blocked: the head says TẠM TÍNH. */
  blocked: number;
  /** Ties that share a rank after all tie-breakers, for notes. */
  tied: boolean;
  /** How many units each quota of Xếp loại lets in, and ties that its cut would break. */
  bandNotes: Message[];
}

export interface Scored {
  cards: Scorecard[];
  rankings: GroupRanking[];
}

/** @returns whether nothing was handed in for the unit: it has no points at all, not 0. */
export function hasNoData(card: Scorecard): boolean {
  return card.blockedBy.includes('no-data');
}
