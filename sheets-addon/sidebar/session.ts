/** What the sidebar does: one job at a time, and what is left on the screen after it. */
import type { Under } from '#core/messages/ids';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { DoneView } from '#core/view/repair';
import { saidOfCheck, saidOfEdit, saidOfScore, type SaidView } from '#core/view/said';
import type { CellEdit } from '#core/workbook/plan';
import type { Overview } from '#core/commands/calls';
import type { Choice, Edited, Run } from '../protocol.ts';
import { CallError, type CallCode, type Client } from './client.ts';
import type { AskView, Choice as Chosen, Notice, Panel, Revealed, TakeBack } from '#panel/port.ts';
import { START, type Job, type SidebarState } from './state.ts';
import { useWatch } from './watch.ts';
import { Views, wordsOf } from './views.ts';

export interface Sidebar extends Panel, SidebarState {
  connect(): void;
  speak(language: Language): void;
}

const failed = (words: Message[], remedy: Notice['remedy'] = null): Notice => ({
  kind: 'error',
  words,
  title: 'error-title',
  counted: false,
  remedy,
});
const pane = (id: Under<'pane.'>, args: Message['args'] = {}): Message => ({ id: `pane.${id}`, args });

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

/** What the person agreed to lose; empty: nothing. */
interface Accept {
  accept?: string;
}

interface Options {
  client: Client;
  language: Language;
  setLanguage(language: Language): void;
}

