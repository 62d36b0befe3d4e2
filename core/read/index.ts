/** read: a picture of a workbook → what it says. One pass; every value keeps its cell, and what fits nowhere is a remark. */
import type { IndexSet } from '../framework/framework.ts';
import type { Language } from '../messages/message.ts';
import type { Picture } from '../workbook/picture.ts';
import { toA1 } from '../workbook/address.ts';
import { kindOf } from '../workbook/cell.ts';
import { clean, foldLoose } from '../workbook/text.ts';
import { strangersIn } from './sets/applies-to.ts';
import type { Assessment, BlockingId, CellRef, Remark } from './assessment.ts';
import { blankColumns } from './unread/blank-columns.ts';
import { periodColumns, settleClaims, withoutOfficial } from './tables/claims.ts';
import { chooseSets, setForTable, withoutSets, type SetChoice } from './sets/choice.ts';
import { shownText } from './cells/codes.ts';
import { Entries, type Places } from './entries/entries.ts';
import type { FoundTable } from './tables/extent.ts';
import type { Grid } from './cells/grid.ts';
import { unsummed } from './entries/group-rows.ts';
import { inputAreas } from './mark.ts';
import { Periods } from './periods/choice.ts';
import { latestNamed, leaveOtherPeriods } from './tables/other-period.ts';
import { formPeriod, formUnit, surroundings, wordsAbove } from './tables/places.ts';
import { indexOfSet, type SetIndex } from './sets/set-index.ts';
import { recognised } from './recognised.ts';
import { settingLines } from './settings/lines.ts';
import { settingRows } from './settings/rows.ts';
import { readSettings } from './settings/settings.ts';
import { straysIn } from './unread/strays.ts';
import { unreadLists } from './unread/lists.ts';
import { noSets, unreadTables } from './unread/tables.ts';
import { findTables, type FoundTables } from './tables/tables.ts';
import { unreadColumns } from './unread/columns.ts';
import { hasFigures, summariesIn, unreadRow } from './unread/rows.ts';
import { givesGroups, groupsOf, namedBy } from './units/unit-groups.ts';
import { groupUnits, Units, type Resolved } from './units/units.ts';
import { readWaivers } from './waivers/waivers.ts';

export interface ReadOptions {
  language: Language;
  /** Goes before the settings' Kỳ báo cáo. */
  period?: string | null;
  /** A built-in set or a file's: goes before sets in the workbook. */
  set?: IndexSet | null;
}

function isDataTable(table: FoundTable): boolean {
  return table.kind === 'form' || table.kind === 'long' || table.kind === 'matrix' || table.kind === 'cross';
}

/** A header cell of the table that says something: where remarks on the whole table point. */
function headerOf(table: FoundTable, grid: Grid): CellRef {
  const column = table.columns.code ?? table.columns.unit ?? table.left;
  const blank = clean(shownText(grid.at(table.headerBottom, column))) === '';
  return { sheet: table.sheet, row: blank ? table.headerTop : table.headerBottom, column };
}

const FIGURES = ['a', 'b', 'c', 'd'] as const;
/** Remarks on columns that change nobody's points. */
const NOTED = new Set(['equal', 'note', 'text']);

class Reader {
  readonly remarks: Remark[];
  readonly units = new Units();
  readonly periods = new Periods();
  /** The latest period that headers of points name, where rows name none. */
  private latest: string | null = null;
  readonly entries: Entries;
  readonly setOfUnit: (number | null)[] = [];
  private readonly ofTables: { table: FoundTable; remark: Remark }[] = [];
  /** Tables whose rows are all of another period. */
  readonly otherPeriod = new Set<number>();
  /** By table the headers of columns of figures that nobody reads. */
  readonly unread = new Map<number, CellRef[]>();
  private readonly indexes: SetIndex[];
  /** Forms that only a sheet's name like "Phiếu" calls anything. */
  private readonly unnamed: { unit: number; at: CellRef; name: string }[] = [];
  private readonly formsOf = new Map<number, FoundTable>();

  constructor(
    private readonly found: FoundTables,
    private readonly choice: SetChoice,
    settings: Assessment['settings'],
    remarks: Remark[],
  ) {
    this.remarks = remarks;
    this.entries = new Entries(settings);
    this.indexes = choice.sets.map(indexOfSet);
  }

