/** Which column decides where the headers give one role to several (docs/contract.md#columns-that-compete). */
import { toA1 } from '../../workbook/address.ts';
import { clean, foldLoose } from '../../workbook/text.ts';
import type { ColumnRole, Remark, Settings } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { areJudges } from '../headers/judges.ts';
import { IDENTITY_ROLES, VALUE_ROLES, type FoundTable } from './extent.ts';
import type { Grid } from '../cells/grid.ts';
import { periodWithin, readPeriod } from '../periods/periods.ts';
import { figureOf } from '../cells/summaries.ts';

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
function areEqual(table: FoundTable, grid: Grid, one: number, other: number): boolean {
  return table.dataRows.every((row) => {
    const [left, right] = [grid.at(row, one), grid.at(row, other)];
    const [x, y] = [figureOf(left), figureOf(right)];
    return x !== null && y !== null ? x === y : clean(shownText(left)) === clean(shownText(right));
  });
}

/** @returns every column that something reads, compares or knows not to. */
export function claimed(table: FoundTable): Set<number> {
  const { columns, claims, indicatorColumns = {}, sumColumns = {}, unitColumns = [] } = table;
  return new Set([
    ...Object.values(columns),
    ...Object.values(table.bonus ?? {}).filter((column) => column !== undefined),
    ...Object.values(claims).flatMap((list) => list.map(({ column }) => column)),
    ...Object.keys(indicatorColumns).map(Number),
    ...Object.keys(sumColumns).map(Number),
    ...(table.partSums ?? []),
    ...(table.twins ?? []).map(({ column }) => column),
    ...unitColumns.map(({ column }) => column),
  ]);
}

/** @returns the lowest header row that says something over a column. */
export function headerRow(table: FoundTable, grid: Grid, column: number): number {
  for (let row = table.headerBottom; row >= table.headerTop; row -= 1)
    if (clean(shownText(grid.at(row, column))) !== '') return row;
  return table.headerBottom;
}

/** Puts the column that Cột điểm chính thức names in the place of Điểm thẩm định, or of the role that it has among others. */
function chooseOfficial(table: FoundTable, { officialColumn }: Settings): boolean {
  if (officialColumn === null) return false;
  for (const role of VALUE_ROLES) {
    const named = table.claims[role]?.find(({ column }) => isNamed(table, column, officialColumn));
    if (named === undefined) continue;
    table.columns[role] = named.column;
    table.official = role;
    return true;
  }
  const free = Object.keys(table.headers).map(Number);
  const named = free.find((column) => !claimed(table).has(column) && isNamed(table, column, officialColumn));
  if (named === undefined) return false;
  table.columns.verified = named;
  table.official = 'verified';
  return true;
}

/** @returns the headers by which the setting tells columns apart: as written, with the words over them where that is not enough. */
function namesOf(table: FoundTable, columns: readonly number[]): string[] {
  const own = columns.map((column) => clean(table.headers[column] ?? ''));
  const isOwn = new Set(own.map(folded)).size === own.length;
  return isOwn ? own : columns.map((column) => fullHeader(table, column));
}

/** Two columns of one code, unit or maximum that differ: which rows are whose is nobody's guess. */
function doubledRole(table: FoundTable, grid: Grid, role: ColumnRole): Remark[] {
  const [first, ...others] = (table.claims[role] ?? []).map(({ column }) => column);
  const other = others.find((column) => !areEqual(table, grid, first!, column));
  if (first === undefined || other === undefined) return [];
  return [severalOf(table, grid, first, other)];
}

function severalOf(table: FoundTable, grid: Grid, first: number, other: number): Remark {
  return {
    kind: 'column.several',
    at: { sheet: table.sheet, row: headerRow(table, grid, other), column: other },
    variant: 'role',
    args: {
      columns: [first, other].map((each) => `“${fullHeader(table, each)}”`).join(', '),
      header: fullHeader(table, other),
      first: toA1(headerRow(table, grid, first), first),
    },
  };
}

/**
 * Settles a table's value columns before they are read: the one that the setting names, else the first; the others are
 * said. @returns column.several, without the units that it blocks.
 */
export function settleClaims(table: FoundTable, grid: Grid, settings: Settings): Remark[] {
  const doubled = IDENTITY_ROLES.flatMap((role) => doubledRole(table, grid, role));
  const twin = table.twins?.find(({ column, first }) => !areEqual(table, grid, first, column));
  if (twin !== undefined) doubled.push(severalOf(table, grid, twin.first, twin.column));
  if (table.kind !== 'form' && table.kind !== 'long') return doubled;
  const chosen = chooseOfficial(table, settings);
  const periods = periodColumns(table);
  const several = VALUE_ROLES.flatMap((role): Remark[] => {
    const columns = (table.claims[role] ?? []).map(({ column }) => column);
    if (columns.length < 2 || periods.has(role)) return [];
    if (chosen && columns.some((column) => isNamed(table, column, settings.officialColumn))) return [];
    const judges = (role === 'self' || role === 'verified') && areJudges(columns.map((each) => ownWords(table, each)));
    if (judges && settings.judges === 'mean') {
      table.judges = { ...table.judges, [role]: columns };
      table.columns[role] = columns[0]!;
      return [];
    }
    const first = columns[0]!;
    const differing = columns.slice(1).find((column) => !areEqual(table, grid, first, column));
    const column = differing ?? columns[1]!;
    const names = columns.map((each) => `“${fullHeader(table, each)}”`).join(', ');
    return [
      {
        kind: 'column.several',
        at: { sheet: table.sheet, row: headerRow(table, grid, column), column },
        ...(differing === undefined
          ? { variant: 'equal' }
          : { choices: namesOf(table, columns), ...(judges ? { variant: 'judges' } : {}) }),
        args: { columns: names, header: fullHeader(table, column), first: fullHeader(table, first) },
      },
    ];
  });
  return [...doubled, ...several];
}

/**
 * Where the setting names a column that a table does not have.
 * @param tables all tables, settled. @returns settings.invalid where no table has it, else column.several at what is read in its place.
 */
export function withoutOfficial(
  tables: readonly FoundTable[],
  grids: readonly Grid[],
  { officialColumn, at }: Settings,
): { table: FoundTable | null; remark: Remark }[] {
  const place = at['Cột điểm chính thức'];
  const data = tables.filter(({ kind }) => kind === 'form' || kind === 'long');
  if (officialColumn === null || place === undefined || data.length === 0) return [];
  const roles = new Set(data.flatMap(({ official }) => official ?? []));
  if (roles.size === 0) {
    const args = { key: 'Cột điểm chính thức', value: officialColumn };
    return [{ table: null, remark: { kind: 'settings.invalid', at: place, variant: 'no-column', args } }];
  }
  return data.flatMap((table) => {
    const role = table.official === undefined ? [...roles].find((one) => table.columns[one] !== undefined) : undefined;
    if (role === undefined) return [];
    const column = table.columns[role]!;
    const args = { column: officialColumn, header: fullHeader(table, column) };
    const cell = { sheet: table.sheet, row: headerRow(table, grids[table.sheet]!, column), column };
    return [{ table, remark: { kind: 'column.several', at: cell, variant: 'lacking', args } }];
  });
}
