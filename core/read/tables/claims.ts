/** Which column decides where the headers give one role to several (docs/contract.md#columns-that-compete). */
import { toA1 } from '../../workbook/address.ts';
import { clean, foldLoose } from '../../workbook/text.ts';
import type { ColumnRole, Remark, Settings } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { areJudges } from '../headers/judges.ts';
import { periodWithin, readPeriod } from '../periods/periods.ts';
import { figureOf } from '../cells/summaries.ts';
import { IDENTITY_ROLES, VALUE_ROLES, type FormTable, type FoundTable, type LongTable } from './found-table.ts';

/** A header as the setting Cột điểm chính thức names it: brackets count, "(lần 2)" is what tells two columns apart. */
const folded = (text: string): string => foldLoose(clean(text));

/** @returns the words over a column from the top down, its own last: "Năm 2025 · Thẩm định". */
export function fullHeader(table: FoundTable, column: number): string {
  const own = table.headers[column] ?? '';
  const above = [...(table.over[column] ?? [])].reverse().filter((text) => !own.includes(text));
  return [...above, own].join(' ');
}

/** @returns a column's own words, without those over it. */
export function ownWords(table: FoundTable, column: number): string {
  let own = table.headers[column] ?? '';
  for (const text of [...(table.over[column] ?? [])].reverse())
    if (own.startsWith(`${text} `)) own = own.slice(text.length + 1);
  return own;
}

const isNamed = (table: FoundTable, column: number, name: string | null): boolean =>
  name !== null &&
  [table.headers[column] ?? '', fullHeader(table, column)].some((text) => folded(text) === folded(name));

/** @returns the period that a column's words name, as written; "" where they name none. */
export function periodOf(table: FoundTable, column: number): string {
  for (const text of [...(table.over[column] ?? []), table.headers[column] ?? '']) {
    const period = periodWithin(text);
    if (period !== '') return period;
  }
  return '';
}

/** @returns by value role the columns of different periods, where the headers tell them apart by period alone. */
export function periodColumns(table: FoundTable): Map<ColumnRole, { column: number; period: string }[]> {
  const found = new Map<ColumnRole, { column: number; period: string }[]>();
  for (const role of VALUE_ROLES) {
    const claims = (table.claims[role] ?? []).map(({ column }) => ({ column, period: periodOf(table, column) }));
    const keys = new Set(claims.map(({ period }) => readPeriod(period)?.key ?? ''));
    if (claims.length > 1 && !keys.has('') && keys.size === claims.length) found.set(role, claims);
  }
  return found;
}

/** Whether two columns say the same in every row of data. */
function areEqual({ dataRows, grid }: FoundTable, one: number, other: number): boolean {
  return dataRows.every((row) => {
    const [left, right] = [grid.at(row, one), grid.at(row, other)];
    const [x, y] = [figureOf(left), figureOf(right)];
    return x !== null && y !== null ? x === y : clean(shownText(left)) === clean(shownText(right));
  });
}

/** @returns every column that something reads, compares or knows not to. */
export function claimed(table: FoundTable): Set<number> {
  const { columns, claims, bonus } = table;
  const beside = bonus === undefined ? [] : [bonus.maximum, bonus.self, bonus.verified];
  return new Set([
    ...Object.values(columns),
    ...beside.filter((column) => column !== undefined),
    ...Object.values(claims).flatMap((list) => list.map(({ column }) => column)),
    ...ofIndicators(table),
    ...(table.kind === 'cross' ? table.unitColumns.map(({ column }) => column) : []),
  ]);
}

/** The columns of a matrix that are of indicators, or sum some of them. */
function ofIndicators(table: FoundTable): number[] {
  if (table.kind !== 'matrix') return [];
  const { indicatorColumns, sumColumns, partSums, twins } = table;
  const told = [...Object.keys(indicatorColumns), ...Object.keys(sumColumns)].map(Number);
  return [...told, ...partSums, ...twins.map(({ column }) => column)];
}

/** @returns the lowest header row that says something over a column. */
export function headerRow({ grid, headerTop, headerBottom }: FoundTable, column: number): number {
  for (let row = headerBottom; row >= headerTop; row -= 1)
    if (clean(shownText(grid.at(row, column))) !== '') return row;
  return headerBottom;
}

/** The column that Cột điểm chính thức names, and the role that it has among others: Điểm thẩm định where it has none. */
function officialIn(table: PointsTable, { officialColumn }: Settings): { role: ColumnRole; column: number } | null {
  if (officialColumn === null) return null;
  for (const role of VALUE_ROLES) {
    const named = table.claims[role]?.find(({ column }) => isNamed(table, column, officialColumn));
    if (named !== undefined) return { role, column: named.column };
  }
  const known = claimed(table);
  const free = Object.keys(table.headers).map(Number);
  const named = free.find((column) => !known.has(column) && isNamed(table, column, officialColumn));
  return named === undefined ? null : { role: 'verified', column: named };
}

/** @returns the headers by which the setting tells columns apart: as written, with the words over them where that is not enough. */
function namesOf(table: FoundTable, columns: readonly number[]): string[] {
  const own = columns.map((column) => clean(table.headers[column] ?? ''));
  const isOwn = new Set(own.map(folded)).size === own.length;
  return isOwn ? own : columns.map((column) => fullHeader(table, column));
}