  private claim(unit: number, set: number): void {
    this.setOfUnit[unit] ??= set;
  }

  /** What a row's column Kỳ says, else the line above the form. */
  private periodText(table: FoundTable, grid: Grid): (row: number) => string {
    const column = table.columns.period;
    if (column !== undefined) return (row) => shownText(grid.lent(row, column));
    const line =
      table.kind === 'form' || table.kind === 'cross'
        ? formPeriod(table, grid, surroundings(table, this.found.tables))
        : '';
    return () => line;
  }

  /** Which columns count where the headers give one role to several; their findings wait for the units. */
  settleColumns(settings: Assessment['settings']): void {
    for (const table of this.found.tables) {
      const grid = this.found.grids[table.sheet]!;
      for (const remark of settleClaims(table, grid, settings)) this.ofTables.push({ table, remark });
      if (table.lone === true && this.titled(table, grid) === 'self') {
        table.columns.self = table.columns.verified;
        delete table.columns.verified;
      }
    }
    for (const { table, remark } of withoutOfficial(this.found.tables, this.found.grids, settings))
      if (table === null) this.remarks.push(remark);
      else this.ofTables.push({ table, remark });
  }

  /** Units that a list or table with groups gives none: in a ranking of their own nobody meant, unless they have a set of their own. */
  sayGroupless(): void {
    const { list, grouped: listed } = this.units;
    const setOf = ({ index }: { index: number }): number | null => this.setOfUnit[index] ?? null;
    const sets = new Set(list.filter(({ groupName }) => groupName !== '').map(setOf));
    if (sets.size === 0) return;
    const grouped = this.found.tables.filter((table) => givesGroups(table) && (table.kind === 'units') === listed);
    const rows = new Set(grouped.flatMap(({ sheet, dataRows }) => dataRows.map((row) => `${sheet} ${row}`)));
    for (const unit of list) {
      const { index, name, groupName, ranked, dataAt } = unit;
      const at = listed ? unit.listedAt : dataAt;
      if (groupName !== '' || !ranked || dataAt === null || at === null || !sets.has(setOf(unit))) continue;
      if (rows.has(`${at.sheet} ${at.row}`))
        this.remarks.push({ kind: 'unit.unknown', at, unit: index, variant: 'no-group', args: { name } });
    }
  }

  /** Beside others a form without a name is nobody's. */
  sayUnnamed(): void {
    if (this.units.list.length < 2) return;
    for (const { unit, at, name } of this.unnamed)
      this.remarks.push({ kind: 'unit.unknown', at, unit, variant: 'unnamed', args: { name }, blocks: [unit] });
  }

  /** Columns that nobody read, and what waited: each blocks the units of its table. */
  sayColumns(): void {
    const unitsOf = new Map<number, Set<number>>();
    for (const { table, unit } of this.entries.entries) {
      const known = unitsOf.get(table);
      if (known === undefined) unitsOf.set(table, new Set([unit]));
      else known.add(unit);
    }
    const said = new Map<number, CellRef[]>();
    for (const { at } of this.entries.remarks)
      if (at !== null)
        said
          .set(at.sheet, said.get(at.sheet) ?? [])
          .get(at.sheet)!
          .push(at);
    for (const table of this.found.tables) {
      const inHead = ({ row }: CellRef): boolean => row >= table.headerTop && row <= table.headerBottom;
      const told = new Set((said.get(table.sheet) ?? []).filter(inHead).map(({ column }) => column));
      const grid = this.found.grids[table.sheet]!;
      const remarks = [...unreadColumns(table, grid, told, this.unneeded(table)), ...blankColumns(table, grid)];
      this.unread.set(
        table.index,
        remarks.map(({ at }) => at!),
      );
      for (const remark of remarks) this.ofTables.push({ table, remark });
    }
    for (const { table, remark } of this.ofTables) {
      const blocks = NOTED.has(remark.variant ?? '') ? [] : this.unitsUnder(table, unitsOf);
      // Of tables only columns are told.
      this.remarks.push(blocks.length === 0 ? remark : { ...remark, kind: remark.kind as BlockingId, blocks });
    }
  }

