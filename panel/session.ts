/** What the panel does: one job at a time, and what is left on the screen after it. The same in every host. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Overview } from '#core/commands/calls';
import type { Language, Message } from '#core/messages/message';
import type { Place } from '#core/view/outcome';
import type { DoneView } from '#core/view/repair';
import { saidOfCheck, saidOfEdit, saidOfScore, type SaidView, type Tone } from './said.ts';
import type { CellEdit } from '#core/workbook/plan';
import type { PanelHost, RunChoice, Turn } from './host.ts';
import type { AskView, Choice, FormsAsk, Job, Notice, Panel, PanelState, TakeBack } from './port.ts';
import { useWatch } from './watch.ts';
import { pane } from './words.ts';

interface SessionState extends PanelState {
  /** Language of the words that the last run came with; null: none was made. */
  spoken: Language | null;
}

type Patch = (part: Partial<SessionState> | ((old: SessionState) => Partial<SessionState>)) => void;

const START: SessionState = {
  busy: null,
  overview: null,
  ran: null,
  spoken: null,
  revision: 0,
  written: null,
  stale: 'no',
  notice: null,
  takeBack: null,
  done: null,
  forms: null,
  readOnly: false,
  bare: false,
};

/** Something to do: one job. */
interface Work {
  job: Job;
  /** @returns what is said once it is done; null: what is in sight says it. */
  go(turn: Turn): Promise<Notice | null>;
  /** With the set and period of the last run, whatever was chosen for the next. */
  isSame?: boolean;
  /** Of what writes: how it is said to be written where cells and sheets say nothing. */
  written?: Message;
  /** Of what can be taken back: what the way back is called. */
  takeBack?: TakeBack['of'] | null;
  /** What stays in sight until the person goes on. */
  card?: DoneView | null;
}

const saying = (said: SaidView, more: Partial<Notice> = {}): Notice => ({
  kind: said.tone,
  counted: said.counted,
  words: said.words,
  title: null,
  remedy: null,
  ...more,
});
const plain = (tone: Tone, words: Message[], more: Partial<Notice> = {}): Notice =>
  saying({ tone, counted: false, words }, more);
const bad = (words: Message[], remedy: Notice['remedy'] = null): Notice =>
  plain('error', words, { title: 'error-title', remedy });

/** What was said without a question or a way back need not stay once the person does something else: 300 px are few. */
const afterReading = ({ notice, takeBack }: SessionState): Partial<SessionState> =>
  notice?.title === null && takeBack === null ? { notice: null } : {};

