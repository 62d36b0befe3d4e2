/** What an index set (bộ chỉ số) is, once read. */
import type { Exact } from '../exact/exact.ts';
import type { Message } from '../messages/message.ts';
import type { CellRef } from '../workbook/picture.ts';
import type { FigureName, NotArisingPolicy, Rule } from './rules/rule.ts';

export type { FigureName, NotArisingPolicy } from './rules/rule.ts';

/** A scored leaf (chỉ số thành phần), or a pillar that is scored itself. */
export interface Indicator {
  /** Position among the set's indicators, 0-based: what entries refer to. */
  index: number;
  code: string;
  name: string;
  /** Code of its pillar (chỉ số chính); its own code where it stands alone. */
  pillar: string;
  /** null: empty or unreadable; official points are then null. */
  maximum: Exact | null;
  ruleText: string;
  /** null: unreadable. Judged where there is no rule text. */
  rule: Rule | null;
  /** Why the rule cannot be read, for framework.rule-unreadable. */
  ruleError: { position: number; message: Message } | null;
  /** Bonus and penalty lie outside Tổng điểm; information carries no points. */
  role: 'points' | 'bonus' | 'penalty' | 'information';
  /** A bonus beside an indicator's maximum: that indicator's code. */
  bonusOf?: string;
  description: string;
  labels: Partial<Record<FigureName, string>>;
  /** null: the settings' default. */
  notArising: NotArisingPolicy | null;
  evidenceRequired: boolean;
  /** Áp dụng cho, as written and split: groups, unit names or codes; empty = all. */
  appliesTo: { include: string[]; exclude: string[] };
  basis: string;
  /** null for built-in sets. All but `code` are null where the set has no such column. */
  at: {
    code: CellRef;
    maximum: CellRef | null;
    rule: CellRef | null;
    notArising: CellRef | null;
    name: CellRef | null;
    appliesTo: CellRef | null;
  } | null;
}

export interface Pillar {
  code: string;
  name: string;
  /** From its own row or group row; null where none is stated: then the sum of its indicators holds. */
  maximum: Exact | null;
  at: { code: CellRef; maximum: CellRef | null } | null;
  /** Indexes into IndexSet.indicators, in the set's order. */
  indicators: number[];
}

/** A node between pillar and leaf, or a pillar row: its maximum is compared with the sum below it. */
export interface SumRow {
  code: string;
  name: string;
  maximum: Exact | null;
  at: { code: CellRef; maximum: CellRef | null } | null;
  indicators: number[];
}

export interface IndexSet {
  id: string;
  title: string;
  /** Căn cứ. */
  basis: string;
  /** What is official and what is illustration, said where people see it; "" for sets read from a workbook. */
  provenance: string;
  illustrative: boolean;
  /** Declared: Tổng điểm in the settings, else the Tổng row's maximum, else 1000. */
  total: Exact;
  /** Nobody declared a total: 1000 is taken. */
  totalAssumed?: true;
  /** Where framework.total points: the Tổng row's maximum, else the header Điểm tối đa; null for built-in sets. */
  totalAt: CellRef | null;
  /** Built-in sets carry their own; a set in a workbook 2 unless the settings say otherwise. */
  decimals: number;
  indicators: Indicator[];
  pillars: Pillar[];
  sums: SumRow[];
}
