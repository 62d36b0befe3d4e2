/** Scoring: assessment → scorecards → rankings. Pure; the workbook's rows may stand in any order. */
import type { IndexSet } from '../framework/framework.ts';
import { at } from '../workbook/at.ts';
import {
  INPUT_COLUMNS,
  saysAnything,
  type Assessment,
  type Entry,
  type Readings,
  type Unit,
} from '../read/assessment.ts';
import { bestOf } from './best.ts';
import { blocksOf } from './blocks.ts';
import type { EntryContext } from './decision.ts';
import { IndicatorScorer } from './entry.ts';
import { prepare, unitKeys, type PreparedIndicator } from './policy.ts';
import { noDataIn } from './nothing.ts';
import { rankGroup } from './ranking.ts';
import type { GroupRanking, Scorecard, Scored, UnitBlock } from './scored.ts';
import { scorecard, type SumContext } from './sums.ts';
import { waiverIndex } from './waivers.ts';

export type * from './scored.ts';

/** Two rows of one unit and indicator (a form and a matrix, say) are one entry: the first that says something in a column counts. */
function merge(first: Entry, second: Entry): Entry {
  const readings: Readings = {};
  for (const column of INPUT_COLUMNS) {
    const there = first.readings[column];
    readings[column] = there === undefined || there.empty ? (second.readings[column] ?? there) : there;
  }
  const disputed = [...(first.disputed ?? []), ...(second.disputed ?? [])];
  const { unit, indicator, table, row, codeAt } = first;
  return { unit, indicator, table, row, codeAt, readings, ...(disputed.length > 0 ? { disputed } : {}) };
}

/** Entries by unit, then by indicator; those of another set's table belong to no indicator of the unit. */
function entriesByUnit(assessment: Assessment): (Entry | undefined)[][] {
  const setOf = assessment.units.map((unit) => assessment.groups[unit.group]?.set);
  const byUnit: (Entry | undefined)[][] = assessment.units.map(() => []);
  for (const entry of assessment.entries) {
    const own = byUnit[entry.unit];
    if (own === undefined) continue;
    const set = assessment.tables[entry.table]?.set ?? null;
    if (set !== null && set !== setOf[entry.unit]) continue;
    const before = own[entry.indicator];
    own[entry.indicator] = before === undefined ? entry : merge(before, entry);
  }
  return byUnit;
}

/** Whether any cell of the unit says anything. A listed unit that handed in an empty form has no data. */
function hasData(entries: (Entry | undefined)[]): boolean {
  return entries.some((entry) => {
    const readings = entry?.readings;
    return readings !== undefined && saysAnything(readings);
  });
}

/** @returns the decimals that a set's points are published at. */
export function decimalsOf(assessment: Assessment, set: IndexSet): number {
  return assessment.settings.decimals ?? set.decimals;
}

/** @returns scorecards of all units that belong to a group, and a ranking per group. */
export function score(assessment: Assessment): Scored {
  const { settings } = assessment;
  const waivers = waiverIndex(assessment);
  // Where no figure is there at all, no unit has earned a 0: neither a listed one nor one that only a blank form names.
  const silent = noDataIn(assessment) !== null;
  const byUnit = entriesByUnit(assessment);
  const blocks = blocksOf(assessment, waivers);
  const preparedSets = new Map<number, PreparedIndicator[]>();
  const cards: Scorecard[] = [];
  const rankings: GroupRanking[] = [];
  for (const group of assessment.groups) {
    const set = assessment.sets[group.set];
    if (set === undefined) continue;
    const prepared = preparedSets.get(group.set) ?? prepare(set, settings);
    preparedSets.set(group.set, prepared);
    const decimals = decimalsOf(assessment, set);
    const sums: SumContext = { set, settings, decimals };
    const context: EntryContext = {
      decimals,
      rounding: settings.rounding,
      sources: settings.sources,
      missing: settings.missing,
      waivers,
    };
    const units = group.units.map((index) => {
      const unit: Unit = at(assessment.units, index);
      const entries = at(byUnit, index);
      return {
        unit,
        entries,
        name: unit.name,
        keys: unitKeys(unit, group),
        entryOf: (i: number) => entries[i] ?? null,
      };
    });
    const scorers = prepared.map((item) => new IndicatorScorer(item, bestOf(item, units), context));
    const own = units.map((item) => {
      const scores = scorers.map((scorer, index) => scorer.score(item, item.entries[index] ?? null));
      const noData = (silent || item.unit.listedAt !== null) && !hasData(item.entries);
      const reasons: UnitBlock[] = [...(noData ? (['no-data'] as const) : []), ...(blocks[item.unit.index] ?? [])];
      return scorecard(item.unit, scores, reasons, sums);
    });
    cards.push(...own);
    rankings.push(rankGroup(assessment, group, own, sums));
  }
  return { cards, rankings };
}
