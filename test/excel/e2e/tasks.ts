/** How long the page's thread was busy in one go, by its own clock: other work on the machine does not count. */
import type { Browser, Page } from 'playwright-core';

/** One task of the thread that page and pane share here. */
export interface Task {
  /** Milliseconds of the processor. */
  ms: number;
  /** What it mostly ran: the pane's script with its library, or the page's, where Excel would be; `core`: of the worker's own thread. */
  whose: 'pane' | 'page' | 'core';
  /** Longest functions in it, for whoever looks for the reason. */
  parts: string[];
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { url?: string; functionName?: string; type?: string }; name?: string };
}

const isPane = (url: string): boolean => url.includes('/excel/') || url.includes('appsforoffice');

/** @returns the tasks over `least` ms while `job` ran. */
export async function tasksWhile(
  browser: Browser,
  page: Page,
  least: number,
  job: () => Promise<void>,
): Promise<Task[]> {
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'],
  });
  await job();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const threads = new Map(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && /^(CrRendererMain|DedicatedWorker)/.test(args?.name ?? ''))
      .map(({ pid, tid, args }) => [`${pid} ${tid}`, args!.name!]),
  );
  const threadOf = ({ pid, tid }: TraceEvent): string | undefined => threads.get(`${pid} ${tid}`);
  const events = traceEvents.filter((event) => event.ph === 'X' && threadOf(event) !== undefined);
  const parts = events.filter(({ name }) =>
    /^(FunctionCall|EvaluateScript|v8\.|ParseHTML|Layout|UpdateLayoutTree|MajorGC|MinorGC)/.test(name),
  );
  return events
    .filter(({ name, tdur = 0 }) => name === 'RunTask' && tdur > least * 1000)
    .map((task): Task => {
      const within = parts.filter(
        ({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + (task.dur ?? 0),
      );
      const spent = (pane: boolean): number =>
        within
          .filter(
            ({ name, args }) => /^(FunctionCall|EvaluateScript)/.test(name) && isPane(args?.data?.url ?? '') === pane,
          )
          .reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0);
      const isCore = threadOf(task) !== 'CrRendererMain';
      return {
        ms: Math.round((task.tdur ?? 0) / 100) / 10,
        whose: isCore ? 'core' : spent(false) > spent(true) ? 'page' : 'pane',
        parts: within
          .sort((x, y) => (y.tdur ?? 0) - (x.tdur ?? 0))
          .slice(0, 4)
          .map(
            ({ name, tdur = 0, args }) =>
              `${name} ${args?.data?.functionName ?? ''} ${args?.data?.url?.slice(-30) ?? ''} ${Math.round(tdur / 1000)}`,
          ),
      };
    });
}
