/** What the screens need: what is known, and what can be done. session.ts keeps it over the host that they are drawn in. */
import type { Desk, DeskVerb, Overview, WritingVerb } from '#core/commands/calls';
import type { Message } from '#core/messages/message';
import type { FindingItem } from '#core/view/findings';
import type { Place } from '#core/view/outcome';
import type { DoneView } from '#core/view/repair';
import type { Tone } from './said.ts';
import type { CellEdit } from '#core/workbook/plan';

/** What a screen asks the desk about the last run, in the reader's language; plans and what is to be written stay with the host. */
export type ViewVerb = Exclude<DeskVerb, WritingVerb | 'plan'>;
export type ViewInput<V extends ViewVerb> = Omit<Desk[V]['input'], 'language'>;
export type AskView = <V extends ViewVerb>(verb: V, input: ViewInput<V>) => Promise<Desk[V]['output']>;

/** An index set as a person chooses it. */
export interface IndexSetTitle {
  id: string;
  title: string;
}

/** Index set (null: the workbook's own) and period ('': the settings' own) of a run. */
export interface Choice {
  set: string | null;
  period: string;
}

export interface Notice {
  kind: Tone;
  /** What kind of message it is, where the words alone don't say: it did not work; it did, but; a question. */
  title: 'error-title' | 'warning-title' | 'confirm-title' | null;
  /** The counts of findings are among the words. */
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

/** What became of showing a cell, and the word that says it: where the program does not follow, the address is told. */
export type Revealed = 'revealed' | 'address-only';

/** What forms would be made of. */
export interface FormsLook {
  set: string;
  /** '': none is set. */
  period: string;
  /** None: one blank form. */
  units: readonly { name: string; code: string | null }[];
  /** What the forms can't do, in words. */
  notes: readonly string[];
}

export interface FormsAsk {
  /** Names; null: all. */
  units: readonly string[] | null;
  /** '': as it is set. */
  period: string;
}

/** Forms that were handed to the person. */
export interface FormsMade {
  file: string;
  count: number;
  notes: readonly string[];
}

export type Job = 'check' | 'score' | 'sample' | 'edit' | 'forms';

/** What runs. */
export interface Busy {
  job: Job;
  /** What is being done, as the host tells it. */
  words: Message;
  /** How far it is, where it can be told: cells that are read, or `forms`. */
  cells: { done: number; total: number; forms?: true } | null;
}

/** What is on the screen, apart from where the person is in it. */
export interface PanelState {
  /** null: nothing runs. */
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
  /** null: not looked at yet. */
  forms: FormsLook | null;
  readOnly: boolean;
  /** The workbook was as good as new when the panel was opened; what a check saw since is in the overview. */
  bare: boolean;
}

export interface Panel extends PanelState {
  /** Something runs: it is waited for. */
  isBusy: boolean;
  /** Stops what runs; null: it can't be stopped. */
  cancel: (() => void) | null;
  /** Built-in index sets; asked for by the screen that offers them, since opening the panel does no work. */
  sets(): Promise<readonly IndexSetTitle[]>;
  /** Index set and period that the next run takes. */
  choice: Choice;
  choose(choice: Choice): void;
  check(): void;
  score(): void;
  insertSample(): void;
  /** null: this program makes none yet. */
  makesForms: { look(): void; make(ask: FormsAsk): void } | null;
  repair(edits: CellEdit[], done: DoneView): void;
  undo(): void;
  waive(item: Pick<FindingItem, 'index' | 'what' | 'place'>, words: { by: string; reason: string }): void;
  /** What was said has been read; questions, failures and what can be taken back stay. */
  read(): void;
  /** Leaves what was done and said: the person goes on. */
  goOn(): void;
  saveSetting(key: string, label: string, value: string): void;
  /** Selects a cell; null: it failed, and that was said. */
  reveal(place: Place): Promise<Revealed | null>;
  ask: AskView;
  /** What a failure says to the person. */
  wordsOf(error: unknown): Message[];
  dismiss(): void;
}
