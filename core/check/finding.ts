/** A finding: what is wrong, in which cell, why, what to do; with a repair where one is safe. */
import type { Message } from '../messages/message.ts';
import type { Assessment, CellRef } from '../read/assessment.ts';
import type { Scored } from '../score/scored.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { CheckId } from '../messages/check-ids.ts';

export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  id: CheckId;
  severity: Severity;
  /** null where the finding has no cell (framework.none). */
  at: CellRef | null;
  /** Unit name and indicator code, "" where none. */
  unit: string;
  indicator: string;
  /** Column of the value as the waiver keys know it ('a', 'self', …), "" where none. */
  column: string;
  /** The value found, as the sheet shows it; "" where none. */
  value: string;
  /** Catalogue key under `findings`: `${id}` or `${id}/${variant}`; what, why and todo have the same arguments. */
  message: Message;
  repair: CellEdit[] | null;
  /** Where the value can be read in more than one way: a repair for each, always in the same order; a person chooses. */
  readings?: CellEdit[][];
  waived: { by: string; reason: string } | null;
}

/** What a check is given: the picture is assessment.picture. */
export interface CheckInput {
  assessment: Assessment;
  scored: Scored;
}

/** One check: one file, one id. `notRun` says why it can't run on this workbook, or null. */
export interface Check {
  id: CheckId;
  notRun?: (input: CheckInput) => Message | null;
  run: (input: CheckInput) => Finding[];
}
