/** An index set from data whose shape is known: the built-in sets come this way, so that add-ins carry no schema library. */
import { exact, fromDecimal, fromNumber, type Exact } from '../exact/exact.ts';
import { say, type Message } from '../messages/index.ts';
import type { IndexSet, Indicator, NotArisingPolicy, Pillar } from './framework.ts';
import { nfc } from '../workbook/text.ts';
import { parseRule, roleOf } from './rules/index.ts';
import type { SetData } from './schema.ts';

const policies: Record<string, NotArisingPolicy> = {
  'đủ điểm': 'full',
  '0 điểm': 'zero',
  loại: 'drop',
  'quy đổi': 'rescale',
  hỏi: 'ask',
};

/** A set file that cannot be used; `messages` say why, one a fault. */
export class SetError extends Error {
  readonly messages: Message[];
  constructor(messages: Message[]) {
    // For developers; people read the messages.
    super(messages.map(({ id, args }) => `${id} ${JSON.stringify(args)}`).join('; '));
    this.messages = messages;
  }
}

/** "Sở Y tế; trừ Thanh tra" → what is included and what is excluded, as written. */
export function splitAppliesTo(text: string): Indicator['appliesTo'] {
  const include: string[] = [];
  const exclude: string[] = [];
  for (const part of text.split(/[;\n]/)) {
    const word = part.trim();
    const [, excluded] = /^trừ\s+(.+)$/iu.exec(nfc(word)) ?? [];
    if (excluded !== undefined) exclude.push(excluded);
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
    notArising: data.notArising === undefined ? null : (policies[data.notArising] ?? null),
    evidenceRequired: data.evidence ?? false,
    appliesTo: splitAppliesTo(data.appliesTo ?? ''),
    basis: data.basis ?? '',
    at: null,
  };
}

/**
 * Turns data of the right shape into an index set.
 * @param set points are numbers, rules the words of "Cách tính".
 * @throws SetError where a code is repeated or a rule can't be read.
 */
export function setOf(set: SetData): IndexSet {
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
