/** What the pane does: one job at a time, always read → compute → write, and what is left on the screen after it. */
import type { Under } from '#core/messages/ids';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { DoneView } from '#core/view/repair';
import { saidOfCheck, saidOfEdit, saidOfScore, type SaidView } from '#core/view/said';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import type { Overview, Writing } from '#core/commands/calls';
import { CoreFault, type Engine } from './engine.ts';
import { Cancelled, HostError, WouldLose, type WorkbookHost } from '../host.ts';
import type { AskView, Choice, Notice, Panel, TakeBack } from '#panel/port.ts';
import { START, type Busy, type Job, type PaneState } from './state.ts';
import { useWatch } from './watch.ts';

export interface Pane extends Panel, PaneState {
  cancel(): void;
}

const pane = (id: Under<'pane.'>, args: Message['args'] = {}): Message => ({ id: `pane.${id}`, args });
const notice = (said: SaidView, more: Partial<Notice> = {}): { notice: Notice } => ({
  notice: { kind: said.tone, words: said.words, counted: said.counted, title: null, remedy: null, ...more },
});
const bad = (words: Message[], retry: (() => void) | null = null): { notice: Notice } =>
  notice(
    { tone: 'error', counted: false, words },
    { title: 'error-title', remedy: retry === null ? null : { word: 'retry', go: retry } },
  );

/** @returns what a failure says to the person. @param wrote what was written before it; it is said first. */
function wordsOf(error: unknown, wrote: Message[] = []): { words: Message[]; retry: boolean } {
  // Of a job that wrote only the reading is repeated: that never harms.
  const retry = wrote.length > 0;
  if (error instanceof HostError) return { words: [...wrote, error.words], retry: retry || error.retry };
  const detail = error instanceof Error ? error.message : String(error);
  const words = pane(retry ? 'error-core-written' : 'error-core', { detail });
  return { words: [...wrote, words], retry: retry || error instanceof CoreFault };
}

const saidOf = (error: unknown): Message[] => wordsOf(error).words;

/** One job's turn at the host and the core. */
interface Turn {
  signal: AbortSignal;
  /** What the person agreed to lose. */
  accept: string;
  phase(phase: Busy['phase'], cells?: Busy['cells']): void;
  /** Something stands in the workbook that was not there before: from here on "nothing was written" is not true. */
  wrote(what: Message): void;
}

export interface PaneOptions {
  host: WorkbookHost;
  engine: Engine;
  language: Language;
  version: string;
  /** ISO time of now. */
  now: () => string;
}