  /** The columns a–d of a form or long table where no rule of its set asks for figures. */
  private unneeded({ kind, columns, set }: FoundTable): number[] {
    if ((kind !== 'form' && kind !== 'long') || set === null) return [];
    const { needs, set: known } = this.indexes[set]!;
    // What an unreadable rule asks for is not known.
    if (known.indicators.some(({ rule }) => rule === null) || needs.some(({ figures }) => figures.length > 0))
      return [];
    return FIGURES.flatMap((role) => columns[role] ?? []);
  }

  /** The units that a table decides about: those of its rows; of a set all that are scored by it; of a list all in it. */
  private unitsUnder(table: FoundTable, unitsOf: Map<number, Set<number>>): number[] {
    if (table.kind === 'set') return [...this.setOfUnit.keys()].filter((unit) => this.setOfUnit[unit] === table.set);
    if (table.kind === 'units')
      return this.units.list.filter(({ listedAt }) => listedAt?.sheet === table.sheet).map(({ index }) => index);
    return [...(unitsOf.get(table.index) ?? [])];
  }

  /** Columns that their headers tell apart by period: that of the chosen one is read; without it the table has no rows. */
  private ofPeriod(table: FoundTable): void {
    for (const [role, columns] of periodColumns(table)) {
      const counted = columns.find(({ period }) => this.periods.counts(period));
      if (counted === undefined) {
        table.dataRows = [];
        this.otherPeriod.add(table.index);
      } else table.columns[role] = counted.column;
    }
  }

  /** Whether none of a table's rows counts; where it has any, they are of another period. */
  private isOther(table: FoundTable, counting: readonly number[]): boolean {
    if (counting.length === 0 && table.dataRows.length > 0) this.otherPeriod.add(table.index);
    return counting.length === 0;
  }

  notePeriods(): void {
    this.latest = latestNamed(this.found.tables);
    for (const table of this.found.tables.filter(isDataTable)) {
      const byColumn = [...periodColumns(table).values()].flat();
      for (const { period } of byColumn) this.periods.note(period);
      const text = this.periodText(table, this.found.grids[table.sheet]!);
      for (const row of table.dataRows)
        if (byColumn.length === 0) this.periods.note(text(row));
        else this.periods.keyOf(text(row));
    }
  }

  table(table: FoundTable): void {
    const grid = this.found.grids[table.sheet]!;
    if (table.kind === 'units') this.remarks.push(...summariesIn(table, grid));
    if (table.kind === 'set') {
      table.set = this.choice.own.get(table.index) ?? null;
      this.entries.addOddRows(table, grid);
      this.remarks.push(...summariesIn(table, grid));
      for (const row of table.lostRows) this.remarks.push(...unreadRow(table, grid, row, null));
    }
    if (!isDataTable(table) || this.choice.sets.length === 0) return;
    this.ofPeriod(table);
    const counted = this.periods.text ?? this.latest;
    if (counted !== null)
      for (const remark of leaveOtherPeriods(table, grid, counted)) this.ofTables.push({ table, remark });
    table.set = setForTable(table, grid, this.choice);
    if (table.set === null) {
      const titles = this.choice.sets
        .map((set, place) => (set.title === '' ? String(place + 1) : set.title))
        .join('; ');
      this.remarks.push({
        kind: 'framework.several',
        at: headerOf(table, grid),
        args: { count: this.choice.sets.length, sets: titles },
      });
      return;
    }
    const index = this.indexes[table.set]!;
    this.entries.addOddRows(table, grid);
    this.remarks.push(...summariesIn(table, grid));
    if (table.kind === 'form') this.form(table, grid, index);
    else if (table.kind === 'long') this.long(table, grid, index);
    else if (table.kind === 'cross') this.cross(table, grid, index);
    else this.matrix(table, grid, index);
  }

