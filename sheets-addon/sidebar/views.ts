/** What a run's views answer. They belong to the run and never change: each is asked for once, then kept until the next run. */
import { useEffect, useState } from 'preact/hooks';
import type { Message } from '#core/messages/message';
import type { Desk } from '#core/commands/calls';
import type { ViewVerb } from '../answers.ts';
import type { Run } from '../protocol.ts';
import { CallError, type Client } from './client.ts';

/** What a view is asked by; the language is the run's. */
export type ViewInput<V extends ViewVerb> = Omit<Desk[V]['input'], 'language'>;

export type AskView = <V extends ViewVerb>(verb: V, input: ViewInput<V>) => Promise<Desk[V]['output']>;

/** Most answers that are kept: whoever pages through thousands of findings does not need the first pages any more. */
const KEPT = 60;

export class Views {
  private readonly client: Client;
  private readonly kept = new Map<string, Promise<unknown>>();

  constructor(client: Client) {
    this.client = client;
  }

  /** Another run: nothing of the old one is shown again. */
  clear(): void {
    this.kept.clear();
  }

  ask<V extends ViewVerb>(run: Run, verb: V, input: ViewInput<V>): Promise<Desk[V]['output']> {
    const key = JSON.stringify([verb, input]);
    const known = this.kept.get(key);
    if (known !== undefined) return known as Promise<Desk[V]['output']>;
    const asked = this.client.ask(run, verb, input);
    this.kept.set(key, asked);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
    // A failure is not kept: asking again may help.
    asked.catch(() => this.kept.delete(key));
    return asked;
  }
}

export interface Answer<T> {
  /** The newest that is here: while another is on its way the old one stays in sight. */
  value: T | null;
  /** Whether it is the one that was asked for. */
  isFresh: boolean;
  error: Message[] | null;
  retry(): void;
}

interface Settled<T> {
  key: string;
  value: T | null;
  error: Message[] | null;
}

/** @returns the words of a failed call; anything else is a bug of ours. */
export function wordsOf(error: unknown): Message[] {
  if (error instanceof CallError) return error.words;
  return [{ id: 'addon.fault', args: { detail: error instanceof Error ? error.message : String(error) } }];
}

/** @returns a view's answer. @param input null: there is nothing to ask yet. */
export function useAnswer<V extends ViewVerb>(
  ask: AskView,
  revision: number,
  verb: V,
  input: ViewInput<V> | null,
): Answer<Desk[V]['output']> {
  const key = input === null ? null : JSON.stringify([revision, input]);
  const [settled, settle] = useState<Settled<Desk[V]['output']> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (key === null || input === null) return undefined;
    let gone = false;
    ask(verb, input).then(
      (value) => gone || settle({ key, value, error: null }),
      (error: unknown) => gone || settle((old) => ({ key, value: old?.value ?? null, error: wordsOf(error) })),
    );
    return () => {
      gone = true;
    };
  }, [key, tries, ask, verb]);
  const isHere = settled !== null && settled.key === key;
  return {
    value: settled?.value ?? null,
    isFresh: isHere && settled.error === null,
    error: isHere ? settled.error : null,
    retry: () => {
      settle((old) => (old === null ? null : { ...old, key: '', error: null }));
      setTries((old) => old + 1);
    },
  };
}
