/** What menu and sidebar both do: read → run → write, under the document's lock. */
import { steps, type CommandOptions, type CommandOutcome } from '#core/commands/score';
import { builtInSet } from '#core/framework/sets/index';
import { summaryView } from '#core/view/summary';
import type { Picture } from '#core/workbook/picture';
import type { Choice, Overview, Run } from '../protocol.ts';
import { keepPicture, keptPicture } from './cache.ts';
import { AddonError } from './errors.ts';
import { again, newGuard, type Guard } from './guard.ts';
import { readWorkbook } from './read.ts';

declare const __VERSION__: string;

/** Version of the add-on, put in by the build. */
export const VERSION = __VERSION__;

/** How long a call waits for another one in the same workbook. */
const LOCK_MILLISECONDS = 2_000;

export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A run of the core on a workbook as it was read. */
export interface Ran {
  picture: Picture;
  fingerprint: string;
  outcome: CommandOutcome;
}

/** @returns the time in the spreadsheet's own zone, as the stamp line prints it. */
function timeOf(book: Book, guard: Guard): string {
  const zone = again(guard, 'work', () => book.getSpreadsheetTimeZone());
  return again(guard, 'work', () => Utilities.formatDate(new Date(), zone, "yyyy-MM-dd'T'HH:mm:ssXXX"));
}

function runOn(picture: Picture, choice: Choice, at: string, guard: Guard, only?: 'findings'): CommandOutcome {
  const set = builtInSet(choice.set);
  const options: CommandOptions = { language: choice.language, period: choice.period, set, at, version: VERSION };
  const going = steps(picture, options, only);
  for (;;) {
    guard.check('work');
    const step = going.next();
    if (step.done) return step.value;
  }
}

/** Reads the workbook and runs the core on it. */
export function runWorkbook(book: Book, choice: Choice, guard: Guard, only?: 'findings'): Ran {
  const { picture, fingerprint } = readWorkbook(book, guard);
  const outcome = runOn(picture, choice, timeOf(book, guard), guard, only);
  keepPicture(fingerprint, picture);
  return { picture, fingerprint, outcome };
}

/** @returns the run that a view belongs to, from the kept picture where there is one; a workbook that changed since is no answer. */
export function runAgain(book: Book, run: Run, guard: Guard): Ran {
  const kept = keptPicture(run.fingerprint);
  if (kept !== null) {
    // Views print no time.
    return { picture: kept, fingerprint: run.fingerprint, outcome: runOn(kept, run.choice, '', guard) };
  }
  return runFresh(book, run, guard);
}

/** The same on the workbook as it is now: what is to be written must not rest on a kept picture. */
export function runFresh(book: Book, run: Run, guard: Guard, only?: 'findings'): Ran {
  const ran = runWorkbook(book, run.choice, guard, only);
  if (ran.fingerprint !== run.fingerprint) throw new AddonError('changed');
  return ran;
}

export function overviewOf({ fingerprint, outcome }: Ran, choice: Choice): Overview {
  return { fingerprint, summary: summaryView(outcome, choice.language) };
}

/** What fails in here is no failure of the run: whatever was to be written has been flushed, and Google ends a lock with the script. */
function leave(lock: GoogleAppsScript.Lock.Lock | null): void {
  for (const step of [() => SpreadsheetApp.flush(), () => lock?.releaseLock()]) {
    try {
      // First what is still on its way: it must be there before the next run reads.
      step();
    } catch {
      // See above.
    }
  }
}

/** Only one run writes at a time. Outside a document there is no lock, and nobody else either. */
export function locked<T>(work: (book: Book, guard: Guard) => T): T {
  const guard = newGuard();
  const lock = again(guard, 'work', (): GoogleAppsScript.Lock.Lock | null => LockService.getDocumentLock());
  if (lock !== null && !again(guard, 'work', () => lock.tryLock(LOCK_MILLISECONDS))) throw new AddonError('busy');
  try {
    return work(
      again(guard, 'work', () => SpreadsheetApp.getActive()),
      guard,
    );
  } finally {
    leave(lock);
  }
}
