/** Tables that nobody read: a header and rows of figures on a sheet that gave nothing, while units or data are missing. */
import { scalarOf, type Cell } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { CellRef, ColumnRole, Remark } from '../assessment.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { isMaximumName, roleOfHeader } from '../headers/headers.ts';
import { isIndexRow } from '../cells/index-row.ts';
import { figureOf } from '../cells/summaries.ts';
import { VALUE_ROLES, type FoundTable } from '../tables/found-table.ts';

const LEAST = 3;
const CODED = new Set<ColumnRole>(['code', 'name', 'maximum', 'rule']);
/** A header stands near the top; a sheet of text has none. */
const DEEPEST = 30;

interface Block {
  row: number;
  columns: number[];
  /** The rows of figures under it. */
  rows: number[];
}

/** How plainly a row is a header: how many of our words it has; null where it cannot be one. */
function headIn(cells: readonly Cell[]): { columns: number[]; known: number } | null {
  const columns = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
  const texts = columns.filter((column) => typeof scalarOf(cells[column]) === 'string');
  const words = texts.filter((column) => !('code' in readCode(cells[column])));
  if (columns.length < 2 || words.length < 1 || columns.some((column) => isFigure(cells[column]))) return null;
  return { columns, known: texts.filter((column) => roleOfHeader(textOf(cells[column])) !== null).length };
}

/** The rows under a header, of figures and of texts alone. */
function rowsUnder(grid: Grid, head: number, columns: readonly number[], until: number): [number[], number[]] {
  const rows: number[] = [];
  const texts: number[] = [];
  const [first = 0] = columns;
  const last = columns[columns.length - 1] ?? first;
  for (let at = head + 1; at < until && rows.length + texts.length < 50; at += 1) {
    const row = grid.row(at);
    if (row === undefined) break;
    if (isIndexRow(grid, at, first, last)) continue;
    if (columns.filter((column) => !isBlank(row.cells[column])).length < 2) break;
    if (columns.some((column, place) => place > 0 && figureOf(row.cells[column]) !== null)) rows.push(at);
    else texts.push(at);
  }
  return [rows, texts];
}

/** The row of words over rows of figures that is the plainest header: three rows at least, fewer under three of our words. */
function blockIn(grid: Grid, until: number): Block | null {
  let best: (Block & { known: number }) | null = null;
  for (const { index, cells } of grid.rows.slice(0, DEEPEST)) {
    if (index >= until) break;
    const head = headIn(cells);
    if (head === null || (best !== null && head.known <= best.known)) continue;
    const { columns, known } = head;
    const [rows, texts] = rowsUnder(grid, index, columns, until);
    if (rows.length >= (known > 2 ? 1 : LEAST)) best = { row: index, columns, rows, known };
    else if (known > 1 && texts.length >= LEAST) best = { row: index, columns, rows: texts, known };
  }
  return best;
}

/** A number that is no code of a header. */
function isFigure(cell: Parameters<typeof figureOf>[0]): boolean {
  return figureOf(cell) !== null && !('code' in readCode(cell ?? null));
}

interface Missing {
  /** The header word that the table lacks. */
  word: string;
  /** The column that it may stand over; null where none is likely. */
  column: number | null;
  /** Whether its other words are those of an index set or a form: it is told where nothing else is missing, too. */
  plain: boolean;
}

