/** A host that follows a script: what each thing to do comes to is said beforehand, and what was asked of it is written down. */
import { ranOf } from '#core/commands/ran';
import { scoreWorkbook } from '#core/commands/score';
import type { Overview } from '#core/commands/calls';
import type { Language, Message } from '#core/messages/message';
import type { CellEdit } from '#core/workbook/plan';
import { workbook } from '#test/workbooks/base';
import type { Failure, PanelHost, Turn } from '#panel/host.ts';
import { pane } from '#panel/words.ts';

const picture = workbook({});
const runs = (language: Language): Overview => {
  const options = { language, at: '2026-11-24T17:00:00+07:00', version: 'test' } as const;
  const { summary } = ranOf(picture, options, scoreWorkbook(picture, options)).report(language);
  return { fingerprint: 'as it was', summary };
};
/** What a run of a small workbook comes to. */
export const OVERVIEWS = { vi: runs('vi'), en: runs('en') };

/** A failure that the script tells of. */
export class Scripted extends Error {
  readonly failure: Failure;

  constructor(failure: Partial<Failure> = {}) {
    super('scripted');
    this.failure = { kind: 'failed', words: [SAID], ...failure };
  }
}

/** What a scripted failure says, where nothing else is told. */
export const SAID: Message = pane('error-core', { detail: 'x' });

/** What takes a scripted edit back. */
export const BACK: CellEdit[] = [{ sheet: 'Số liệu', cell: 'C5', before: 2, value: 1 }];
export const EDITS: CellEdit[] = [{ sheet: 'Số liệu', cell: 'C5', before: 1, value: 2 }];

export interface ScriptedHost extends PanelHost {
  /** What was asked: "run", "edit", "score k1" (agreed to k1) … */
  asked: string[];
  /** The last turn. */
  turn: Turn;
  /** What the next of its kind ends with; none: it works. `reading`: of any run, also that after a write. */
  fails: { reading?: Error; writing?: Error; asking?: Error };
  /** Set: what is done next waits for it. */
  gate: Promise<void> | null;
  /** The workbook as it is now. */
  now: string;
  /** Tells that the workbook may have changed. */
  changed(): void;
}

/** @param traits what sets this host apart. */
export function scriptedHost(traits: Partial<PanelHost> = {}): ScriptedHost {
  let heard: () => void = () => undefined;
  const fail = (error: Error | undefined): void => {
    if (error !== undefined) throw error;
  };
  const begins = async (name: string, turn: Turn): Promise<void> => {
    host.asked.push(turn.accept === '' ? name : `${name} ${turn.accept}`);
    host.turn = turn;
    if (host.gate === null) return;
    const stopped = new Promise<never>((_, stop) =>
      turn.signal.addEventListener('abort', () => stop(new Scripted({ kind: 'cancelled', words: [] }))),
    );
    await Promise.race([host.gate, stopped]);
  };
  const run = async (turn: Turn): Promise<Overview> => {
    await begins('run', turn);
    fail(host.fails.reading);
    const overview = OVERVIEWS[turn.choice.language];
    turn.ran(overview);
    return overview;
  };
  const write = async (name: string, turn: Turn, what: Parameters<Turn['wrote']>[0]): Promise<Overview> => {
    await begins(name, turn);
    fail(host.fails.writing);
    turn.wrote(what);
    return run(turn);
  };
  const host: ScriptedHost = {
    asked: [],
    turn: null as never,
    fails: {},
    gate: null,
    now: 'as it was',
    changed: () => heard(),
    waits: () => pane('phase-reading'),
    stops: true,
    facts: () => Promise.resolve({ readOnly: false, bare: false }),
    sets: () => Promise.resolve([]),
    run,
    async score(turn) {
      await begins('score', turn);
      fail(turn.accept === '' ? host.fails.writing : undefined);
      const overview = OVERVIEWS[turn.choice.language];
      turn.ran(overview);
      return { overview, written: ['Xếp hạng'], warnings: [] };
    },
    forms: null,
    insertSample: (turn) => write('sample', turn, { sheets: ['Bộ chỉ số', 'Số liệu'], takeBack: [] }),
    edit: (edits, turn) => write(`edit ${edits[0]!.value}`, turn, { takeBack: BACK }),
    write: ({ verb }, turn) => write(verb, turn, { takeBack: BACK }),
    async ask(verb, _, language) {
      host.asked.push(`${verb} ${language}`);
      await Promise.resolve();
      fail(host.fails.asking);
      return {} as never;
    },
    async retell(language) {
      host.asked.push(`retell ${language}`);
      await Promise.resolve();
      return OVERVIEWS[language].summary;
    },
    reveal({ sheet, cell }) {
      host.asked.push(`reveal ${sheet}!${cell}`);
      return Promise.resolve('revealed');
    },
    onChange(changed) {
      heard = changed;
      return Promise.resolve(() => (heard = () => undefined));
    },
    fingerprint() {
      host.asked.push('fingerprint');
      return Promise.resolve(host.now);
    },
    pause: 0,
    failure: (error) => (error as Scripted).failure,
    ...traits,
  };
  return host;
}