/** @returns the panel: its state, and what can be done. */
export function usePanel(host: PanelHost, language: Language): Panel {
  const [state, setState] = useState<SessionState>(START);
  const [choice, choose] = useState<Choice>({ set: null, period: '' });
  const running = useRef<AbortController | null>(null);
  const current = useRef({ choice, language, state });
  current.current = { choice, language, state };
  const patch: Patch = useCallback(
    (part) => setState((old) => ({ ...old, ...(typeof part === 'function' ? part(old) : part) })),
    [],
  );

  const actions = useMemo(() => {
    const choiceOf = (isSame: boolean): RunChoice => {
      const { choice: chosen, language: spoken, state: last } = current.current;
      const { set, period } = isSame && last.ran !== null ? last.ran : chosen;
      return { language: spoken, set, period: period.trim() === '' ? null : period.trim() };
    };
    const begin = (work: Work, accept = ''): void => {
      if (running.current !== null) return;
      const { job, isSame = job === 'edit', written, takeBack: of = null, card = null } = work;
      const own = new AbortController();
      running.current = own;
      const asked = choiceOf(isSame);
      const wrote: Message[] = [];
      let isWritten = false;
      const turn: Turn = {
        choice: asked,
        signal: own.signal,
        accept,
        phase: (words, cells = null) => {
          if (running.current === own) patch({ busy: { job, words, cells } });
        },
        ran: (overview) => {
          const { set, period, language: spoken } = asked;
          const ran = { set, period: period ?? '' };
          patch(({ revision }) => ({ overview, ran, spoken, revision: revision + 1, stale: 'no' }));
        },
        wrote: ({ sheets = [], takeBack = null }) => {
          const count = takeBack?.length ?? 0;
          if (sheets.length > 0) wrote.push(pane('wrote-sheets', { sheets: sheets.join(', ') }));
          if (count > 0) wrote.push(pane('wrote-cells', { count }));
          if (wrote.length === 0 && written !== undefined) wrote.push(written);
          patch({ stale: 'maybe' });
          if (takeBack === null) return;
          isWritten = true;
          patch({ done: card, takeBack: of === null || count === 0 ? null : { edits: takeBack, of } });
        },
      };
      /** @returns what is left on the screen after a failure. */
      const failed = (error: unknown): Partial<SessionState> => {
        const isAfter = wrote.length > 0;
        const { kind, words, remedy = null, key, takeBack = null, isLost } = host.failure(error, job, isAfter);
        if (kind === 'question') {
          const go = (): void => begin(work, key);
          return { notice: plain('warning', words, { title: 'confirm-title', remedy: { word: 'confirm-go', go } }) };
        }
        const isOld = isAfter || takeBack !== null || kind === 'moved-on' || remedy === 'check-again';
        const left: Partial<SessionState> = {
          ...(takeBack === null ? {} : { takeBack: { edits: takeBack, of: 'repair' } }),
          ...(isOld ? { stale: kind === 'moved-on' ? 'yes' : 'maybe' } : {}),
          ...(isLost === true ? { overview: null } : {}),
        };
        if (takeBack === null && (kind === 'cancelled' || own.signal.aborted))
          return { ...left, notice: plain('info', [...wrote, pane(isAfter ? 'cancelled-written' : 'cancelled')]) };
        // What was written must not be written again: only the reading is repeated, and that never harms.
        const isRead = isAfter || remedy === 'check-again';
        const word = remedy ?? (isAfter ? 'retry' : null);
        const told = bad([...wrote, ...words], word && { word, go: isRead ? check : () => begin(work) });
        return { ...left, notice: isWritten ? { ...told, kind: 'warning', title: 'warning-title' } : told };
      };
      const end = (part: Partial<SessionState>): void => {
        running.current = null;
        patch({ ...part, busy: null });
      };
      // A look takes nothing away: after a repair whose result could not be read it is how to go on, and the way back stays.
      const kept = job === 'edit' || job === 'check' ? {} : { takeBack: null };
      patch({ notice: null, done: null, busy: { job, words: host.waits(job), cells: null }, ...kept });
      work.go(turn).then(
        (notice) => end({ notice }),
        (error: unknown) => end(failed(error)),
      );
    };
    const look = (isSame: boolean): void =>
      begin({ job: 'check', isSame, go: async (turn) => saying(saidOfCheck((await host.run(turn)).summary, pane)) });
    const check = (): void => look(false);
    /** Writes, and says what the workbook is like after it. @param place where the grid stays. */
    const change = (
      go: (turn: Turn) => Promise<Overview>,
      done: Message,
      { place = null, ...more }: Omit<Work, 'job' | 'go'> & { job?: Job; place?: Place | null } = {},
    ): void =>
      begin({
        job: 'edit',
        written: done,
        ...more,
        go: async (turn) => {
          const { summary } = await go(turn);
          // Where the program does not follow, the change stands all the same.
          if (place !== null) host.reveal(place).catch(() => undefined);
          return saying(saidOfEdit(summary, done));
        },
      });
    const tell = (error: unknown): void => {
      const { words, isLost } = host.failure(error, null, false);
      patch({ notice: bad(words), ...(isLost === true ? { overview: null } : {}) });
    };
    return {
      look,
      check,
      score: () =>
        begin({
          job: 'score',
          go: async (turn) => {
            const { overview, written, warnings } = await host.score(turn);
            // The summary was made before the writing.
            const ranking = overview.summary.groups.length > 0 ? 'current' : 'none';
            patch({ overview: { ...overview, summary: { ...overview.summary, ranking } }, written, stale: 'no' });
            const said = saidOfScore(overview.summary, pane, written.join(', '), warnings);
            return saying(said, { title: warnings.length > 0 ? 'warning-title' : null });
          },
        }),
      insertSample: () => change((turn) => host.insertSample(turn), pane('sample-done'), { job: 'sample' }),
      makesForms: host.forms && {
        look: () =>
          begin({
            job: 'forms',
            go: async (turn) => {
              patch({ forms: await host.forms!.look(turn) });
              return null;
            },
          }),
        make: (ask: FormsAsk) =>
          begin({
            job: 'forms',
            go: async (turn) => {
              const { file, count, notes } = await host.forms!.make(ask, turn);
              const told = notes.map((text) => pane('forms-note', { text }));
              return plain('success', [pane('forms-made', { count, file }), ...told]);
            },
          }),
      },
      repair: (edits: CellEdit[], card: DoneView) =>
        change((turn) => host.edit(edits, turn), pane('repair-done', { count: edits.length }), {
          takeBack: 'repair',
          card,
          place: card.place,
        }),
      undo: () => {
        const { takeBack } = current.current.state;
        if (takeBack === null) return;
        const { edits, of } = takeBack;
        // Our own sheets are nowhere to go.
        const place = of === 'repair' ? (edits[0] ?? null) : null;
        change((turn) => host.edit(edits, turn), pane('taken-back'), { place });
      },
      waive: ({ index, what, place }: Parameters<Panel['waive']>[0], words: { by: string; reason: string }) =>
        change((turn) => host.write({ verb: 'waive', input: { index, ...words } }, turn), pane('waive-done'), {
          takeBack: 'waiver',
          card: { kind: 'waiver', what, place, cells: [], count: 0 },
        }),
      saveSetting: (key: string, label: string, value: string) =>
        change(
          (turn) => host.write({ verb: 'setting', input: { key, value } }, turn),
          pane('setting-saved', { key: label }),
          { takeBack: 'setting' },
        ),
      reveal: async (place: Place) => {
        try {
          return await host.reveal(place);
        } catch (error) {
          tell(error);
          return null;
        }
      },
      tell,
      wordsOf: (error: unknown) => host.failure(error, null, false).words,
      cancel: host.stops ? () => running.current?.abort() : null,
      dismiss: () => patch({ notice: null }),
      read: () => patch(afterReading),
      goOn: () => patch((old) => ({ ...afterReading(old), done: null })),
    };
  }, [host, patch]);

  const { look, tell, ...rest } = actions;
  useWatch(host, { state, patch, isQuiet: useCallback(() => running.current === null, []) });

  const { spoken, busy, revision } = state;
  const isNew = state.overview === null;
  const isAsking = state.notice !== null && state.notice.title !== null;
  const tried = useRef(language);
  useEffect(() => {
    // The words of a run come with it: in another language they are asked for again, once.
    if (isNew || spoken === language) tried.current = language;
    // A question, a doubt about what was written: a run in other words must not wipe it away, it waits until that is read.
    if (tried.current === language || busy !== null || (host.retell === null && isAsking)) return;
    tried.current = language;
    if (host.retell === null) look(true);
    else
      host
        .retell(language)
        .then(
          (summary) =>
            patch(({ overview, revision: now }) =>
              overview === null || now !== revision || language !== current.current.language
                ? {}
                : { overview: { ...overview, summary }, spoken: language },
            ),
          tell,
        );
  }, [host, language, spoken, busy, revision, isNew, isAsking, look, patch, tell]);

  // In the language of now: who asks again after it changed gets the other words.
  const ask: AskView = useCallback(
    async (verb, input) => {
      try {
        return await host.ask(verb, input, language);
      } catch (error) {
        const { kind, isLost } = host.failure(error, null, false);
        if (kind === 'moved-on') patch({ stale: 'yes' });
        if (isLost === true) tell(error);
        throw error;
      }
    },
    [host, language, patch, tell],
  );
  const sets = useCallback(() => host.sets(), [host]);
  return { ...state, ...rest, isBusy: busy !== null, ask, sets, choice, choose };
}