  private form(table: FoundTable, grid: Grid, index: SetIndex): void {
    const text = this.periodText(table, grid);
    const rows = table.dataRows.filter((row) => this.periods.counts(text(row)));
    if (this.isOther(table, rows)) return;
    const named = formUnit(table, grid, surroundings(table, this.found.tables), this.units);
    const unit = this.units.resolve(
      { name: named.name, code: '', group: '', at: named.at },
      shownText(grid.at(named.at.row, named.at.column)),
    );
    if (typeof unit !== 'number') return;
    if (named.unnamed) this.unnamed.push({ unit, at: named.at, name: named.name });
    this.claim(unit, index.place);
    const twin = this.formsOf.get(unit);
    if (twin !== undefined) {
      const other = this.found.grids[twin.sheet]!.picture.name;
      this.remarks.push({
        kind: 'unit.duplicate',
        at: named.at,
        unit,
        variant: 'form',
        args: { name: named.name, other },
      });
    } else this.formsOf.set(unit, table);
    const own = this.choice.own.has(table.index);
    this.entries.addRows(table, grid, rows, unit, index, { own, quiet: twin !== undefined });
    if (twin === undefined) this.entries.addTypedTotals(table, grid, unit);
    for (const row of [...table.lostRows, ...table.oddRows.filter((at) => hasFigures(table, grid, at))])
      if (this.periods.counts(text(row))) this.remarks.push(...unreadRow(table, grid, row, unit));
  }

  private long(table: FoundTable, grid: Grid, index: SetIndex): void {
    const { unit: nameColumn, unitCode: codeColumn } = table.columns;
    const groupOf = groupsOf(table, grid);
    const text = this.periodText(table, grid);
    const known = new Map<string, Resolved>();
    // Rows of a unit mostly stand together.
    let last: { name: string; code: string; group: string; resolved: Resolved } | null = null;
    const unitAt = (row: number): Resolved => {
      const raw = (column: number | undefined): string => {
        const cell = column === undefined ? null : grid.lent(row, column);
        return kindOf(cell) === 'error' ? '' : shownText(cell);
      };
      const name = raw(nameColumn);
      const code = raw(codeColumn);
      const group = groupOf(row);
      if (last !== null && last.name === name && last.code === code && last.group === group) return last.resolved;
      const key = `${name}\u0001${code}\u0001${group}`;
      let resolved = known.get(key);
      if (resolved === undefined) {
        const at = { sheet: table.sheet, row, column: nameColumn ?? codeColumn! };
        const named = { name: clean(name), code: clean(code), group, at };
        resolved = named.name === '' && named.code === '' ? 'unknown' : this.units.resolve(named, name);
        known.set(key, resolved);
      }
      last = { name, code, group, resolved };
      return resolved;
    };
    this.isOther(
      table,
      table.dataRows.filter((row) => this.periods.counts(text(row))),
    );
    let run: number[] = [];
    let owner: Resolved = 'unknown';
    const flush = (): void => {
      if (run.length > 0 && typeof owner === 'number') {
        this.claim(owner, index.place);
        this.entries.addRows(table, grid, run, owner, index, { own: false, quiet: false });
      }
      run = [];
    };
    for (const row of table.dataRows) {
      if (!this.periods.counts(text(row))) continue;
      const unit = unitAt(row);
      if (unit !== owner) {
        flush();
        owner = unit;
      }
      run.push(row);
    }
    flush();
    const counted = { groups: table.groupRows, data: table.dataRows };
    for (const key of ['groups', 'data'] as const)
      counted[key] = counted[key].filter((row) => this.periods.counts(text(row)));
    for (const { row, columns } of unsummed(table, grid, counted.groups, counted.data, unitAt)) {
      const unit = unitAt(row);
      this.remarks.push(...unreadRow(table, grid, row, typeof unit === 'number' ? unit : null, columns));
    }
    for (const row of table.lostRows) {
      if (!this.periods.counts(text(row))) continue;
      const unit = unitAt(row);
      this.remarks.push(...unreadRow(table, grid, row, typeof unit === 'number' ? unit : null));
    }
  }

  /** Whose points stand where no header says it: the title or the sheet's name does. */
  private titled(table: FoundTable, grid: Grid): 'self' | 'verified' {
    const title = foldLoose(`${grid.picture.name} ${wordsAbove(table, grid, surroundings(table, this.found.tables))}`);
    return /tu (?:cham|danh gia)/.test(title) ? 'self' : 'verified';
  }

