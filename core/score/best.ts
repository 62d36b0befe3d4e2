/** `a/cao nhất`, `Chỉ tiêu 80%: a/b`: the largest q of the ranking group, found before any entry is scored. */
import { compare, type Exact } from '../exact/exact.ts';
import { isRelative, relativeQuantities } from '../framework/rules/index.ts';
import type { Rule, RuleInputs } from '../framework/rules/rule.ts';
import type { Entry } from '../read/assessment.ts';
import { readInputs } from './inputs.ts';
import type { PreparedIndicator, UnitKeys } from './policy.ts';

/** Largest q by path of the rule against it; `incomplete` while a unit of the group lacks its own. */
export interface Best {
  best: Record<string, Exact | null>;
  incomplete: boolean;
}

const NONE: Best = { best: {}, incomplete: false };

function raise(found: Best, rule: Rule, inputs: RuleInputs, complete: boolean): void {
  const own = relativeQuantities(rule, inputs);
  for (const path of Object.keys(own)) {
    const q = own[path] ?? null;
    const before = found.best[path] ?? null;
    if (q === null) {
      found.best[path] = before;
      // All figures there and still no q: it does not arise, the unit lacks nothing.
      if (!complete) found.incomplete = true;
    } else if (before === null || compare(q, before) > 0) found.best[path] = q;
  }
}

/**
 * @param units the group's units, ranked or not
 * @param entryOf the unit's entry, null without one
 * @returns the best of the group for one indicator.
 */
export function bestOf(
  prepared: PreparedIndicator,
  units: { keys: UnitKeys; entryOf: (indicator: number) => Entry | null }[],
): Best {
  const rule = prepared.indicator.rule;
  if (rule === null || !isRelative(rule)) return NONE;
  const found: Best = { best: {}, incomplete: false };
  for (const unit of units) {
    if (!prepared.applies(unit.keys)) continue;
    const inputs = readInputs(prepared, unit.entryOf(prepared.indicator.index));
    raise(found, rule, inputs, inputs.complete);
  }
  return found;
}
