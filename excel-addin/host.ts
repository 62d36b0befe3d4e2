/** The contract between the pane and the workbook it works on: the Office.js adapter keeps it, tests may stand in for it. */
import type {} from './words/vi.ts';
import type { Message } from '#core/messages/message';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit, Plan } from '#core/workbook/plan';

/** Why the host could not do what it was asked, in the pane's own terms. */
export type HostErrorKind =
  | 'cell-editing'
  | 'protected'
  | 'structure-protected'
  | 'read-only'
  | 'changed'
  | 'too-large'
  | 'lost'
  | 'timeout'
  | 'too-old'
  | 'focus'
  | 'half-written'
  | 'loss'
  | 'refused'
  | 'unknown';

/** A failure with words for the person; `message` (of Error) is the id of the words, for logs and tests. */
export class HostError extends Error {
  /** What happened, why, what next. */
  readonly words: Message;
  readonly kind: HostErrorKind;
  /** Whether doing the same again can help. */
  readonly retry: boolean;
  /** Cells that were or may have been written all the same, and what takes them back. */
  readonly takeBack: CellEdit[] | null;

  constructor(kind: HostErrorKind, retry: boolean, words: Message, takeBack: CellEdit[] | null = null) {
    super(words.id);
    this.name = 'HostError';
    this.kind = kind;
    this.retry = retry;
    this.words = words;
    this.takeBack = takeBack;
  }
}

/** Something of the person's on our sheets would go: nothing is written before they agree to it, which `key` says. */
export class WouldLose extends HostError {
  readonly all: Message[];
  readonly key: string;

  constructor(all: Message[], key: string) {
    super('loss', false, all[0]!);
    this.all = all;
    this.key = key;
  }
}

/** The person cancelled: nothing to be said. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

/** The plan is written; `warnings`: what was left out or cleared. */
export interface WriteReport {
  warnings: Message[];
}

export interface HostFacts {
  readOnly: boolean;
  /** The workbook is as good as new: a sample may be offered. */
  bare: boolean;
  /** The newest requirement set of the host: "1.20". */
  apiVersion: string;
  /** Whether a repair is one undo step. */
  canUndoGroup: boolean;
}

export interface WriteOptions {
  /** writeMark of the picture that the plan was made from: anything else in the workbook stops the write. */
  expected: string;
  /** Key of the loss that the person agreed to; '': none. */
  accept?: string;
}

export interface WorkbookHost {
  /**
   * The whole workbook; `progress` counts cells. Throws Cancelled when the signal aborts. `merges: false`: without merged areas, enough
   * to see whether it changed.
   */
  readPicture(progress: (done: number, total: number) => void, signal: AbortSignal, merges?: boolean): Promise<Picture>;
  /** All of it or nothing: whatever fails, the old sheets stay as they were. Throws WouldLose where something of the person's would go. */
  writePlan(plan: Plan, options: WriteOptions, signal: AbortSignal): Promise<WriteReport>;
  /** Repairs, waivers, settings: all cells are compared with `before` first, then written: all or none, or the error names which. */
  applyEdits(edits: CellEdit[]): Promise<{ takeBack: CellEdit[] }>;
  /** Selects a cell; where Excel does not follow, the pane shows the address. */
  reveal(sheet: string, cell: string): Promise<'revealed' | 'address-only'>;
  /** Tells that the workbook may have changed; our own writes don't count. Returns how to stop. */
  onChange(listener: () => void): Promise<() => void>;
  facts(): Promise<HostFacts>;
}

/** What the pane shows while Excel does not answer (null: it answered). */
export type Waiting = (words: Message | null) => void;
