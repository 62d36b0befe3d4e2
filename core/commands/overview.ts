/** What a run leaves on the screen at once. */
import type { SummaryView } from '../view/summary.ts';

export interface Overview {
  /** Of what was read as input: another than the workbook's own by now = out of date. */
  fingerprint: string;
  summary: SummaryView;
}
