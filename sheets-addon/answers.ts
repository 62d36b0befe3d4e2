/** What the sidebar takes from the server: schemas of all answers, held against the types of core/view. */
import type { MessageId } from '#core/messages/ids';
import * as z from 'zod/mini';
import type { Desk, Overview } from '#core/commands/calls';
import type { ViewVerb } from '#panel/port.ts';
import type { Message } from '#core/messages/message';
import type { FindingItem, FindingsView } from '#core/view/findings';
import type { RankingView } from '#core/view/ranking';
import type { RepairView } from '#core/view/repair';
import type { SettingsView } from '#core/view/settings';
import type { SummaryView } from '#core/view/summary';
import type { UnitView } from '#core/view/unit';
import { editSchema, FAILURES, type Calls, type Envelope, type Verb } from './protocol.ts';

const text = z.string();
const maybeText = z.nullable(z.string());
const number = z.number();
const maybeNumber = z.nullable(number);
const place = z.object({ sheet: text, cell: text });
const args = z.record(text, z.union([text, number, z.object({ decimal: text })]));
/** A newer server may name words that are not here: the sidebar shows their id. */
const id = text as unknown as z.ZodMiniType<MessageId>;
const message = z.object({ id, args }) satisfies z.ZodMiniType<Message>;
const severity = z.enum(['error', 'warning', 'note']);
const counts = z.object({ error: number, warning: number, note: number, waived: number });
const status = z.enum(['ranked', 'unranked', 'blocked']);
const state = z.enum([
  'scored',
  'missing',
  'waived',
  'dropped',
  'rescaled',
  'not-applicable',
  'information',
  'blocked',
]);
const tally = z.array(z.object({ name: text, count: number }));

const summary = z.object({
  set: z.nullable(z.object({ title: text, illustrative: z.boolean() })),
  period: maybeText,
  periods: z.array(text),
  groups: z.array(z.object({ name: text, units: number, ranked: number, blocked: number })),
  counts,
  missing: number,
  writes: z.array(text),
  ranking: z.enum(['none', 'current', 'old']),
  notRun: z.array(z.object({ id: text, name: text, why: text })),
  recognised: z.object({
    title: text,
    lines: z.array(z.object({ head: text, place: z.nullable(place), details: z.array(text), alerts: z.array(text) })),
    more: text,
    empty: text,
  }),
  bare: z.boolean(),
  nothing: z.nullable(z.enum(['no-set', 'several', 'no-unit', 'no-figure', 'hidden', 'blocked', 'unranked'])),
}) satisfies z.ZodMiniType<SummaryView>;

const overview = z.object({ fingerprint: text, summary }) satisfies z.ZodMiniType<Overview>;

const finding = z.object({
  index: number,
  severity,
  check: text,
  name: text,
  place: z.nullable(place),
  unit: text,
  indicator: text,
  value: text,
  what: text,
  why: text,
  todo: text,
  repairable: z.boolean(),
  alike: number,
  waived: z.nullable(z.object({ by: text, reason: text })),
  key: text,
  count: number,
  places: z.array(place),
}) satisfies z.ZodMiniType<FindingItem>;

const findings = z.object({
  counts,
  total: number,
  offset: number,
  items: z.array(finding),
  sheets: tally,
  units: tally,
}) satisfies z.ZodMiniType<FindingsView>;

const repair = z.object({
  readings: z.array(
    z.object({
      label: text,
      edits: z.array(editSchema()),
      cells: z.array(z.object({ place, before: text, after: text })),
    }),
  ),
}) satisfies z.ZodMiniType<RepairView>;

const sort = z.enum(['rank', 'name', 'up', 'down', 'lost', 'missing']);

