/** The sidebar's way to the server: google.script.run as promises, with every way in which Google can fail put into words. */
import type {} from '../words/sidebar/vi.ts';
import type { Message } from '#core/messages/message';
import { lossWords } from '#panel/mark-words.ts';
import type { Desk } from '#core/commands/calls';
import type { ViewInput, ViewVerb } from '#panel/port.ts';
import { readEnvelope, readView } from '../answers.ts';
import type { Asked, Calls, Failure, Run, Verb } from '../protocol.ts';

/** What Google puts into the page. Beside these two it has a method for every function of the server. */
export interface ScriptRun {
  withSuccessHandler(heard: (answer: unknown) => void): ScriptRun;
  withFailureHandler(heard: (error: unknown) => void): ScriptRun;
}

/** `accounts`: not one call was ever answered. `lost`: it is not known whether a write was made. `unread`: written, not read again. */
export type CallCode = Failure | 'accounts' | 'no-answer' | 'lost' | 'silent' | 'unread';

export class CallError extends Error {
  readonly code: CallCode;
  readonly words: Message[];
  /** Of a loss: what agrees to it. */
  key = '';

  constructor(code: CallCode, ...words: Message[]) {
    super(code);
    this.name = 'CallError';
    this.code = code;
    this.words = words;
  }
}

/** @returns a failure that the server told of. */
function callError(code: Failure, args: Message['args']): CallError {
  if (code !== 'loss') return new CallError(code, { id: `addon.${code}`, args });
  const part = (name: string): string => String(args[name] ?? '');
  const words = lossWords({ cells: part('cells'), comments: part('comments'), filters: part('filters') });
  const error = new CallError(code, ...words);
  error.key = part('key');
  return error;
}

export interface Client {
  call<V extends Verb>(verb: V, input: Calls[V]['input']): Promise<Calls[V]['output']>;
  /** A question about a run, in the run's language. */
  ask<V extends ViewVerb>(run: Run, verb: V, input: ViewInput<V>): Promise<Desk[V]['output']>;
}

/** Google takes no more at a time. */
const MOST = 10;
/** A run ends after six minutes; an answer that is not here half a minute later does not come. */
const PATIENCE = 390_000;

const WRITING: ReadonlySet<Verb> = new Set<Verb>(['runScore', 'applyEdits', 'write', 'insertSample']);

/** @returns what Google said, in one line. */
function detailOf(error: unknown): string {
  const own = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(own ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** A write whose answer got lost: a score may simply be repeated, anything else must be looked at first. */
function lost(verb: Verb, detail: string): CallError {
  if (verb === 'runScore') return new CallError('service-late', { id: 'addon.service-late', args: { detail } });
  const says: Message[] = detail === '' ? [] : [{ id: 'sidebar.google-says', args: { detail } }];
  return new CallError('lost', { id: 'sidebar.lost', args: {} }, ...says);
}

/** @returns a client over google.script.run, which may be missing. @param patience how long an answer is waited for. */
export function newClient(script: ScriptRun | undefined, patience: number = PATIENCE): Client {
  const waiting: (() => void)[] = [];
  let running = 0;
  /** Several Google accounts in one browser: the sidebar opens, and no call of it ever arrives. */
  let answered = false;

  const send = (verb: Verb, input: unknown, answer: (value: unknown) => void, fail: (error: unknown) => void): void => {
    if (script === undefined) {
      fail('google.script.run');
      return;
    }
    const runner = script.withSuccessHandler(answer).withFailureHandler(fail) as unknown as Record<string, unknown>;
    const method = runner[verb];
    if (typeof method !== 'function') throw new CallError('input', { id: 'addon.input', args: {} });
    // An argument that can't be carried is thrown here: the failure handler is not called.
    method.call(runner, input);
  };

  const once = (verb: Verb, input: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const silent = setTimeout(() => {
        const minutes = Math.round(patience / 60_000);
        done(() =>
          reject(
            WRITING.has(verb) ? lost(verb, '') : new CallError('silent', { id: 'sidebar.silent', args: { minutes } }),
          ),
        );
      }, patience);
      let isOver = false;
      const done = (then: () => void): void => {
        if (isOver) return;
        isOver = true;
        clearTimeout(silent);
        running -= 1;
        waiting.shift()?.();
        then();
      };
      const failed = (error: unknown): CallError => {
        const detail = detailOf(error);
        if (!answered) return new CallError('accounts', { id: 'addon.accounts', args: {} }, ...saysOf(detail));
        return WRITING.has(verb)
          ? lost(verb, detail)
          : new CallError('service', { id: 'addon.service', args: { detail } });
      };
      running += 1;
      try {
        send(
          verb,
          input,
          (value) => done(() => resolve(value)),
          (error) => done(() => reject(failed(error))),
        );
      } catch (error) {
        const own =
          error instanceof CallError
            ? error
            : new CallError('fault', { id: 'addon.fault', args: { detail: detailOf(error) } });
        done(() => reject(own));
      }
    });

  const call: Client['call'] = async (verb, input) => {
    if (running >= MOST) await new Promise<void>((resolve) => waiting.push(resolve));
    const envelope = readEnvelope(verb, await once(verb, input));
    answered = true;
    if (envelope === null) throw WRITING.has(verb) ? lost(verb, '') : noAnswer();
    if (!envelope.ok) throw callError(envelope.code, envelope.args);
    return envelope.value as never;
  };
  return {
    call,
    async ask(run, verb, input) {
      const ask = { verb, input: { ...input, language: run.choice.language } } as Asked<typeof verb>;
      const read = readView(verb, await call('ask', { run, ask }));
      if (read === null) throw noAnswer();
      return read.value;
    },
  };
}

function noAnswer(): CallError {
  return new CallError('no-answer', { id: 'addon.no-answer', args: {} });
}

function saysOf(detail: string): Message[] {
  return detail === '' ? [] : [{ id: 'sidebar.google-says', args: { detail } }];
}
