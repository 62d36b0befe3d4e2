/** The result as JSON (docs/contract.md#json): what the headless command prints and tests compare. */
import { roundHalfUp, toNumber, type Exact } from '../exact/exact.ts';
import type { Finding } from '../check/finding.ts';
import { say, type Language, type Message } from '../messages/index.ts';
import type { Assessment, CellRef, Recognised } from '../read/assessment.ts';
import { bandNote } from '../score/band-notes.ts';
import { decimalsOf } from '../score/index.ts';
import type { EntryScore, RankedUnit, Scored } from '../score/scored.ts';
import { quoteSheet, toA1 } from '../workbook/address.ts';
import { at } from '../workbook/at.ts';

/** One unit × indicator. Points at the set's decimals; absent = null. */
export interface ResultEntry {
  self: number | null;
  calculated: number | null;
  verified: number | null;
  official: number | null;
  maximum: number | null;
  source: string | null;
  explanation: string;
}

/** One unit of a ranking. */
export interface ResultUnit {
  order: number;
  rank: number | null;
  unit: string;
  unitCode: string | null;
  status: string;
  points: number | null;
  provisional: number;
  maximum: number;
  share: number | null;
  band: string | null;
  /** Why it is no better one; absent where there is nothing to say. */
  bandNote?: string;
  missing: number;
  pillars: Record<string, number>;
  entries: Record<string, ResultEntry>;
}

/** One finding, with its words. */
export interface ResultFinding {
  id: string;
  severity: string;
  sheet: string | null;
  cell: string | null;
  unit: string | null;
  indicator: string | null;
  value: string | null;
  message: string;
  waived: { by: string; reason: string } | null;
}

/** A table as it was recognised. */
export interface ResultTable {
  kind: string;
  sheet: string;
  area: string;
  set: string | null;
  units: number;
  indicators: number;
  columns: Record<string, string>;
  unread: string[];
  skipped: string | null;
}

/** The whole result. */
export interface ResultJson {
  version: string;
  set: { id: string; title: string; total: number; decimals: number } | null;
  period: string | null;
  groups: { name: string; ranking: ResultUnit[] }[];
  findings: ResultFinding[];
  notRun: { id: string; why: string }[];
  recognised: ResultTable[];
}

interface ResultInput {
  assessment: Assessment;
  scored: Scored;
  language: Language;
  /** By sheet its name as it stands before an address. */
  sheets: readonly string[];
}

function inputOf(assessment: Assessment, scored: Scored, language: Language): ResultInput {
  return { assessment, scored, language, sheets: assessment.picture.sheets.map(({ name }) => quoteSheet(name)) };
}

