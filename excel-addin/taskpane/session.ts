/** What the pane does: one job at a time, always read → compute → write, and what is left on the screen after it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit } from '#core/workbook/plan';
import type { Overview, Writing } from '../worker/protocol.ts';
import { CoreFault, type Engine } from './engine.ts';
import { Cancelled, HostError, type WorkbookHost } from './host.ts';

export type Job = 'check' | 'score' | 'sample' | 'edit';

/** `cells`: how far reading is. */
export interface Busy {
  job: Job;
  phase: 'reading' | 'read' | 'score' | 'check' | 'write' | 'writing';
  cells: { done: number; total: number } | null;
}

export interface Notice {
  kind: 'error' | 'warning' | 'success';
  words: Message[];
  retry: (() => void) | null;
}

export interface PaneState {
  busy: Busy | null;
  overview: Overview | null;
  /** Counts runs: views ask again when it changes. */
  revision: number;
  /** Sheets that the last score wrote; null: not scored in this session. */
  written: string[] | null;
  stale: 'no' | 'maybe' | 'yes';
  notice: Notice | null;
  takeBack: CellEdit[] | null;
  readOnly: boolean;
}

export interface Pane extends PaneState {
  host: WorkbookHost;
  engine: Engine;
  /** Index set and period that the next run takes. */
  choice: { set: string | null; period: string };
  choose(choice: { set: string | null; period: string }): void;
  check(): void;
  score(): void;
  cancel(): void;
  insertSample(): void;
  repair(edits: CellEdit[]): void;
  undo(): void;
  waive(index: number, words: { by: string; reason: string }): void;
  saveSetting(key: string, label: string, value: string): void;
  reveal(place: Place): Promise<'revealed' | 'address-only' | null>;
  dismiss(): void;
}

const START: PaneState = {
  busy: null,
  overview: null,
  revision: 0,
  written: null,
  stale: 'no',
  notice: null,
  takeBack: null,
  readOnly: false,
};

const pane = (id: string, args: Message['args'] = {}): Message => ({ id: `pane.${id}`, args });

