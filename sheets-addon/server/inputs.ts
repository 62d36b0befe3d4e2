/** What the server takes from the sidebar: every input passes its schema. */
import * as z from 'zod/mini';
import { isWriting, readAsk, type DeskVerb, type WritingVerb } from '#core/commands/desk';
import { languages, texts } from '#core/commands/verb';
import { editSchema, type Asked, type Calls, type Verb } from '../protocol.ts';
import { AddonError } from './errors.ts';

/** A question to the desk; what comes with it is looked at by its own schema (`readQuestion`). */
const asked = <V extends DeskVerb>(): z.ZodMiniType<Asked<V>> =>
  z.strictObject({ verb: z.string(), input: z.unknown() }) as unknown as z.ZodMiniType<Asked<V>>;

type Inputs = { [V in Verb]: z.ZodMiniType<Calls[V]['input']> };

function inputSchemas(): Inputs {
  const language = languages();
  const words = texts();
  const name = z.string().check(z.maxLength(200));
  const accept = z.optional(name);
  const choice = z.strictObject({ language, period: z.nullable(words), set: z.nullable(name) });
  const run = z.strictObject({ choice, fingerprint: z.string().check(z.maxLength(64)) });
  const nothing = z.strictObject({}) as z.ZodMiniType<Record<string, never>>;

  return {
    getFacts: nothing,
    setLanguage: z.strictObject({ language }),
    runCheck: z.strictObject({ choice }),
    runScore: z.strictObject({ choice, accept }),
    ask: z.strictObject({ run, ask: asked<DeskVerb>() }),
    write: z.strictObject({ run, ask: asked<WritingVerb>(), accept }),
    applyEdits: z.strictObject({ choice, edits: z.array(editSchema()).check(z.maxLength(20_000)) }),
    insertSample: z.strictObject({ choice }),
    revealCell: z.strictObject({ sheet: name, cell: z.string().check(z.maxLength(20)) }),
    getFingerprint: nothing,
  };
}

let schemas: Inputs | null = null;

/** @returns what a call was sent; null where the server can't take it. */
export function readInput<V extends Verb>(verb: V, data: unknown): Calls[V]['input'] | null {
  schemas ??= inputSchemas();
  const parsed = schemas[verb].safeParse(data);
  return parsed.success ? parsed.data : null;
}

/** @returns the question as the desk takes it; throws where it can't be taken. */
export function readQuestion({ verb, input }: Asked<DeskVerb>): Asked<DeskVerb> {
  const read = readAsk(verb, input);
  if (read === null) throw new AddonError('input');
  return read;
}

/** The same, of verbs whose answer is to be written. */
export function readWriting(ask: Asked<WritingVerb>): Asked<WritingVerb> {
  const read = readQuestion(ask);
  if (!isWriting(read)) throw new AddonError('input');
  return read;
}