/** @returns the pane's state and what can be done. */
export function usePane({ host, engine, language, version, now }: PaneOptions): Pane {
  const [state, setState] = useState<PaneState>(START);
  const [choice, choose] = useState<Choice>({ set: null, period: '' });
  const running = useRef<AbortController | null>(null);
  /** Our sheets were written after the picture was read: the core's picture does not show them. */
  const behind = useRef(false);
  const current = useRef({ choice, language, overview: state.overview });
  current.current = { choice, language, overview: state.overview };
  const patch = useCallback((part: Partial<PaneState>) => setState((old) => ({ ...old, ...part })), []);

  const actions = useMemo(() => {
    const read = (turn: Turn): Promise<Picture> => {
      turn.phase('reading');
      return host.readPicture((done, total) => turn.phase('reading', { done, total }), turn.signal);
    };
    /** Reads and runs; the views then show the new outcome. */
    const run = async (turn: Turn): Promise<Overview> => {
      const picture = await read(turn);
      const { choice: chosen, language: spoken } = current.current;
      const period = chosen.period.trim() === '' ? null : chosen.period.trim();
      const options = { language: spoken, at: now(), version, period, set: chosen.set };
      try {
        const phase = (name: Busy['phase']): void => turn.phase(name);
        const overview = await engine.ask('run', { picture, options }, { signal: turn.signal, phase });
        behind.current = false;
        setState((old) => ({ ...old, overview, ran: chosen, revision: old.revision + 1, stale: 'no' }));
        return overview;
      } catch (error) {
        // The core's memory went with its worker.
        patch({ overview: null });
        throw error;
      }
    };
    const job = (name: Job, work: (turn: Turn) => Promise<Partial<PaneState>>, accept = ''): void => {
      if (running.current !== null) return;
      const own = new AbortController();
      running.current = own;
      const wrote: Message[] = [];
      const turn: Turn = {
        signal: own.signal,
        accept,
        phase: (at, cells = null) => {
          if (running.current === own) patch({ busy: { job: name, phase: at, cells } });
        },
        wrote: (what) => void wrote.push(what),
      };
      const busy: Busy = { job: name, phase: 'reading', cells: null };
      // A look takes nothing away: after a repair whose result could not be read it is how to go on, and the way back stays.
      patch({ notice: null, busy, done: null, ...(name === 'edit' || name === 'check' ? {} : { takeBack: null }) });
      work(turn)
        .then(patch)
        .catch((error: unknown) => {
          if (error instanceof WouldLose) {
            const go = (): void => job(name, work, error.key);
            const said: SaidView = { tone: 'warning', counted: false, words: error.all };
            patch(notice(said, { title: 'confirm-title', remedy: { word: 'confirm-go', go } }));
            return;
          }
          const half = error instanceof HostError ? error.takeBack : null;
          if (half !== null) patch({ takeBack: { edits: half, of: 'repair' } });
          if (wrote.length > 0 || half !== null) patch({ stale: 'maybe' });
          if (half === null && (error instanceof Cancelled || own.signal.aborted)) {
            const words = wrote.length > 0 ? [...wrote, pane('cancelled-written')] : [pane('cancelled')];
            patch(notice({ tone: 'info', counted: false, words }));
            return;
          }
          const { words, retry } = wordsOf(error, wrote);
          // What was written must not be written again: only the rest is repeated.
          const again = (): void => (wrote.length > 0 ? check() : job(name, work));
          patch(bad(words, retry ? again : null));
        })
        .finally(() => {
          running.current = null;
          patch({ busy: null });
        });
    };
    const write = async (turn: Turn, writing: Omit<Writing, 'refused'>): Promise<CellEdit[]> => {
      turn.phase('writing');
      if (writing.plan !== null) {
        behind.current = true;
        const { accept } = turn;
        await host.writePlan(writing.plan, { expected: writing.expected, accept }, turn.signal);
        const seen = writing.plan.sheets.filter(({ visibility }) => visibility === 'visible');
        turn.wrote(pane('wrote-sheets', { sheets: seen.map(({ name }) => name).join(', ') }));
      }
      if (writing.edits.length === 0) return [];
      const { takeBack } = await host.applyEdits(writing.edits);
      turn.wrote(pane('wrote-cells', { count: writing.edits.length }));
      return takeBack;
    };
    /** The grid stays with what was changed; where Excel does not follow, the change stands all the same. */
    const show = async (place: Place | null): Promise<void> => {
      if (place !== null) await host.reveal(place.sheet, place.cell).catch(() => undefined);
    };
    const tell = (error: unknown): void =>
      // A core that failed may have lost what it knew: the person begins with a check.
      patch({ ...bad(wordsOf(error).words), ...(error instanceof CoreFault ? { overview: null } : {}) });
    const check = (): void =>
      job('check', async (turn) => {
        const { summary } = await run(turn);
        return notice(saidOfCheck(summary, pane));
      });
    return {
      check,
      score: () =>
        job('score', async (turn) => {
          const overview = await run(turn);
          turn.phase('write');
          const { plan, expected } = await engine.ask('plan', { only: null }, { signal: turn.signal });
          turn.phase('writing');
          behind.current = true;
          const { warnings } = await host.writePlan(plan, { expected, accept: turn.accept }, turn.signal);
          const sheets = plan.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
          const said = saidOfScore(overview.summary, pane, sheets.join(', '), warnings);
          const summary = {
            ...overview.summary,
            ranking: overview.summary.groups.length > 0 ? 'current' : 'none',
          } as const;
          return {
            overview: { ...overview, summary },
            written: sheets,
            stale: 'no',
            ...notice(said, { title: warnings.length > 0 ? 'warning-title' : null }),
          };
        }),
      insertSample: () =>
        job('sample', async (turn) => {
          const picture = await read(turn);
          const { plan, expected } = await engine.ask('sample', { picture }, { signal: turn.signal });
          await write(turn, { plan, edits: [], expected });
          const { summary } = await run(turn);
          return notice(saidOfEdit(summary, pane('sample-done')));
        }),
      repair: (edits: CellEdit[], done: DoneView) =>
        job('edit', async (turn) => {
          const taken = await write(turn, { plan: null, edits, expected: '' });
          patch({ takeBack: { edits: taken, of: 'repair' }, done, stale: 'maybe' });
          const { summary } = await run(turn);
          await show(done.place);
          return notice(saidOfEdit(summary, pane('repair-done', { count: edits.length })));
        }),
      takeBackNow: ({ edits, of }: TakeBack) =>
        job('edit', async (turn) => {
          await write(turn, { plan: null, edits, expected: '' });
          patch({ takeBack: null, stale: 'maybe' });
          const { summary } = await run(turn);
          // Our own sheets are nowhere to go.
          if (of === 'repair') await show(edits[0] ?? null);
          return notice(saidOfEdit(summary, pane('taken-back')));
        }),
      waive: ({ index, what, place }: Parameters<Pane['waive']>[0], words: { by: string; reason: string }) =>
        job('edit', async (turn) => {
          const before = current.current.overview?.fingerprint;
          if (behind.current && (await run(turn)).fingerprint !== before)
            throw new HostError('changed', false, { id: 'host.changed', args: {} });
          const writing = await engine.ask('waive', { index, ...words }, { signal: turn.signal });
          if (writing.refused !== null) return bad([pane(writing.refused.why)]);
          const taken = await write(turn, writing);
          const done: DoneView = { kind: 'waiver', what, place, cells: [], count: 0 };
          patch({ takeBack: { edits: taken, of: 'waiver' }, done });
          const { summary } = await run(turn);
          return notice(saidOfEdit(summary, pane('waive-done')));
        }),
      saveSetting: (key: string, label: string, value: string) =>
        job('edit', async (turn) => {
          const writing = await engine.ask('setting', { key, value }, { signal: turn.signal });
          if (writing.refused !== null) return bad([pane(writing.refused.why, writing.refused.args)]);
          const takeBack = await write(turn, writing);
          patch({ takeBack: takeBack.length === 0 ? null : { edits: takeBack, of: 'setting' } });
          const { summary } = await run(turn);
          return notice(saidOfEdit(summary, pane('setting-saved', { key: label })));
        }),
      cancel: () => running.current?.abort(),
      reveal: async (place: Place) => {
        try {
          return await host.reveal(place.sheet, place.cell);
        } catch (error) {
          tell(error);
          return null;
        }
      },
      tell,
      dismiss: () => patch({ notice: null }),
      goOn: () => setState((old) => (old.done === null ? old : { ...old, done: null })),
    };
  }, [host, engine, version, now, patch]);

  const quiet = useCallback(() => running.current === null, []);
  useWatch({ host, engine, state, setState, quiet });

  const first = useRef(language);
  useEffect(() => {
    if (first.current === language || current.current.overview === null || running.current !== null) return;
    first.current = language;
    const put = (summary: Overview['summary']): void =>
      setState((old) => (old.overview === null ? old : { ...old, overview: { ...old.overview, summary } }));
    engine.ask('summary', { language }).then(put, () => undefined);
  }, [language, engine]);

  const { takeBackNow, ...rest } = actions;
  const undo = (): void => {
    if (state.takeBack !== null) takeBackNow(state.takeBack);
  };
  const { tell } = actions;
  // In the language of now: who asks again after it changed gets the other words.
  const ask: AskView = useCallback(
    async (verb, input) => {
      try {
        return (await engine.ask(verb, { ...input, language } as never)) as never;
      } catch (error) {
        // The core that knew the run is gone: the person begins with a check.
        if (error instanceof CoreFault) tell(error);
        throw error;
      }
    },
    [engine, language, tell],
  );
  const sets = useCallback(() => engine.ask('sets', {}), [engine]);
  return { ...state, ...rest, isBusy: state.busy !== null, undo, ask, sets, wordsOf: saidOf, choice, choose };
}
