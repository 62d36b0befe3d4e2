/** What of the index sets was changed: indicators, maxima, rules, names, policies, to whom they apply. */
import { equals, type Exact } from '../exact/exact.ts';
import type { Indicator, IndexSet } from '../framework/framework.ts';
import { printRule } from '../framework/rules/index.ts';
import type { Assessment } from '../read/assessment.ts';
import { clean, foldName } from '../workbook/text.ts';
import type { SetChange } from './comparison.ts';

type Change = SetChange['change'];

/** What an indicator and a main indicator have in common. */
interface Row {
  code: string;
  name: string;
  maximum: Exact | null;
  indicator: Indicator | null;
}

/** The set's main indicators that are not scored themselves, each before its components; of a code that stands twice the first. */
function rowsOf(set: IndexSet): Map<string, Row> {
  const rows = new Map<string, Row>();
  const put = (row: Row): void => void (rows.has(row.code) || rows.set(row.code, row));
  const scored = new Set(set.indicators.map(({ code }) => code));
  for (const { code, name, maximum, indicators } of set.pillars) {
    if (!scored.has(code)) put({ code, name: clean(name), maximum, indicator: null });
    for (const index of indicators) {
      const indicator = set.indicators[index];
      if (indicator !== undefined) put(rowOf(indicator));
    }
  }
  for (const indicator of set.indicators) put(rowOf(indicator));
  return rows;
}

function rowOf(indicator: Indicator): Row {
  const { code, name, maximum } = indicator;
  return { code, name: clean(name), maximum, indicator };
}

const same = (one: Exact | null, other: Exact | null): boolean =>
  one === null || other === null ? one === other : equals(one, other);

function ruleText({ rule, ruleText: text }: Indicator): string | null {
  return text === '' ? rule && printRule(rule) : clean(text);
}

/** Two texts of one rule are no change; what can't be read is compared as it is written. */
function sameRule(one: Indicator, other: Indicator): boolean {
  if (one.rule !== null && other.rule !== null) return printRule(one.rule) === printRule(other.rule);
  return one.rule === other.rule && clean(one.ruleText) === clean(other.ruleText);
}

function appliesText({ appliesTo: { include, exclude } }: Indicator): string | null {
  return [...include, ...exclude.map((name) => `trừ ${name}`)].join('; ') || null;
}

function changesOf(was: Row, is: Row): Change[] {
  const found: Change[] = [];
  const [one, other] = [was.indicator, is.indicator];
  const named = one !== null && other !== null;
  // A main indicator without a row of its own has neither name nor maximum to be changed.
  if (named ? !same(was.maximum, is.maximum) : was.maximum && is.maximum && !equals(was.maximum, is.maximum))
    found.push({ what: 'maximum', old: was.maximum, new: is.maximum });
  if (named && !sameRule(one, other)) found.push({ what: 'rule', old: ruleText(one), new: ruleText(other) });
  if (named && one.notArising !== other.notArising)
    found.push({ what: 'policy', old: one.notArising, new: other.notArising });
  if (named) {
    const [before, after] = [appliesText(one), appliesText(other)];
    if (foldName(before ?? '') !== foldName(after ?? '')) found.push({ what: 'applies', old: before, new: after });
  }
  if (foldName(was.name) !== foldName(is.name) && (named || (was.name !== '' && is.name !== '')))
    found.push({ what: 'name', old: was.name || null, new: is.name || null });
  return found;
}

function compareTwo(old: IndexSet | undefined, now: IndexSet | undefined, title: string | null): SetChange[] {
  const before = old === undefined ? new Map<string, Row>() : rowsOf(old);
  const after = now === undefined ? new Map<string, Row>() : rowsOf(now);
  const found: SetChange[] = [];
  for (const [code, row] of after) {
    const was = before.get(code);
    const changes: Change[] =
      was === undefined ? [{ what: 'added', old: null, new: row.name || null }] : changesOf(was, row);
    // A main indicator alone that nobody wrote is no news.
    if (was === undefined && row.indicator === null && row.name === '') continue;
    for (const change of changes) found.push({ code, title, change });
  }
  for (const [code, row] of before) {
    if (after.has(code) || (row.indicator === null && row.name === '')) continue;
    found.push({ code, title, change: { what: 'removed', old: row.name || null, new: null } });
  }
  return found;
}

/** The sets by which units are ranked, in the order of their groups. */
function setsOf({ groups, sets }: Assessment): IndexSet[] {
  return [...new Set(groups.map(({ set }) => set))].flatMap((index) => sets[index] ?? []);
}

/** @returns which old set each new one goes with: that with most codes in common, each once; those left over go with none. */
function pairSets(old: Assessment, now: Assessment): [IndexSet | undefined, IndexSet | undefined][] {
  const [olds, news] = [setsOf(old), setsOf(now)];
  if (olds.length === 1 && news.length === 1) return [[olds[0], news[0]]];
  const candidates = news.flatMap((after) => {
    const codes = new Set(after.indicators.map(({ code }) => code));
    return olds.map((before) => ({
      before,
      after,
      common: before.indicators.filter(({ code }) => codes.has(code)).length,
    }));
  });
  const partner = new Map<IndexSet, IndexSet>();
  for (const { before, after, common } of candidates.sort((x, y) => y.common - x.common))
    if (common > 0 && !partner.has(after) && ![...partner.values()].includes(before)) partner.set(after, before);
  const left = olds.filter((set) => ![...partner.values()].includes(set));
  return [
    ...news.map((set): [IndexSet | undefined, IndexSet] => [partner.get(set), set]),
    ...left.map((set): [IndexSet, undefined] => [set, undefined]),
  ];
}

/** @returns what of the sets by which units are ranked was changed. */
export function compareSets(old: Assessment, now: Assessment): SetChange[] {
  const pairs = pairSets(old, now);
  return pairs.flatMap(([before, after]) => {
    const title = after?.title ?? before?.title ?? '';
    return compareTwo(before, after, pairs.length > 1 ? title : null);
  });
}