/** Findings as checking gives them, and the product's version. */
interface Checked {
  findings: readonly Finding[];
  notRun: readonly { id: string; why: Message }[];
  version: string;
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** @returns a finding's words in one line: what is wrong, why, what to do. */
export function findingText(message: Finding['message'], language: Language): string {
  return (['what', 'why', 'todo'] as const)
    .map((part) => say({ id: `${message.id}.${part}`, args: message.args }, language))
    .filter((words) => words !== '')
    .join(' ');
}

/** @returns an entry's explanation in one line. */
export function explanationText(entry: EntryScore, language: Language): string {
  return entry
    .explanation()
    .map((message) => say(message, language))
    .join('; ');
}

function reference({ sheets }: ResultInput, at: CellRef | null): string | null {
  const sheet = at === null ? undefined : sheets[at.sheet];
  return at === null || sheet === undefined ? null : `${sheet}!${toA1(at.row, at.column)}`;
}

function resultUnit(item: RankedUnit, input: ResultInput, set: Assessment['sets'][number]): ResultUnit {
  const { assessment, language } = input;
  const { card } = item;
  const unit = at(assessment.units, card.unit);
  const decimals = decimalsOf(assessment, set);
  const number = (value: Exact): number => toNumber(roundHalfUp(value, decimals));
  const maybe = (value: Exact | null): number | null => (value === null ? null : number(value));
  // A code is a person's own word: __proto__ and constructor are codes like any other.
  const pillars = Object.create(null) as Record<string, number>;
  for (const [code, points] of Object.entries(card.pillars)) pillars[code] = number(points);
  const entries = Object.create(null) as Record<string, ResultEntry>;
  for (const entry of card.entries) {
    const indicator = at(set.indicators, entry.indicator);
    // A code that stands twice in the set is an error of its own; the first one keeps it.
    if (Object.prototype.hasOwnProperty.call(entries, indicator.code)) continue;
    entries[indicator.code] = {
      self: maybe(entry.self),
      calculated: maybe(entry.calculated),
      verified: maybe(entry.verified),
      official: maybe(entry.official),
      maximum: entry.blockedBy === 'maximum' ? null : number(entry.maximum),
      source: reference(input, entry.source),
      explanation: explanationText(entry, language),
    };
  }
  return {
    order: item.order,
    rank: item.rank,
    unit: unit.name,
    unitCode: unit.code,
    status: card.status,
    points: maybe(card.points),
    provisional: number(card.provisional),
    maximum: number(card.maximum),
    share: maybe(card.share),
    band: card.band,
    ...(card.bandNotes === undefined ? {} : { bandNote: bandNote(card, language) }),
    missing: card.missing,
    pillars,
    entries,
  };
}

function resultFinding(finding: Finding, input: ResultInput): ResultFinding {
  const { at } = finding;
  return {
    id: finding.id,
    severity: finding.severity,
    sheet: at === null ? null : (input.assessment.picture.sheets[at.sheet]?.name ?? null),
    cell: at === null ? null : toA1(at.row, at.column),
    unit: orNull(finding.unit),
    indicator: orNull(finding.indicator),
    value: orNull(finding.value),
    message: findingText(finding.message, input.language),
    waived: finding.waived === null ? null : { by: finding.waived.by, reason: finding.waived.reason },
  };
}

function resultTable(item: Recognised, assessment: Assessment): ResultTable {
  const cell = ({ row, column }: CellRef): string => toA1(row, column);
  const { top, left, bottom, right } = item.area;
  const columns: Record<string, string> = {};
  for (const [role, header] of Object.entries(item.columns)) columns[role] = cell(header);
  return {
    ...item,
    sheet: assessment.picture.sheets[item.sheet]?.name ?? '',
    area: `${toA1(top, left)}:${toA1(bottom, right)}`,
    columns,
    unread: item.unread.map(cell),
  };
}

function resultHead(
  { assessment, scored }: ResultInput,
  version: string,
): Pick<ResultJson, 'version' | 'set' | 'period'> {
  const [top] = scored.rankings;
  const first = assessment.sets[top === undefined ? 0 : at(assessment.groups, top.group).set];
  return {
    version,
    set:
      first === undefined
        ? null
        : {
            id: first.id,
            title: assessment.settings.setTitle ?? first.title,
            total: toNumber(first.total),
            decimals: decimalsOf(assessment, first),
          },
    period: assessment.period,
  };
}

/** The groups; the units of each are made one by one. */
function* resultGroups(input: ResultInput): Generator<{ name: string; units: Generator<ResultUnit> }> {
  const { assessment, scored } = input;
  function* unitsOf(ranking: Scored['rankings'][number], set: Assessment['sets'][number]): Generator<ResultUnit> {
    for (const item of ranking.ranking) yield resultUnit(item, input, set);
  }
  for (const ranking of scored.rankings) {
    const group = at(assessment.groups, ranking.group);
    yield { name: group.name, units: unitsOf(ranking, at(assessment.sets, group.set)) };
  }
}

function resultTail(
  { assessment, language }: ResultInput,
  notRun: Checked['notRun'],
): Pick<ResultJson, 'notRun' | 'recognised'> {
  return {
    notRun: notRun.map(({ id, why }) => ({ id, why: say(why, language) })),
    recognised: assessment.recognised.map((item) => resultTable(item, assessment)),
  };
}

/** @returns the JSON of docs/contract.md#json. */
export function resultJson(
  assessment: Assessment,
  scored: Scored,
  findings: Finding[],
  notRun: { id: string; why: Message }[],
  version: string,
  language: Language,
): ResultJson {
  const input = inputOf(assessment, scored, language);
  return {
    ...resultHead(input, version),
    groups: Array.from(resultGroups(input), ({ name, units }) => ({ name, ranking: [...units] })),
    findings: findings.map((finding) => resultFinding(finding, input)),
    ...resultTail(input, notRun),
  };
}

/** @returns the findings of that JSON alone. */
export function resultFindings(
  assessment: Assessment,
  scored: Scored,
  findings: readonly Finding[],
  language: Language,
): ResultFinding[] {
  const input = inputOf(assessment, scored, language);
  return findings.map((finding) => resultFinding(finding, input));
}

/** @returns the text of that JSON, piece by piece: that of a country is never there as a whole. */
export function* resultText(
  assessment: Assessment,
  scored: Scored,
  { findings, notRun, version }: Checked,
  language: Language,
): Generator<string> {
  const input = inputOf(assessment, scored, language);
  yield `${JSON.stringify(resultHead(input, version)).slice(0, -1)},"groups":[`;
  let between = '';
  for (const { name, units } of resultGroups(input)) {
    yield `${between}{"name":${JSON.stringify(name)},"ranking":[`;
    between = '';
    for (const unit of units) {
      yield between + JSON.stringify(unit);
      between = ',';
    }
    yield ']}';
    between = ',';
  }
  yield '],"findings":[';
  between = '';
  for (const finding of findings) {
    yield between + JSON.stringify(resultFinding(finding, input));
    between = ',';
  }
  yield `],${JSON.stringify(resultTail(input, notRun)).slice(1)}`;
}
