/** What a run's views answer. They belong to the run and never change: each is asked for once, then kept until the next run. */
import type { Message } from '#core/messages/message';
import type { Desk } from '#core/commands/calls';
import type { ViewInput, ViewVerb } from '#panel/port.ts';
import type { Run } from '../protocol.ts';
import { CallError, type Client } from './client.ts';

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

/** @returns the words of a failed call; anything else is a bug of ours. */
export function wordsOf(error: unknown): Message[] {
  if (error instanceof CallError) return error.words;
  return [{ id: 'addon.fault', args: { detail: error instanceof Error ? error.message : String(error) } }];
}
