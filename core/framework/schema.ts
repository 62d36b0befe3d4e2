/** An index set as data: what a built-in set or a --set file must look like, and how it becomes an IndexSet. */
import * as z from 'zod/mini';
import { exact, fromDecimal, fromNumber, type Exact } from '../exact/exact.ts';
import { say, type Message } from '../messages/index.ts';
import type { IndexSet, Indicator, NotArisingPolicy, Pillar } from './framework.ts';
import { parseRule, roleOf } from './rules/index.ts';

z.config({ jitless: true });

const policies: Record<string, NotArisingPolicy> = {
  'đủ điểm': 'full',
  '0 điểm': 'zero',
  loại: 'drop',
  'quy đổi': 'rescale',
  hỏi: 'ask',
};

const indicatorSchema = z.strictObject({
  code: z.string().check(z.regex(/^[\p{L}\d]+(\.[\p{L}\d]+)*$/u)),
  name: z.string().check(z.minLength(1)),
  maximum: z.number().check(z.gte(0)),
  rule: z.optional(z.string()),
  labels: z.optional(z.partialRecord(z.enum(['a', 'b', 'c', 'd']), z.string())),
  notArising: z.optional(z.enum(['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi'])),
  evidence: z.optional(z.boolean()),
  appliesTo: z.optional(z.string()),
  description: z.optional(z.string()),
  basis: z.optional(z.string()),
});

export const setSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  title: z.string().check(z.minLength(1)),
  basis: z.optional(z.string()),
  provenance: z.optional(z.string()),
  illustrative: z.optional(z.boolean()),
  total: z.number().check(z.gt(0)),
  decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  pillars: z
    .array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        maximum: z.optional(z.number().check(z.gte(0))),
        indicators: z.array(indicatorSchema).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
});

export type SetData = z.infer<typeof setSchema>;

/** A set file that cannot be used; `messages` say why, one a fault. */
export class SetError extends Error {
  readonly messages: Message[];
  constructor(messages: Message[]) {
    super(messages.map((message) => say(message, 'vi')).join('; '));
    this.messages = messages;
  }
}

/** "Sở Y tế; trừ Thanh tra" → what is included and what is excluded, as written. */
export function splitAppliesTo(text: string): Indicator['appliesTo'] {
  const include: string[] = [];
  const exclude: string[] = [];
  for (const part of text.split(/[;\n]/)) {
    const word = part.trim();
    const excluded = /^trừ\s+(.+)$/iu.exec(word.normalize('NFC'));
    if (excluded !== null) exclude.push(excluded[1]!);
    else if (word !== '') include.push(word);
  }
  return { include, exclude };
}

function toIndicator(data: SetData['pillars'][number]['indicators'][number], pillar: string, index: number): Indicator {
  const ruleText = data.rule ?? '';
  const parsed = parseRule(ruleText);
  if (!parsed.ok) {
    throw new SetError([
      { id: 'set.rule', args: { code: data.code, rule: ruleText, detail: say(parsed.message, 'vi') } },
    ]);
  }
  return {
    index,
    code: data.code,
    name: data.name,
    pillar,
    maximum: fromNumber(data.maximum),
    ruleText,
    rule: parsed.rule,
    ruleError: null,
    role: roleOf(parsed.rule),
    description: data.description ?? '',
    labels: data.labels ?? {},
    notArising: data.notArising === undefined ? null : policies[data.notArising]!,
    evidenceRequired: data.evidence ?? false,
    appliesTo: splitAppliesTo(data.appliesTo ?? ''),
    basis: data.basis ?? '',
    at: null,
  };
}

/**
 * Turns data into an index set.
 * @param data a built-in set or the parsed JSON of a --set file; points are numbers, rules the words of "Cách tính".
 * @throws SetError with one message a fault: shape, repeated code, unreadable rule.
 */
export function setFromData(data: unknown): IndexSet {
  const parsed = setSchema.safeParse(data);
  if (!parsed.success) {
    throw new SetError(
      parsed.error.issues.map((issue) => ({
        id: 'set.shape',
        args: { place: issue.path.join('.') || '–', detail: issue.code },
      })),
    );
  }
  const set = parsed.data;
  const indicators: Indicator[] = [];
  const seen: string[] = [];
  const pillars: Pillar[] = set.pillars.map((pillar) => {
    const first = indicators.length;
    for (const indicator of pillar.indicators) {
      if (seen.includes(indicator.code)) throw new SetError([{ id: 'set.code-twice', args: { code: indicator.code } }]);
      seen.push(indicator.code);
      indicators.push(toIndicator(indicator, pillar.code, indicators.length));
    }
    const maximum: Exact | null = pillar.maximum === undefined ? null : fromNumber(pillar.maximum);
    return {
      code: pillar.code,
      name: pillar.name,
      maximum,
      at: null,
      indicators: pillar.indicators.map((_, place) => first + place),
    };
  });
  return {
    id: set.id,
    title: set.title,
    basis: set.basis ?? '',
    provenance: set.provenance ?? '',
    illustrative: set.illustrative ?? false,
    total: Number.isInteger(set.total) ? exact(set.total) : fromDecimal(String(set.total)),
    totalAt: null,
    decimals: set.decimals ?? 2,
    indicators,
    pillars,
    sums: [],
  };
}