  /** Indicators go down, units across: each unit's columns are read as a form's. */
  private cross(table: FoundTable, grid: Grid, index: SetIndex): void {
    const text = this.periodText(table, grid);
    const rows = table.dataRows.filter((row) => this.periods.counts(text(row)));
    if (this.isOther(table, rows)) return;
    const own = this.choice.own.has(table.index);
    const placesOf = new Map<number, Places>();
    for (const { name, at, column, source } of table.unitColumns!) {
      const unit = this.units.resolve({ name, code: '', group: '', at }, shownText(grid.at(at.row, at.column)));
      if (typeof unit !== 'number') continue;
      const places = placesOf.get(unit) ?? {};
      const role = source ?? this.titled(table, grid);
      if (places[role] === undefined) places[role] = column;
      else
        this.remarks.push({
          kind: 'unit.duplicate',
          at,
          unit,
          variant: 'column',
          args: { name, other: toA1(at.row, places[role]) },
          blocks: [unit],
        });
      placesOf.set(unit, places);
    }
    let repeated = false;
    for (const [unit, places] of placesOf) {
      this.claim(unit, index.place);
      this.entries.addRows(table, grid, rows, unit, index, { own, quiet: false, places, repeated });
      this.entries.addTypedTotals(table, grid, unit, places);
      this.entries.addTypedResults(table, grid, unit, places);
      for (const row of table.lostRows) {
        const found = unreadRow(table, grid, row, unit, Object.values(places));
        // A maximum without points is said once, not by every unit.
        this.remarks.push(...(repeated ? found.filter(({ blocks }) => blocks !== undefined) : found));
      }
      repeated = true;
    }
  }

  private matrix(table: FoundTable, grid: Grid, index: SetIndex): void {
    const own = this.choice.own.has(table.index);
    this.entries.matrixColumns(table, index, own);
    if (Object.keys(table.indicatorColumns!).length === 0) return;
    const source = this.titled(table, grid);
    if (table.maxRow !== undefined && !own) this.entries.addStatedMaxima(table, grid, index);
    const { unit: nameColumn, unitCode: codeColumn } = table.columns;
    const groupOf = groupsOf(table, grid);
    const shown = (row: number, column: number | undefined): string =>
      column === undefined ? '' : shownText(grid.at(row, column));
    const units = new Map<string, number>();
    for (const row of table.dataRows) {
      if ([nameColumn, codeColumn].every((column) => column === undefined || namedBy(grid.at(row, column)) === ''))
        continue;
      const raw = shown(row, nameColumn);
      const group = groupOf(row);
      const at = { sheet: table.sheet, row, column: nameColumn ?? codeColumn! };
      const unit = this.units.resolve({ name: clean(raw), code: clean(shown(row, codeColumn)), group, at }, raw);
      if (typeof unit !== 'number') continue;
      units.set(raw, unit);
      this.claim(unit, index.place);
      this.entries.addMatrixRow(table, grid, row, unit, index, source);
    }
    // A name merged over two rows says whose the second is.
    for (const row of table.lostRows) {
      const lent = nameColumn === undefined ? '' : shownText(grid.lent(row, nameColumn));
      this.remarks.push(...unreadRow(table, grid, row, units.get(lent) ?? null));
    }
  }
}

/** Without a unit list the groups are those of the tables that tell them: these are read first, and the others find their units there. */
function inOrder(tables: FoundTable[], listed: boolean): FoundTable[] {
  if (listed) return tables;
  const tells = (table: FoundTable): boolean =>
    (table.kind === 'matrix' || table.kind === 'long') && givesGroups(table);
  return [...tables.filter(tells), ...tables.filter((table) => !tells(table))];
}

/** What stands outside the tables of each sheet; of hidden sheets only sets, units and settings are anybody's business. */
function strays(found: FoundTables, units: Units): Remark[] {
  const bySheet: FoundTable[][] = found.grids.map(() => []);
  for (const table of found.tables) bySheet[table.sheet]!.push(table);
  return found.grids.flatMap((grid, sheet) =>
    grid.picture.visibility === 'visible' ? straysIn(grid, bySheet[sheet]!, (text) => units.has(text)) : [],
  );
}

