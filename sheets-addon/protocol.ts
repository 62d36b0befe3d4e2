/**
 * The contract between the sidebar and the server of the Google Sheets add-on. Each call is a top-level function of Code.js that takes
 * one plain object and answers with an envelope. Apps Script remembers nothing between calls: what a view belongs to comes with it.
 */
import type {} from './words/vi.ts';
import * as z from 'zod/mini';
import type { Ask, Desk, DeskVerb, Overview, WritingVerb } from '#core/commands/calls';
import type { Language, Message } from '#core/messages/message';
import type { CellEdit } from '#core/workbook/plan';

z.config({ jitless: true });

/** Why a call failed; the words are `addon.<code>` in core/messages. `args` fill them. */
export const FAILURES = [
  // The workbook is no more what the person saw.
  'changed',
  'changed-cell',
  'formula-cell',
  'sheet-missing',
  // Somebody else runs in this workbook.
  'busy',
  // Google's limit of six minutes: stopped before it, nothing half-written.
  'time',
  'protected',
  'protected-cell',
  'read-only',
  'not-ours',
  // Something of the person's on our sheets would go: nothing was written; `key` agrees to exactly that.
  'loss',
  'too-large',
  'plan-invalid',
  'waive-no-row',
  'setting-refused',
  // A permission is missing: a person can untick single ones.
  'scope',
  // Google's own failure, passing or unknown; `detail` are its words.
  'service',
  // The same, but after the decisive write had begun: what stands in the sheets is not known.
  'service-late',
  // A repair that stopped half-way: `cells` hold the new values and could not be put back; or nobody could look which do.
  'half-written',
  'maybe-written',
  // A waiver whose sheet was made, and whose cells could not be written.
  'sheet-only',
  // A bug of ours; `detail` are its words.
  'fault',
  // The sidebar sent what the server can't take.
  'input',
] as const;

export type Failure = (typeof FAILURES)[number];

/** What the next run takes: the language of all words, the period that counts, an index set of ours (null: the workbook's own). */
export interface Choice {
  language: Language;
  period: string | null;
  set: string | null;
}

/** The run that a view belongs to. A workbook whose user's sheets have another fingerprint by now answers `changed`. */
export interface Run {
  choice: Choice;
  fingerprint: string;
}

/** After an edit: what takes it back, and the workbook run anew; null: it was written, but not read again, and `unread` says why. */
export interface Edited {
  takeBack: CellEdit[];
  overview: Overview | null;
  unread: Message | null;
}

/** A question to the desk, of some verbs. */
export type Asked<V extends DeskVerb> = Extract<Ask, { verb: V }>;

export interface Facts {
  version: string;
  /** The language that this person chose last. */
  language: Language;
  /** The workbook is as good as new: a sample may be offered. */
  bare: boolean;
  /** Built-in index sets. */
  sets: { id: string; title: string }[];
}

/** Every call: what goes in, what comes out. All plain JSON: no Date, no undefined, no key that ends in `__`. */
export interface Calls {
  /** The first call. One that fails without an answer: several Google accounts, or no permission. */
  getFacts: { input: Record<string, never>; output: Facts };
  setLanguage: { input: { language: Language }; output: null };
  /** Reads, scores, checks; writes nothing. */
  runCheck: { input: { choice: Choice }; output: Overview };
  /** The same, and writes our sheets. `written`: names of those to be seen; `warnings`: what was left out or cleared. */
  runScore: {
    input: { choice: Choice; accept?: string | undefined };
    output: { overview: Overview; written: string[]; warnings: Message[] };
  };
  /** What the desk answers about a run. */
  ask: { input: { run: Run; ask: Asked<DeskVerb> }; output: Desk[DeskVerb]['output'] };
  /** Writes a previewed repair, or takes an edit back: compares every cell with `before` first, then writes all in one go. */
  applyEdits: { input: { choice: Choice; edits: CellEdit[] }; output: Edited };
  /** What the desk answers about a run is written: a waiver, a setting. */
  write: { input: { run: Run; ask: Asked<WritingVerb>; accept?: string | undefined }; output: Edited };
  insertSample: { input: { choice: Choice }; output: Edited };
  /** Selects a cell. false: the sheet is gone or hidden, the address is all that can be shown. */
  revealCell: { input: { sheet: string; cell: string }; output: boolean };
  /** Fingerprint of the user's sheets as they are now: another than the run's = out of date. */
  getFingerprint: { input: Record<string, never>; output: string };
}

export type Verb = keyof Calls;

export type Envelope<T> = { ok: true; value: T } | { ok: false; code: Failure; args: Message['args'] };

/** One cell that an edit changes. A function: the server must not build schemas while it loads. */
export const editSchema = (): z.ZodMiniType<CellEdit> =>
  z.strictObject({
    sheet: z.string().check(z.maxLength(200)),
    cell: z.string().check(z.regex(/^\$?[A-Z]{1,3}\$?[1-9]\d{0,6}$/)),
    before: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
    value: z.nullable(z.union([z.string(), z.number(), z.boolean()])),
    format: z.optional(z.string().check(z.maxLength(200))),
  });
