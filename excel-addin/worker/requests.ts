/** What the worker takes from the pane: every input passes its schema. */
import * as z from 'zod/mini';
import { isDeskVerb, readAsk, type DeskVerb } from '#core/commands/desk';
import { languages, texts } from '#core/commands/verb';
import type { Picture } from '#core/workbook/picture';
import { isEnvelope, type Own, type Request } from './protocol.ts';

/** A picture is made by our own adapter on the other side and may hold a million cells: only its outline is looked at. */
const picture = (): z.ZodMiniType<Picture> => z.object({ sheets: z.array(z.any()) });

const OWN: { [V in keyof Own]: () => z.ZodMiniType<Own[V]['input']> } = {
  run: () =>
    z.strictObject({
      picture: picture(),
      options: z.strictObject({
        language: languages(),
        at: texts(),
        version: texts(),
        period: z.nullable(texts()),
        set: z.nullable(texts()),
      }),
    }),
  sample: () => z.strictObject({ picture: picture() }),
  fingerprint: () => z.strictObject({ picture: picture() }),
  sets: () => z.strictObject({}) as z.ZodMiniType<Record<string, never>>,
};

/** @returns whether the desk answers it, of the last run. */
export function isOfDesk(request: Request): request is Extract<Request, { verb: DeskVerb }> {
  return isDeskVerb(request.verb);
}

/**
 * @returns the request; null where the message is none of ours (a browser extension's, say); only its number where it asks for what is
 * there, and not as it is taken.
 */
export function readRequest(data: unknown): Request | { id: number; verb: null } | null {
  if (!isEnvelope(data)) return null;
  const { id, verb, input } = data as { id: number; verb?: unknown; input?: unknown };
  const ask = readAsk(verb, input);
  if (ask !== null) return { id, ...ask };
  if (isDeskVerb(verb)) return { id, verb: null };
  if (typeof verb !== 'string' || !Object.prototype.hasOwnProperty.call(OWN, verb)) return null;
  const parsed = OWN[verb as keyof Own]().safeParse(input);
  return parsed.success ? ({ id, verb, input: parsed.data } as Request) : { id, verb: null };
}
