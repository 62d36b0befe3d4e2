/** Điểm cộng, Điểm thưởng, Điểm trừ: points outside Tổng điểm, as a column of a matrix or a row of a set. */
import { add, equals, ZERO, type Exact } from '../exact/exact.ts';
import type { IndexSet, Indicator } from '../framework/framework.ts';
import { clean, foldHeader } from '../workbook/text.ts';
import type { CellRef } from './assessment.ts';

const BONUS = /^(?:tong )?(?:diem (?:cong|thuong)|thuong diem|thuong)(?: (?:them|diem|khac|sang kien))?$/;
const PENALTY = /^(?:tong )?(?:diem (?:bi )?(?:tru|phat)|tru diem|tru)(?: (?:bot|di|khac|vi pham))?$/;

/** @returns whether a whole name says points that are added or taken away outside Tổng điểm. */
export function extraRole(name: string): 'bonus' | 'penalty' | null {
  const folded = foldHeader(name);
  if (BONUS.test(folded)) return 'bonus';
  return PENALTY.test(folded) ? 'penalty' : null;
}

/** @returns the code of a column that has none: "Điểm cộng" is Cộng. */
export function extraCode(name: string): string {
  const word = clean(name)
    .replace(/^(?:Tổng )?(?:điểm )?/iu, '')
    .split(/[\s(:]/)[0]!;
  return word === '' ? 'Cộng' : word[0]!.toUpperCase() + word.slice(1).toLowerCase();
}

/** What makes an indicator one of points outside Tổng điểm, entered within their own cap. */
export function asExtra(role: 'bonus' | 'penalty', cap: Exact | null): Pick<Indicator, 'role' | 'maximum' | 'rule'> {
  return { role, maximum: ZERO, rule: { kind: role, cap, rule: { kind: 'judged' } } };
}

/** @returns an indicator for a column that only its header tells. */
export function extraIndicator(name: string, code: string, cap: Exact | null, at: CellRef, index: number): Indicator {
  return {
    index,
    code,
    name,
    pillar: code,
    ruleText: '',
    ruleError: null,
    description: '',
    labels: {},
    notArising: null,
    evidenceRequired: false,
    appliesTo: { include: [], exclude: [] },
    basis: '',
    ...asExtra(extraRole(name) ?? 'bonus', cap),
    at: { code: at, name: at, maximum: null, rule: null, notArising: null, appliesTo: null },
  };
}

function isJudged({ rule, ruleText }: Indicator): boolean {
  return rule?.kind === 'judged' && ruleText === '';
}

function sumOf(indicators: readonly Indicator[]): Exact {
  return indicators.reduce(
    (sum, { maximum, role }) => (maximum === null || role !== 'points' ? sum : add(sum, maximum)),
    ZERO,
  );
}

/**
 * Rows named Điểm thưởng or Điểm trừ are outside Tổng điểm, unless the declared total holds them. All rows under a heading of that name
 * go with it. `headings`: the group row above each code.
 */
export function settleExtras(set: IndexSet, headings: ReadonlyMap<string, string>): void {
  const pillars = new Map(set.pillars.map(({ code, name }) => [code, name]));
  const roleOf = (item: Indicator): 'bonus' | 'penalty' | null =>
    isJudged(item)
      ? (extraRole(item.name) ?? extraRole(pillars.get(item.pillar) ?? '') ?? extraRole(headings.get(item.code) ?? ''))
      : null;
  const inside = equals(sumOf(set.indicators), set.total);
  for (const item of set.indicators) {
    const role = roleOf(item);
    if (role === null || item.maximum === null || (role === 'bonus' && inside)) continue;
    Object.assign(item, asExtra(role, item.maximum));
  }
}