/** @returns what a failure says to the person. */
export function wordsOf(error: unknown): { words: Message; retry: boolean } {
  if (error instanceof HostError) return { words: error.words, retry: error.retry };
  const detail = error instanceof Error ? error.message : String(error);
  return { words: pane('error-core', { detail }), retry: error instanceof CoreFault };
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
  const [choice, choose] = useState<Pane['choice']>({ set: null, period: '' });
  const running = useRef<AbortController | null>(null);
  /** Our sheets were written after the picture was read: the core's picture does not show them. */
  const behind = useRef(false);
  const current = useRef({ choice, language, overview: state.overview });
  current.current = { choice, language, overview: state.overview };
  const patch = useCallback((part: Partial<PaneState>) => setState((old) => ({ ...old, ...part })), []);

  const actions = useMemo(() => {
    interface Turn {
      signal: AbortSignal;
      phase(phase: Busy['phase'], cells?: Busy['cells']): void;
    }
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
        setState((old) => ({ ...old, overview, revision: old.revision + 1, stale: 'no' }));
        return overview;
      } catch (error) {
        // The core's memory went with its worker.
        patch({ overview: null });
        throw error;
      }
    };
    const job = (name: Job, work: (turn: Turn) => Promise<Partial<PaneState> | void>): void => {
      if (running.current !== null) return;
      const own = new AbortController();
      running.current = own;
      const phase: Turn['phase'] = (at, cells = null) => {
        if (running.current === own) patch({ busy: { job: name, phase: at, cells } });
      };
      patch({
        notice: null,
        ...(name === 'edit' ? {} : { takeBack: null }),
        busy: { job: name, phase: 'reading', cells: null },
      });
      work({ signal: own.signal, phase })
        .then((part) => patch(part ?? {}))
        .catch((error: unknown) => {
          if (error instanceof Cancelled || own.signal.aborted) {
            patch({ notice: { kind: 'success', words: [pane('cancelled')], retry: null } });
            return;
          }
          const { words, retry } = wordsOf(error);
          patch({ notice: { kind: 'error', words: [words], retry: retry ? () => job(name, work) : null } });
        })
        .finally(() => {
          running.current = null;
          patch({ busy: null });
        });
    };
    const good = (...words: Message[]): { notice: Notice } => ({ notice: { kind: 'success', words, retry: null } });
    const write = async (turn: Turn, writing: Pick<Writing, 'plan' | 'edits' | 'expected'>): Promise<CellEdit[]> => {
      turn.phase('writing');
      if (writing.plan !== null) {
        behind.current = true;
        await host.writePlan(writing.plan, { expected: writing.expected }, turn.signal);
      }
      return writing.edits.length === 0 ? [] : (await host.applyEdits(writing.edits)).takeBack;
    };
    return {
      check: () =>
        job('check', async (turn) => {
          const { counts } = (await run(turn)).summary;
          return good(pane('checked', counts));
        }),
      score: () =>
        job('score', async (turn) => {
          await run(turn);
          turn.phase('write');
          const { plan, expected } = await engine.ask('plan', { only: null }, { signal: turn.signal });
          turn.phase('writing');
          behind.current = true;
          const { warnings } = await host.writePlan(plan, { expected }, turn.signal);
          const sheets = plan.sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);
          const done = good(pane('scored', { sheets: sheets.join(', ') }));
          if (warnings.length === 0) return { written: sheets, stale: 'no', ...done };
          return {
            written: sheets,
            stale: 'no',
            notice: { kind: 'warning', words: [...done.notice.words, ...warnings], retry: null },
          };
        }),
      insertSample: () =>
        job('sample', async (turn) => {
          const picture = await read(turn);
          const { plan, expected } = await engine.ask('sample', { picture }, { signal: turn.signal });
          await write(turn, { plan, edits: [], expected });
          await run(turn);
          return good(pane('sample-done'));
        }),
      repair: (edits: CellEdit[]) =>
        job('edit', async (turn) => {
          turn.phase('writing');
          const { takeBack } = await host.applyEdits(edits);
          patch({ takeBack, stale: 'maybe' });
          await run(turn);
          return good(pane('repair-done', { count: edits.length }));
        }),
      takeBackNow: (edits: CellEdit[]) =>
        job('edit', async (turn) => {
          turn.phase('writing');
          await host.applyEdits(edits);
          patch({ takeBack: null, stale: 'maybe' });
          await run(turn);
          return good(pane('taken-back'));
        }),
      waive: (index: number, words: { by: string; reason: string }) =>
        job('edit', async (turn) => {
          const before = current.current.overview?.fingerprint;
          if (behind.current && (await run(turn)).fingerprint !== before)
            throw new HostError('changed', false, { id: 'host.changed', args: {} });
          const writing = await engine.ask('waive', { index, ...words }, { signal: turn.signal });
          if (writing.refused !== null)
            return { notice: { kind: 'error', words: [pane(writing.refused)], retry: null } };
          const takeBack = await write(turn, writing);
          patch({ takeBack });
          await run(turn);
          return good(pane('waive-done'));
        }),
      saveSetting: (key: string, label: string, value: string) =>
        job('edit', async (turn) => {
          const writing = await engine.ask('setting', { key, value }, { signal: turn.signal });
          if (writing.refused !== null)
            return { notice: { kind: 'error', words: [pane(writing.refused, { value })], retry: null } };
          const takeBack = await write(turn, writing);
          patch({ takeBack: takeBack.length === 0 ? null : takeBack });
          await run(turn);
          return good(pane('setting-saved', { key: label }));
        }),
      cancel: () => running.current?.abort(),
      reveal: async (place: Place) => {
        try {
          return await host.reveal(place.sheet, place.cell);
        } catch (error) {
          patch({ notice: { kind: 'error', words: [wordsOf(error).words], retry: null } });
          return null;
        }
      },
      dismiss: () => patch({ notice: null }),
    };
  }, [host, engine, version, now, patch]);

  useEffect(() => {
    let stop: (() => void) | null = null;
    let gone = false;
    const mark = (): void =>
      setState((old) => (old.overview === null || old.stale === 'yes' ? old : { ...old, stale: 'maybe' }));
    host.onChange(mark).then(
      (off) => (gone ? off() : (stop = off)),
      () => undefined,
    );
    host.facts().then(
      ({ readOnly }) => patch({ readOnly }),
      () => undefined,
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [host, patch]);

  const first = useRef(language);
  useEffect(() => {
    if (first.current === language || current.current.overview === null || running.current !== null) return;
    first.current = language;
    const put = (summary: Overview['summary']): void =>
      setState((old) => (old.overview === null ? old : { ...old, overview: { ...old.overview, summary } }));
    engine.ask('summary', { language }).then(put, () => undefined);
  }, [language, engine]);

  const { stale } = state;
  useEffect(() => {
    if (stale !== 'maybe') return;
    // Events only mark; the verdict is the fingerprint, taken when the person comes back to the pane.
    const verdict = async (): Promise<void> => {
      const { overview } = current.current;
      if (running.current !== null || overview === null) return;
      try {
        const picture = await host.readPicture(() => undefined, new AbortController().signal);
        const now = await engine.ask('fingerprint', { picture });
        if (running.current === null) patch({ stale: now === overview.fingerprint ? 'no' : 'yes' });
      } catch {
        // The mark stays: a busy host is asked again at the next focus.
      }
    };
    const asked = (): void => void verdict();
    window.addEventListener('focus', asked);
    return () => window.removeEventListener('focus', asked);
  }, [stale, host, engine, patch]);

  const { takeBackNow, ...rest } = actions;
  const undo = (): void => {
    if (state.takeBack !== null) takeBackNow(state.takeBack);
  };
  return { ...state, ...rest, undo, host, engine, choice, choose };
}
