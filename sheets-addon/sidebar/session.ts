/** What the sidebar does: one job at a time, and what is left on the screen after it. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { SummaryView } from '#core/view/summary';
import type { CellEdit } from '#core/workbook/plan';
import type { Calls, Choice, Edited, Overview, Run } from '../protocol.ts';
import { CallError, type CallCode, type Client } from './client.ts';
import { START, type Job, type Notice, type SidebarState } from './state.ts';
import { Views, wordsOf, type ViewVerb } from './views.ts';

export type Chosen = Pick<Choice, 'period' | 'set'>;

export interface Sidebar extends SidebarState {
  /** Index set and period that the next run takes. */
  choice: Chosen;
  choose(choice: Chosen): void;
  connect(): void;
  speak(language: Language): void;
  check(): void;
  score(): void;
  insertSample(): void;
  repair(edits: CellEdit[]): void;
  undo(): void;
  waive(index: number, words: { by: string; reason: string }): void;
  saveSetting(key: string, label: string, value: string): void;
  /** null: it failed, and that was said. */
  reveal(place: Place): Promise<'revealed' | 'sidebar.address-only' | null>;
  ask<V extends ViewVerb>(verb: V, input: Calls[V]['input']): Promise<Calls[V]['output']>;
  dismiss(): void;
}

const pane = (id: string, args: Message['args'] = {}): Message => ({ id: `pane.${id}`, args });

/** The workbook is no more what was seen: only a new check helps. */
const SEEN_OTHERWISE: ReadonlySet<CallCode> = new Set<CallCode>([
  'changed',
  'changed-cell',
  'sheet-missing',
  'waive-no-row',
  'lost',
  'half-written',
  'maybe-written',
]);
/** Doing the same again may help. */
const PASSING: ReadonlySet<CallCode> = new Set<CallCode>([
  'busy',
  'service',
  'service-late',
  'sheet-only',
  'time',
  'no-answer',
  'silent',
  'accounts',
]);
/** Not to be asked more often when somebody clicks to and fro: each time the whole workbook is read. */
const WATCH_PAUSE = 10_000;

interface Options {
  client: Client;
  language: Language;
  setLanguage(language: Language): void;
}

