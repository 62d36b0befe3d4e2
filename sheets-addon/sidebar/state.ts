/** What is on the sidebar's screen, apart from where the person is in it. */
import type { Message } from '#core/messages/message';
import type { DoneView } from '#core/view/repair';
import type { Tone } from '#core/view/said';
import type { CellEdit } from '#core/workbook/plan';
import type { Overview } from '#core/commands/calls';
import type { Facts, Run } from '../protocol.ts';

export type Job = 'check' | 'score' | 'sample' | 'edit';

export interface Notice {
  kind: Tone;
  /** What kind of message it is, where the words alone don't say: it did not work; it did, but; a question. */
  title: 'error-title' | 'warning-title' | 'confirm-title' | null;
  counted: boolean;
  words: Message[];
  /** What can be done about it; `word` stands on the button. */
  remedy: { word: 'retry' | 'check-again' | 'score-again' | 'confirm-go'; go(): void } | null;
}

/** Edits that take the last change back; `of`: what the button calls it. */
export interface TakeBack {
  edits: CellEdit[];
  of: 'repair' | 'waiver' | 'setting';
}

export interface SidebarState {
  /** null: the first call has not been answered. */
  facts: Facts | null;
  busy: Job | null;
  overview: Overview | null;
  /** What the views belong to. */
  run: Run | null;
  /** Counts runs: views ask again when it changes. */
  revision: number;
  /** Sheets that the last score wrote; null: not scored since the sidebar was opened. */
  written: string[] | null;
  stale: 'no' | 'maybe' | 'yes';
  notice: Notice | null;
  takeBack: TakeBack | null;
  /** What was done last on the part Kiểm tra; null once the person goes on. */
  done: DoneView | null;
}

export const START: SidebarState = {
  facts: null,
  busy: null,
  overview: null,
  run: null,
  revision: 0,
  written: null,
  stale: 'no',
  notice: null,
  takeBack: null,
  done: null,
};
