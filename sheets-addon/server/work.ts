/** What menu and sidebar both do: read → run → write, under the document's lock. */
import type { Overview, RunOptions } from '#core/commands/calls';
import { keptRan } from '#core/commands/ran';
import { optionsOf, running } from '#core/commands/run';
import type { Ran } from '#core/commands/verb';
import type { Report } from '#core/view/report';
import type { Picture } from '#core/workbook/picture';
import type { Choice, Run } from '../protocol.ts';
import { keep, kept } from './cache.ts';
import { AddonError } from './errors.ts';
import { isoIn } from './cells.ts';
import { again, newGuard, type Guard } from './guard.ts';
import { readWorkbook, valuesMark, type Ours, type WorkbookRead } from './read.ts';

declare const __VERSION__: string;

/** Version of the add-on, put in by the build. */
export const VERSION = __VERSION__;

/** How long a call waits for another one in the same workbook. */
const LOCK_MILLISECONDS = 2_000;

export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A run of the core on a workbook as it was read. */
export interface FreshRun {
  ran: Ran;
  fingerprint: string;
  read: WorkbookRead;
}

/** What is kept of a run beside its picture. Made under another choice it is no answer. */
interface KeptReport {
  choice: Choice;
  report: Report;
}

/** The values of the person's own sheets as they were read last, by which a later look is one call a sheet. */
interface Watched {
  fingerprint: string;
  /** How many sheets there were, and which of them are the person's own. */
  count: number;
  own: number[];
  mark: string;
}

const WATCHED = 'watched';

function watchedOf({ fingerprint, sheets, count }: WorkbookRead): Watched {
  const own = sheets.filter(({ cells }) => cells !== null);
  return {
    fingerprint,
    count,
    own: own.map(({ place }) => place),
    mark: valuesMark(own.map(({ cells }) => cells!.values)),
  };
}

/**
 * @returns the fingerprint of the workbook as it is now. Where every value is what was read last it is that one; only else all is read anew.
 * A look alone, a name or a hidden sheet is noticed by the next run.
 */
export function fingerprintNow(book: Book, guard: Guard): string {
  const last = kept<Watched>(WATCHED);
  if (last !== null && saysTheSame(book, last)) return last.fingerprint;
  const read = readWorkbook(book, guard);
  keep({ [WATCHED]: watchedOf(read) });
  return read.fingerprint;
}

/** Whether the values are those that were read last; where Google won't say, no. */
function saysTheSame(book: Book, { count, own, mark }: Watched): boolean {
  try {
    const sheets = book.getSheets();
    if (sheets.length !== count) return false;
    return valuesMark(own.map((place) => sheets[place]!.getDataRange().getValues() as unknown[][])) === mark;
  } catch {
    return false;
  }
}

const chosen = (choice: Choice, at: string): RunOptions => ({ ...choice, at, version: VERSION });

function runOn(picture: Picture, options: RunOptions, guard: Guard): Ran {
  const going = running(picture, options);
  for (;;) {
    guard.check('work');
    const step = going.next();
    if (step.done) return step.value;
  }
}

const reportName = (fingerprint: string): string => `report ${fingerprint}`;
const pictureName = (fingerprint: string): string => `picture ${fingerprint}`;

/** Reads the workbook and runs the core on it. `ours`: whether what stands on our own sheets is needed as well, since they are to be written. */
export function runWorkbook(book: Book, choice: Choice, guard: Guard, ours: Ours = 'lists'): FreshRun {
  const read = readWorkbook(book, guard, ours);
  const { picture, fingerprint } = read;
  // The time is the spreadsheet's own, as the stamp line prints it.
  const ran = runOn(picture, chosen(choice, isoIn(read.zone, new Date())), guard);
  const report: KeptReport = { choice, report: ran.report(choice.language) };
  keep({ [pictureName(fingerprint)]: picture, [reportName(fingerprint)]: report, [WATCHED]: watchedOf(read) });
  return { ran, fingerprint, read };
}

/** @returns the run that a view belongs to, as far as it was kept; a workbook that changed since is no answer. */
export function runAgain(book: Book, run: Run, guard: Guard): Ran {
  const { choice, fingerprint } = run;
  // Views print no time.
  const options = chosen(choice, '');
  const picture = (): Picture | null => kept<Picture>(pictureName(fingerprint));
  const again = (read: Picture | null): Ran =>
    read === null ? runFresh(book, run, guard).ran : runOn(read, options, guard);
  const there = kept<KeptReport>(reportName(fingerprint));
  const isSame = there !== null && JSON.stringify(there.choice) === JSON.stringify(choice);
  return isSame ? keptRan(there.report, () => optionsOf(options), picture, again) : again(picture());
}

/** The same on the workbook as it is now: what is to be written must not rest on what was kept. */
export function runFresh(book: Book, run: Run, guard: Guard, ours: Ours = 'lists'): FreshRun {
  const fresh = runWorkbook(book, run.choice, guard, ours);
  if (fresh.fingerprint !== run.fingerprint) throw new AddonError('changed');
  return fresh;
}

export function overviewOf({ fingerprint, ran }: Pick<FreshRun, 'fingerprint' | 'ran'>, choice: Choice): Overview {
  return { fingerprint, summary: ran.report(choice.language).summary };
}

/**
 * What fails in here is no failure of the run: whatever was to be written has been flushed, and Google ends a lock with the script. After a
 * failure something may still be on its way: it must be there before the next run reads.
 */
function leave(lock: GoogleAppsScript.Lock.Lock | null, isDone: boolean): void {
  const steps = [() => lock?.releaseLock()];
  for (const step of isDone ? steps : [() => SpreadsheetApp.flush(), ...steps]) {
    try {
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
  let isDone = false;
  try {
    const done = work(
      again(guard, 'work', () => SpreadsheetApp.getActive()),
      guard,
    );
    isDone = true;
    return done;
  } finally {
    leave(lock, isDone);
  }
}
