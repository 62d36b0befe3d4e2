/** Messages between the pane and the core in its worker. */
import type { Desk, Overview, RunOptions } from '#core/commands/calls';
import type { Picture } from '#core/workbook/picture';
import type { Plan } from '#core/workbook/plan';

/** Phases of a run, as the pane names them. */
export type Phase = 'read' | 'score' | 'check' | 'write';

/** What is asked with a picture, or of nothing: the desk answers the rest. */
export interface Own {
  run: { input: { picture: Picture; options: RunOptions }; output: Overview };
  sample: { input: { picture: Picture }; output: { plan: Plan; expected: string } };
  /** Of a picture that was read without merged areas: those of the last run count. */
  fingerprint: { input: { picture: Picture }; output: string };
  sets: { input: Record<string, never>; output: { id: string; title: string }[] };
}

/** Everything that can be asked: what goes in, what comes out. All plain JSON. */
export type Calls = Own & Desk;

export type Verb = keyof Calls;

export type Request = { [V in Verb]: { id: number; verb: V; input: Calls[V]['input'] } }[Verb];

/** phase: a long run tells where it is · value: the answer · failed: the fault's own words, for the developers. */
export type Response = { id: number } & ({ phase: Phase } | { value: unknown } | { failed: string });

/** @returns whether a message may be of ours: a browser extension's, say, must not be taken for an answer. */
export function isEnvelope(data: unknown): data is { id: number } {
  return typeof data === 'object' && data !== null && Number.isInteger((data as { id?: unknown }).id);
}

/** @returns the response; null where the message is none of ours. */
export function readResponse(data: unknown): Response | null {
  if (!isEnvelope(data)) return null;
  return 'phase' in data || 'value' in data || 'failed' in data ? (data as Response) : null;
}