/** Tables whose headers may give one role of points or figures to several columns. */
type PointsTable = FormTable | LongTable;

/** A table with what is to be said of it; whom that holds up is known once the units are. */
export interface Claimed<T extends FoundTable = FoundTable> {
  table: T;
  remarks: Remark[];
}

/** Two columns of one code, unit or maximum that differ: which rows are whose is nobody's guess. */
function doubledRole(table: FoundTable, role: ColumnRole): Remark[] {
  const [first, ...others] = (table.claims[role] ?? []).map(({ column }) => column);
  if (first === undefined) return [];
  const other = others.find((column) => !areEqual(table, first, column));
  return other === undefined ? [] : [severalOf(table, first, other)];
}

function severalOf(table: FoundTable, first: number, other: number): Remark {
  return {
    kind: 'column.several',
    at: { sheet: table.sheet, row: headerRow(table, other), column: other },
    variant: 'role',
    args: {
      columns: [first, other].map((each) => `“${fullHeader(table, each)}”`).join(', '),
      header: fullHeader(table, other),
      first: toA1(headerRow(table, first), first),
    },
  };
}

/** What is doubled among the columns that say whose or which figures stand in a row. */
function doubled(table: FoundTable): Remark[] {
  const roles = IDENTITY_ROLES.flatMap((role) => doubledRole(table, role));
  const twins = table.kind === 'matrix' ? table.twins : [];
  const twin = twins.find(({ column, first }) => !areEqual(table, first, column));
  return twin === undefined ? roles : [...roles, severalOf(table, twin.first, twin.column)];
}

/** Several columns of one value role: whose points are averaged, or what is said of them. */
function severalIn(
  table: PointsTable,
  role: ColumnRole,
  { judges }: Settings,
): { mean: number[] } | { said: Remark[] } {
  const columns = (table.claims[role] ?? []).map(({ column }) => column);
  const [first, second] = columns;
  if (first === undefined || second === undefined || periodColumns(table).has(role)) return { said: [] };
  const people = (role === 'self' || role === 'verified') && areJudges(columns.map((each) => ownWords(table, each)));
  if (people && judges === 'mean') return { mean: columns };
  const differing = columns.slice(1).find((column) => !areEqual(table, first, column));
  const column = differing ?? second;
  const names = columns.map((each) => `“${fullHeader(table, each)}”`).join(', ');
  return {
    said: [
      {
        kind: 'column.several',
        at: { sheet: table.sheet, row: headerRow(table, column), column },
        ...(differing === undefined
          ? { variant: 'equal' }
          : { choices: namesOf(table, columns), ...(people ? { variant: 'judges' } : {}) }),
        args: { columns: names, header: fullHeader(table, column), first: fullHeader(table, first) },
      },
    ],
  };
}

function settlePoints<T extends PointsTable>(table: T, settings: Settings): Claimed<T> {
  const official = officialIn(table, settings);
  let own =
    official === null
      ? table
      : { ...table, official: official.role, columns: { ...table.columns, [official.role]: official.column } };
  const remarks: Remark[] = [];
  for (const role of VALUE_ROLES) {
    const named = (own.claims[role] ?? []).some(({ column }) => isNamed(own, column, settings.officialColumn));
    if (official !== null && named) continue;
    const several = severalIn(own, role, settings);
    if ('said' in several) remarks.push(...several.said);
    else {
      const [first = 0] = several.mean;
      const judges = { ...own.judges, [role]: several.mean };
      own = { ...own, judges, columns: { ...own.columns, [role]: first } };
    }
  }
  return { table: own, remarks };
}

/**
 * Settles a table's value columns before they are read: the one that the setting names, else the first; the others are said.
 * @returns the table so, and column.several, without the units that it blocks.
 */
export function settleClaims(table: FoundTable, settings: Settings): Claimed {
  const said = doubled(table);
  if (table.kind !== 'form' && table.kind !== 'long') return { table, remarks: said };
  const settled = settlePoints(table, settings);
  return { table: settled.table, remarks: [...said, ...settled.remarks] };
}

/**
 * Where the setting names a column that a table does not have.
 * @param tables all tables, settled. @returns settings.invalid where no table has it, else column.several at what is read in its place, by
 * the table's place.
 */
export function withoutOfficial(
  tables: readonly FoundTable[],
  { officialColumn, at }: Settings,
): { table: number | null; remark: Remark }[] {
  const place = at['Cột điểm chính thức'];
  const data = tables.filter((table) => table.kind === 'form' || table.kind === 'long');
  if (officialColumn === null || place === undefined || data.length === 0) return [];
  const roles = new Set(data.flatMap(({ official }) => official ?? []));
  if (roles.size === 0) {
    const args = { key: 'Cột điểm chính thức', value: officialColumn };
    return [{ table: null, remark: { kind: 'settings.invalid', at: place, variant: 'no-column', args } }];
  }
  return data.flatMap((table) => {
    if (table.official !== undefined) return [];
    const column = [...roles].map((role) => table.columns[role]).find((one) => one !== undefined);
    if (column === undefined) return [];
    const args = { column: officialColumn, header: fullHeader(table, column) };
    const cell = { sheet: table.sheet, row: headerRow(table, column), column };
    return [{ table: table.index, remark: { kind: 'column.several', at: cell, variant: 'lacking', args } }];
  });
}