/** What a reader looked for in a header and did not find. */
function missingIn(grid: Grid, { row, columns, rows }: Block): Missing | null {
  const roles = new Map<ColumnRole, number>();
  const free: number[] = [];
  let codes = 0;
  for (const column of columns) {
    const cell = grid.at(row, column);
    const role = typeof scalarOf(cell) === 'string' ? roleOfHeader(textOf(cell)) : null;
    if (role !== null && !roles.has(role)) roles.set(role, column);
    else free.push(column);
    if ('code' in readCode(cell)) codes += 1;
  }
  const isText = (column: number): boolean =>
    rows.filter((at) => /\p{L}{2}/u.test(textOf(grid.at(at, column)))).length * 2 > rows.length;
  const texts = free.filter((column) => isText(column) && !('code' in readCode(grid.at(row, column))));
  const numbers = free.filter((column) => !isText(column));
  const maxima = rows.some((at) => columns.some((column) => isMaximumName(textOf(grid.at(at, column)))));
  const unit = roles.has('unit') || roles.has('unitCode');
  const value = VALUE_ROLES.some((role) => roles.has(role));
  const coded = [...roles.keys()].filter((role) => CODED.has(role)).length + (value ? 1 : 0);
  const lacks = (word: string, column: number | undefined): Missing => ({
    word,
    column: column ?? null,
    plain: coded > 1 && rows.some((at) => columns.some((column) => figureOf(grid.at(at, column)) !== null)),
  });
  if (unit && value) return roles.has('code') ? null : lacks('Mã chỉ số', free[0]);
  if (roles.has('name') || roles.has('code') || roles.has('rule') || (value && roles.has('maximum'))) {
    if (!roles.has('maximum')) return lacks('Điểm tối đa', numbers[numbers.length - 1]);
    if (!roles.has('name')) return lacks('Chỉ số', texts[0]);
    if (!roles.has('code') && !roles.has('order')) return lacks('Mã', free[0]);
    const points = lacks('Điểm thẩm định', numbers[0]);
    // Codes, names and maxima alone may be anybody's list.
    return numbers.length === 0 ? { ...points, plain: false } : points;
  }
  if (!unit && (codes > 0 || maxima || roles.size > 0)) return lacks('Đơn vị', texts[0]);
  if (unit && numbers.length > 0) return lacks('Điểm tối đa', undefined);
  return null;
}

/** Whether a header names several indicators by their codes, over rows of others than the units that were read. */
function isOfOthers(grid: Grid, { row, columns, rows }: Block, { codes, isUnit }: Told): boolean {
  const coded = columns.filter((column) => {
    const code = readCode(grid.at(row, column));
    return 'code' in code && codes.has(code.code);
  });
  return coded.length > 1 && rows.some((at) => !columns.some((column) => isUnit(clean(textOf(grid.at(at, column))))));
}

/** What of the sheets is told: where something is missing all that looks like a table, else what is plainly a set or a form. */
export interface Told {
  all: boolean;
  /** Whether nothing at all could be scored: then hidden sheets are looked at, too. */
  nothing: boolean;
  /** Whether a list says who is ranked: without one a table that nobody read may be of units that nobody misses. */
  listed: boolean;
  /** The indicators' codes: a header of theirs stands over data. */
  codes: ReadonlySet<string>;
  /** Whether a text names a unit that was read. */
  isUnit: (name: string) => boolean;
}

/**
 * @param readFrom the first row of a sheet that a table takes: 0 for one of our own, Infinity where nothing was read.
 * @returns a remark for each sheet that holds a table above all that was read, at the first cell of its header.
 */
export function unreadTables(grids: readonly Grid[], readFrom: (sheet: number) => number, told: Told): Remark[] {
  return grids.flatMap((grid, sheet): Remark[] => {
    const hidden = grid.picture.visibility !== 'visible';
    if (hidden && !told.nothing) return [];
    const block = blockIn(grid, readFrom(sheet));
    const missing = block === null ? null : missingIn(grid, block);
    if (
      block === null ||
      missing === null ||
      !((told.all && !hidden) || missing.plain || isOfOthers(grid, block, told))
    )
      return [];
    const at: CellRef = { sheet, row: block.row, column: block.columns[0] ?? 0 };
    const place: CellRef | null = missing.column === null ? null : { ...at, column: missing.column };
    const header = place === null ? '' : clean(shownText(grid.at(place.row, place.column)));
    return [
      {
        kind: 'table.unread',
        at,
        variant: !(told.all || told.nothing) && told.listed ? 'aside' : place === null ? 'word' : undefined,
        args: { word: missing.word, header, count: String(block.rows.length) },
        ...(place === null ? {} : { repair: [{ at: place, value: missing.word }] }),
      } as Remark,
    ];
  });
}

/** @returns where a workbook without an index set holds a table that is one but for a column, what it lacks or has too much. */
export function noSets(tables: readonly FoundTable[], headerOf: (table: FoundTable) => CellRef): Remark[] {
  return tables.flatMap((table): Remark[] => {
    const { name, maximum, unit } = table.columns;
    if (table.kind === 'matrix' || (name === undefined && maximum === undefined)) return [];
    const at = headerOf(table);
    const word = name === undefined ? 'Chỉ số' : maximum === undefined ? 'Điểm tối đa' : null;
    if (word !== null) return [{ kind: 'table.unread', at, variant: 'no-set', args: { word } }];
    if (unit === undefined) return [];
    return [{ kind: 'table.unread', at, variant: 'unit-column', args: { word: table.headers[unit] ?? '' } }];
  });
}
