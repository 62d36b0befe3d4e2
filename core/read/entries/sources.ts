/** Where the inputs of entries stand in a table. */
import { INPUT_COLUMNS } from '../assessment.ts';
import {
  VALUE_ROLES,
  type CrossTable,
  type FormTable,
  type FoundTable,
  type LongTable,
  type MatrixTable,
} from '../tables/found-table.ts';
import type { Places } from '../units/owned.ts';
import { EntrySource, type Input } from './stored-entry.ts';

/** @returns the columns of values of a table. */
export function placesOf({ columns }: FoundTable): Places {
  const places: Places = {};
  for (const role of VALUE_ROLES) if (columns[role] !== undefined) places[role] = columns[role];
  return places;
}

/** The inputs at their places; `judges`: of several people's columns. */
function inputsAt(places: Places, judges: FoundTable['judges'] = {}): Input[] {
  return INPUT_COLUMNS.flatMap((name): Input[] => {
    const column = places[name];
    return column === undefined ? [] : [{ name, column, several: name in judges }];
  });
}

/** @returns the source of the rows of a form, a long table, or the columns of one unit in a bảng ngang. */
export function sourceOf(table: FormTable | LongTable | CrossTable, places: Places): EntrySource {
  const code = { column: table.columns.code, row: null };
  return new EntrySource(table.index, table.grid, inputsAt(places, table.judges), code);
}

/** @returns that of the bonus points beside the scores of the rows of another; null where the table has none. */
export function bonusSource({ index, grid, bonus }: FoundTable, { code }: EntrySource): EntrySource | null {
  if (bonus === undefined) return null;
  const { self, verified } = bonus;
  return new EntrySource(index, grid, inputsAt({ self, verified }), code);
}

/** The columns of a matrix that are read as one indicator. */
export interface MatrixPart {
  indicator: number;
  source: EntrySource;
}

/** What all rows of a matrix share. */
export interface MatrixSource {
  parts: readonly MatrixPart[];
  /** Whose points stand in a column. */
  sourceOf: (column: number) => 'self' | 'verified';
  /** Whose points the indicators have. */
  sources: ReadonlySet<'self' | 'verified'>;
}

/** @returns the sources of a matrix, one an indicator; `titled`: whose points stand where no header says it. */
export function matrixSource(table: MatrixTable, titled: 'self' | 'verified'): MatrixSource {
  const { grid, pointColumns, index, left, headerBottom } = table;
  const of = (column: number): 'self' | 'verified' => pointColumns[column] ?? titled;
  // One header twice is two columns; Tự chấm and Thẩm định of one indicator are read as one.
  const parts: { indicator: number; columns: number[] }[] = [];
  for (const [key, indicator] of Object.entries(table.indicatorColumns)) {
    const column = Number(key);
    const part = parts.find(
      (one) => one.indicator === indicator && one.columns.every((other) => of(other) !== of(column)),
    );
    if (part === undefined) parts.push({ indicator, columns: [column] });
    else part.columns.push(column);
  }
  return {
    sourceOf: of,
    sources: new Set(parts.flatMap(({ columns }) => columns.map(of))),
    parts: parts.map(({ indicator, columns }): MatrixPart => {
      const inputs = inputsAt(Object.fromEntries(columns.map((column) => [of(column), column])));
      return {
        indicator,
        source: new EntrySource(index, grid, inputs, { column: columns[0] ?? left, row: headerBottom }),
      };
    }),
  };
}