/** @returns the sidebar's state and what can be done. */
export function useSidebar({ client, language, setLanguage }: Options): Sidebar {
  const [state, setState] = useState<SidebarState>(START);
  const [choice, choose] = useState<Chosen>({ set: null, period: '' });
  const running = useRef(false);
  const current = useRef({ choice, language, state });
  current.current = { choice, language, state };
  const patch = useCallback((part: Partial<SidebarState>) => setState((old) => ({ ...old, ...part })), []);

  const actions = useMemo(() => {
    const views = new Views(client);
    const chosen = (): Choice => {
      const { period, set } = current.current.choice;
      const { language: spoken } = current.current;
      return { language: spoken, set, period: period.trim() === '' ? null : period.trim() };
    };
    /** A run was made: the views show it from now on. */
    const show = (run: Choice, overview: Overview): void => {
      views.clear();
      setState((old) => ({
        ...old,
        overview,
        run: { choice: run, fingerprint: overview.fingerprint },
        ran: { set: run.set, period: run.period ?? '' },
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
    const job = (name: Job, work: (accept: Accept) => Promise<Notice>, accept: Accept = {}): void => {
      if (running.current) return;
      running.current = true;
      // A look takes nothing away: after a repair whose result could not be read it is how to go on, and the way back stays.
      patch({
        busy: name,
        notice: null,
        done: null,
        ...(name === 'edit' || name === 'check' ? {} : { takeBack: null }),
      });
      work(accept)
        .then((notice) => patch({ notice, busy: null }))
        .catch((error: unknown) => {
          const code = error instanceof CallError ? error.code : null;
          if (error instanceof CallError && code === 'loss') {
            const go = (): void => job(name, work, { accept: error.key });
            const said: SaidView = { tone: 'warning', counted: false, words: error.words };
            patch({ notice: notice(said, { title: 'confirm-title', remedy: { word: 'confirm-go', go } }), busy: null });
            return;
          }
          const isOld = code !== null && SEEN_OTHERWISE.has(code) && current.current.state.overview !== null;
          const remedy = remedyOf(error, name, () => job(name, work));
          patch({
            notice: failed(wordsOf(error), remedy),
            busy: null,
            ...(isOld ? { stale: code === 'changed' ? 'yes' : 'maybe' } : {}),
          });
        })
        .finally(() => (running.current = false));
    };
    const notice = (said: SaidView, more: Partial<Notice> = {}): Notice => ({
      kind: said.tone,
      words: said.words,
      title: null,
      counted: said.counted,
      remedy: null,
      ...more,
    });
    /** What was written, and the workbook as it is now; where that could not be read, only the reading is repeated. */
    const written = (asked: Choice, { overview, unread }: Edited, said: Message, done: Message): Notice => {
      if (overview !== null) {
        show(asked, overview);
        return notice(saidOfEdit(overview.summary, done));
      }
      patch({ stale: 'maybe' });
      const words = unread === null ? [said] : [said, unread];
      return notice(
        { tone: 'warning', counted: false, words },
        { title: 'warning-title', remedy: { word: 'check-again', go: check } },
      );
    };
    /** The grid stays with what was changed; where Google does not follow, the change stands all the same. */
    const stay = (place: Place | null): void => {
      if (place !== null) client.call('revealCell', { sheet: place.sheet, cell: place.cell }).catch(() => undefined);
    };
    /** What an edit says once it is done and calculated anew, and, where that failed, once it is written. */
    interface Words {
      done: Message;
      written?: Message;
      /** null: what was done is not to be taken back once more. */
      takeBack: TakeBack['of'] | null;
      card?: DoneView;
    }
    const edit = (
      work: (run: Run, accept: Accept) => Promise<Edited>,
      { done, written: said = done, takeBack: of, card }: Words,
    ): void =>
      job('edit', async (accept) => {
        const { run } = current.current.state;
        if (run === null) throw new CallError('changed', { id: 'addon.changed', args: {} });
        const edited = await work(run, accept);
        const takeBack = of !== null && edited.takeBack.length > 0 ? { edits: edited.takeBack, of } : null;
        patch({ takeBack, done: card ?? null });
        if (card?.kind === 'repair') stay(card.place);
        return written(run.choice, edited, said, done);
      });
    const check = (): void =>
      job('check', async () => {
        const asked = chosen();
        const overview = await client.call('runCheck', { choice: asked });
        show(asked, overview);
        return notice(saidOfCheck(overview.summary, pane));
      });
    const tell = (error: unknown): void => patch({ notice: failed(wordsOf(error)) });
    return {
      check,
      score: () =>
        job('score', async (accept) => {
          const asked = chosen();
          const { overview, written, warnings } = await client.call('runScore', { choice: asked, ...accept });
          show(asked, overview);
          patch({ written });
          const said = saidOfScore(overview.summary, pane, written.join(', '), warnings);
          return notice(said, { title: warnings.length > 0 ? 'warning-title' : null });
        }),
      insertSample: () =>
        job('sample', async () => {
          const asked = chosen();
          const done = pane('sample-done');
          return written(asked, await client.call('insertSample', { choice: asked }), done, done);
        }),
      repair: (edits: CellEdit[], card: DoneView) =>
        edit((run) => client.call('applyEdits', { choice: run.choice, edits }), {
          done: pane('repair-done', { count: edits.length }),
          written: pane('wrote-cells', { count: edits.length }),
          takeBack: 'repair',
          card,
        }),
      takeBackNow: ({ edits, of }: TakeBack) =>
        edit(
          async (run) => {
            const edited = await client.call('applyEdits', { choice: run.choice, edits });
            // Our own sheets are nowhere to go.
            if (of === 'repair') stay(edits[0] ?? null);
            return edited;
          },
          { done: pane('taken-back'), takeBack: null },
        ),
      waive: ({ index, what, place }: Parameters<Sidebar['waive']>[0], words: { by: string; reason: string }) =>
        edit(
          (run, accept) => client.call('write', { run, ask: { verb: 'waive', input: { index, ...words } }, ...accept }),
          {
            done: pane('waive-done'),
            takeBack: 'waiver',
            card: { kind: 'waiver', what, place, cells: [], count: 0 },
          },
        ),
      saveSetting: (key: string, label: string, value: string) =>
        edit((run) => client.call('write', { run, ask: { verb: 'setting', input: { key, value } } }), {
          done: pane('setting-saved', { key: label }),
          takeBack: 'setting',
        }),
      reveal: async ({ sheet, cell }: Place): Promise<Revealed | null> => {
        try {
          return (await client.call('revealCell', { sheet, cell })) ? 'revealed' : 'address-only';
        } catch (error) {
          tell(error);
          return null;
        }
      },
      tell,
      ask: (async (verb, input) => {
        const { run } = current.current.state;
        try {
          if (run === null) throw new CallError('changed', { id: 'addon.changed', args: {} });
          return await views.ask(run, verb, input);
        } catch (error) {
          if (!(error instanceof CallError) || error.code !== 'changed') throw error;
          patch({ stale: 'yes' });
          throw new CallError('changed', { id: 'sidebar.moved-on', args: {} });
        }
      }) satisfies AskView as AskView,
      connect: () => {
        patch({ notice: null });
        client.call('getFacts', {}).then(
          (facts) => {
            setLanguage(facts.language);
            patch({ facts });
          },
          (error: unknown) => patch({ notice: failed(wordsOf(error)) }),
        );
      },
      dismiss: () => patch({ notice: null }),
      goOn: () => setState((old) => (old.done === null ? old : { ...old, done: null })),
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

  const { facts } = state;
  const sets = useCallback(() => Promise.resolve(facts?.sets ?? []), [facts]);

  return {
    ...state,
    ...rest,
    check,
    connect,
    isBusy: state.busy !== null,
    readOnly: false,
    bare: state.facts?.bare ?? false,
    sets,
    wordsOf,
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
