/**
 * What the panel needs of the program that it runs in. A host reads, runs and writes, and says what a failure means there; what
 * follows what, and what is left on the screen, is session.ts's for every host.
 */
import type { Ask, Desk, Overview, WritingVerb } from '#core/commands/calls';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { SummaryView } from '#core/view/summary';
import type { CellEdit } from '#core/workbook/plan';
import type {
  Busy,
  FormsAsk,
  FormsLook,
  FormsMade,
  IndexSetTitle,
  Job,
  Revealed,
  ViewInput,
  ViewVerb,
} from './port.ts';

/** What a run is made with. */
export interface RunChoice {
  language: Language;
  /** Id of a built-in set; null: the workbook's own. */
  set: string | null;
  /** null: the settings' own. */
  period: string | null;
}

/** One job's turn at the host, and what it tells meanwhile. */
export interface Turn {
  choice: RunChoice;
  /** Aborts when the person stops the job. */
  signal: AbortSignal;
  /** Key of the loss that the person agreed to; '': none. */
  accept: string;
  /** @param cells how far it is. */
  phase(words: Message, cells?: Busy['cells']): void;
  /** A run was made: the views show it from now on. */
  ran(overview: Overview): void;
  /**
   * Something stands in the workbook that was not there before: from here on "nothing was written" is not true, and only the reading
   * is repeated. `takeBack`: the job's cells are written, and this takes them back.
   */
  wrote(what: { sheets?: readonly string[]; takeBack?: CellEdit[] }): void;
}

/** A failure as its host understands it. */
export interface Failure {
  /** `moved-on`: the workbook is no more the one that was seen. `question`: nothing is written before the person agrees. */
  kind: 'failed' | 'cancelled' | 'question' | 'moved-on';
  words: Message[];
  /** What can help: the same once more; a look at what the workbook is by now. */
  remedy?: 'retry' | 'check-again' | null;
  /** Of a question: what agrees to exactly this loss. */
  key?: string;
  /** Cells that were or may have been written all the same, and what takes them back. */
  takeBack?: CellEdit[] | null;
  /** What was known of the run is gone: the person begins with a check. */
  isLost?: boolean;
}

/** A question whose answer is written at once. */
export type WritingAsk = Extract<Ask, { verb: WritingVerb }>;

export interface PanelHost {
  /** What is said while a job waits and has not told more. */
  waits(job: Job): Message;
  /** A job that runs can be stopped. */
  stops: boolean;
  facts(): Promise<{ readOnly: boolean; bare: boolean }>;
  sets(): Promise<readonly IndexSetTitle[]>;
  /** Reads the workbook, scores and checks it; writes nothing. */
  run(turn: Turn): Promise<Overview>;
  /** The same, and writes our sheets. `written`: names of those to be seen; `warnings`: what was left out or cleared. */
  score(turn: Turn): Promise<{ overview: Overview; written: string[]; warnings: Message[] }>;
  /** Writes, then runs anew. */
  insertSample(turn: Turn): Promise<Overview>;
  edit(edits: CellEdit[], turn: Turn): Promise<Overview>;
  write(ask: WritingAsk, turn: Turn): Promise<Overview>;
  /** Forms that go out; nothing of the workbook is changed. null: not in this program yet. */
  forms: {
    look(turn: Turn): Promise<FormsLook>;
    /** Makes them and hands them to the person. */
    make(ask: FormsAsk, turn: Turn): Promise<FormsMade>;
  } | null;
  /** What the desk answers about the last run. */
  ask<V extends ViewVerb>(verb: V, input: ViewInput<V>, language: Language): Promise<Desk[V]['output']>;
  /** The last run's summary in another language; null: a run's words are made with it, so it is made again. */
  retell: ((language: Language) => Promise<SummaryView>) | null;
  reveal(place: Place): Promise<Revealed>;
  /** Tells that the workbook may have changed, and returns how to stop; null: nobody tells, so it is looked at now and then. */
  onChange: ((changed: () => void) => Promise<() => void>) | null;
  /** Fingerprint of the workbook as it is now. */
  fingerprint(): Promise<string>;
  /** Milliseconds between two looks at it. */
  pause: number;
  /** @param job whose it is, null: none's. @param hasWritten something had been written before it. Throws nothing. */
  failure(error: unknown, job: Job | null, hasWritten: boolean): Failure;
}
