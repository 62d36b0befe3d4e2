/** Columns of a form: which it needs, and what each row asks for. Headers stay Vietnamese: the form is read again by them. */
import { toPlain } from '../exact/exact.ts';
import type { FigureName, Indicator, NotArisingPolicy } from '../framework/framework.ts';
import { NO_NEEDS, needsOf } from '../framework/rules/index.ts';
import type { RuleNeeds } from '../framework/rules/rule.ts';
import type { Say } from '../messages/message.ts';

export type FormColumn =
  | 'code'
  | 'name'
  | 'maximum'
  | 'rule'
  | 'notArising'
  | 'fill'
  | FigureName
  | 'choice'
  | 'points'
  | 'evidence'
  | 'note'
  | 'check';

export const HEADERS: Readonly<Record<FormColumn, string>> = {
  code: 'Mã',
  name: 'Chỉ số',
  maximum: 'Điểm tối đa',
  rule: 'Cách tính',
  notArising: 'Khi không phát sinh',
  fill: 'Cần điền',
  a: 'a',
  b: 'b',
  c: 'c',
  d: 'd',
  choice: 'Lựa chọn',
  points: 'Điểm tự chấm',
  evidence: 'Tài liệu kiểm chứng',
  note: 'Ghi chú',
  check: 'Kiểm tra',
};

/** In characters. */
export const WIDTHS: Readonly<Record<FormColumn, number>> = {
  code: 7,
  name: 32,
  maximum: 8,
  rule: 22,
  notArising: 10,
  fill: 24,
  a: 10,
  b: 10,
  c: 10,
  d: 10,
  choice: 14,
  points: 10,
  evidence: 20,
  note: 12,
  check: 22,
};

/** What a form asks of an indicator. */
export interface Asked {
  indicator: Indicator;
  needs: RuleNeeds;
  policy: NotArisingPolicy;
  /** Its rule gives points, if only later. */
  calculates: boolean;
  /** Points are typed. */
  judged: boolean;
}

/** @returns what is asked; `fallback`: the settings' policy. */
export function askedOf(indicator: Indicator, fallback: NotArisingPolicy): Asked {
  const { rule } = indicator;
  const inner = rule !== null && (rule.kind === 'bonus' || rule.kind === 'penalty') ? rule.rule : rule;
  const judged = inner?.kind === 'judged';
  return {
    indicator,
    needs: rule === null ? NO_NEEDS : needsOf(rule),
    policy: indicator.notArising ?? fallback,
    calculates: inner !== null && !judged && inner.kind !== 'information',
    judged,
  };
}

/** @returns whether Lựa chọn offers Không áp dụng: where a policy says what then holds. */
export function mayNotApply({ calculates, policy }: Asked): boolean {
  return calculates && policy !== 'ask';
}

/** @returns the columns in their order. `policies`: indicators have policies of their own. */
export function columnsOf(asked: readonly Asked[], policies: boolean): FormColumn[] {
  const figures = (['a', 'b', 'c', 'd'] as const).filter((name) =>
    asked.some(({ needs }) => needs.figures.includes(name)),
  );
  const choice = asked.some((one) => one.needs.choice !== null || mayNotApply(one));
  return [
    'code',
    'name',
    'maximum',
    'rule',
    ...(policies ? (['notArising'] as const) : []),
    'fill',
    ...figures,
    ...(choice ? (['choice'] as const) : []),
    'points',
    'evidence',
    'note',
    'check',
  ];
}

/** @returns Cần điền in words. */
export function fillWords({ indicator, needs, calculates, judged }: Asked, say: Say): string {
  const parts = needs.figures.map((name) => {
    const label = (indicator.labels[name] ?? '').trim();
    const rate = needs.rates.includes(name);
    const args = { name, label };
    if (label === '') return say({ id: rate ? 'form.rate-plain' : 'form.figure-plain', args });
    return say({ id: rate ? 'form.rate' : 'form.figure', args });
  });
  if (needs.choice === 'parts') parts.push(say({ id: 'form.fill-parts', args: { labels: needs.labels.join('; ') } }));
  else if (needs.choice !== null) parts.push(say({ id: 'form.fill-choice', args: {} }));
  if (judged) {
    const { maximum, role } = indicator;
    parts.push(
      role === 'points' && maximum !== null
        ? say({ id: 'form.fill-points', args: { maximum: { decimal: toPlain(maximum) } } })
        : say({ id: 'form.fill-bonus', args: {} }),
    );
  }
  if (parts.length === 0 && !calculates) parts.push(say({ id: 'form.fill-nothing', args: {} }));
  return parts.join('; ');
}