/** Tiêu chí phụ are codes of a set: one that no set has is said, and the default (none) holds. */
function checkTieBreakers(settings: Assessment['settings'], sets: IndexSet[]): Remark[] {
  const at = settings.at['Tiêu chí phụ'];
  if (at === undefined || sets.length === 0) return [];
  const known = (code: string): boolean =>
    sets.some((set) => [...set.indicators, ...set.pillars, ...set.sums].some((item) => item.code === code));
  if (settings.tieBreakers.every(known)) return [];
  const value = settings.tieBreakers.join('; ');
  settings.tieBreakers = [];
  return [{ kind: 'settings.invalid', at, args: { key: 'Tiêu chí phụ', value } }];
}

/**
 * @param picture the whole workbook; our own output in it is skipped.
 * @returns the assessment: sets, groups, units, entries, remarks. Without an index set `sets` and `groups` are empty.
 */
export function read(picture: Picture, options: ReadOptions): Assessment {
  const found = findTables(picture);
  // Remembered for the mark of this picture: recognising tables twice costs.
  inputAreas(picture, found);
  const written = settingRows(found.tables, found.grids);
  const { settings, remarks: invalid } = readSettings([...written.rows, ...settingLines(found.tables, found.grids)]);
  const choice = chooseSets(found.tables, found.grids, settings, options.set ?? null);
  const reader = new Reader(found, choice, settings, [
    ...found.remarks,
    ...written.remarks,
    ...invalid,
    ...choice.remarks,
    ...checkTieBreakers(settings, choice.sets),
  ]);
  for (const table of found.tables) if (table.kind === 'units') reader.units.readList(table, found.grids[table.sheet]!);
  reader.settleColumns(settings);
  reader.notePeriods();
  reader.periods.choose(options.period ?? settings.period);
  for (const table of inOrder(found.tables, reader.units.listed)) reader.table(table);
  if (choice.sets.length > 0) reader.sayColumns();
  reader.sayUnnamed();
  reader.sayGroupless();
  if (choice.sets.length === 0) reader.remarks.push(...withoutSets(found.tables));
  const units = reader.units;
  // Published tables without a set have sheets of many kinds: none of them is missed as long as another was read.
  const missing =
    choice.sets.length === 0
      ? !found.tables.some(({ kind }) => kind !== 'settings')
      : reader.entries.entries.length === 0 || units.list.some(({ dataAt }) => dataAt === null);
  const readFrom = (sheet: number): number =>
    found.ownSheets.includes(sheet)
      ? 0
      : Math.min(...found.tables.filter((table) => table.sheet === sheet).map(({ headerTop }) => headerTop));
  const unread = unreadTables(found.grids, readFrom, {
    all: missing,
    nothing: choice.sets.length === 0,
    listed: units.listed,
    codes: new Set(choice.sets.flatMap((set) => set.indicators.map(({ code }) => code))),
    isUnit: (name) => units.has(name),
  });
  if (choice.sets.length === 0)
    unread.push(...noSets(found.tables, (table) => headerOf(table, found.grids[table.sheet]!)));
  else if (!units.listed) {
    const isTold = (sheet: number): boolean =>
      readFrom(sheet) < Infinity || unread.some(({ at }) => at?.sheet === sheet);
    unread.push(...unreadLists(found.grids, isTold, units));
  }
  return {
    picture,
    language: options.language,
    settings,
    sets: choice.sets,
    ...groupUnits(units.list, reader.setOfUnit, choice.sets),
    tables: found.tables,
    entries: reader.entries.entries,
    period: reader.periods.text,
    periods: reader.periods.all(),
    // What people typed goes before what can be worked out.
    periodBefore: units.list.some((unit) => unit.previousPoints !== null || unit.previousRank !== null)
      ? null
      : reader.periods.before(),
    statedMaxima: reader.entries.statedMaxima,
    typed: reader.entries.typed,
    remarks: [
      ...reader.remarks,
      ...unread,
      ...strangersIn(choice.sets, units.list, found.grids),
      ...strays(found, units),
      ...units.remarks,
      ...reader.entries.remarks,
    ],
    waivers: readWaivers(picture),
    recognised: recognised(found, {
      sets: choice.sets,
      units: units.list,
      entries: reader.entries.entries,
      otherPeriod: reader.otherPeriod,
      unread: reader.unread,
    }),
    listed: units.listed,
  };
}
