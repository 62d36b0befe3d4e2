/** The way to the core: a worker where it can be had, the page otherwise; and the wait for Office. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Picture } from '#core/workbook/picture';
import { book, sheet } from '#test/support/book';
import {
  CoreFault,
  pageEngine,
  workerEngine,
  type Engine,
  type WorkerLike,
} from '../../../excel-addin/taskpane/engine.ts';
import { Cancelled } from '../../../excel-addin/host.ts';
import { startOffice, type Start } from '../../../excel-addin/taskpane/office-start.ts';
import { readRequest } from '../../../excel-addin/worker/requests.ts';
import { isSame } from '../../../excel-addin/worker/same.ts';
import { Server } from '../../../excel-addin/worker/serve.ts';

const picture: Picture = book(
  sheet('Bảng điểm', [
    ['TT', 'Đơn vị', '1.1'],
    [null, 'Điểm tối đa', 1000],
    [1, 'Sở A', 500],
  ]),
);
const options = { language: 'vi', at: '2026-11-24T17:00:00+07:00', version: 'test', period: null, set: null } as const;
const onPage = (): Engine => pageEngine(() => import('../../../excel-addin/worker/serve.ts'));

/** What worker.ts does, without a thread: messages are copied and come later, as between threads. */
class LocalWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  ended = false;
  private readonly server = new Server(
    (id, phase) => this.post({ id, phase }),
    () => new Promise((resolve) => setTimeout(resolve, 0)),
  );

  post(data: unknown): void {
    const copy = structuredClone(data);
    setTimeout(() => this.ended || this.onmessage?.({ data: copy } as MessageEvent), 0);
  }

  postMessage(data: unknown): void {
    const request = readRequest(structuredClone(data));
    if (request === null || request.verb === null) throw new Error('no request of ours');
    void this.server.answer(request).then(
      (value) => this.post({ id: request.id, value }),
      (error: Error) => this.post({ id: request.id, failed: error.message }),
    );
  }

  terminate(): void {
    this.ended = true;
  }
}

it('plain values are alike by what they hold, whatever the order of their fields', () => {
  const cells = [null, 1, 'a', true, { value: 1, format: '0' }];
  expect(isSame(cells, structuredClone(cells))).toBe(true);
  expect(isSame({ value: 1, format: '0' }, { format: '0', value: 1 })).toBe(true);
  for (const [one, other] of [
    [null, {}],
    [[], {}],
    [[1], [1, 2]],
    [1, '1'],
    [0, -0],
    [{ value: 1 }, { value: 1, formula: true }],
    [{ value: undefined }, { kind: undefined }],
    [
      { value: 1, hidden: true },
      { value: 1, shown: true },
    ],
  ])
    expect(isSame(one, other)).toBe(false);
});

describe('in a worker', () => {
  it('runs, tells its phases in order, and remembers the outcome for what is asked next', async () => {
    const started: LocalWorker[] = [];
    const engine = workerEngine(() => started[started.push(new LocalWorker()) - 1]!, onPage());
    const phases: string[] = [];
    const { summary } = await engine.ask('run', { picture, options }, { phase: (phase) => phases.push(phase) });
    expect(phases).toEqual(['read', 'score', 'check']);
    expect(summary.groups).toEqual([{ name: '', units: 1, ranked: 1, blocked: 0 }]);
    const { plan } = await engine.ask('plan', { only: null });
    expect(plan.sheets.map(({ name }) => name)).toContain('Xếp hạng');
    expect(started).toHaveLength(1);
  });

  it('what was just run is not worked out again for another time; the plan tells that time', async () => {
    const server = new Server(
      () => undefined,
      () => Promise.resolve(),
    );
    const at = '2027-01-02T03:04:05+07:00';
    const run = (from: Picture, more: object): Promise<unknown> =>
      server.answer({
        id: 1,
        verb: 'run',
        input: { picture: structuredClone(from), options: { ...options, ...more } },
      });
    const planned = async (): Promise<string> =>
      JSON.stringify(await server.answer({ id: 2, verb: 'plan', input: { only: null } }));
    const first = await run(picture, {});
    const before = await planned();
    expect(await run(picture, { at })).toBe(first);
    const after = await planned();
    expect(after).not.toBe(before);
    // The same as a run of its own would have planned.
    const own = new Server(
      () => undefined,
      () => Promise.resolve(),
    );
    await own.answer({ id: 1, verb: 'run', input: { picture, options: { ...options, at } } });
    expect(JSON.parse(after)).toEqual(await own.answer({ id: 2, verb: 'plan', input: { only: null } }));
    expect(await run(picture, { at, language: 'en' })).not.toBe(first);
    const other = structuredClone(picture);
    other.sheets[0]!.rows[2]!.cells[2] = 501;
    expect(await run(other, { at })).not.toEqual(first);
  });

  it('the script is on its way before anything is asked, once; one that cannot start leaves it to the page', async () => {
    const started: LocalWorker[] = [];
    const engine = workerEngine(() => started[started.push(new LocalWorker()) - 1]!, onPage());
    engine.start?.();
    engine.start?.();
    expect((await engine.ask('run', { picture, options })).summary.groups).toHaveLength(1);
    expect(started).toHaveLength(1);
    const none = workerEngine(() => {
      throw new Error('no workers here');
    }, onPage());
    none.start?.();
    expect((await none.ask('run', { picture, options })).summary.groups).toHaveLength(1);
  });

  it('cancelling ends the worker; the next run starts another', async () => {
    const started: LocalWorker[] = [];
    const engine = workerEngine(() => started[started.push(new LocalWorker()) - 1]!, onPage());
    const stop = new AbortController();
    const run = engine.ask('run', { picture, options }, { signal: stop.signal, phase: () => stop.abort() });
    await expect(run).rejects.toBeInstanceOf(Cancelled);
    expect(started[0]!.ended).toBe(true);
    expect((await engine.ask('run', { picture, options })).summary.groups).toHaveLength(1);
    expect(started).toHaveLength(2);
  });

  it('messages of others are no answers', async () => {
    const worker = new LocalWorker();
    const engine = workerEngine(() => worker, onPage());
    const asked = engine.ask('sets', {});
    for (const data of [null, 'x', { source: 'extension' }, { id: 'x' }, { id: 99, value: 1 }])
      worker.onmessage!({ data } as MessageEvent);
    expect(await asked).toHaveLength(3);
  });

  it('a fault in the core has its own words', async () => {
    const engine = workerEngine(() => new LocalWorker(), onPage());
    const asked = engine.ask('findings', {
      severity: null,
      sheet: null,
      unit: null,
      text: '',
      offset: 0,
      limit: 1,
      language: 'vi',
    });
    await expect(asked).rejects.toEqual(new CoreFault('nothing was run yet'));
  });

  it('one that crashes later is a fault, and another is started for the next question', async () => {
    const started: LocalWorker[] = [];
    const engine = workerEngine(() => started[started.push(new LocalWorker()) - 1]!, onPage());
    await engine.ask('sets', {});
    const asked = engine.ask('run', { picture, options });
    started[0]!.onerror!({ message: 'out of memory' } as ErrorEvent);
    await expect(asked).rejects.toEqual(new CoreFault('out of memory'));
    await engine.ask('sets', {});
    expect(started).toHaveLength(2);
  });
});

