/** An index set with the look-ups that data tables need. */
import type { IndexSet } from '../../framework/framework.ts';
import { NO_NEEDS, needsOf } from '../../framework/rules/index.ts';
import type { RuleNeeds } from '../../framework/rules/rule.ts';

/** A set with the look-ups that entries need. */
export interface SetIndex {
  place: number;
  set: IndexSet;
  byCode: Map<string, number>;
  needs: RuleNeeds[];
}

/** @returns the look-ups of a set. Codes differ only in case from nobody else's, so case is folded. */
export function indexOfSet(set: IndexSet, place: number): SetIndex {
  const byCode = new Map(set.indicators.map((item) => [item.code.toUpperCase(), item.index]));
  return {
    place,
    set,
    byCode,
    needs: set.indicators.map((item) => (item.rule === null ? NO_NEEDS : needsOf(item.rule))),
  };
}

/** @returns the indicator of a code, as it stands or behind its group's; undefined where the set has none. */
export function indicatorFor(index: SetIndex, code: string, group: string): number | undefined {
  if (group === '') return index.byCode.get(code) ?? index.byCode.get(code.toUpperCase());
  const plain = code.toUpperCase();
  return index.byCode.get(`${group}.${plain}`.toUpperCase()) ?? index.byCode.get(plain);
}

/** @returns whether a code is a pillar's or of a row that sums its parts. */
export function isSumCode(set: IndexSet, code: string): boolean {
  return set.pillars.some((item) => item.code === code) || set.sums.some((item) => item.code === code);
}
