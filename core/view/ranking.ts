/** The ranking as a list of bars: fractions, printed figures, ties, and units that are blocked. */
import { compare, divide, equals, isZero, sign, subtract, sum, toNumber, type Exact } from '../exact/exact.ts';
import type { IndexSet, Pillar } from '../framework/framework.ts';
import { say, type Language } from '../messages/index.ts';
import { bandNote } from '../score/band-notes.ts';
import { decimalsOf } from '../score/index.ts';
import { movedOf } from '../score/previous.ts';
import { hasNoData, type RankedUnit, type Scorecard } from '../score/scored.ts';
import { sortedByName } from '../workbook/order.ts';
import { foldLoose } from '../workbook/text.ts';
import { pageOf, printPlain, printPoints, viewWord, type Shown } from './outcome.ts';
import { at } from '../workbook/at.ts';

/** In which order units are listed: `up`, `down` by places won or lost, `lost` by points below the maximum, the most first. */
export const SORTS = ['rank', 'name', 'up', 'down', 'lost', 'missing'] as const;
export type Sort = (typeof SORTS)[number];

export interface RankingQuery {
  /** Position among the groups that are ranked. */
  group: number;
  sort: Sort;
  text: string;
  offset: number;
  limit: number;
  language: Language;
}

/** A piece of a unit's bar. `fraction` is of the full bar: the longest maximum in the group. */
export interface BarPiece {
  code: string;
  name: string;
  points: string;
  fraction: number;
}

export interface RankingItem {
  /** Index of the unit: what unitView is asked by. */
  unit: number;
  order: number;
  rank: number | null;
  name: string;
  code: string | null;
  status: Scorecard['status'];
  /** "606,27", the provisional points of a blocked unit, "—" where nothing was handed in. */
  points: string;
  maximum: string;
  share: string | null;
  band: string | null;
  /** Why it is no better one; "" where there is nothing to say. */
  bandNote: string;
  missing: number;
  /** Places won since the period before, below 0: lost; null where one of the two ranks is not there. */
  moved: number | null;
  /** Points below the maximum, to sort by; null where the unit has no points yet. */
  lost: number | null;
  /** Another unit has the same rank. */
  tied: boolean;
  /** Why a blocked unit has no rank; "" otherwise. */
  why: string;
  pieces: BarPiece[];
  /** Where the unit's own maximum lies on the full bar. */
  reach: number;
}

export interface RankingView {
  groups: { name: string; units: number; blocked: number }[];
  group: number;
  /** By what figure units are ranked. */
  by: 'points' | 'share';
  /** What all units of the group can reach; null where it differs. */
  maximum: string | null;
  /** The orders that tell units of this group apart. */
  sorts: Sort[];
  /** The one they are listed in. */
  sort: Sort;
  pillars: { code: string; name: string; maximum: string }[];
  /** Units that match the search. */
  total: number;
  offset: number;
  items: RankingItem[];
  /** "TẠM TÍNH – …" while a unit is blocked, else "". */
  provisional: string;
}

function counting(set: IndexSet): Pillar[] {
  return set.pillars.filter((pillar) => pillar.indicators.some((at) => set.indicators[at]?.role === 'points'));
}

/** @returns the part of the whole, 0 … 1, for a bar. */
export function fraction(part: Exact, whole: Exact): number {
  if (sign(whole) <= 0 || sign(part) <= 0) return 0;
  return Math.min(1, toNumber(divide(part, whole)));
}

/** @returns why a unit is blocked, in one line. */
export function blockedWhy(card: Scorecard, language: Language): string {
  if (card.status !== 'blocked') return '';
  const values = card.entries.filter((entry) => entry.state === 'blocked').length;
  const why = card.blockedBy.map((id) => viewWord(`blocked-${id}`, {}, language));
  if (values > 0) why.push(viewWord('blocked-values', { count: values }, language));
  return why.join(' ');
}

function rankingItem(
  shown: Shown,
  ranked: RankedUnit,
  set: IndexSet,
  full: Exact,
  ranks: Map<number, number>,
  language: Language,
): RankingItem {
  const { compared: assessment } = shown;
  const { card, rank, order } = ranked;
  const unit = at(assessment.units, card.unit);
  const decimals = decimalsOf(assessment, set);
  return {
    unit: card.unit,
    order,
    rank,
    name: unit.name,
    code: unit.code,
    status: card.status,
    points: hasNoData(card) ? '—' : printPoints(card.points ?? card.provisional, decimals, language),
    maximum: printPlain(card.maximum, language),
    share: card.share === null ? null : printPoints(card.share, decimals, language),
    band: card.band,
    bandNote: bandNote(card, language),
    missing: card.missing,
    moved: movedOf(rank, unit),
    lost: card.points === null ? null : toNumber(subtract(card.maximum, card.points)),
    tied: rank !== null && (ranks.get(rank) ?? 0) > 1,
    why: blockedWhy(card, language),
    pieces: counting(set).flatMap((pillar) => {
      const points = card.pillars[pillar.code];
      if (points === undefined || isZero(points)) return [];
      const printed = printPoints(points, decimals, language);
      return [{ code: pillar.code, name: pillar.name, points: printed, fraction: fraction(points, full) }];
    }),
    reach: fraction(card.maximum, full),
  };
}