describe('on the page', () => {
  it.each([
    [
      'workers are forbidden',
      (): WorkerLike => {
        throw new Error('SecurityError');
      },
    ],
    [
      'the worker’s file can’t be loaded or understood',
      (): WorkerLike => {
        const worker = new LocalWorker();
        worker.postMessage = () => void setTimeout(() => worker.onerror!({ message: 'SyntaxError' } as ErrorEvent), 0);
        return worker;
      },
    ],
  ])('takes over where %s, and gives the same', async (_, start) => {
    const engine = workerEngine(start, onPage());
    const there = await engine.ask('run', { picture, options });
    expect(there).toEqual(await workerEngine(() => new LocalWorker(), onPage()).ask('run', { picture, options }));
    expect((await engine.ask('plan', { only: null })).plan.sheets.length).toBeGreaterThan(2);
  });

  it('works in slices: the page has its turn between them, and a cancel is heard', async () => {
    const engine = onPage();
    const order: string[] = [];
    const ticking = setInterval(() => order.push('page'), 0);
    await engine.ask('run', { picture, options }, { phase: (phase) => order.push(phase) });
    clearInterval(ticking);
    expect(order.slice(order.indexOf('read'), order.indexOf('check'))).toContain('page');

    const stop = new AbortController();
    const run = engine.ask(
      'run',
      { picture, options },
      { signal: stop.signal, phase: (phase) => phase === 'read' && stop.abort() },
    );
    await expect(run).rejects.toBeInstanceOf(Cancelled);
  });
});

describe('the wait for Office', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const started = (library: Parameters<typeof startOffice>[0]): Start[] => {
    const told: Start[] = [];
    startOffice(library, (start) => told.push(start));
    return told;
  };
  const office = (host: string, api = true): ReturnType<Parameters<typeof startOffice>[0]> => ({
    onReady: (ready) => setTimeout(() => ready({ host }), 20),
    context: { requirements: { isSetSupported: () => api } },
  });

  it('a library that is blocked is told after ten seconds, and not before', () => {
    const told = started(() => undefined);
    vi.advanceTimersByTime(9_900);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(told).toEqual(['missing']);
  });

  it('one that is there and never becomes ready likewise', () => {
    const told = started(() => ({ onReady: () => undefined }));
    vi.advanceTimersByTime(10_100);
    expect(told).toEqual(['missing']);
  });

  it('one that comes late is taken all the same', () => {
    let here = false;
    const told = started(() => (here ? office('Excel') : undefined));
    vi.advanceTimersByTime(12_000);
    here = true;
    vi.advanceTimersByTime(200);
    expect(told).toEqual(['missing', 'ready']);
  });

  it('Excel is ready, another program is not Excel, an old one is too old', () => {
    for (const [library, expected] of [
      [office('Excel'), 'ready'],
      [office('Word'), 'not-excel'],
      [office('Excel', false), 'too-old'],
    ] as const) {
      const told = started(() => library);
      vi.advanceTimersByTime(60_000);
      expect(told).toEqual([expected]);
    }
  });
});
