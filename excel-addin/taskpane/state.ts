/** What is on the pane's screen, apart from where the person is in it. */
import type { Message } from '#core/messages/message';
import type { DoneView } from '#core/view/repair';
import type { Tone } from '#core/view/said';
import type { CellEdit } from '#core/workbook/plan';
import type { Overview } from '#core/commands/calls';

export type Job = 'check' | 'score' | 'sample' | 'edit';

/** `cells`: how far reading is. */
export interface Busy {
  job: Job;
  phase: 'reading' | 'read' | 'score' | 'check' | 'write' | 'writing';
  cells: { done: number; total: number } | null;
}

export interface Notice {
  kind: Tone;
  /** What kind of message it is, where the words alone don't say: it did not work; it did, but; a question. */
  title: 'error-title' | 'warning-title' | 'confirm-title' | null;
  counted: boolean;
  words: Message[];
  retry: (() => void) | null;
  /** A question before anything is written: how to go on; closing it is to leave it. */
  confirm?: () => void;
}

/** Edits that take the last change back; `of`: what the button calls it. */
export interface TakeBack {
  edits: CellEdit[];
  of: 'repair' | 'waiver' | 'setting';
}

/** Index set and period of a run. */
export interface Choice {
  set: string | null;
  period: string;
}

export interface PaneState {
  busy: Busy | null;
  overview: Overview | null;
  /** Set and period of the last run; null: none was made. */
  ran: Choice | null;
  /** Counts runs: views ask again when it changes. */
  revision: number;
  /** Sheets that the last score wrote; null: not scored in this session. */
  written: string[] | null;
  stale: 'no' | 'maybe' | 'yes';
  notice: Notice | null;
  takeBack: TakeBack | null;
  /** What was done last on the part Kiểm tra; null once the person goes on. */
  done: DoneView | null;
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
