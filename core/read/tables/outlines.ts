/** A table's header as columns: roles, claims, and where the table begins; its rows are not known yet. */
import type { ColumnRole } from '../assessment.ts';
import { readCode } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import { isIndexRow } from '../cells/index-row.ts';
import type { Head } from '../headers/header-rows.ts';
import { bonusColumns } from './bonus-columns.ts';
import { IDENTITY_ROLES, isValueRole, surely, VALUE_ROLES, type Columns, type Outline } from './found-table.ts';
import { edgesOf, type FoundKind, type Recognised } from './recognise.ts';

type Claims = Outline['claims'];

/** Whether the column before a matrix or a unit list numbers its rows, without a header TT. */
function isNumbered({ kind, bottom }: Recognised, grid: Grid, column: number): boolean {
  if ((kind !== 'matrix' && kind !== 'units') || column < 0) return false;
  let numbers = 0;
  for (let row = bottom + 1; row <= bottom + 8; row += 1) {
    const code = readCode(grid.at(row, column));
    if ('text' in code || 'date' in code) return false;
    if (!('empty' in code)) numbers += 1;
  }
  return numbers > 1;
}

/** What a head's role is in a table of a kind. */
function roleIn(kind: FoundKind, { role }: Head): ColumnRole | null {
  if (role === 'evidence' && kind === 'set') return 'evidenceRequired';
  return role === 'rank' && kind === 'units' ? 'ranked' : role;
}

/** Which columns claim each role that may be claimed twice. */
function claimsOf({ kind, heads }: Recognised): Claims {
  const claims: { [R in ColumnRole]?: { column: number; byWords: boolean }[] } = {};
  for (const head of heads) {
    const role = roleIn(kind, head);
    if (role !== null && (isValueRole(role) || IDENTITY_ROLES.includes(role)))
      (claims[role] ??= []).push({ column: head.column, byWords: head.byWords === true });
  }
  return claims;
}

function columnsOf({ kind, heads }: Recognised, claims: Claims): Columns {
  const columns: Columns = {};
  for (const head of heads) {
    const role = roleIn(kind, head);
    if (role !== null && !isValueRole(role)) columns[role] ??= head.column;
  }
  for (const role of VALUE_ROLES) {
    const [first] = [...(claims[role] ?? [])].sort((one, other) => Number(one.byWords) - Number(other.byWords));
    if (first !== undefined) columns[role] = first.column;
  }
  const coded = kind === 'set' || kind === 'form' || kind === 'long' || kind === 'cross';
  if (columns.order !== undefined && coded) columns.code ??= columns.order;
  return columns;
}

/** @returns a table of which only the header is known. */
export function outlineOf(found: Recognised, grid: Grid): Outline {
  const { kind, heads, top, bottom } = found;
  const headers: Record<number, string> = {};
  for (const head of heads) headers[head.column] = head.text;
  const all = claimsOf(found);
  const told = columnsOf(found, all);
  const [first, right] = edgesOf(heads);
  const numbered = told.order === undefined && isNumbered(found, grid, first - 1);
  const left = numbered ? first - 1 : first;
  const columns = numbered ? { ...told, order: left } : told;
  const over = Object.fromEntries(heads.map(({ column, over: words = [] }) => [column, words]));
  const bonus = bonusColumns({ kind, columns, headers }, over);
  // "Điểm tối đa (điểm thưởng)" is no second Điểm tối đa.
  const beside = new Set<number | undefined>(Object.values(bonus ?? {}));
  const claims = Object.fromEntries(
    Object.entries(all).map(([role, list]) => [role, list.filter(({ column }) => !beside.has(column))]),
  );
  const firstRow = bottom + (isIndexRow(grid, bottom + 1, left, right) ? 2 : 1);
  const place = { sheet: grid.sheet, grid, headerTop: top, headerBottom: bottom, firstRow, left, right };
  const common = { index: 0, ...place, headers, claims, over, bonus, set: null };
  switch (kind) {
    case 'set':
      return { ...common, kind, columns: surely(columns, kind, 'code', 'name', 'maximum') };
    case 'form':
      return { ...common, kind, columns: surely(columns, kind, 'code', 'maximum'), lone: false };
    case 'cross':
      return { ...common, kind, columns: surely(columns, kind, 'code'), unitColumns: [], resultRows: [] };
    case 'long':
      return {
        ...common,
        kind,
        columns: surely(columns, kind, 'code'),
        unitColumn: unitColumnOf(columns),
        lone: false,
      };
    case 'units':
      return { ...common, kind, columns, unitColumn: unitColumnOf(columns) };
    case 'matrix':
      return {
        ...common,
        kind,
        columns,
        unitColumn: unitColumnOf(columns),
        codesOnly: found.codesOnly,
        dateHeads: heads.filter((head) => head.date).map((head) => head.column),
        pointColumns: Object.fromEntries(
          heads.flatMap(({ column, points }) => (points === undefined ? [] : [[column, points]])),
        ),
        twins: heads.flatMap(({ column, twin }) => (twin === undefined ? [] : [{ column, first: twin }])),
        partSums: [],
        indicatorColumns: {},
        sumColumns: {},
      };
  }
}

/** The column of the units' names, else of their codes. */
function unitColumnOf(columns: Columns): number {
  const column = columns.unit ?? columns.unitCode;
  if (column === undefined) throw new Error('A table of units must have a column of their names or codes.');
  return column;
}
