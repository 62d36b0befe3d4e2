/** The pane's way to the core: in a worker, or, where workers fail, in slices on the page. */
import { readResponse, type Calls, type Phase, type Request, type Verb } from '../worker/protocol.ts';
import { Cancelled } from '../host.ts';

/** A fault in the core: a bug, with its own words. */
export class CoreFault extends Error {}

export interface Engine {
  /** The core will be asked soon: it may load meanwhile. */
  start?(): void;
  ask<V extends Verb>(
    verb: V,
    input: Calls[V]['input'],
    options?: { phase?: (phase: Phase) => void; signal?: AbortSignal },
  ): Promise<Calls[V]['output']>;
}

interface Asked {
  resolve(value: unknown): void;
  reject(error: unknown): void;
  phase?: ((phase: Phase) => void) | undefined;
}

/** What the engine needs of a Worker. */
export interface WorkerLike {
  postMessage(data: unknown): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** The core on the page: between two steps of a run the page gets its turn. */
export function pageEngine(load: () => Promise<typeof import('../worker/serve.ts')>): Engine {
  const phases = new Map<number, (phase: Phase) => void>();
  const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  let server: Promise<InstanceType<(typeof import('../worker/serve.ts'))['Server']>> | null = null;
  let last = 0;
  return {
    async ask(verb, input, options = {}) {
      server ??= load().then(({ Server }) => new Server((id, phase) => phases.get(id)?.(phase), breathe));
      const id = (last += 1);
      phases.set(id, (phase) => {
        if (options.signal?.aborted === true) throw new Cancelled();
        options.phase?.(phase);
      });
      try {
        return (await (await server).answer({ id, verb, input } as Request)) as never;
      } catch (error) {
        throw error instanceof Cancelled
          ? error
          : new CoreFault(error instanceof Error ? error.message : String(error));
      } finally {
        phases.delete(id);
      }
    },
  };
}

/** @returns an engine over workers that `start` makes; `fallback` takes over where one can't be started or loaded. */
export function workerEngine(start: () => WorkerLike, fallback: Engine): Engine {
  const asked = new Map<number, Asked>();
  let worker: WorkerLike | null = null;
  /** Whether a worker ever answered: only one that never did counts as unusable. */
  let proven = false;
  let broken = false;
  let last = 0;

  const end = (reason: unknown): void => {
    worker?.terminate();
    worker = null;
    const all = [...asked.values()];
    asked.clear();
    for (const { reject } of all) reject(reason);
  };
  const open = (): WorkerLike => {
    if (worker !== null) return worker;
    const made = start();
    made.onmessage = ({ data }) => {
      const response = readResponse(data);
      if (response === null) return;
      proven = true;
      const one = asked.get(response.id);
      if (one === undefined) return;
      if ('phase' in response) {
        one.phase?.(response.phase);
        return;
      }
      asked.delete(response.id);
      if ('failed' in response) one.reject(new CoreFault(response.failed));
      else one.resolve(response.value);
    };
    made.onerror = (event) => {
      if (!proven) broken = true;
      end(new CoreFault(event.message ?? 'worker'));
    };
    worker = made;
    return made;
  };
  const inWorker = (
    verb: Verb,
    input: unknown,
    options: { phase?: Asked['phase']; signal?: AbortSignal },
  ): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = (last += 1);
      const abort = (): void => end(new Cancelled());
      options.signal?.addEventListener('abort', abort, { once: true });
      const settle =
        <T>(done: (value: T) => void) =>
        (value: T): void => {
          options.signal?.removeEventListener('abort', abort);
          done(value);
        };
      try {
        asked.set(id, { resolve: settle(resolve), reject: settle(reject), phase: options.phase });
        open().postMessage({ id, verb, input });
      } catch (error) {
        asked.delete(id);
        if (!proven) broken = true;
        reject(new CoreFault(error instanceof Error ? error.message : String(error)));
      }
    });

  return {
    start() {
      if (broken) return;
      try {
        open();
      } catch {
        broken = true;
      }
    },
    async ask(verb, input, options = {}) {
      if (options.signal?.aborted === true) throw new Cancelled();
      if (broken) return fallback.ask(verb, input, options);
      try {
        return (await inWorker(verb, input, options)) as never;
      } catch (error) {
        if (!broken) throw error;
        return fallback.ask(verb, input, options);
      }
    },
  };
}
