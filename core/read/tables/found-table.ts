/** A table as it is found: what each kind surely has, which of its rows are what, and the grid it stands in. */
import type { ColumnRole, CrossColumn, Table, TableKind } from '../assessment.ts';
import type { Grid } from '../cells/grid.ts';

/** Columns that say whose or which figures stand in a row: two of one kind that differ are nobody's guess either. */
export const IDENTITY_ROLES: readonly ColumnRole[] = ['code', 'unit', 'unitCode', 'group', 'maximum', 'rule'];

export const VALUE_ROLES = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'] as const satisfies readonly ColumnRole[];

const VALUES = new Set<ColumnRole>(VALUE_ROLES);

/** @returns whether a column of a role holds figures or points of units. */
export const isValueRole = (role: ColumnRole): role is (typeof VALUE_ROLES)[number] => VALUES.has(role);

/** Columns by role; every table of the kind has those of `Sure`. */
export type Columns<Sure extends ColumnRole = never> = Partial<Record<ColumnRole, number>> & Record<Sure, number>;

/** Which rows of a table are what. All lists ascend. */
export interface TableRows {
  lastRow: number;
  /** Rows that are read: data, or the rows of an index set. */
  dataRows: readonly number[];
  groupRows: readonly number[];
  sumRows: readonly number[];
  /** Rows among sumRows that only their name or their figures tell for sums: said. */
  summaryRows: readonly number[];
  /** Index set and form: rows whose code cell holds a text that was surely meant for a code ("1-1"): said, never counted. */
  oddRows: readonly number[];
  /** Rows with figures that name no unit or no code: said, never counted. */
  lostRows: readonly number[];
  /** Index set and form: rows of text directly under a coded row that continue it. */
  continuationRows: readonly number[];
  /** Codes that a row has by its place: "1.a" of "a)" under 1. */
  ownCodes: ReadonlyMap<number, string>;
  /** Group rows that are indicators by themselves ("C · ĐIỂM THƯỞNG · 5"): they stand under no other group. */
  loneGroups: readonly number[];
  /** By row the groups that rows of their own name for the units below. */
  titles: ReadonlyMap<number, string>;
  /** Matrix: the row of maxima under the header. */
  maxRow?: number;
}

interface Found<Kind extends TableKind, Sure extends ColumnRole = never>
  extends
    Omit<Table, 'kind' | 'columns' | 'dataRows' | 'lastRow' | 'indicatorColumns' | 'sumColumns' | 'unitColumns'>,
    TableRows {
  kind: Kind;
  columns: Columns<Sure>;
  grid: Grid;
  /** Which columns a header gives each value role, from the left; where several do, one is chosen or nobody's points count. */
  claims: Partial<Record<ColumnRole, readonly { column: number; byWords: boolean }[]>>;
  /** The words over each column's own header, nearest first. */
  over: Record<number, readonly string[]>;
}

/** What forms and long tables know of their columns of points. */
interface Points {
  /** Its points are headed "Điểm" alone: the title or the sheet's name may say whose they are. */
  lone: boolean;
  /** The role of the column that Cột điểm chính thức names here. */
  official?: ColumnRole;
}

/** What tables of a unit a row have. */
interface Units {
  /** Where the units' names stand, else their codes. */
  unitColumn: number;
}

export type SetTable = Found<'set', 'code' | 'name' | 'maximum'>;
export type FormTable = Found<'form', 'code' | 'maximum'> & Points;
export type LongTable = Found<'long', 'code'> & Points & Units;
export type UnitsTable = Found<'units'> & Units;
export type SettingsTable = Found<'settings'>;

export type MatrixTable = Found<'matrix'> &
  Units & {
    /** Every header that is no role is a code (else they are names). */
    codesOnly: boolean;
    /** Whose points a column holds, where its header says so. */
    pointColumns: Record<number, 'self' | 'verified'>;
    /** Columns that sum some of the columns before them. */
    partSums: readonly number[];
    /** Columns that say what an earlier one says of the same indicator. */
    twins: readonly { column: number; first: number }[];
    /** Columns headed by a date. */
    dateHeads: readonly number[];
    /** Indicator (in its set) by column, and typed sums by column: 'total', or a pillar's code; empty until its set is known. */
    indicatorColumns: Record<number, number>;
    sumColumns: Record<number, string>;
  };

export type CrossTable = Found<'cross', 'code'> & {
  /** From the left; empty until they are looked for: a table without any is none of ours. */
  unitColumns: readonly CrossColumn[];
  /** Rows of ranks or bands that someone typed. */
  resultRows: readonly { row: number; kind: 'rank' | 'band' }[];
};

/** Tables that hold units' figures. */
export type DataTable = FormTable | LongTable | MatrixTable | CrossTable;
export type FoundTable = SetTable | UnitsTable | SettingsTable | DataTable;

/** Tables whose rows are told by codes: an indicator a row. */
export type CodedTable = SetTable | FormTable | LongTable | CrossTable;

/** A table of which only the header is known. */
export type Outlined<T extends FoundTable> = T extends unknown ? Omit<T, keyof TableRows> : never;
export type Outline = Outlined<Exclude<FoundTable, SettingsTable>>;

/** @returns whether a table holds units' figures. */
export function isData(table: FoundTable): table is DataTable {
  return table.kind === 'form' || table.kind === 'long' || table.kind === 'matrix' || table.kind === 'cross';
}

/** @returns the columns without those of some roles. */
export function withoutRoles<C extends Columns>(columns: C, ...roles: ColumnRole[]): C {
  return Object.fromEntries(Object.entries(columns).filter(([role]) => !roles.includes(role as ColumnRole))) as C;
}

/** @returns the columns as those of a kind that surely has some of them. Throws where recognising let a table through without. */
export function surely<Sure extends ColumnRole>(columns: Columns, kind: TableKind, ...roles: Sure[]): Columns<Sure> {
  const lacking = roles.find((role) => columns[role] === undefined);
  if (lacking !== undefined) throw new Error(`A table of the kind ${kind} must have a column ${lacking}.`);
  return columns as Columns<Sure>;
}

/** @returns the rows of a table that has none yet. */
export function noRows(lastRow: number): TableRows {
  return {
    lastRow,
    dataRows: [],
    groupRows: [],
    sumRows: [],
    summaryRows: [],
    oddRows: [],
    lostRows: [],
    continuationRows: [],
    ownCodes: new Map(),
    loneGroups: [],
    titles: new Map(),
  };
}

/** @returns the table as the assessment holds it: plain data, without its grid and what only reading needs. */
export function plainTable(table: FoundTable): Table {
  const { index, kind, sheet, headerTop, headerBottom, firstRow, lastRow, left, right } = table;
  const { columns, headers, set, judges, bonus, dataRows } = table;
  const place = { sheet, headerTop, headerBottom, firstRow, lastRow, left, right };
  const plain = { index, kind, ...place, columns, judges, bonus, headers, set, dataRows };
  if (table.kind === 'matrix')
    return { ...plain, indicatorColumns: table.indicatorColumns, sumColumns: table.sumColumns };
  return table.kind === 'cross' ? { ...plain, unitColumns: table.unitColumns } : plain;
}
