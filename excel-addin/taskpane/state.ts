/** What is on the pane's screen, apart from where the person is in it. */
import type { PanelState } from '#panel/port.ts';

export type Job = 'check' | 'score' | 'sample' | 'edit';

/** `cells`: how far reading is. */
export interface Busy {
  job: Job;
  phase: 'reading' | 'read' | 'score' | 'check' | 'write' | 'writing';
  cells: { done: number; total: number } | null;
}

export interface PaneState extends PanelState {
  busy: Busy | null;
  readOnly: boolean;
  /** As good as new when the pane was opened; what a check saw since is in the overview. */
  bare: boolean;
}

export const START: PaneState = {
  busy: null,
  overview: null,
  ran: null,
  revision: 0,
  written: null,
  stale: 'no',
  notice: null,
  takeBack: null,
  done: null,
  readOnly: false,
  bare: false,
};
