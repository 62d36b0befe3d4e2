/** Sums, ranks and bands that people typed: they are compared with ours, never added. */
import { isEmpty, type Cell } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { CellRef, TypedFigure } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { statesTotal } from '../cells/summaries.ts';
import type { CrossTable, FormTable, FoundTable, MatrixTable } from '../tables/found-table.ts';
import type { Places } from '../units/owned.ts';
import type { MatrixSource } from './sources.ts';

const SOURCES = ['self', 'verified'] as const;

interface Filled {
  at: CellRef;
  cell: Cell;
}

/** The cell of a table, where something stands there. */
function filled({ grid, sheet }: FoundTable, row: number, column: number | undefined): Filled | null {
  if (column === undefined) return null;
  const cell = grid.at(row, column);
  return isEmpty(cell) ? null : { at: { sheet, row, column }, cell };
}

/** The typed points of a row by source; one person's sum says nothing of the mean. */
function pointsIn(table: FoundTable, row: number, places: Places): (Filled & { source: 'self' | 'verified' })[] {
  return SOURCES.flatMap((source) => {
    const found = table.judges?.[source] === undefined ? filled(table, row, places[source]) : null;
    return found === null ? [] : [{ source, ...found }];
  });
}

/** @returns what is typed in a pillar's row of a form. */
export function typedPillars(
  table: FoundTable,
  row: number,
  unit: number,
  pillars: string[],
  places: Places,
): TypedFigure[] {
  return pointsIn(table, row, places).map(({ source, at, cell }): TypedFigure => ({
    kind: 'pillar',
    source,
    unit,
    pillars,
    at,
    cell,
  }));
}

/** @returns what is typed in the Tổng row of a form. */
export function typedTotals(table: FormTable | CrossTable, unit: number, places: Places): TypedFigure[] {
  const { columns, grid, sumRows, bonus } = table;
  const nameColumn = columns.name ?? columns.code;
  return sumRows.flatMap((row) => {
    const name = clean(shownText(grid.at(row, nameColumn)) || shownText(grid.at(row, columns.code)));
    if (!statesTotal(table, row, name)) return [];
    return pointsIn(table, row, places).map(({ source, at, cell }): TypedFigure => ({
      kind: 'total',
      source,
      unit,
      at,
      cell,
      ...(bonus === undefined ? {} : { bonusApart: true }),
    }));
  });
}

/** @returns ranks and bands typed below a bảng ngang. */
export function typedResults(table: CrossTable, unit: number, places: Places): TypedFigure[] {
  return table.resultRows.flatMap(({ row, kind }): TypedFigure[] => {
    const found = filled(table, row, places.verified ?? places.self);
    return found === null ? [] : [{ kind, source: null, unit, ...found }];
  });
}

/** @returns sums, ranks and bands typed in a unit's row of a matrix. */
export function typedInRow(table: MatrixTable, row: number, unit: number, shared: MatrixSource): TypedFigure[] {
  const typed: TypedFigure[] = [];
  for (const [key, what] of Object.entries(table.sumColumns)) {
    const column = Number(key);
    const source = shared.sourceOf(column);
    const found = shared.sources.has(source) ? filled(table, row, column) : null;
    if (found === null) continue;
    typed.push(
      what === 'total'
        ? { kind: 'total', source, unit, ...found }
        : { kind: 'pillar', source, unit, pillars: [what], ...found },
    );
  }
  for (const kind of ['rank', 'band'] as const) {
    const found = filled(table, row, table.columns[kind]);
    if (found !== null) typed.push({ kind, source: null, unit, ...found });
  }
  return typed;
}
