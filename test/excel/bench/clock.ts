/** Runs in the page's frames: when something was pressed, asked, answered and drawn. Each function stands for itself there. */
import type { Preview } from '#local/page/preview';

/** A message as it came into a frame: `host`, by its number, between library and host; `core`, asked and answered. */
export interface Heard {
  /** Milliseconds since 1970. */
  at: number;
  what: 'host' | 'asked' | 'answered';
  id: number;
}

/** What took how long, in milliseconds; the four parts are what `all` is made of. */
export interface Split {
  all: number;
  check: number;
  score: number;
  host: number;
  core: number;
  pane: number;
  show: number;
}

type Span = readonly [from: number, to: number];

/** In each frame, before its scripts: notes what comes and goes. */
export function listen(): void {
  const log: Heard[] = [];
  const add = (what: Heard['what'], id: number): void =>
    void log.push({ at: performance.timeOrigin + performance.now(), what, id });
  Object.assign(window, { heard: log });
  addEventListener(
    'message',
    ({ data }: MessageEvent<unknown>) => {
      const id = typeof data === 'string' ? /"_correlationId":(\d+)/.exec(data.slice(0, 1000))?.[1] : undefined;
      if (id !== undefined) add('host', Number(id));
    },
    true,
  );
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      this.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) => {
        if (!('phase' in data)) add('answered', data.id);
      });
    }
    override postMessage(data: { id: number }): void {
      add('asked', data.id);
      super.postMessage(data);
    }
  };
}

/** @returns what a frame noted. */
export function heard(): Heard[] {
  return (window as unknown as { heard: Heard[] }).heard;
}

/** @returns when the next click came, and when the words that follow it were drawn. */
export function stopwatch(words: string): Promise<[number, number]> {
  const now = (): number => performance.timeOrigin + performance.now();
  return new Promise((resolve) => {
    let from = 0;
    const look = (): void => {
      if (from === 0 || !document.body.textContent.includes(words)) return;
      watching.disconnect();
      // After the next frame.
      requestAnimationFrame(() => setTimeout(() => resolve([from, now()]), 0));
    };
    const watching = new MutationObserver(look);
    addEventListener('click', () => (from = now()), { capture: true, once: true });
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** @returns milliseconds of a JSON round trip of the workbook's cells, middle of 5. */
export function roundTrip({ book }: Preview): number {
  const rows = book.sheets.map((sheet) =>
    [...sheet.cells()].map(([row, column, { value, format }]) => [row, column, value, format]),
  );
  const times = [1, 2, 3, 4, 5].map(() => {
    const from = performance.now();
    JSON.parse(JSON.stringify(rows));
    return performance.now() - from;
  });
  return times.sort((x, y) => x - y)[2]!;
}

/** @returns milliseconds of `spans` within `whole` that nothing of `taken` covers. */
function covered(spans: readonly Span[], whole: Span, taken: readonly Span[] = []): number {
  const edges = [...new Set([...whole, ...spans.flat(), ...taken.flat()])].sort((x, y) => x - y);
  const isIn = (list: readonly Span[], at: number): boolean => list.some(([from, to]) => from <= at && at < to);
  let sum = 0;
  edges.forEach((at, index) => {
    const next = edges[index + 1] ?? at;
    if (isIn([whole], at) && isIn(spans, at) && !isIn(taken, at)) sum += next - at;
  });
  return sum;
}

/** @returns from a message's first coming on one side to its first on the other. */
function between(from: readonly Heard[], to: readonly Heard[]): Span[] {
  const first = new Map<number, number>();
  for (const { id, at } of to) if (!first.has(id)) first.set(id, at);
  return from.flatMap(({ id, at }) => (first.has(id) ? [[at, first.get(id)!] as const] : []));
}

/** @param check, score press and picture of both jobs. @param page, pane what each frame noted. */
export function splitOf(check: Span, score: Span, page: readonly Heard[], pane: readonly Heard[]): Split {
  // The page stays while panes come and go, and each of them counts from 1.
  const only = (list: readonly Heard[], what: Heard['what']): Heard[] =>
    list.filter((one) => one.what === what && one.at >= check[0] && one.at <= score[1]);
  const host = between(only(page, 'host'), only(pane, 'host'));
  const core = between(only(pane, 'asked'), only(pane, 'answered'));
  const split: Split = {
    all: 0,
    check: check[1] - check[0],
    score: score[1] - score[0],
    host: 0,
    core: 0,
    pane: 0,
    show: 0,
  };
  for (const whole of [check, score]) {
    const last = Math.max(...[...host, ...core].map(([, to]) => to).filter((to) => to < whole[1]));
    const all = whole[1] - whole[0];
    const show = whole[1] - last;
    const inHost = covered(host, whole);
    const inCore = covered(core, whole, host);
    split.all += all;
    split.host += inHost;
    split.core += inCore;
    split.show += show;
    split.pane += all - inHost - inCore - show;
  }
  return split;
}
