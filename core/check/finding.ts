/** A finding: what is wrong, in which cell, why, what to do; with a repair where one is safe. */
import type { CheckId } from '../messages/check-ids.ts';
import type { FindingWords, Under } from '../messages/ids.ts';
import type { Message } from '../messages/message.ts';
import type { CellRef } from '../read/assessment.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { CheckInput } from './input.ts';

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
  message: Message<FindingWords>;
  repair: CellEdit[] | null;
  /** Where the value can be read in more than one way: a repair for each, always in the same order; a person chooses. */
  readings?: CellEdit[][];
  waived: { by: string; reason: string } | null;
}

/** What a check says of a fault; what is left out is found from the cell, the unit and the indicator. */
export interface Told {
  at: CellRef | null;
  /** Where it is not the check's own; some faults are graver once nobody has waived them, or only told while they are. */
  severity?: Severity | ((isWaived: boolean) => Severity | null);
  unit?: number | undefined;
  indicator?: { set: number; index: number } | undefined;
  column?: string;
  value?: string;
  variant?: string | undefined;
  args?: Message['args'] | undefined;
  repair?: CellEdit[] | null;
  readings?: CellEdit[][] | null;
}

/** One check; its id is its place in CHECKS. `notRun` names the words, `notrun.…`, that say why it can't run on this workbook. */
export interface Check {
  /** Of what it tells without another. */
  severity: Severity;
  notRun?: (input: CheckInput) => Under<'notrun.'> | null;
  run: (input: CheckInput) => Told[];
}
