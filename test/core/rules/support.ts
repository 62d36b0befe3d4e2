import { exact, fromDecimal, toFixed, type Exact } from '#core/exact/exact';
import type { NotArisingPolicy } from '#core/framework/framework';
import { evaluate, explainRule, parseRule } from '#core/framework/rules/index';
import type { Outcome, Rule, RuleContext, RuleInputs } from '#core/framework/rules/rule';
import { say, type Message } from '#core/messages/index';

export function rule(text: string): Rule {
  const parsed = parseRule(text);
  if (!parsed.ok) throw new Error(`${text} @${parsed.position}: ${say(parsed.message, 'vi')}`);
  return parsed.rule;
}

export type Figures = Partial<Record<'a' | 'b' | 'c' | 'd', string | number | null>>;

export function inputs(figures: Figures, labels: RuleInputs['labels'] = null): RuleInputs {
  const entries = Object.entries(figures).map(([name, value]) => [
    name,
    value === null ? null : fromDecimal(String(value)),
  ]);
  return { figures: Object.fromEntries(entries) as Partial<Record<'a', Exact | null>>, labels };
}

export function outcome(
  text: string,
  maximum: number,
  figures: Figures,
  more: {
    labels?: RuleInputs['labels'];
    policy?: NotArisingPolicy;
    best?: RuleContext['best'];
    bestIncomplete?: boolean;
  } = {},
): Outcome & { explanation: () => Message[] } {
  const [parsed, given] = [rule(text), inputs(figures, more.labels ?? null)];
  const context: RuleContext = {
    maximum: exact(maximum),
    policy: more.policy ?? 'ask',
    decimals: 2,
    best: more.best ?? {},
    bestIncomplete: more.bestIncomplete ?? false,
  };
  return { ...evaluate(parsed, given, context), explanation: () => explainRule(parsed, given, context) };
}

/** Points at two decimals, or why there are none. */
export function points(...args: Parameters<typeof outcome>): string {
  const { points: exactPoints, why } = outcome(...args);
  return exactPoints === null ? why : toFixed(exactPoints, 2);
}
