/** The findings as a list shows them: filtered, counted, in pages, with the way from one to the next. */
import type { Finding, Severity } from '../check/finding.ts';
import { checkName } from '../messages/check-names.ts';
import { say, type Language } from '../messages/index.ts';
import { foldLoose } from '../workbook/text.ts';
import { equalKey, repairOffer } from './alike.ts';
import { pageOf, placeOf, type Place } from './outcome.ts';

/** null = all. `waived` is asked for like a severity. */
export interface FindingsQuery {
  severity: Severity | 'waived' | null;
  sheet: string | null;
  unit: string | null;
  text: string;
  /** Equal findings are one item. */
  together?: boolean | undefined;
  /** Only the findings of this key, one by one. */
  equalTo?: string | undefined;
  offset: number;
  limit: number;
  language: Language;
}

export interface FindingItem {
  /** Position among all findings of the run: what repair and waive are asked by. */
  index: number;
  severity: Severity;
  check: string;
  /** Number and short name of the check, in the reader's language. */
  name: string;
  place: Place | null;
  unit: string;
  indicator: string;
  value: string;
  what: string;
  why: string;
  todo: string;
  repairable: boolean;
  /** How many equal findings, this one counted, one repair can mend: same check, same kind of repair, same judgment. */
  alike: number;
  waived: { by: string; reason: string } | null;
  /** What all equal findings share, in later runs as well. */
  key: string;
  /** How many findings of the list the item stands for, itself counted, and the first of their cells. */
  count: number;
  places: Place[];
}

/** Most cells of equal findings that are named. */
const NAMED = 8;

export interface FindingsView {
  /** Under the other filters; the severity itself is left out, so that each can be chosen. */
  counts: Record<Severity | 'waived', number>;
  /** How many items match all filters. */
  total: number;
  offset: number;
  items: FindingItem[];
  /** Sheets and units that have findings at all, in the workbook's and in first-found order. */
  sheets: { name: string; count: number }[];
  units: { name: string; count: number }[];
}

/** The part of an outcome that the list is made from; plain data. */
export interface FindingsSource {
  findings: readonly Finding[];
  assessment: { picture: { sheets: readonly { name: string }[] } };
}

const PARTS = ['what', 'why', 'todo'] as const;

function words(finding: Finding, part: (typeof PARTS)[number], language: Language): string {
  return say({ id: `${finding.message.id}.${part}`, args: finding.message.args }, language);
}

function sheetName({ assessment }: FindingsSource, finding: Finding): string {
  return finding.at === null ? '' : (assessment.picture.sheets[finding.at.sheet]?.name ?? '');
}

/** @returns what "severity" filters by: a waived finding is no error any more. */
function rank(finding: Finding): Severity | 'waived' {
  return finding.waived === null ? finding.severity : 'waived';
}

function matchesText(shown: FindingsSource, finding: Finding, folded: string, language: Language): boolean {
  const place = placeOf(shown.assessment, finding.at);
  const named = checkName(finding.id, language);
  const hay = [
    finding.id,
    named,
    finding.unit,
    finding.indicator,
    finding.value,
    place?.sheet ?? '',
    place?.cell ?? '',
  ];
  return foldLoose([...hay, ...PARTS.map((part) => words(finding, part, language))].join(' ')).includes(folded);
}

function tally(names: Iterable<string>): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

/** @returns positions among all findings of those that match, in the run's order; `counts` leave the severity out. */
function matching(
  shown: FindingsSource,
  query: Omit<FindingsQuery, 'offset' | 'limit'>,
): { matches: number[]; counts: FindingsView['counts'] } {
  const folded = foldLoose(query.text.trim());
  const counts = { error: 0, warning: 0, note: 0, waived: 0 };
  const matches: number[] = [];
  shown.findings.forEach((finding, index) => {
    if (query.unit !== null && finding.unit !== query.unit) return;
    if (query.sheet !== null && sheetName(shown, finding) !== query.sheet) return;
    if (folded !== '' && !matchesText(shown, finding, folded, query.language)) return;
    if (query.equalTo !== undefined && query.equalTo !== equalKey(finding)) return;
    const kind = rank(finding);
    counts[kind] += 1;
    if (query.severity === null || query.severity === kind) matches.push(index);
  });
  return { matches, counts };
}

/** @returns the positions as items: equal findings one after the other, or together where the first of them stands. */
function itemsOf({ findings }: FindingsSource, matches: readonly number[], together: boolean): number[][] {
  if (!together) return matches.map((index) => [index]);
  const groups = new Map<string, number[]>();
  for (const index of matches) {
    const key = equalKey(findings[index]!);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [index]);
    else members.push(index);
  }
  return [...groups.values()];
}

/** @param members equal findings that it stands for. @returns one finding with its words. */
export function findingItem(
  shown: FindingsSource,
  index: number,
  language: Language,
  members: readonly number[] = [index],
): FindingItem | null {
  const finding = shown.findings[index];
  if (finding === undefined) return null;
  return {
    index,
    severity: finding.severity,
    check: finding.id,
    name: checkName(finding.id, language),
    place: placeOf(shown.assessment, finding.at),
    unit: finding.unit,
    indicator: finding.indicator,
    value: finding.value,
    what: words(finding, 'what', language),
    why: words(finding, 'why', language),
    todo: words(finding, 'todo', language),
    ...repairOffer(shown.findings, index),
    waived: finding.waived === null ? null : { by: finding.waived.by, reason: finding.waived.reason },
    key: equalKey(finding),
    count: members.length,
    places: members
      .slice(0, NAMED)
      .flatMap((member) => placeOf(shown.assessment, shown.findings[member]?.at ?? null) ?? []),
  };
}

/** @returns one page of the findings that match, and what can be chosen to filter them. */
export function findingsView(shown: FindingsSource, query: FindingsQuery): FindingsView {
  const { matches, counts } = matching(shown, query);
  const items = itemsOf(shown, matches, query.together === true && query.equalTo === undefined);
  const { offset, page } = pageOf(items, query.offset, query.limit);
  return {
    counts,
    total: items.length,
    offset,
    items: page.map((members) => findingItem(shown, members[0]!, query.language, members)!),
    sheets: tally(shown.findings.map((finding) => sheetName(shown, finding))),
    units: tally(shown.findings.map((finding) => finding.unit)),
  };
}
