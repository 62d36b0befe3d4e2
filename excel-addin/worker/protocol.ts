/** Messages between the pane and the core in its worker. Both ends look at the envelope before they trust it. */
import * as z from 'zod/mini';
import type { FindingItem, FindingsQuery, FindingsView } from '#core/view/findings';
import type { RankingQuery, RankingView } from '#core/view/ranking';
import type { SettingsView } from '#core/view/settings';
import type { SummaryView } from '#core/view/summary';
import type { UnitView } from '#core/view/unit';
import type { Language } from '#core/messages/message';
import type { Picture } from '#core/workbook/picture';
import type { CellEdit, Plan } from '#core/workbook/plan';

/** What a write needs; `plan` goes first, then the edits. `refused`: the words of the pane that say why nothing is to be written. */
export interface Writing {
  plan: Plan | null;
  edits: CellEdit[];
  /** Fingerprint of the user's sheets that the plan was made from. */
  expected: string;
  refused: 'waive-no-row' | 'setting-refused' | null;
}

/** Phases of a run, as the pane names them. */
export type Phase = 'read' | 'score' | 'check' | 'write';

export interface RunOptions {
  language: Language;
  at: string;
  version: string;
  period: string | null;
  /** Id of a built-in set; null: the workbook's own. */
  set: string | null;
}

/** What a run leaves on the screen. */
export interface Overview {
  fingerprint: string;
  summary: SummaryView;
}

/** Everything that can be asked: what goes in, what comes out. All plain JSON. */
export interface Calls {
  run: { input: { picture: Picture; options: RunOptions }; output: Overview };
  summary: { input: { language: Language }; output: SummaryView };
  plan: { input: { only: 'findings' | null }; output: { plan: Plan; expected: string } };
  findings: { input: FindingsQuery; output: FindingsView };
  finding: { input: { index: number; language: Language }; output: FindingItem | null };
  ranking: { input: RankingQuery; output: RankingView };
  unit: { input: { unit: number; language: Language }; output: UnitView | null };
  settings: { input: { language: Language }; output: SettingsView };
  repair: { input: { index: number }; output: CellEdit[] };
  waive: { input: { index: number; by: string; reason: string }; output: Writing };
  setting: { input: { key: string; value: string }; output: Writing };
  sample: { input: { picture: Picture }; output: { plan: Plan; expected: string } };
  fingerprint: { input: { picture: Picture }; output: string };
  sets: { input: Record<string, never>; output: { id: string; title: string }[] };
}

export type Verb = keyof Calls;

// The page's policy forbids eval, which zod would try for speed.
z.config({ jitless: true });

const language = z.enum(['vi', 'en']);
const maybeText = z.nullable(z.string());
const whole = z.number().check(z.int(), z.gte(0));
// Cells are looked at by the reader itself: 200,000 of them are not walked twice.
const picture = z.looseObject({ sheets: z.array(z.looseObject({ name: z.string(), rows: z.array(z.unknown()) })) });
const page = { offset: whole, limit: whole, text: z.string(), language };

const INPUTS = {
  run: z.object({
    picture,
    options: z.object({ language, at: z.string(), version: z.string(), period: maybeText, set: maybeText }),
  }),
  summary: z.object({ language }),
  plan: z.object({ only: z.nullable(z.literal('findings')) }),
  findings: z.object({
    ...page,
    severity: z.nullable(z.enum(['error', 'warning', 'note', 'waived'])),
    sheet: maybeText,
    unit: maybeText,
  }),
  finding: z.object({ index: whole, language }),
  ranking: z.object({ ...page, group: whole }),
  unit: z.object({ unit: whole, language }),
  settings: z.object({ language }),
  repair: z.object({ index: whole }),
  waive: z.object({ index: whole, by: z.string(), reason: z.string() }),
  setting: z.object({ key: z.string(), value: z.string() }),
  sample: z.object({ picture }),
  fingerprint: z.object({ picture }),
  sets: z.object({}),
} satisfies Record<Verb, z.ZodMiniType>;

const requestSchema = z.object({
  id: whole,
  verb: z.enum(Object.keys(INPUTS) as [Verb, ...Verb[]]),
  input: z.unknown(),
});

/** phase: a long run tells where it is · value: the answer · failed: the fault's own words, for the developers. */
const responseSchema = z.union([
  z.object({ id: whole, phase: z.enum(['read', 'score', 'check', 'write']) }),
  z.object({ id: whole, failed: z.string() }),
  z.object({ id: whole, value: z.unknown() }),
]);

export type Request = { [V in Verb]: { id: number; verb: V; input: Calls[V]['input'] } }[Verb];
export type Response = z.infer<typeof responseSchema>;

/** @returns the request; throws where it is none. The picture keeps its identity: nothing is copied. */
export function readRequest(data: unknown): Request {
  const envelope = z.parse(requestSchema, data);
  z.parse(INPUTS[envelope.verb], envelope.input);
  return envelope as Request;
}

/** @returns the response; throws where it is none. */
export function readResponse(data: unknown): Response {
  return z.parse(responseSchema, data);
}
