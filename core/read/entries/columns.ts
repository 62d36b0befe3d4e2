/** What is said of the columns of tables, each with the units that it holds up. */
import type { BlockingId, CellRef, Entry, Remark } from '../assessment.ts';
import type { SetIndex } from '../sets/set-index.ts';
import type { FoundTable } from '../tables/found-table.ts';
import type { OfTable } from '../tables/settled.ts';
import { blankColumns } from '../unread/blank-columns.ts';
import { unreadColumns } from '../unread/columns.ts';
import type { RawUnit } from '../units/units.ts';

const FIGURES = ['a', 'b', 'c', 'd'] as const;
/** Remarks on columns that change nobody's points. */
const NOTED = new Set(['equal', 'note', 'text']);

/** What the columns of tables are told by and hold up. */
export interface Told {
  indexes: readonly SetIndex[];
  entries: readonly Pick<Entry, 'table' | 'unit'>[];
  /** What is said of the entries: a column that it names is not said again. */
  remarks: readonly Remark[];
  units: readonly Pick<RawUnit, 'index' | 'listedAt'>[];
  setOfUnit: readonly (number | null)[];
}

/** The columns a–d of a form or long table where no rule of its set asks for figures. */
function unneeded({ kind, columns, set }: FoundTable, indexes: readonly SetIndex[]): number[] {
  const index = indexes[set ?? -1];
  if ((kind !== 'form' && kind !== 'long') || index === undefined) return [];
  // What an unreadable rule asks for is not known.
  const isOpen = index.set.indicators.some(({ rule }) => rule === null);
  if (isOpen || index.needs.some(({ figures }) => figures.length > 0)) return [];
  return FIGURES.flatMap((role) => columns[role] ?? []);
}

/** The columns of a table whose header something else is said of, by sheet looked up once. */
function headsTold(remarks: readonly Remark[]): (table: FoundTable) => Set<number> {
  const bySheet = new Map<number, CellRef[]>();
  for (const { at } of remarks) {
    if (at === null) continue;
    const there = bySheet.get(at.sheet);
    if (there === undefined) bySheet.set(at.sheet, [at]);
    else there.push(at);
  }
  return ({ sheet, headerTop, headerBottom }) => {
    const inHead = (bySheet.get(sheet) ?? []).filter(({ row }) => row >= headerTop && row <= headerBottom);
    return new Set(inHead.map(({ column }) => column));
  };
}

/** The units that a table decides about: those of its rows; of a set all that are scored by it; of a list all in it. */
function unitsUnder({ entries, units, setOfUnit }: Told): (table: FoundTable) => number[] {
  const byTable = new Map<number, Set<number>>();
  // Entries of a table and a unit mostly stand together.
  let last: Pick<Entry, 'table' | 'unit'> | null = null;
  for (const entry of entries) {
    const { table, unit } = entry;
    if (last?.table === table && last.unit === unit) continue;
    last = entry;
    const known = byTable.get(table);
    if (known === undefined) byTable.set(table, new Set([unit]));
    else known.add(unit);
  }
  return (table) => {
    if (table.kind === 'set') return [...setOfUnit.keys()].filter((unit) => setOfUnit[unit] === table.set);
    if (table.kind === 'units')
      return units.filter(({ listedAt }) => listedAt?.sheet === table.sheet).map(({ index }) => index);
    return [...(byTable.get(table.index) ?? [])];
  };
}

/**
 * @param waiting what was said of columns before the units were known.
 * @returns that and the columns that nobody read, each with the units of its table that it blocks; and by table the headers of the latter.
 */
export function columnRemarks(
  tables: readonly FoundTable[],
  waiting: readonly OfTable[],
  told: Told,
): { remarks: Remark[]; unread: Map<number, CellRef[]> } {
  const toldIn = headsTold(told.remarks);
  const under = unitsUnder(told);
  const said = [...waiting];
  const unread = new Map<number, CellRef[]>();
  for (const table of tables) {
    const found = [...unreadColumns(table, toldIn(table), unneeded(table, told.indexes)), ...blankColumns(table)];
    unread.set(
      table.index,
      found.flatMap(({ at }) => at ?? []),
    );
    said.push(...found.map((remark): OfTable => ({ table: table.index, remark })));
  }
  const remarks = said.map(({ table: place, remark }): Remark => {
    const table = tables[place];
    const blocks = table === undefined || NOTED.has(remark.variant ?? '') ? [] : under(table);
    // Of tables only columns are told.
    return blocks.length === 0 ? remark : { ...remark, kind: remark.kind as BlockingId, blocks };
  });
  return { remarks, unread };
}
