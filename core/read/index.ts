/** read: a picture of a workbook → what it says. One pass; every value keeps its cell, and what fits nowhere is a remark. */
import type { IndexSet } from '../framework/framework.ts';
import type { Language } from '../messages/message.ts';
import type { Picture } from '../workbook/picture.ts';
import type { Assessment } from './assessment.ts';
import { columnRemarks } from './entries/columns.ts';
import { entriesOf } from './entries/of-tables.ts';
import { inputAreas } from './mark.ts';
import { recognised } from './recognised.ts';
import { settleBandConditions } from './sets/band-conditions.ts';
import { chooseSets, withoutSets } from './sets/choice.ts';
import { settleSet, type Settled } from './sets/of-tables.ts';
import { indexOfSet } from './sets/set-index.ts';
import { settleTieBreakers } from './sets/tie-breakers.ts';
import { settingsOf } from './settings/written.ts';
import { periodsIn } from './tables/dated.ts';
import { plainTable, type FoundTable } from './tables/found-table.ts';
import { latestNamed } from './tables/other-period.ts';
import { settleColumns } from './tables/settled.ts';
import { findTables } from './tables/tables.ts';
import { givesGroups } from './tables/unit-groups.ts';
import { strays, unreadSheets } from './unread/sheets.ts';
import { strangersIn } from './units/applies-to.ts';
import { ownersOfAll } from './units/owned.ts';
import { groupUnits, unitsListed } from './units/units.ts';
import { groupless, unnamedForms } from './units/unsure.ts';
import { readWaivers } from './waivers/waivers.ts';

export interface ReadOptions {
  language: Language;
  /** Goes before the settings' Kỳ báo cáo. */
  period?: string | null;
  /** A built-in set or a file's: goes before sets in the workbook. */
  set?: IndexSet | null;
}

/** Without a unit list the groups are those of the tables that tell them: these are read first, and the others find their units there. */
function inOrder(tables: readonly FoundTable[], listed: boolean): FoundTable[] {
  const tells = (table: FoundTable): boolean =>
    !listed && (table.kind === 'matrix' || table.kind === 'long') && givesGroups(table);
  return [...tables.filter(tells), ...tables.filter((table) => !tells(table))];
}

/** The tables as they were settled, in the order in which they stand. */
function inPlace(settled: readonly Settled[]): FoundTable[] {
  return settled.map(({ table }) => table).sort((one, other) => one.index - other.index);
}

/**
 * @param picture the whole workbook; our own output in it is skipped.
 * @returns the assessment: sets, groups, units, entries, remarks. Without an index set `sets` and `groups` are empty.
 */
export function read(picture: Picture, options: ReadOptions): Assessment {
  const found = findTables(picture);
  // Remembered for the mark of this picture: recognising tables twice costs.
  inputAreas(picture, found);
  const written = settingsOf(found);

  const chosen = chooseSets(found.tables, written.settings, options.set ?? null);
  const { sets } = chosen.choice;
  const hasSets = sets.length > 0;
  const { settings: ranked, remarks: ofTieBreakers } = settleTieBreakers(written.settings, sets);
  const { settings, remarks: ofConditions } = settleBandConditions(ranked, sets);

  const claimed = settleColumns(chosen.tables, settings);
  const units = unitsListed(claimed.tables);
  const periods = periodsIn(claimed.tables);
  periods.choose(options.period ?? settings.period);
  const counted = periods.text ?? latestNamed(claimed.tables);
  const choices = { choice: chosen.choice, indexes: sets.map(indexOfSet), periods, counted };
  const settled = inOrder(claimed.tables, units.listed).map((table) => settleSet(table, choices));
  const tables = inPlace(settled);

  const { owners, setOfUnit } = ownersOfAll(settled, { tables, units, periods });
  const entries = entriesOf(
    settled.map(({ ofCodes, table }, place) => ({
      owned: owners[place]?.owned ?? null,
      ofCodes,
      own: chosen.choice.own.has(table.index),
    })),
    settings,
  );

  const waiting = [...claimed.ofTables, ...settled.flatMap(({ ofTable }) => ofTable)];
  const { remarks: ofColumns, unread } = columnRemarks(hasSets ? tables : [], hasSets ? waiting : [], {
    indexes: choices.indexes,
    entries: entries.entries,
    remarks: entries.remarks,
    units: units.list,
    setOfUnit,
  });
  const isUnit = (text: string): boolean => units.has(text);
  const unreadOf = unreadSheets(found, tables, {
    sets,
    isUnit,
    listed: units.listed,
    // Published tables without a set have sheets of many kinds: none of them is missed as long as another was read.
    isMissing: hasSets
      ? entries.entries.length === 0 || units.list.some(({ dataAt }) => dataAt === null)
      : !tables.some(({ kind }) => kind !== 'settings'),
  });
  const ofSheets = [...unreadOf, ...strangersIn(sets, units.list, found.grids), ...strays(found, tables, isUnit)];
  const ofWorkbook = [
    ...found.remarks,
    ...written.remarks,
    ...chosen.remarks,
    ...ofTieBreakers,
    ...ofConditions,
    ...claimed.remarks,
  ];
  const ofTables = settled.flatMap(({ remarks }, place) => [...remarks, ...(owners[place]?.remarks ?? [])]);
  const unnamed = owners.flatMap((own) => own.unnamed ?? []);
  const ofUnits = [...unnamedForms(unnamed, units), ...groupless(units, tables, setOfUnit)];
  const ofSets = hasSets ? [] : withoutSets(tables);
  const others = settled.filter(({ isOther }, place) => isOther || owners[place]?.isOther === true);
  return {
    picture,
    language: options.language,
    settings,
    sets,
    ...groupUnits(units.list, setOfUnit, sets),
    tables: tables.map(plainTable),
    entries: entries.entries,
    period: periods.text,
    periods: periods.all(),
    // What people typed goes before what can be worked out.
    periodBefore: units.list.some((unit) => unit.previousPoints !== null || unit.previousRank !== null)
      ? null
      : periods.before(),
    statedMaxima: entries.statedMaxima,
    typed: entries.typed,
    remarks: [ofWorkbook, ofTables, ofColumns, ofUnits, ofSets, ofSheets, units.remarks, entries.remarks].flat(),
    waivers: readWaivers(picture),
    recognised: recognised(
      { ...found, tables },
      {
        sets,
        units: units.list,
        entries: entries.entries,
        otherPeriod: new Set(others.map(({ table }) => table.index)),
        unread,
      },
    ),
    listed: units.listed,
  };
}
