/** Something over 0 where the sides of the quotient are more than two figures, `(a+b)/c`. */
import { isZero } from '../../exact/exact.ts';
import { quantitiesOf } from './needs.ts';
import { inputsOf, visit, work } from './quantity.ts';
import type { FigureName, Quantity, Rule, RuleInputs } from './rule.ts';

type Quotient = Extract<Quantity, { op: '/' }>;

const FOUND = new WeakMap<Rule, Quotient[]>();

/** Quotients that can have a divisor of 0; those of two plain figures are pairs, and checked as such. */
function quotientsOf(rule: Rule): Quotient[] {
  let found = FOUND.get(rule);
  if (found === undefined) {
    const list: Quotient[] = [];
    for (const { quantity } of quantitiesOf(rule))
      visit(quantity, (node) => {
        if (node.op !== '/' || (node.left.op === 'input' && node.right.op === 'input')) return;
        if (inputsOf(node.right).length > 0) list.push(node);
      });
    FOUND.set(rule, (found = list));
  }
  return found;
}

/** @returns the first figure above the line of a quotient that has something over 0; null where none has. */
export function impossiblePart(rule: Rule, figuresOf: () => RuleInputs['figures']): FigureName | null {
  const quotients = quotientsOf(rule);
  if (quotients.length === 0) return null;
  const inputs = { figures: figuresOf(), labels: null };
  for (const node of quotients) {
    const right = work(node.right, inputs);
    if (typeof right === 'string' || !isZero(right)) continue;
    const left = work(node.left, inputs);
    if (typeof left === 'string' || isZero(left)) continue;
    return (inputsOf(node.left)[0] ?? inputsOf(node.right)[0])!.name;
  }
  return null;
}
