/** What was recognised in a workbook, table by table: shown first, so that a person sees what counts and what does not. */
import type { IndexSet } from '../framework/framework.ts';
import type { SheetPicture } from '../workbook/picture.ts';
import { SHEET_NAMES } from '../workbook/stamp.ts';
import type { ColumnRole, CellRef, Entry, Recognised, TableKind, Unit } from './assessment.ts';
import type { FoundTable } from './tables/found-table.ts';
import { isBlank, type Grid } from './cells/grid.ts';
import type { FoundTables } from './tables/tables.ts';

/** The lowest header cell of a column that says something. */
function headerCell(table: FoundTable, column: number): CellRef {
  const { grid } = table;
  let row = table.headerBottom;
  while (row > table.headerTop && isBlank(grid.at(row, column))) row -= 1;
  if (isBlank(grid.at(row, column))) row = table.headerBottom;
  return { sheet: table.sheet, row, column };
}

/** Units and indicators of each table. */
function counts(entries: readonly Entry[]): Map<number, { units: Set<number>; indicators: Set<number> }> {
  const byTable = new Map<number, { units: Set<number>; indicators: Set<number> }>();
  for (const { table, unit, indicator } of entries) {
    let own = byTable.get(table);
    if (own === undefined) byTable.set(table, (own = { units: new Set(), indicators: new Set() }));
    own.units.add(unit);
    own.indicators.add(indicator);
  }
  return byTable;
}

/** Our own sheet as what it most resembles. */
function ownKind({ name, visibility }: SheetPicture): TableKind {
  if (visibility !== 'visible') return 'settings';
  return name.normalize('NFC').startsWith(SHEET_NAMES.ranking) ? 'matrix' : 'long';
}

function ownSheet(grid: Grid): Recognised {
  const { rows } = grid;
  const right = rows.reduce((most, { cells }) => Math.max(most, cells.length - 1), 0);
  return {
    kind: ownKind(grid.picture),
    sheet: grid.sheet,
    area: { top: rows[0]?.index ?? 0, left: 0, bottom: rows[rows.length - 1]?.index ?? 0, right },
    set: null,
    units: 0,
    indicators: 0,
    columns: {},
    unread: [],
    skipped: 'own',
  };
}

interface Read {
  sets: readonly IndexSet[];
  units: readonly Pick<Unit, 'listedAt'>[];
  entries: readonly Entry[];
  /** Tables whose rows are all of another period. */
  otherPeriod: ReadonlySet<number>;
  /** By table the headers of columns of figures that nobody reads. */
  unread: ReadonlyMap<number, CellRef[]>;
}

/** @returns every table in the order of the sheets, those that were passed over among them. */
export function recognised(found: FoundTables, { sets, units, entries, otherPeriod, unread }: Read): Recognised[] {
  const read = counts(entries);
  const listed = new Map<number, number[]>();
  for (const { listedAt } of units) {
    if (listedAt === null) continue;
    const rows = listed.get(listedAt.sheet);
    if (rows === undefined) listed.set(listedAt.sheet, [listedAt.row]);
    else rows.push(listedAt.row);
  }
  const itemOf = (table: FoundTable, skipped: Recognised['skipped']): Recognised => {
    const own = skipped === null ? read.get(table.index) : undefined;
    const set = sets[table.set ?? -1];
    const columns: Recognised['columns'] = {};
    for (const [role, column] of Object.entries(table.columns)) columns[role as ColumnRole] = headerCell(table, column);
    const inList = (row: number): boolean => row >= table.firstRow && row <= table.lastRow;
    return {
      kind: table.kind,
      sheet: table.sheet,
      area: { top: table.headerTop, left: table.left, bottom: table.lastRow, right: table.right },
      set: set === undefined ? null : set.title === '' ? String((table.set ?? 0) + 1) : set.title,
      units: table.kind === 'units' ? (listed.get(table.sheet) ?? []).filter(inList).length : (own?.units.size ?? 0),
      indicators: table.kind === 'set' ? (set?.indicators.length ?? 0) : (own?.indicators.size ?? 0),
      columns,
      unread: unread.get(table.index) ?? [],
      skipped,
    };
  };
  const items = [
    ...found.tables.map((table) => itemOf(table, otherPeriod.has(table.index) ? 'period' : null)),
    ...found.hidden.map((table) => itemOf(table, 'hidden')),
    ...found.grids.filter(({ sheet }) => found.ownSheets.includes(sheet)).map(ownSheet),
  ];
  return items.sort((x, y) => x.sheet - y.sheet || x.area.top - y.area.top || x.area.left - y.area.left);
}
