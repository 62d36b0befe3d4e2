/** The remote calls of the sidebar. Each answers with an envelope of plain JSON and never throws. */
import { answer as answerOf } from '#core/commands/desk';
import { setTitles } from '#core/commands/run';
import { sampleFor } from '#core/commands/sample';
import type { Language, Message } from '#core/messages/message';
import { fromA1 } from '#core/workbook/address';
import { BARE_CELLS } from '#core/workbook/bare';
import type { CellEdit, Plan } from '#core/workbook/plan';
import type { Calls, Edited, Envelope, Run, Verb } from '../protocol.ts';
import { applyEdits } from './edits.ts';
import { AddonError, translate } from './errors.ts';
import { newGuard, type Guard } from './guard.ts';
import { readInput, readQuestion, readWriting } from './inputs.ts';
import { readWorkbook, type WorkbookRead } from './read.ts';
import { fingerprintNow, locked, overviewOf, runAgain, runFresh, runWorkbook, VERSION, type Book } from './work.ts';
import { writePlan } from './write.ts';

const LANGUAGE_KEY = 'language';

/** @returns the language that this person chose last; Vietnamese first. */
export function languageOf(): Language {
  return PropertiesService.getUserProperties().getProperty(LANGUAGE_KEY) === 'en' ? 'en' : 'vi';
}

/** A glance at how far the sheets reach; where Google refuses even that, no sample is offered. */
function isNew(): boolean {
  try {
    let reach = 0;
    for (const sheet of SpreadsheetApp.getActive().getSheets()) {
      reach += sheet.getLastRow() * sheet.getLastColumn();
      if (reach > BARE_CELLS) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** Edits, and what the workbook is like after them. `first`: a plan that goes before. What was written stays said, whatever follows. */
function edit(
  book: Book,
  guard: Guard,
  choice: Run['choice'],
  edits: CellEdit[],
  first: { plan: Plan; read: WorkbookRead; accept?: string | undefined } | null = null,
): Edited {
  const sheets = first === null ? [] : writePlan(book, first.plan, first.read, guard, first.accept).written;
  let takeBack: CellEdit[] = [];
  try {
    if (edits.length > 0) takeBack = applyEdits(book, edits, guard);
  } catch (error) {
    const { code } = translate(error);
    // Its words name cells.
    if (sheets.length === 0 || code === 'half-written' || code === 'maybe-written') throw error;
    throw new AddonError('sheet-only', { sheets: sheets.join(', ') });
  }
  try {
    return { takeBack, overview: overviewOf(runWorkbook(book, choice, guard), choice), unread: null };
  } catch (error) {
    const { code, args } = translate(error);
    const unread: Message = code === 'time' ? { id: 'addon.unread-time', args: {} } : { id: 'addon.unread', args };
    return { takeBack, overview: null, unread: { ...unread, args: { detail: code, ...unread.args } } };
  }
}

type Handlers = { [V in Verb]: (input: Calls[V]['input']) => Calls[V]['output'] };

const HANDLERS: Handlers = {
  getFacts: () => ({ version: VERSION, language: languageOf(), bare: isNew(), sets: setTitles() }),

  setLanguage({ language }) {
    PropertiesService.getUserProperties().setProperty(LANGUAGE_KEY, language);
    return null;
  },

  runCheck: ({ choice }) => overviewOf(runWorkbook(SpreadsheetApp.getActive(), choice, newGuard()), choice),

  runScore: ({ choice, accept }) =>
    locked((book, guard) => {
      const fresh = runWorkbook(book, choice, guard, 'whole');
      const { outcome } = fresh.ran;
      const report = writePlan(book, outcome.plan, fresh.read, guard, accept);
      const overview = overviewOf(fresh, choice);
      // The picture was read before the writing.
      if (outcome.scored.rankings.length > 0) overview.summary.ranking = 'current';
      return { overview, ...report };
    }),

  ask: ({ run, ask }) => answerOf(readQuestion(ask), runAgain(SpreadsheetApp.getActive(), run, newGuard())),

  applyEdits: ({ choice, edits }) => locked((book, guard) => edit(book, guard, choice, edits)),

  write: ({ run, ask, accept }) =>
    locked((book, guard) => {
      const question = readWriting(ask);
      const { ran, read } = runFresh(book, run, guard, 'whole');
      const { plan, edits, refused } = answerOf(question, ran);
      if (refused !== null) throw new AddonError(refused.why, refused.args);
      return edit(book, guard, run.choice, edits, plan === null ? null : { plan, read, accept });
    }),

  insertSample: ({ choice }) =>
    locked((book, guard) => {
      const read = readWorkbook(book, guard);
      return edit(book, guard, choice, [], { plan: sampleFor(read.picture).plan, read });
    }),

  revealCell({ sheet: name, cell }) {
    const book = SpreadsheetApp.getActive();
    const sheet = book.getSheetByName(name);
    const place = fromA1(cell);
    if (sheet === null || place === null || sheet.isSheetHidden()) return false;
    if (place.row >= sheet.getMaxRows() || place.column >= sheet.getMaxColumns()) return false;
    sheet.getRange(place.row + 1, place.column + 1).activate();
    return true;
  },

  getFingerprint: () => fingerprintNow(SpreadsheetApp.getActive(), newGuard()),
};

/** Answers a call. What leaves is JSON through and through: anything else would reach the sidebar as null. */
export function answer<V extends Verb>(verb: V, input: unknown): Envelope<Calls[V]['output']> {
  try {
    const read = readInput(verb, input);
    if (read === null) return { ok: false, code: 'input', args: {} };
    const value = HANDLERS[verb](read);
    return JSON.parse(JSON.stringify({ ok: true, value })) as Envelope<Calls[V]['output']>;
  } catch (error) {
    const { code, args } = translate(error);
    return { ok: false, code, args };
  }
}
