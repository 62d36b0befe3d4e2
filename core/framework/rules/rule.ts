/** Rules of "Cách tính" as data, and what evaluating one says. Rule kinds stand beside this file, one file each. */
import type { Exact } from '../../exact/exact.ts';

export type FigureName = 'a' | 'b' | 'c' | 'd';

/** Khi không phát sinh: đủ điểm · 0 điểm · loại · quy đổi · hỏi. */
export type NotArisingPolicy = 'full' | 'zero' | 'drop' | 'rescale' | 'ask';

export type Quantity =
  | { op: 'input'; name: FigureName }
  | { op: 'rate'; name: FigureName }
  | { op: 'number'; value: Exact; percent: boolean }
  | { op: '+' | '-'; left: Quantity; right: Quantity }
  /** `target`: a/b kế hoạch, where a may exceed b. */
  | { op: '/'; left: Quantity; right: Quantity; target: boolean };

/** đ: an amount of points, or a share of the maximum. `text` prints it back as written. */
export type Points = { kind: 'points' | 'share'; value: Exact };
export type BandPoints = Points | { kind: 'proportional'; over: Exact | null };
export interface Bound {
  value: Exact;
  inclusive: boolean;
  percent: boolean;
}
/** null bounds are open; both null = còn lại. */
export interface BandRow {
  from: Bound | null;
  to: Bound | null;
  points: BandPoints;
}
export interface Labelled {
  label: string;
  points: Points;
}

export type Rule =
  | { kind: 'yes-no' }
  | { kind: 'choice'; options: Labelled[] }
  | { kind: 'parts'; options: Labelled[] }
  | { kind: 'ratio'; quantity: Quantity }
  | { kind: 'threshold'; quantity: Quantity; goal: Exact }
  | { kind: 'bands'; quantity: Quantity; rows: BandRow[] }
  | { kind: 'count'; quantity: Quantity; each: Points }
  | { kind: 'relative'; quantity: Quantity }
  | { kind: 'target'; quantity: Quantity; goal: Exact }
  | { kind: 'deduction'; quantity: Quantity; each: Points }
  | { kind: 'composite'; parts: { rule: Rule; maximum: Exact }[] }
  | { kind: 'best-of'; parts: Rule[] }
  | { kind: 'judged' }
  | { kind: 'information' }
  | { kind: 'bonus'; cap: Exact | null; rule: Rule }
  | { kind: 'penalty'; cap: Exact | null; rule: Rule };

/** Inputs of one unit. A figure that is null is missing or unreadable; rates are already shares of 1. */
export interface RuleInputs {
  figures: Partial<Record<FigureName, Exact | null>>;
  labels: string[] | 'not-applicable' | null;
}

export interface RuleContext {
  /** Điểm tối đa of the indicator (0 for bonus and penalty). */
  maximum: Exact;
  policy: NotArisingPolicy;
  decimals: number;
  /** Largest q in the ranking group by path of the rule against it ("" for the rule itself, "0", "1" for parts). */
  best: Record<string, Exact | null>;
  /** A unit of the group still lacks its q: the explanation says so. */
  bestIncomplete: boolean;
}

/**
 * - points: null when something needed is missing ('missing') or the policy is ask ('ask')
 * - dropped/rescaled: maximum of what does not arise under loại / quy đổi (whole indicator: all of it, points null)
 * - notArising: a policy was (or must be) applied, to the whole or a part
 */
export interface Outcome {
  points: Exact | null;
  why: 'scored' | 'missing' | 'ask' | 'dropped' | 'rescaled';
  notArising: boolean;
  dropped: Exact;
  rescaled: Exact;
}

/** What a rule needs, for forms, number reading and checks. */
export interface RuleNeeds {
  figures: FigureName[];
  choice: 'yes-no' | 'choice' | 'parts' | null;
  labels: string[];
  /** Simple quotients a/b of two inputs; target = kế hoạch. */
  pairs: { part: FigureName; whole: FigureName; target: boolean }[];
  /** Inputs that are rates (tỷ lệ a; a compared with %). */
  rates: FigureName[];
  /** Inputs counted (count, deduction, bonus, penalty): must be whole. */
  counts: FigureName[];
}
