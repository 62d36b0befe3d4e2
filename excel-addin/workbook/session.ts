/** How every request goes to Excel: never for ever, never unheard, with the person's patience kept in view. */
import { Cancelled, type Waiting } from '../host.ts';
import { hostError, translate, type SpokenKind } from './errors.ts';

/** Bytes of JSON a request or an answer may have by our estimate; Excel on the web refuses 5 MB. */
export const REQUEST_BYTES = 3_600_000;

/** After this long without an answer the pane says that a cell may be being edited. */
const PATIENCE = 2_000;
const LIMIT = 120_000;

/** What the adapter remembers between calls. */
export interface Session {
  waiting: Waiting;
  /** Milliseconds after which a request counts as lost. */
  limit: number;
  patience: number;
  /** Our writes under way: events meanwhile are our own. */
  writing: number;
  /** Ids of sheets that were ours in this session: a hint for events only, never proof (Mac gives ids again). */
  own: Set<string>;
}

export function newSession(options: { waiting?: Waiting; limit?: number; patience?: number } = {}): Session {
  return {
    waiting: options.waiting ?? ((): void => undefined),
    limit: options.limit ?? LIMIT,
    patience: options.patience ?? PATIENCE,
    writing: 0,
    own: new Set(),
  };
}

/** One run of Excel; `sync` sends what is queued. */
export interface Batch {
  context: Excel.RequestContext;
  /** `hint`: what a GeneralException means here. */
  sync(hint?: SpokenKind): Promise<void>;
}

/** @returns whether the host has a requirement set. */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Runs `job` in Excel. A request that never answers ends it after the session's limit: the library itself waits for ever.
 * `undoGroup`: one undo step; the host must have 1.20.
 */
export async function inExcel<T>(
  session: Session,
  job: (batch: Batch) => Promise<T>,
  options: { undoGroup?: boolean } = {},
): Promise<T> {
  if (!supports('1.14')) throw hostError('too-old');
  let lose: (error: Error) => void = () => undefined;
  const lost = new Promise<never>((_, reject) => (lose = reject));
  lost.catch(() => undefined);
  const group = options.undoGroup === true ? { mergeUndoGroup: true } : {};
  const run = Excel.run({ delayForCellEdit: true, ...group }, (context) => {
    const sync = async (hint?: SpokenKind): Promise<void> => {
      let told = false;
      const patience = setTimeout(() => {
        told = true;
        session.waiting({ id: 'host.press-enter', args: {} });
      }, session.patience);
      const limit = setTimeout(() => lose(hostError('timeout')), session.limit);
      try {
        // Each sync is raced on its own, so that a step whose failure is tolerated ends too.
        await Promise.race([context.sync(), lost]);
      } catch (error) {
        throw translate(error, hint);
      } finally {
        clearTimeout(patience);
        clearTimeout(limit);
        if (told) session.waiting(null);
      }
    };
    return job({ context, sync });
  });
  run.catch(() => undefined);
  try {
    return await Promise.race([run, lost]);
  } catch (error) {
    throw translate(error);
  }
}

/** The same while our own changes are under way: their events don't count. */
export async function writing<T>(session: Session, job: () => Promise<T>): Promise<T> {
  session.writing += 1;
  try {
    return await job();
  } finally {
    // Events of our last request may come a little after its answer.
    setTimeout(() => (session.writing -= 1), 400);
  }
}

export function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled();
}

/** Lets the page draw and hear the person between two pieces of work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
