/** The columns of all tables, settled before anything is read of them. */
import type { Remark, Settings } from '../assessment.ts';
import { settleClaims, withoutOfficial } from './claims.ts';
import { withoutRoles, type Columns, type FoundTable } from './found-table.ts';
import { titledSource } from './places.ts';

/** What is said of a table's columns; whom that holds up is known once the units are. */
export interface OfTable {
  /** The table's place. */
  table: number;
  remark: Remark;
}

function asSelf<C extends Columns>(columns: C, column: number): C {
  return { ...withoutRoles(columns, 'verified'), self: column };
}

/** Points headed "Điểm" alone are the unit's own where the title says so. */
function ofLonePoints(table: FoundTable, tables: readonly FoundTable[]): FoundTable {
  const isLone = (table.kind === 'form' || table.kind === 'long') && table.lone;
  const { verified } = table.columns;
  if (!isLone || verified === undefined || titledSource(table, tables) === 'verified') return table;
  if (table.kind === 'form') return { ...table, columns: asSelf(table.columns, verified) };
  return table.kind === 'long' ? { ...table, columns: asSelf(table.columns, verified) } : table;
}

/** @returns the tables, each with the column that counts where its headers give one role to several, and what is said of the others. */
export function settleColumns(
  found: readonly FoundTable[],
  settings: Settings,
): { tables: FoundTable[]; remarks: Remark[]; ofTables: OfTable[] } {
  const claimed = found.map((table) => settleClaims(table, settings));
  const tables = claimed.map(({ table }) => ofLonePoints(table, found));
  const ofTables = claimed.flatMap(({ table, remarks }) =>
    remarks.map((remark): OfTable => ({ table: table.index, remark })),
  );
  const remarks: Remark[] = [];
  for (const { table, remark } of withoutOfficial(tables, settings))
    if (table === null) remarks.push(remark);
    else ofTables.push({ table, remark });
  return { tables, remarks, ofTables };
}
