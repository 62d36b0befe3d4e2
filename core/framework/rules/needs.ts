/** What a rule needs from a unit's report. */
import type { Exact } from '../../exact/exact.ts';
import type { FigureName, Indicator } from '../framework.ts';
import { walk } from './kinds.ts';
import { labelled } from './match.ts';
import { inputsOf, visit } from './quantity.ts';
import type { Quantity, Rule, RuleNeeds } from './rule.ts';

const ORDER: FigureName[] = ['a', 'b', 'c', 'd'];

/** @returns every quantity in the rule with the kind of rule it stands in. */
export function quantitiesOf(rule: Rule): { kind: Rule['kind']; quantity: Quantity }[] {
  const found: { kind: Rule['kind']; quantity: Quantity }[] = [];
  walk(rule, (part) => {
    if ('quantity' in part) found.push({ kind: part.kind, quantity: part.quantity });
  });
  return found;
}

/** What a rule that nobody can read needs, as far as is known. */
export const NO_NEEDS: RuleNeeds = {
  figures: [],
  choice: null,
  labels: [],
  pairs: [],
  rates: [],
  counts: [],
};

/** @returns figures, labels, quotients, rates and counts that the rule uses. */
export function needsOf(rule: Rule): RuleNeeds {
  const figures = new Set<FigureName>();
  const rates = new Set<FigureName>();
  const counts = new Set<FigureName>();
  const pairs: RuleNeeds['pairs'] = [];
  for (const { kind, quantity } of quantitiesOf(rule)) {
    for (const { name, rate } of inputsOf(quantity)) {
      figures.add(name);
      if (rate) rates.add(name);
      else if (kind === 'count' || kind === 'deduction') counts.add(name);
    }
    visit(quantity, (node) => {
      if (node.op !== '/' || node.left.op !== 'input' || node.right.op !== 'input') return;
      const pair = { part: node.left.name, whole: node.right.name, target: node.target };
      if (
        !pairs.some((other) => other.part === pair.part && other.whole === pair.whole && other.target === pair.target)
      )
        pairs.push(pair);
    });
  }
  const choices = labelled(rule);
  const labels = choices.flatMap((one) =>
    one.kind === 'yes-no' ? ['Có', 'Không'] : one.options.map(({ label }) => label),
  );
  const listed = (names: Set<FigureName>): FigureName[] => ORDER.filter((name) => names.has(name));
  return {
    figures: listed(figures),
    choice: choices.length > 1 ? 'parts' : (choices[0]?.kind ?? null),
    labels: labels.filter((label, at) => labels.indexOf(label) === at),
    pairs,
    rates: listed(rates),
    counts: listed(counts),
  };
}

/** @returns the figures that something is divided by, in the order of the rule. */
export function divisorsOf(rule: Rule): FigureName[] {
  const found = new Set<FigureName>();
  for (const { quantity } of quantitiesOf(rule))
    visit(quantity, (node) => {
      if (node.op === '/') for (const { name } of inputsOf(node.right)) found.add(name);
    });
  return [...found];
}

/** @returns the most points that can be entered: the maximum, or the cap of a bonus or penalty; null = no upper end, or unreadable. */
export function ceilingOf(rule: Rule | null, maximum: Exact | null): Exact | null {
  return rule !== null && (rule.kind === 'bonus' || rule.kind === 'penalty') ? rule.cap : maximum;
}

/** @returns where the indicator's points go. */
export function roleOf(rule: Rule): Indicator['role'] {
  return rule.kind === 'bonus' || rule.kind === 'penalty' || rule.kind === 'information' ? rule.kind : 'points';
}
