/** What differs between two runs (docs/contract.md#comparison): two copies of a workbook, two periods, two versions of a set. */
import type { Exact } from '../exact/exact.ts';
import type { NotArisingPolicy } from '../framework/framework.ts';
import type { Assessment, CellRef, InputColumn } from '../read/assessment.ts';
import type { SettingKey } from '../read/settings/keys.ts';
import type { Scalar } from '../workbook/cell.ts';
import type { Scored } from '../score/scored.ts';

/** One of the two runs that are compared. */
export interface Side {
  assessment: Assessment;
  scored: Scored;
}

/** What of an index set was changed. `title`: of the set, where the workbook has several. */
export interface SetChange {
  code: string;
  title: string | null;
  change:
    | { what: 'added' | 'removed' | 'rule' | 'name' | 'applies'; old: string | null; new: string | null }
    | { what: 'maximum'; old: Exact | null; new: Exact | null }
    | { what: 'policy'; old: NotArisingPolicy | null; new: NotArisingPolicy | null };
}

/** A setting that holds something else now: in the words of the sheet, what holds where nothing is written included. */
export interface SettingChange {
  key: SettingKey;
  old: string | number | null;
  new: string | number | null;
}

/** A unit that one side alone has; `nearest`: the name of the other side's that is nearest to it among those without a match, "" for none. */
export interface LoneUnit {
  unit: number;
  name: string;
  group: string;
  nearest: string;
}

/** Columns whose cells are compared. */
export type ComparedColumn = InputColumn | 'reason' | 'evidence' | 'note';

/** A cell that says something else now. */
export interface CellChange {
  unit: string;
  indicator: string;
  column: ComparedColumn;
  /** Texts as the cell shows them; null for an empty cell. */
  old: Scalar | null;
  new: Scalar | null;
  /** null: that side has no such cell. */
  oldAt: CellRef | null;
  newAt: CellRef | null;
}

/** How much of a change of points comes of one indicator; code "": what rounding, rescaling, caps and the bounds of a total add. */
export interface Reason {
  code: string;
  delta: Exact;
}

/** A unit's points and rank on both sides; null: none on that side. */
export interface UnitChange {
  group: string;
  unit: string;
  oldPoints: Exact | null;
  newPoints: Exact | null;
  oldRank: number | null;
  newRank: number | null;
  /** Adds up to newPoints − oldPoints; empty where one of them is null. No row is 0, the largest change stands first. */
  because: Reason[];
}

/** All that differs. */
export interface Comparison {
  /** At how many decimals either side publishes points, the larger of the two. */
  decimals: number;
  set: SetChange[];
  settings: SettingChange[];
  added: LoneUnit[];
  removed: LoneUnit[];
  cells: CellChange[];
  /** Every unit of either side: those of the new rankings in their order, then those that are no more. */
  ranking: UnitChange[];
}
