/** What of a ranking is public: the one place that decides it. What does not stand in a Publication cannot get into a public file. */
import { isZero, maxOf, subtract, toFixed, toPlain, ZERO, type Exact } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';
import type { Assessment, Settings } from '../read/assessment.ts';
import { decimalsOf } from '../score/index.ts';
import type { EntryScore, GroupRanking, RankedUnit, Scored } from '../score/scored.ts';
import { at } from '../workbook/at.ts';
import { pillarMaximum, countingPillars } from '../write/ranking.ts';
import { titleOf } from '../write/stamp.ts';

/** Figures are canonical decimal texts ("12.50"), null where there is none. */
export interface PublicEntry {
  code: string;
  name: string;
  maximum: string | null;
  points: string | null;
  /** Only where self points are published. */
  self?: string | null;
}

export interface PublicUnit {
  order: number;
  rank: number | null;
  name: string;
  code: string | null;
  status: 'ranked' | 'unranked' | 'blocked';
  points: string | null;
  maximum: string;
  share: string | null;
  band: string | null;
  /** Outside the pillars; null where the unit has none. */
  bonus: string | null;
  penalty: string | null;
  /** By pillar code. */
  pillars: ReadonlyMap<string, string>;
  entries: PublicEntry[];
}

export interface PublicPillar {
  code: string;
  name: string;
  maximum: string;
}

export interface PublicGroup {
  name: string;
  /** Index into Publication.sets. */
  set: number;
  pillars: PublicPillar[];
  tied: boolean;
  blocked: number;
  ranking: PublicUnit[];
}

export interface PublicIndicator {
  pillar: string;
  pillarName: string;
  code: string;
  name: string;
  maximum: string | null;
  rule: string;
  role: 'points' | 'bonus' | 'penalty' | 'information';
}

export interface PublicSet {
  id: string;
  title: string;
  total: string;
  decimals: number;
  basis: string;
  provenance: string;
  illustrative: boolean;
  indicators: PublicIndicator[];
}

export interface Publication {
  version: string;
  at: string;
  period: string | null;
  /** Units are still blocked: every page says so. */
  provisional: boolean;
  withSelf: boolean;
  method: Pick<Settings, 'rankBy' | 'rankBasis' | 'ties' | 'tieBreakers' | 'rounding'> & {
    bands: { label: string; from: string | null; inclusive: boolean }[];
  };
  sets: PublicSet[];
  groups: PublicGroup[];
}

/** How a publication is asked for. */
export interface PublicationOptions {
  version: string;
  at: string;
  withSelf: boolean;
}

/** Điểm trừ is shown without its sign, as on the sheet Xếp hạng. */
const absolute = (value: Exact): Exact => maxOf(value, subtract(ZERO, value));

function publicSet(assessment: Assessment, set: IndexSet, index: number): PublicSet {
  const pillarNames = new Map(set.pillars.map(({ code, name }) => [code, name]));
  return {
    id: set.id,
    title: titleOf(assessment, index),
    total: toPlain(set.total),
    decimals: decimalsOf(assessment, set),
    basis: assessment.settings.basis ?? set.basis,
    provenance: set.provenance,
    illustrative: set.illustrative,
    indicators: set.indicators.map(({ pillar, code, name, maximum, ruleText, role }) => ({
      pillar,
      pillarName: pillarNames.get(pillar) ?? '',
      code,
      name,
      maximum: maximum === null ? null : toPlain(maximum),
      rule: ruleText,
      role,
    })),
  };
}

function publicUnit(
  { order, rank, card }: RankedUnit,
  assessment: Assessment,
  set: IndexSet,
  withSelf: boolean,
): PublicUnit {
  const unit = at(assessment.units, card.unit);
  const decimals = decimalsOf(assessment, set);
  const points = (value: Exact | null): string | null => (value === null ? null : toFixed(value, decimals));
  // Of a blocked unit all figures are a draft: it stands there with its name alone.
  const draft = card.status === 'blocked';
  const entry = (score: EntryScore): PublicEntry => {
    const { code, name } = at(set.indicators, score.indicator);
    return {
      code,
      name,
      maximum: score.blockedBy === 'maximum' ? null : toPlain(score.maximum),
      points: points(score.official),
      ...(withSelf ? { self: points(score.self) } : {}),
    };
  };
  return {
    order,
    rank,
    name: unit.name,
    code: unit.code,
    status: card.status,
    points: draft ? null : points(card.points),
    maximum: toPlain(card.maximum),
    share: draft ? null : points(card.share),
    band: draft ? null : card.band,
    bonus: draft || isZero(card.bonus) ? null : points(card.bonus),
    penalty: draft || isZero(card.penalty) ? null : points(absolute(card.penalty)),
    pillars: new Map(
      draft ? [] : Object.entries(card.pillars).map(([code, value]) => [code, toFixed(value, decimals)]),
    ),
    entries: draft ? [] : card.entries.map(entry),
  };
}

function publicGroup(assessment: Assessment, own: GroupRanking, withSelf: boolean): PublicGroup {
  const group = at(assessment.groups, own.group);
  const set = at(assessment.sets, group.set);
  return {
    name: group.name,
    set: group.set,
    pillars: countingPillars(set).map((pillar) => ({
      code: pillar.code,
      name: pillar.name,
      maximum: toPlain(pillarMaximum(set, pillar)),
    })),
    tied: own.tied,
    blocked: own.blocked,
    ranking: own.ranking.map((ranked) => publicUnit(ranked, assessment, set, withSelf)),
  };
}

/** @returns what may be published of a run; findings, waivers, reasons, notes, evidence and cells are no part of it. */
export function publicationOf(
  assessment: Assessment,
  scored: Scored,
  { version, at: time, withSelf }: PublicationOptions,
): Publication {
  const { rankBy, rankBasis, ties, tieBreakers, rounding, bands } = assessment.settings;
  return {
    version,
    at: time,
    period: assessment.period ?? assessment.settings.period,
    provisional: scored.rankings.some(({ blocked }) => blocked > 0),
    withSelf,
    method: {
      rankBy,
      rankBasis,
      ties,
      tieBreakers,
      rounding,
      bands: bands.map(({ label, from, inclusive }) => ({
        label,
        from: from === null ? null : toPlain(from),
        inclusive,
      })),
    },
    sets: assessment.sets.map((set, index) => publicSet(assessment, set, index)),
    groups: scored.rankings.map((ranking) => publicGroup(assessment, ranking, withSelf)),
  };
}