/** @returns the sidebar's state and what can be done. */
export function useSidebar({ client, language, setLanguage }: Options): Sidebar {
  const [state, setState] = useState<SidebarState>(START);
  const [choice, choose] = useState<Chosen>({ set: null, period: null });
  const running = useRef(false);
  const current = useRef({ choice, language, state });
  current.current = { choice, language, state };
  const patch = useCallback((part: Partial<SidebarState>) => setState((old) => ({ ...old, ...part })), []);

  const actions = useMemo(() => {
    const views = new Views(client);
    const chosen = (): Choice => {
      const { period, set } = current.current.choice;
      const { language: spoken } = current.current;
      return { language: spoken, set, period: period === null || period.trim() === '' ? null : period.trim() };
    };
    /** A run was made: the views show it from now on. */
    const show = (run: Choice, overview: Overview): void => {
      views.clear();
      setState((old) => ({
        ...old,
        overview,
        run: { choice: run, fingerprint: overview.fingerprint },
        revision: old.revision + 1,
        stale: 'no',
      }));
    };
    const remedyOf = (error: unknown, name: Job, again: () => void): Notice['remedy'] => {
      if (!(error instanceof CallError)) return null;
      if (SEEN_OTHERWISE.has(error.code)) return { word: 'check-again', go: check };
      if (error.code === 'service-late' && name !== 'score') return { word: 'check-again', go: check };
      return PASSING.has(error.code) ? { word: 'retry', go: again } : null;
    };
    const job = (name: Job, work: () => Promise<Notice>): void => {
      if (running.current) return;
      running.current = true;
      // A look takes nothing away: after a repair whose result could not be read it is how to go on, and the way back stays.
      patch({ busy: name, notice: null, ...(name === 'edit' || name === 'check' ? {} : { takeBack: null }) });
      work()
        .then((notice) => patch({ notice, busy: null }))
        .catch((error: unknown) => {
          const code = error instanceof CallError ? error.code : null;
          const isOld = code !== null && SEEN_OTHERWISE.has(code) && current.current.state.overview !== null;
          const remedy = remedyOf(error, name, () => job(name, work));
          const notice: Notice = { kind: 'error', words: wordsOf(error), remedy };
          patch({ notice, busy: null, ...(isOld ? { stale: code === 'changed' ? 'yes' : 'maybe' } : {}) });
        })
        .finally(() => (running.current = false));
    };
    const good = (...words: Message[]): Notice => ({ kind: 'success', words, remedy: null });
    /** A workbook in which nothing could be ranked gets no green. */
    const told = ({ nothing }: SummaryView, ...words: Message[]): Notice =>
      nothing === null
        ? good(...words)
        : { kind: 'warning', words: [pane(`nothing-${nothing}`), ...words], remedy: null };
    /** What was written, and the workbook as it is now; where that could not be read, only the reading is repeated. */
    const written = (asked: Choice, { overview, unread }: Edited, said: Message, done: Message): Notice => {
      if (overview !== null) {
        show(asked, overview);
        return good(done);
      }
      patch({ stale: 'maybe' });
      const words = unread === null ? [said] : [said, unread];
      return { kind: 'warning', words, remedy: { word: 'check-again', go: check } };
    };
    const edit = (work: (run: Run) => Promise<Edited>, done: Message, said = done, keepsTakeBack = true): void =>
      job('edit', async () => {
        const { run } = current.current.state;
        if (run === null) throw new CallError('changed', { id: 'addon.changed', args: {} });
        const edited = await work(run);
        patch({ takeBack: keepsTakeBack && edited.takeBack.length > 0 ? edited.takeBack : null });
        return written(run.choice, edited, said, done);
      });
    const check = (): void =>
      job('check', async () => {
        const asked = chosen();
        const overview = await client.call('runCheck', { choice: asked });
        show(asked, overview);
        return told(overview.summary, pane('checked', overview.summary.counts));
      });
    return {
      check,
      score: () =>
        job('score', async () => {
          const asked = chosen();
          const { overview, written, warnings } = await client.call('runScore', { choice: asked });
          show(asked, overview);
          patch({ written });
          const id = overview.summary.nothing === null ? 'scored' : 'nothing-written';
          const done = told(overview.summary, pane(id, { sheets: written.join(', ') }), ...warnings);
          return warnings.length === 0 ? done : { ...done, kind: 'warning' };
        }),
      insertSample: () =>
        job('sample', async () => {
          const asked = chosen();
          const done = pane('sample-done');
          return written(asked, await client.call('insertSample', { choice: asked }), done, done);
        }),
      repair: (edits: CellEdit[]) =>
        edit(
          (run) => client.call('applyEdits', { choice: run.choice, edits }),
          pane('repair-done', { count: edits.length }),
          pane('wrote-cells', { count: edits.length }),
        ),
      takeBackNow: (edits: CellEdit[]) =>
        edit(
          (run) => client.call('applyEdits', { choice: run.choice, edits }),
          pane('taken-back'),
          pane('taken-back'),
          false,
        ),
      waive: (index: number, words: { by: string; reason: string }) =>
        edit((run) => client.call('waiveFinding', { run, index, ...words }), pane('waive-done')),
      saveSetting: (key: string, label: string, value: string) =>
        edit((run) => client.call('changeSetting', { run, key, value }), pane('setting-saved', { key: label })),
      reveal: async ({ sheet, cell }: Place) => {
        try {
          return (await client.call('revealCell', { sheet, cell }))
            ? ('revealed' as const)
            : ('sidebar.address-only' as const);
        } catch (error) {
          patch({ notice: { kind: 'error', words: wordsOf(error), remedy: null } });
          return null;
        }
      },
      ask: async <V extends ViewVerb>(verb: V, input: Calls[V]['input']): Promise<Calls[V]['output']> => {
        try {
          return await views.ask(verb, input);
        } catch (error) {
          if (!(error instanceof CallError) || error.code !== 'changed') throw error;
          patch({ stale: 'yes' });
          throw new CallError('changed', { id: 'sidebar.moved-on', args: {} });
        }
      },
      connect: () => {
        patch({ notice: null });
        client.call('getFacts', {}).then(
          (facts) => {
            setLanguage(facts.language);
            patch({ facts });
          },
          (error: unknown) => patch({ notice: { kind: 'error', words: wordsOf(error), remedy: null } }),
        );
      },
      dismiss: () => patch({ notice: null }),
    };
  }, [client, patch, setLanguage]);

  const { takeBackNow, check, connect, ...rest } = actions;
  useEffect(() => {
    connect();
  }, [connect]);
  useWatch(client, current, running, patch);

  const spoken = state.run?.choice.language ?? language;
  const tried = useRef(language);
  useEffect(() => {
    // The words of a run come ready from the server: in another language they are asked for again, once.
    if (spoken === language) tried.current = language;
    if (tried.current === language || state.busy !== null) return;
    tried.current = language;
    check();
  }, [language, spoken, state.busy, check]);

  return {
    ...state,
    ...rest,
    check,
    connect,
    choice,
    choose,
    speak: (next) => {
      setLanguage(next);
      // The choice holds here anyway; that it is not kept for the next time is no reason to stop anybody.
      client.call('setLanguage', { language: next }).catch(() => undefined);
    },
    undo: () => {
      if (state.takeBack !== null) takeBackNow(state.takeBack);
    },
  };
}

/** Sheets tells a sidebar of no change: the verdict is the fingerprint, taken when the person comes back to it. */
function useWatch(
  client: Client,
  current: { current: { state: SidebarState } },
  running: { current: boolean },
  patch: (part: Partial<SidebarState>) => void,
): void {
  useEffect(() => {
    let last = 0;
    let isAsking = false;
    const asked = async (): Promise<void> => {
      const { overview, revision } = current.current.state;
      if (overview === null || running.current || isAsking || Date.now() - last < WATCH_PAUSE) return;
      isAsking = true;
      last = Date.now();
      try {
        const now = await client.call('getFingerprint', {});
        if (current.current.state.revision === revision && !running.current)
          patch({ stale: now === overview.fingerprint ? 'no' : 'yes' });
      } catch {
        // A busy service is asked again at the next focus.
      } finally {
        isAsking = false;
      }
    };
    const heard = (): void => void asked();
    window.addEventListener('focus', heard);
    return () => window.removeEventListener('focus', heard);
  }, [client, current, running, patch]);
}
