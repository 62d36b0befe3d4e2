/** Điểm cộng, Điểm thưởng, Điểm trừ: points outside Tổng điểm, as a column of a matrix or a row of a set. */
import { add, equals, ZERO, type Exact } from '../../exact/exact.ts';
import type { IndexSet, Indicator } from '../../framework/framework.ts';
import { clean, foldHeader, foldLoose, foldName } from '../../workbook/text.ts';
import type { CellRef } from '../assessment.ts';

const BONUS = /^(?:tong )?(?:diem (?:cong|thuong)|thuong diem|thuong)(?: (?:them|diem|khac|sang kien))?$/;
const PENALTY = /^(?:tong )?(?:diem (?:bi )?(?:tru|phat)|tru diem|tru)(?: (?:bot|di|khac|vi pham))?$/;

/** What may stand before the words, and why points are given or taken behind them. */
const LEAD =
  '(?:(?:tổng|số|các|những|phần|mục|nhóm|khoản|nội dung|tiêu chí|chỉ tiêu|chỉ số|trường hợp|hành vi|yếu tố|lỗi|vi phạm|quy định|về|bị|được) )*';
const WHY = '(?: điểm)?(?: (?:do|vì|khi|nếu|cho|khác|đối với|theo)|$)';
const TAKES = `điểm (?:bị )?(?:(?:giảm |khấu )?trừ|phạt)|(?:giảm |khấu )?trừ (?:\\d+ )?điểm|(?:điểm )?(?:(?:giảm |khấu )trừ|trừ|phạt)${WHY}|điểm giảm${WHY}|phạt điểm`;
const GIVES = `điểm (?:được )?(?:cộng|thưởng)|thưởng (?:thêm )?điểm|cộng (?:thêm )?(?:\\d+ )?điểm (?:thưởng|cho|do|vì|khi|nếu|sáng kiến|thành tích|khuyến khích|ưu tiên)|(?:nội dung|tiêu chí|trường hợp|phần|mục|được) cộng điểm|cộng thêm|thưởng${WHY}`;
const spelt = (words: string): RegExp => new RegExp(`^${foldName(LEAD)}(?:${foldName(words)})(?![\\p{L}\\d])`, 'u');
const bare = (words: string): RegExp => new RegExp(`^${foldLoose(LEAD)}(?:${foldLoose(words)})(?![a-z\\d])`);
const SPELT = { bonus: spelt(GIVES), penalty: spelt(TAKES), plain: bare(TAKES) };
const NUMBERED = /^(?:[\divxlc.]{1,8}|[a-z])[.)/:-] *|^[-–+*•] */;
/** "Nộp báo cáo chậm (trừ điểm)". */
const REMARKED = new RegExp(`(?:[([]|[-–:] )(${foldName('(?:bị )?trừ điểm|điểm trừ')})[)\\]]?$`);

/** "Điểm cộng, trừ" over columns of both: only their own words say which. */
const BOTH =
  /^(?:cac |phan |so )?(?:diem )?(?:cong|thuong)(?: diem)? ?(?:,|\/|va|hoac|-|–|&|\+) ?(?:diem )?(?:tru|phat)(?: diem)?(?= |$)/;

/** @returns whether a header says both points that are added and such that are taken away. */
export function saysBoth(text: string): boolean {
  return text.length < 300 && BOTH.test(foldHeader(text));
}

/** @returns whether a name says points that are added or taken away outside Tổng điểm. Diacritics count: "Điểm công khai", "Trụ sở". */
export function extraRole(name: string): 'bonus' | 'penalty' | null {
  if (name.length > 300) return null;
  const folded = foldHeader(name);
  if (BONUS.test(folded)) return 'bonus';
  const both = BOTH.exec(folded)?.[0];
  if (both !== undefined) return both === folded ? 'bonus' : null;
  if (PENALTY.test(folded)) return 'penalty';
  const lower = foldName(name).replace(NUMBERED, '');
  if (SPELT.penalty.test(lower) || REMARKED.test(lower) || (foldLoose(lower) === lower && SPELT.plain.test(lower)))
    return 'penalty';
  return SPELT.bonus.test(lower) ? 'bonus' : null;
}

/** @returns the code of a column that has none: "Điểm cộng" is Cộng, the next of that word Cộng 2. */
export function extraCode(name: string, taken: { has: (code: string) => boolean }): string {
  const [word = ''] = clean(name)
    .replace(/^(?:Tổng )?(?:điểm )?/iu, '')
    .split(/[\s(:]/);
  const code = word === '' ? 'Cộng' : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  for (let number = 1; ; number += 1) {
    const own = number === 1 ? code : `${code} ${number}`;
    if (!taken.has(own)) return own;
  }
}

/** What makes an indicator one of points outside Tổng điểm, entered within their own cap. */
export function asExtra(role: 'bonus' | 'penalty', cap: Exact | null): Pick<Indicator, 'role' | 'maximum' | 'rule'> {
  return { role, maximum: ZERO, rule: { kind: role, cap, rule: { kind: 'judged' } } };
}

/** @returns the heads of a matrix without codes that are extra points; a sum of others of its kind is none. */
export function extrasAmong<T extends { text: string; code: string | null }>(heads: readonly T[]): T[] {
  const extras = heads.filter(({ code, text }) => code === null && extraRole(text) !== null);
  const isSum = ({ text }: T): boolean => foldHeader(text).startsWith('tong ');
  return extras.filter(
    (head) => !isSum(head) || !extras.some((other) => !isSum(other) && extraRole(other.text) === extraRole(head.text)),
  );
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

function sumOf(indicators: readonly Indicator[]): Exact {
  return indicators.reduce(
    (sum, { maximum, role }) => (maximum === null || role !== 'points' ? sum : add(sum, maximum)),
    ZERO,
  );
}

/**
 * Rows named Điểm thưởng or Điểm trừ are outside Tổng điểm, unless the declared total holds them. All rows under a heading of that name
 * go with it. `headings`: the group row above each code.
 * @returns the set with its indicators so.
 */
export function settleExtras(set: IndexSet, headings: ReadonlyMap<string, string> = new Map()): IndexSet {
  const pillars = new Map(set.pillars.map(({ code, name }) => [code, name]));
  // Chấm điểm says who gives points; to add those of a penalty nobody means.
  const roleOf = ({ rule, ruleText, name, pillar, code }: Indicator): 'bonus' | 'penalty' | null => {
    if (rule?.kind !== 'judged') return null;
    const role = extraRole(name) ?? extraRole(pillars.get(pillar) ?? '') ?? extraRole(headings.get(code) ?? '');
    return ruleText === '' || role === 'penalty' ? role : null;
  };
  // A bonus column of a matrix, too, is inside where the total needs it.
  const asPoints = (item: Indicator): Indicator =>
    item.ruleText === '' && item.rule?.kind === 'bonus' && item.rule.cap !== null
      ? { ...item, role: 'points', maximum: item.rule.cap, rule: { kind: 'judged' } }
      : item;
  const held = set.indicators.map(asPoints);
  const isHeld = !equals(sumOf(set.indicators), set.total) && equals(sumOf(held), set.total);
  const indicators = isHeld ? held : set.indicators;
  const inside = equals(sumOf(indicators), set.total);
  return {
    ...set,
    indicators: indicators.map((item) => {
      const role = roleOf(item);
      if (role === null || item.maximum === null || (role === 'bonus' && inside)) return item;
      return { ...item, ...asExtra(role, item.maximum) };
    }),
  };
}
