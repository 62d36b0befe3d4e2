/** Every request of a repair fails, before, amid and after its effect: all cells are as before, or all are written, or it is said which are. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CellEdit } from '#core/workbook/plan';
import { fromA1 } from '#core/workbook/address';
import { OFFICE_ERRORS, type Treatment } from '#local/excel-host/faults';
import { sheet } from '#test/support/book';
import { HostError, type WorkbookHost } from '../../../excel-addin/host.ts';
import { excelHost } from '../../../excel-addin/workbook/index.ts';
import { openBook, type Opened } from './library.ts';

const NAME = 'Số liệu';
const EDITS: CellEdit[] = [
  { sheet: NAME, cell: 'A1', before: '1.234', value: 1234, format: '0' },
  { sheet: NAME, cell: 'B1', before: 4.1, value: '4.10', format: '@' },
  { sheet: NAME, cell: 'C1', before: 'x', value: null },
  { sheet: NAME, cell: 'A2', before: null, value: 'mới' },
];

let opened: Opened;
let host: WorkbookHost;

/** How long a request may go without an answer: long where none is lost, since a busy machine answers late. */
const LIMIT = { answered: 20_000, silent: 250 };

async function open(matrix?: Record<string, string>, limit = LIMIT.answered): Promise<void> {
  opened?.close();
  opened = await openBook(
    { sheets: [sheet(NAME, [['1.234', 4.1, 'x', 'của người khác']])] },
    matrix === undefined ? {} : { matrix },
  );
  host = excelHost({ patience: 20, limit });
}

const held = (): string[] =>
  EDITS.map(({ cell }) => {
    const { row, column } = fromA1(cell)!;
    const stored = opened.book.find(NAME)!.at(row, column);
    return `${JSON.stringify(stored?.value ?? null)} ${stored?.format ?? 'General'}`;
  });

beforeEach(() => open());
afterEach(() => opened.close());

const FAULTS: [string, Treatment][] = [
  ...[0, 0.2, 0.4, 0.6, 0.8, 0.99].map((at): [string, Treatment] => [
    `at ${at}`,
    { kind: 'error', code: 'GeneralException', at },
  ]),
  ['after, refused', { kind: 'after', code: OFFICE_ERRORS.GeneralException }],
  ['after, connection lost', { kind: 'after', code: OFFICE_ERRORS.InvalidOrTimedOutSession }],
  ['no answer', { kind: 'silence' }],
];

describe('a repair', () => {
  it.each(FAULTS)(
    'with every request failing %s is whole, or undone, or says which cells it wrote',
    async (_, fault) => {
      const old = held();
      await host.applyEdits(EDITS);
      const fresh = held();
      expect(fresh.every((one, at) => one !== old[at])).toBe(true);
      const most = opened.host.count() + 4;
      const writes = ({ calls }: { calls: string[] }): boolean => calls.includes('SetProperty Values');
      const any = (): boolean => true;
      const kinds = new Set<string>();
      const rounds = [
        { times: 1, applies: any, requests: most },
        { times: 3, applies: any, requests: most },
        // Excel gone for good, and an Excel that answers but writes nothing more.
        { times: 99, applies: any, requests: most },
        { times: 99, applies: writes, requests: 1 },
      ];
      for (const { times, applies, requests } of rounds)
        for (let request = 1; request <= requests; request += 1) {
          await open(undefined, fault.kind === 'silence' ? LIMIT.silent : LIMIT.answered);
          opened.host.faults.onRequest(request, fault, times, applies);
          const where = `request ${request}, ${times} times, ${applies.name}`;
          let takeBack: CellEdit[];
          try {
            ({ takeBack } = await host.applyEdits(EDITS));
            expect(held(), where).toEqual(fresh);
          } catch (error) {
            expect(error, where).toBeInstanceOf(HostError);
            const { kind, words, takeBack: back } = error as HostError;
            kinds.add(words.id);
            if (kind !== 'half-written') {
              expect(held(), where).toEqual(old);
              continue;
            }
            const written = held().map((one, at) => one !== old[at]);
            const named = EDITS.map(({ cell }) => String(words.args['cells']).includes(`'${NAME}'!${cell}`));
            // What may have been written is named; where Excel can be asked, nothing else is.
            if (words.id === 'host.half-written') expect(named, where).toEqual(written);
            else written.forEach((isWritten, at) => expect(named[at] || !isWritten, where).toBe(true));
            takeBack = back!;
            expect(takeBack, where).not.toBeNull();
            if (!written.every(Boolean)) continue;
          }
          opened.host.faults.clear();
          await host.applyEdits(takeBack);
          expect(held(), where).toEqual(old);
        }
      expect([...kinds].sort()).toEqual(expect.arrayContaining(['host.maybe-written']));
      if (fault.kind === 'error' && fault.at > 0 && fault.at < 0.9) expect([...kinds]).toContain('host.half-written');
    },
  );

  it('cells that somebody else changed meanwhile stay as they made them', async () => {
    const { book } = opened;
    const fails = ({ calls }: { calls: string[] }): boolean => calls.includes('SetProperty Values');
    opened.host.faults.onRequest(1, { kind: 'error', code: 'AccessDenied', at: 0.99 }, 1, fails);
    const push = opened.host.requests.push.bind(opened.host.requests);
    let writes = 0;
    opened.host.requests.push = (...counted) => {
      // While the adapter looks at what became of it.
      if (counted.some(({ calls }) => calls.includes('SetProperty Values'))) writes += 1;
      else if (writes === 1) book.find(NAME)!.enter(0, 0, 'người khác');
      return push(...counted);
    };
    await expect(host.applyEdits(EDITS)).rejects.toMatchObject({ kind: 'protected' });
    expect(held()[0]).toContain('người khác');
    expect(held().slice(1)).toEqual(['4.1 General', '"x" General', 'null General']);
  });
});

describe('one undo step', () => {
  const groups: boolean[] = [];

  /** An Excel that says it has 1.20 and fails where it is asked for a group. */
  async function refusing(when: 'before' | 'after'): Promise<void> {
    await open({ ExcelApi: '1.20', DelayForCellEdit: '1.1' });
    groups.length = 0;
    const run = Excel.run.bind(Excel) as (options: unknown, job: unknown) => Promise<unknown>;
    (Excel as { run: unknown }).run = async (options: { mergeUndoGroup?: boolean }, job: unknown) => {
      groups.push(options.mergeUndoGroup === true);
      const refused = Object.assign(new Error('no group'), { code: 'GeneralException' });
      if (options.mergeUndoGroup !== true) return run(options, job);
      if (when === 'before') throw refused;
      await run({ ...options, mergeUndoGroup: undefined }, job);
      throw refused;
    };
  }

  it('that the host refuses is tried once without; one refused at its end has been written once', async () => {
    for (const when of ['before', 'after'] as const) {
      await refusing(when);
      const { takeBack } = await host.applyEdits(EDITS);
      expect(groups).toEqual(when === 'before' ? [true, false] : [true]);
      expect(takeBack).toHaveLength(EDITS.length);
      expect(held()).toEqual(['1234 0', '"4.10" @', 'null General', '"mới" General']);
    }
  });

  it('is no way around a cell that changed', async () => {
    await refusing('after');
    opened.book.find(NAME)!.enter(0, 0, 'khác');
    await expect(host.applyEdits(EDITS)).rejects.toMatchObject({ words: { id: 'host.changed-cell' } });
    expect(groups).toEqual([true]);
  });
});
