/** Whose the rows of data are: each data table with the units that its rows, columns or title name. */
import { toA1 } from '../../workbook/address.ts';
import { kindOf } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { CellRef, InputColumn, Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import type { Periods } from '../periods/choice.ts';
import type { SetIndex } from '../sets/set-index.ts';
import { periodTextOf } from '../tables/dated.ts';
import { isData, type CrossTable, type DataTable, type FormTable, type FoundTable } from '../tables/found-table.ts';
import type { LongTable, MatrixTable } from '../tables/found-table.ts';
import { surroundings, titledSource } from '../tables/places.ts';
import { groupsOf, namedBy } from '../tables/unit-groups.ts';
import { hasFigures, unreadRow } from '../unread/rows.ts';
import { unsummed } from '../unread/unsummed.ts';
import { formUnit } from './form-unit.ts';
import type { Resolved, Units } from './units.ts';

/** Where the inputs of a unit stand in its rows. */
export type Places = Partial<Record<InputColumn, number>>;

/** A data table with whose its rows are. */
export type Owned = { set: SetIndex } & (
  | { kind: 'form'; table: FormTable; unit: number; rows: readonly number[]; isTwin: boolean }
  /** Rows of one unit that stand together; it may have others elsewhere. */
  | { kind: 'long'; table: LongTable; runs: readonly Run[] }
  | { kind: 'cross'; table: CrossTable; rows: readonly number[]; units: ReadonlyMap<number, Places> }
  /** `source`: whose points stand where no header says it. */
  | {
      kind: 'matrix';
      table: MatrixTable;
      rows: readonly { row: number; unit: number }[];
      source: 'self' | 'verified';
    }
);

interface Run {
  unit: number;
  rows: number[];
}

/** A form that only a sheet's name like "Phiếu" calls anything. */
export interface Unnamed {
  unit: number;
  at: CellRef;
  name: string;
}

/** What is found of a table's units, and said of its rows. */
export interface Owners {
  owned: Owned | null;
  remarks: Remark[];
  /** Whether its rows are all of another period. */
  isOther: boolean;
  unnamed: Unnamed | null;
}

/** By what units are found; forms are kept by unit, so that a second one is told. */
interface Finding {
  tables: readonly FoundTable[];
  units: Units;
  periods: Periods;
  forms: Map<number, FormTable>;
}

const nobody = (isOther = false): Owners => ({ owned: null, remarks: [], isOther, unnamed: null });

/** Rows that count, and whether the table has others alone. */
function counting(
  table: DataTable,
  { tables, periods }: Finding,
): { counts: (row: number) => boolean; isOther: boolean; rows: number[] } {
  const text = periodTextOf(table, tables);
  const counts = (row: number): boolean => periods.counts(text(row));
  const rows = table.dataRows.filter(counts);
  return { counts, rows, isOther: rows.length === 0 && table.dataRows.length > 0 };
}

function ofForm(table: FormTable, set: SetIndex, finding: Finding): Owners {
  const { tables, units, forms } = finding;
  const { counts, rows, isOther } = counting(table, finding);
  if (rows.length === 0) return nobody(isOther);
  const { name, at, unnamed } = formUnit(table, surroundings(table, tables), units);
  const unit = units.resolve({ name, code: '', group: '', at }, shownText(table.grid.at(at.row, at.column)));
  if (typeof unit !== 'number') return nobody();
  const remarks: Remark[] = [];
  const twin = forms.get(unit);
  if (twin === undefined) forms.set(unit, table);
  else {
    const args = { name, other: twin.grid.picture.name };
    remarks.push({ kind: 'unit.duplicate', at, unit, variant: 'form', args });
  }
  for (const row of [...table.lostRows, ...table.oddRows.filter((odd) => hasFigures(table, odd))])
    if (counts(row)) remarks.push(...unreadRow(table, row, unit));
  return {
    owned: { kind: 'form', set, table, unit, rows, isTwin: twin !== undefined },
    remarks,
    isOther: false,
    unnamed: unnamed ? { unit, at, name } : null,
  };
}

/** The unit that a row of a long table names; the same words are looked up once. */
function unitsByRow(table: LongTable, units: Units): (row: number) => Resolved {
  const { columns, unitColumn, grid, sheet } = table;
  const groupOf = groupsOf(table);
  const known = new Map<string, Resolved>();
  // Rows of a unit mostly stand together.
  let last: { name: string; code: string; group: string; resolved: Resolved } | null = null;
  const raw = (row: number, column: number | undefined): string => {
    const cell = column === undefined ? null : grid.lent(row, column);
    return kindOf(cell) === 'error' ? '' : shownText(cell);
  };
  return (row) => {
    const name = raw(row, columns.unit);
    const code = raw(row, columns.unitCode);
    const group = groupOf(row);
    if (last !== null && last.name === name && last.code === code && last.group === group) return last.resolved;
    const key = `${name}\u0001${code}\u0001${group}`;
    let resolved = known.get(key);
    if (resolved === undefined) {
      const named = { name: clean(name), code: clean(code), group, at: { sheet, row, column: unitColumn } };
      resolved = named.name === '' && named.code === '' ? 'unknown' : units.resolve(named, name);
      known.set(key, resolved);
    }
    last = { name, code, group, resolved };
    return resolved;
  };
}

function ofLong(table: LongTable, set: SetIndex, finding: Finding): Owners {
  const { counts, rows, isOther } = counting(table, finding);
  const unitAt = unitsByRow(table, finding.units);
  const runs: Run[] = [];
  let before: Resolved = 'unknown';
  for (const row of rows) {
    const unit = unitAt(row);
    if (typeof unit === 'number') {
      const run = unit === before ? runs[runs.length - 1] : undefined;
      if (run === undefined) runs.push({ unit, rows: [row] });
      else run.rows.push(row);
    }
    before = unit;
  }
  const remarks: Remark[] = [];
  const lose = (row: number, columns: readonly number[] | null): void => {
    const unit = unitAt(row);
    remarks.push(...unreadRow(table, row, typeof unit === 'number' ? unit : null, columns));
  };
  for (const { row, columns } of unsummed(table, table.groupRows.filter(counts), rows, unitAt)) lose(row, columns);
  for (const row of table.lostRows) if (counts(row)) lose(row, null);
  return { owned: { kind: 'long', set, table, runs }, remarks, isOther, unnamed: null };
}

/** Indicators go down, units across: each unit's columns are read as a form's. */
function ofCross(table: CrossTable, set: SetIndex, finding: Finding): Owners {
  const { grid, unitColumns, lostRows } = table;
  const { rows, isOther } = counting(table, finding);
  if (rows.length === 0) return nobody(isOther);
  const remarks: Remark[] = [];
  const units = new Map<number, Places>();
  for (const { name, at, column, source } of unitColumns) {
    const unit = finding.units.resolve({ name, code: '', group: '', at }, shownText(grid.at(at.row, at.column)));
    if (typeof unit !== 'number') continue;
    const places = units.get(unit) ?? {};
    const role = source ?? titledSource(table, finding.tables);
    const first = places[role];
    units.set(unit, first === undefined ? { ...places, [role]: column } : places);
    if (first === undefined) continue;
    const args = { name, other: toA1(at.row, first) };
    remarks.push({ kind: 'unit.duplicate', at, unit, variant: 'column', args, blocks: [unit] });
  }
  for (const [place, [unit, places]] of [...units].entries())
    for (const row of lostRows) {
      const found = unreadRow(table, row, unit, Object.values(places));
      // A maximum without points is said once, not by every unit.
      remarks.push(...(place > 0 ? found.filter(({ blocks }) => blocks !== undefined) : found));
    }
  return { owned: { kind: 'cross', set, table, rows, units }, remarks, isOther: false, unnamed: null };
}

function ofMatrix(table: MatrixTable, set: SetIndex, { tables, units }: Finding): Owners {
  if (Object.keys(table.indicatorColumns).length === 0) return nobody();
  const { columns, unitColumn, grid, sheet } = table;
  const groupOf = groupsOf(table);
  const shown = (row: number, column: number | undefined): string =>
    column === undefined ? '' : shownText(grid.at(row, column));
  const isNamed = (row: number): boolean =>
    [columns.unit, columns.unitCode].some((column) => column !== undefined && namedBy(grid.at(row, column)) !== '');
  const byName = new Map<string, number>();
  const rows: { row: number; unit: number }[] = [];
  for (const row of table.dataRows.filter(isNamed)) {
    const raw = shown(row, columns.unit);
    const at = { sheet, row, column: unitColumn };
    const named = { name: clean(raw), code: clean(shown(row, columns.unitCode)), group: groupOf(row), at };
    const unit = units.resolve(named, raw);
    if (typeof unit !== 'number') continue;
    byName.set(raw, unit);
    rows.push({ row, unit });
  }
  // A name merged over two rows says whose the second is.
  const remarks = table.lostRows.flatMap((row) => {
    const lent = columns.unit === undefined ? '' : shownText(grid.lent(row, columns.unit));
    return unreadRow(table, row, byName.get(lent) ?? null);
  });
  const source = titledSource(table, tables);
  return { owned: { kind: 'matrix', set, table, rows, source }, remarks, isOther: false, unnamed: null };
}

/** Whose the rows of a data table are, and what is said of those that are nobody's. */
function ownersOf(table: DataTable, set: SetIndex, finding: Finding): Owners {
  if (table.kind === 'form') return ofForm(table, set, finding);
  if (table.kind === 'long') return ofLong(table, set, finding);
  return table.kind === 'cross' ? ofCross(table, set, finding) : ofMatrix(table, set, finding);
}

/** The units that a table's rows are of, each once. */
function unitsIn(owned: Owned): Iterable<number> {
  if (owned.kind === 'form') return [owned.unit];
  if (owned.kind === 'cross') return owned.units.keys();
  return new Set((owned.kind === 'long' ? owned.runs : owned.rows).map(({ unit }) => unit));
}

/**
 * @param settled the tables in the order in which they are read, each with its set.
 * @returns whose the rows of each are, and by unit the set of the first table that holds its data.
 */
export function ownersOfAll(
  settled: readonly { table: FoundTable; set: SetIndex | null }[],
  { tables, units, periods }: Pick<Finding, 'tables' | 'units' | 'periods'>,
): { owners: Owners[]; setOfUnit: (number | null)[] } {
  const finding = { tables, units, periods, forms: new Map() };
  const setOfUnit: (number | null)[] = [];
  const owners = settled.map(({ table, set }) => {
    const own = set === null || !isData(table) ? nobody() : ownersOf(table, set, finding);
    if (own.owned !== null) for (const unit of unitsIn(own.owned)) setOfUnit[unit] ??= own.owned.set.place;
    return own;
  });
  return { owners, setOfUnit };
}
