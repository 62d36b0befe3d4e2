/** The panel's host in Excel: the workbook through its port, the core through an engine. What it keeps is what the core knows. */
import type { Overview, Writing } from '#core/commands/calls';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';
import type { PanelHost, Turn } from '#panel/host.ts';
import { pane } from '#panel/words.ts';
import type { Save } from '#panel/save.ts';
import { Cancelled, HostError, WouldLose, type WorkbookHost, type WriteReport } from '../host.ts';
import type { Calls, Verb } from '../worker/protocol.ts';
import { CoreFault, type Engine } from './engine.ts';

interface Parts {
  host: WorkbookHost;
  engine: Engine;
  version: string;
  /** ISO time of now. */
  now: () => string;
  /** Where files go. */
  save: Save;
}

/** Names of those to be seen. */
const seen = ({ sheets }: Plan): string[] =>
  sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name);

/** @returns the host of a panel; a panel of its own has a host of its own. */
export function excelPanel({ host, engine, version, now, save }: Parts): PanelHost {
  /** Fingerprint of the run that the core knows; null: it knows none. */
  let known: string | null = null;
  /** Our sheets were written after the picture was read: the core's picture does not show them. */
  let isBehind = false;

  const ask = async <V extends Verb>(verb: V, input: Calls[V]['input'], turn?: Turn): Promise<Calls[V]['output']> => {
    const phase = (name: 'read' | 'score' | 'check' | 'write'): void => turn?.phase(pane(`phase-${name}`));
    try {
      return await engine.ask(verb, input, turn === undefined ? {} : { signal: turn.signal, phase });
    } catch (error) {
      // The core's memory goes with its worker.
      known = null;
      throw error;
    }
  };
  const read = (turn: Turn): Promise<Picture> => {
    const words = pane('phase-reading');
    turn.phase(words);
    return host.readPicture((done, total) => turn.phase(words, { done, total }), turn.signal);
  };
  const run = async (turn: Turn): Promise<Overview> => {
    engine.start?.();
    const picture = await read(turn);
    const overview = await ask('run', { picture, options: { ...turn.choice, at: now(), version } }, turn);
    known = overview.fingerprint;
    isBehind = false;
    turn.ran(overview);
    return overview;
  };
  const writePlan = ({ plan, expected }: { plan: Plan; expected: string }, turn: Turn): Promise<WriteReport> => {
    turn.phase(pane('phase-writing'));
    isBehind = true;
    return host.writePlan(plan, { expected, accept: turn.accept }, turn.signal);
  };
  const put = async ({ plan, edits, expected }: Omit<Writing, 'refused'>, turn: Turn): Promise<Overview> => {
    turn.phase(pane('phase-writing'));
    if (plan !== null) {
      await writePlan({ plan, expected }, turn);
      turn.wrote({ sheets: seen(plan) });
    }
    turn.wrote(await host.applyEdits(edits));
    return run(turn);
  };

  /** What makes files comes when it is asked for. */
  const inFiles = async <T>(go: (room: typeof import('#files/forms')) => T | Promise<T>): Promise<T> => {
    const room = await import('#files/forms').catch(() => {
      throw new HostError('lost', true, pane('files-failed'));
    });
    try {
      return await go(room);
    } catch (error) {
      throw error instanceof room.FormsRefused
        ? new HostError('refused', false, pane('forms-note', { text: error.message }))
        : error;
    }
  };

  return {
    waits: () => pane('phase-reading'),
    stops: true,
    async facts() {
      const { readOnly, bare } = await host.facts();
      return { readOnly, bare };
    },
    sets: () => engine.ask('sets', {}),
    run,
    async score(turn) {
      const overview = await run(turn);
      const planned = await ask('plan', { only: null }, turn);
      const { warnings } = await writePlan(planned, turn);
      return { overview, written: seen(planned.plan), warnings };
    },
    async insertSample(turn) {
      const sample = await ask('sample', { picture: await read(turn) }, turn);
      return put({ ...sample, edits: [] }, turn);
    },
    edit: (edits, turn) => put({ plan: null, edits, expected: '' }, turn),
    async write({ verb, input }, turn) {
      const before = known;
      if (verb === 'waive' && isBehind && (await run(turn)).fingerprint !== before)
        throw new HostError('changed', false, { id: 'host.changed', args: {} });
      const { refused, ...writing } = await ask(verb, input, turn);
      if (refused !== null) throw new HostError('refused', false, pane(refused.why, refused.args));
      return put(writing, turn);
    },
    forms: {
      look: async (turn) => {
        const picture = await read(turn);
        return inFiles(({ lookAtForms }) => lookAtForms(picture, turn.choice));
      },
      make: async (ask, turn) => {
        const picture = await read(turn);
        const { bytes, ...made } = await inFiles(({ formFiles }) =>
          formFiles(picture, turn.choice, ask, async (done, total) => {
            turn.phase(pane('phase-making-forms'), { done, total, forms: true });
            await new Promise((resolve) => setTimeout(resolve, 0));
            if (turn.signal.aborted) throw new Cancelled();
          }),
        );
        save(bytes, made.file);
        return made;
      },
    },
    ask: (verb, input, language) => ask(verb, { ...input, language } as never) as never,
    retell: (language) => engine.ask('summary', { language }),
    reveal: ({ sheet, cell }) => host.reveal(sheet, cell),
    onChange: (changed) => host.onChange(changed),
    async fingerprint() {
      // A look that nobody asked for must not cost the person their undo list.
      const picture = await host.readPicture(() => undefined, new AbortController().signal, false);
      return engine.ask('fingerprint', { picture });
    },
    pause: 0,
    failure(error, _, hasWritten) {
      const isLost = known === null;
      if (error instanceof WouldLose) return { kind: 'question', words: error.all, key: error.key };
      if (error instanceof Cancelled) return { kind: 'cancelled', words: [], isLost };
      if (error instanceof HostError) {
        const { words, retry, takeBack } = error;
        return { kind: 'failed', words: [words], remedy: retry ? 'retry' : null, takeBack, isLost };
      }
      const detail = error instanceof Error ? error.message : String(error);
      const words = [pane(hasWritten ? 'error-core-written' : 'error-core', { detail })];
      return { kind: 'failed', words, remedy: error instanceof CoreFault ? 'retry' : null, isLost };
    },
  };
}