const ranking = z.object({
  groups: z.array(z.object({ name: text, units: number, blocked: number })),
  group: number,
  by: z.enum(['points', 'share']),
  maximum: maybeText,
  sorts: z.array(sort),
  sort,
  pillars: z.array(z.object({ code: text, name: text, maximum: text })),
  total: number,
  offset: number,
  items: z.array(
    z.object({
      unit: number,
      order: number,
      rank: maybeNumber,
      name: text,
      code: maybeText,
      status,
      points: text,
      maximum: text,
      share: maybeText,
      band: maybeText,
      bandNote: text,
      missing: number,
      moved: maybeNumber,
      lost: maybeNumber,
      tied: z.boolean(),
      why: text,
      pieces: z.array(z.object({ code: text, name: text, points: text, fraction: number })),
      reach: number,
    }),
  ),
  provisional: text,
}) satisfies z.ZodMiniType<RankingView>;

const entry = z.object({
  code: text,
  name: text,
  state,
  self: maybeText,
  calculated: maybeText,
  verified: maybeText,
  official: maybeText,
  maximum: maybeText,
  lost: maybeText,
  explanation: text,
  source: z.nullable(place),
});

const unit = z.object({
  name: text,
  status,
  rank: maybeNumber,
  points: text,
  maximum: text,
  share: maybeText,
  band: maybeText,
  bandNote: text,
  missing: number,
  why: text,
  losses: z.array(entry),
  pillars: z.array(
    z.object({
      code: text,
      name: text,
      points: text,
      maximum: text,
      fraction: number,
      entries: z.array(entry),
    }),
  ),
}) satisfies z.ZodMiniType<UnitView>;

const settings = z.object({
  sheet: maybeText,
  items: z.array(
    z.object({
      id: z.enum([
        'setTitle',
        'basis',
        'period',
        'total',
        'sources',
        'officialColumn',
        'judges',
        'decimals',
        'rounding',
        'missing',
        'notArising',
        'decimalMark',
        'rankBy',
        'rankBasis',
        'ties',
        'tieBreakers',
        'bands',
        'parent',
        'issuer',
        'place',
        'signer',
        'position',
        'number',
        'date',
        'attachedTo',
        'preparer',
        'recipients',
      ]),
      key: text,
      section: z.enum(['set', 'scoring', 'ranking', 'print']),
      value: text,
      default: text,
      choices: z.array(z.object({ value: text, word: maybeText })),
      example: text,
      place: z.nullable(place),
      invalid: z.boolean(),
    }),
  ),
}) satisfies z.ZodMiniType<SettingsView>;

const edited = z.object({
  takeBack: z.array(editSchema()),
  overview: z.nullable(overview),
  unread: z.nullable(message),
});

const outputs: { [V in Verb]: z.ZodMiniType<Calls[V]['output']> } = {
  getFacts: z.object({
    version: text,
    language: z.enum(['vi', 'en']),
    bare: z.boolean(),
    sets: z.array(z.object({ id: text, title: text })),
  }),
  setLanguage: z.null(),
  runCheck: overview,
  runScore: z.object({ overview, written: z.array(text), warnings: z.array(message) }),
  ask: z.unknown() as z.ZodMiniType<Calls['ask']['output']>,
  applyEdits: edited,
  write: edited,
  insertSample: edited,
  revealCell: z.boolean(),
  getFingerprint: text,
};

const views: { [V in ViewVerb]: z.ZodMiniType<Desk[V]['output']> } = {
  summary,
  findings,
  ranking,
  unit: z.nullable(unit),
  settings,
  repair: z.nullable(repair),
};

/** @returns the desk's answer; null where it is none (the answer itself may be null, too). */
export function readView<V extends ViewVerb>(verb: V, answer: unknown): { value: Desk[V]['output'] } | null {
  const parsed = views[verb].safeParse(answer);
  return parsed.success ? { value: parsed.data as Desk[V]['output'] } : null;
}

const failed = z.object({ ok: z.literal(false), code: z.enum(FAILURES), args });

/** @returns the envelope; null where the answer is none: null itself is what Apps Script sends for a result that it can't carry. */
export function readEnvelope<V extends Verb>(verb: V, answer: unknown): Envelope<Calls[V]['output']> | null {
  const failure = failed.safeParse(answer);
  if (failure.success) return failure.data;
  const success = z.object({ ok: z.literal(true), value: outputs[verb] }).safeParse(answer);
  return success.success ? (success.data as Envelope<Calls[V]['output']>) : null;
}