/** By what figure an order goes, the largest first. */
const FIGURES: Partial<Record<Sort, (item: RankingItem) => number | null>> = {
  up: ({ moved }) => moved,
  down: ({ moved }) => moved && -moved,
  lost: ({ lost }) => lost,
  missing: ({ missing }) => missing,
};

/** @returns units in the order asked for; equal ones stay as they are ranked, those without the figure are last. */
function sorted(items: RankingItem[], sort: Sort): RankingItem[] {
  if (sort === 'name') return sortedByName(items);
  const figureOf = FIGURES[sort];
  if (figureOf === undefined) return items;
  const figure = (item: RankingItem): number => figureOf(item) ?? -Number.MAX_VALUE;
  return [...items].sort((x, y) => figure(y) - figure(x));
}

const NOTHING = {
  group: 0,
  by: 'points',
  maximum: null,
  sorts: [],
  sort: 'rank',
  pillars: [],
  total: 0,
  offset: 0,
  items: [],
  provisional: '',
} satisfies Partial<RankingView>;

/** One group's ranking, whole. */
function wholeRanking(shown: Shown, group: number, groups: RankingView['groups'], language: Language): RankingView {
  const { assessment, scored } = shown;
  const ranking = at(scored.rankings, group);
  const set = at(assessment.sets, at(assessment.groups, ranking.group).set);
  const ranks = new Map<number, number>();
  for (const { rank } of ranking.ranking) if (rank !== null) ranks.set(rank, (ranks.get(rank) ?? 0) + 1);
  const full = ranking.ranking.reduce<Exact>(
    (most, { card }) => (compare(card.maximum, most) > 0 ? card.maximum : most),
    sum([]),
  );
  const items = ranking.ranking.map((item) => rankingItem(shown, item, set, full, ranks, language));
  return {
    groups,
    group,
    by: assessment.settings.rankBy,
    maximum: ranking.ranking.every(({ card }) => equals(card.maximum, full)) ? printPlain(full, language) : null,
    sorts: SORTS.filter((sort) => FIGURES[sort] === undefined || items.some(FIGURES[sort])),
    sort: 'rank',
    pillars: counting(set).map((pillar) => ({
      code: pillar.code,
      name: pillar.name,
      maximum: printPlain(
        pillar.maximum ?? sum(pillar.indicators.flatMap((at) => set.indicators[at]?.maximum ?? [])),
        language,
      ),
    })),
    total: items.length,
    offset: 0,
    items,
    provisional:
      ranking.blocked === 0 ? '' : say({ id: 'sheet.provisional', args: { count: ranking.blocked } }, language),
  };
}

/** @returns the rankings of all groups, whole; one without items where nothing is ranked. */
export function rankingViews(shown: Shown, language: Language): RankingView[] {
  const { assessment, scored } = shown;
  const groups = scored.rankings.map((ranking) => ({
    name: assessment.groups[ranking.group]?.name ?? '',
    units: ranking.ranking.length,
    blocked: ranking.blocked,
  }));
  if (groups.length === 0) return [{ ...NOTHING, groups }];
  return groups.map((_, group) => wholeRanking(shown, group, groups, language));
}

/** @returns one page of a group's ranking; an unknown group gives the first, an order that tells nothing apart that of ranks. */
export function rankingPage(
  rankings: readonly RankingView[],
  { group, sort: asked, text, offset: from, limit }: Omit<RankingQuery, 'language'>,
): RankingView {
  const whole = rankings[group] ?? rankings[0]!;
  const sort = whole.sorts.includes(asked) ? asked : whole.sort;
  const folded = foldLoose(text.trim());
  const matches = whole.items.filter(
    ({ name, code }) => folded === '' || foldLoose(`${name} ${code ?? ''}`).includes(folded),
  );
  const { offset, page } = pageOf(sorted(matches, sort), from, limit);
  return { ...whole, sort, total: matches.length, offset, items: page };
}
