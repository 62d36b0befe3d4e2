/** Something over 0 where the sides of the quotient are more than two figures, `(a+b)/c`. */
import { isZero } from '../../exact/exact.ts';
import { quantitiesOf } from './needs.ts';
import { inputsOf, visit, work } from './quantity.ts';
import type { FigureName, Quantity, Rule, RuleInputs } from './rule.ts';

export type Quotient = Extract<Quantity, { op: '/' }>;

/** @returns the quotients that can have a divisor of 0; those of two plain figures are pairs, and checked as such. */
export function quotientsOf(rule: Rule): Quotient[] {
  const list: Quotient[] = [];
  for (const { quantity } of quantitiesOf(rule))
    visit(quantity, (node) => {
      if (node.op !== '/' || (node.left.op === 'input' && node.right.op === 'input')) return;
      if (inputsOf(node.right).length > 0) list.push(node);
    });
  return list;
}

/** @returns the first figure above the line of a quotient that has something over 0; null where none has. */
export function impossiblePart(quotients: readonly Quotient[], figures: RuleInputs['figures']): FigureName | null {
  const inputs = { figures, labels: null };
  for (const { left, right } of quotients) {
    const below = work(right, inputs);
    if (typeof below === 'string' || !isZero(below)) continue;
    const above = work(left, inputs);
    if (typeof above === 'string' || isZero(above)) continue;
    return [...inputsOf(left), ...inputsOf(right)][0]?.name ?? null;
  }
  return null;
}
