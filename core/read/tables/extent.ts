/** Where a table ends, and which of its rows are data, groups and sums (docs/contract.md#rows). */
import { kindOf, scalarOf } from '../../workbook/cell.ts';
import type { Cell } from '../../workbook/cell.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import type { ColumnRole, Table } from '../assessment.ts';
import { Children, follows, leadingMarker, markerOf, type Candidate, type Marker } from './child-codes.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import { isBlank, textOf } from '../cells/grid.ts';
import { isMaximumName, isSumRowName } from '../headers/headers.ts';
import { Headings } from './heading-rows.ts';
import { isIndexRow } from '../cells/index-row.ts';
import { namesNoUnit, RowsAbove, saysClosing, saysSummary } from '../cells/summaries.ts';
import { titleRows } from './title-rows.ts';

/** A table with what the reader needs beside the contract. All row lists ascend. */
export interface FoundTable extends Table {
  /** Which columns a header gives each value role, from the left; where several do, one is chosen or nobody's points count. */
  claims: Partial<Record<ColumnRole, { column: number; byWords: boolean }[]>>;
  /** Its points are headed "Điểm" alone: the title or the sheet's name may say whose they are. */
  lone?: boolean;
  /** The role of the column that Cột điểm chính thức names here. */
  official?: ColumnRole;
  /** The words over each column's own header, nearest first. */
  over: Record<number, string[]>;
  /** Matrix: the row of maxima under the header. */
  maxRow?: number;
  /** Matrix: every header that is no role is a code (else they are names). */
  codesOnly?: boolean;
  /** Matrix: whose points a column holds, where its header says so. */
  pointColumns?: Record<number, 'self' | 'verified'>;
  /** Matrix: columns that sum some of the columns before them. */
  partSums?: number[];
  /** Matrix: columns that say what an earlier one says of the same indicator. */
  twins?: { column: number; first: number }[];
  /** Matrix: columns headed by a date. */
  dateHeads?: number[];
  groupRows: number[];
  /** By row the groups that rows of their own name for the units below. */
  titles: Map<number, string>;
  sumRows: number[];
  /** Index set and form: rows whose code cell holds a text that was surely meant for a code ("1-1"): said, never counted. */
  oddRows: number[];
  /** Rows with figures that name no unit or no code: said, never counted. */
  lostRows: number[];
  /** Rows among sumRows that only their name or their figures tell for sums: said. */
  summaryRows?: number[];
  /** Bảng ngang: rows of ranks or bands that someone typed. */
  resultRows?: { row: number; kind: 'rank' | 'band' }[];
  /** Codes that a row has by its place: "1.a" of "a)" under 1. */
  ownCodes?: Map<number, string>;
  /** Group rows that are indicators by themselves ("C · ĐIỂM THƯỞNG · 5"): they stand under no other group. */
  loneGroups?: number[];
  /** Index set and form: rows of text directly under a coded row that continue it. */
  continuationRows: number[];
}

/** Columns that say whose or which figures stand in a row: two of one kind that differ are nobody's guess either. */
export const IDENTITY_ROLES: ColumnRole[] = ['code', 'unit', 'unitCode', 'group', 'maximum', 'rule'];

export const VALUE_ROLES: ColumnRole[] = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'];

function blankBetween(grid: Grid, row: number, left: number, right: number): boolean {
  const cells = grid.row(row)?.cells;
  if (cells === undefined) return true;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1)
    if (!isBlank(cells[column])) return false;
  return true;
}

function isFigure(cell: Cell): boolean {
  const value = scalarOf(cell);
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value.length < 40 && /^[(\s]*[-−]?\d[\d.,\s]*(?:%|điểm|đ)?[)\s]*$/i.test(value))
  );
}

/** "I. Nhận thức số" in one cell, mostly merged over Mã and Chỉ số. */
const TITLED_GROUP = /^([IVXLC]+|\p{Lu})[.)] ?(?=\p{L}{2})(.+)$/u;
/** "A)", "(I)", "II/" beside the group's name. */
const BRACKETED_GROUP = /^\(?([IVXLC]+|\p{Lu})\s?[).:/-]+$/u;

/** "Phần A", "Mục 1" in the code's cell; "I. Thể chế", "Phần A: Thể chế" in the name's, where no code stands. */
const WORDED_GROUP = /^(?:Phần|Mục|Chương|Nhóm|Lĩnh vực|Trụ cột) ([IVXLC]+|\p{L}|\d{1,2})(?=$|[.:)–-])/iu;

/** @returns the name in the cell of a group row that holds its letter or numeral, too; "" where it stands in its own column. */
export function groupName(table: FoundTable, grid: Grid, row: number): string {
  return TITLED_GROUP.exec(clean(shownText(grid.at(row, table.columns.code!))))?.[2] ?? '';
}

/** @returns what marks a group row: its code cell, alone or before a name, else TT where Mã stands beside it. */
export function groupAt(table: FoundTable, grid: Grid, row: number): CodeReading {
  const code = readCode(grid.at(row, table.columns.code!));
  const { order, name } = table.columns;
  const titled = 'text' in code ? TITLED_GROUP.exec(code.text) : null;
  if (titled !== null && name !== undefined && isBlank(grid.at(row, name))) return { group: titled[1]! };
  const bracketed = 'text' in code ? BRACKETED_GROUP.exec(code.text) : null;
  if (bracketed !== null && name !== undefined && !isBlank(grid.at(row, name))) return { group: bracketed[1]! };
  const worded = WORDED_GROUP.exec('text' in code ? code.text : '');
  if (worded !== null && worded[0].length === (code as { text: string }).text.length) return groupOf(worded);
  if (!('empty' in code)) return code;
  if (order !== undefined && order !== table.columns.code && !isBlank(grid.at(row, order)))
    return readCode(grid.at(row, order));
  // Without figures of its own it continues the row above it.
  const summed = table.kind !== 'long' && isFigure(grid.at(row, table.columns.maximum ?? -1));
  const title = name === undefined || !summed ? '' : clean(shownText(grid.at(row, name)));
  const leading = TITLED_GROUP.exec(title);
  if (leading !== null) return { group: leading[1]! };
  const within = WORDED_GROUP.exec(title);
  return within === null ? code : groupOf(within);
}

/** A number alone could be taken for a code: its word goes with it. */
function groupOf([words, token]: RegExpExecArray): CodeReading {
  return { group: /\d/.test(token!) ? words : token!.toUpperCase() };
}

/** Whether a cell is merged over its neighbours to the right: a title inside the table. */
function isBanner(grid: Grid, row: number, column: number): boolean {
  return grid
    .mergesAt(row)
    .some((area) => area.top === row && area.left <= column && area.right > column && area.right - area.left > 1);
}

/** A text that was surely meant for a code: "1-1", "1.1*". */
function isOdd(text: string): boolean {
  return /^\S*\d\S*$/.test(text);
}

/** Fills the row lists of a coded table whose region ends before row `end`. */
function coded(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  const { columns, left, right } = table;
  const codeColumn = columns.code!;
  const nameColumn = columns.name ?? columns.unit ?? codeColumn;
  const unitColumns = [columns.unit, columns.unitCode].filter((column): column is number => column !== undefined);
  const named = [...new Set([nameColumn, ...unitColumns])];
  const valueColumns = VALUE_ROLES.flatMap((role) => columns[role] ?? []);
  const hasFigures = (cells: readonly Cell[]): boolean =>
    valueColumns.some((column) => isFigure(cells[column] ?? null));
  const hasMaximum = (cells: readonly Cell[]): boolean => isFigure(cells[columns.maximum ?? -1] ?? null);
  const isLost = (cells: readonly Cell[]): boolean => hasFigures(cells) || hasMaximum(cells);
  const summed = [...valueColumns, columns.maximum ?? -1].filter((column) => column >= 0);
  const candidates: Candidate[] = [];
  // Lone small letters that mark a group where they are no parts of the row above.
  const letters = new Map<number, boolean>();
  const marks = new Map<number, string>();
  const above = new RowsAbove(summed);
  const closing: number[] = [];
  let lastUnit = '';
  const lose = (at: number): void => {
    table.lostRows.push(at);
    if (at === table.lastRow + 1) table.lastRow = at;
  };
  let previous = -2;
  // A long table repeats its names row by row.
  const lastNames: string[] = named.map(() => '');
  const lastSums: boolean[] = named.map(() => false);
  for (const row of grid.rows) {
    const at = row.index;
    if (at < table.firstRow || at >= end) continue;
    if (blankBetween(grid, at, left, right) || isRepeat(at)) continue;
    const code = readCode(row.cells[codeColumn]);
    let sum = 'text' in code && isSumRowName(code.text);
    for (let place = 0; place < named.length; place += 1) {
      const name = textOf(row.cells[named[place]!]);
      if (name !== lastNames[place]) {
        lastNames[place] = name;
        lastSums[place] = isSumRowName(name);
      }
      sum ||= lastSums[place]!;
    }
    const own = table.kind === 'long' || 'code' in code || 'date' in code ? null : markerAt(table, grid, at, code);
    const letter = 'group' in code && own !== null;
    if (sum) table.sumRows.push(at);
    else if (table.kind === 'long') {
      if ('empty' in code && !hasFigures(row.cells)) continue;
      if ('empty' in code && isTotalOf(shownText(row.cells[columns.unit ?? -1] ?? null), lastUnit)) {
        table.sumRows.push(at);
        table.summaryRows = [...(table.summaryRows ?? []), at];
        table.lastRow = at;
        continue;
      }
      if ('empty' in code && unitColumns.some((column) => !isBlank(grid.lent(at, column)))) {
        lose(at);
        continue;
      }
      if (unitColumns.every((column) => isBlank(row.cells[column]) && isBlank(grid.lent(at, column)))) {
        if (hasFigures(row.cells)) lose(at);
        continue;
      }
      if ('group' in code) table.groupRows.push(at);
      else if (
        !('text' in code) ||
        isOdd(code.text) ||
        kindOf(row.cells[codeColumn]) === 'error' ||
        hasFigures(row.cells)
      )
        table.dataRows.push(at);
      else continue;
      lastUnit = columns.unit === undefined ? '' : shownText(grid.lent(at, columns.unit));
    } else if ('code' in code || 'date' in code) {
      table.dataRows.push(at);
      above.add(row.cells);
    } else if (
      own !== null &&
      hasMaximum(row.cells) &&
      (!letter || (previous === at - 1 && !leads(grid, at, codeColumn)))
    ) {
      candidates.push({ row: at, marker: own });
      if (letter) letters.set(at, hasFigures(row.cells));
    } else if ('group' in code) {
      table.groupRows.push(at);
      marks.set(at, code.group);
      above.next();
      // a, b, c with points of their own and nothing coded under them: group rows carry none.
      const next = readCode(grid.at(at + 1, codeColumn));
      if (/^\p{Ll}$/u.test(code.group) && !('code' in next) && hasFigures(row.cells)) table.lostRows.push(at);
    } else if ('text' in code && isOdd(code.text) && isFigure(row.cells[columns.maximum ?? -1] ?? null))
      table.oddRows.push(at);
    else if ('group' in groupAt(table, grid, at)) {
      const mark = groupAt(table, grid, at);
      table.groupRows.push(at);
      if ('group' in mark) marks.set(at, mark.group);
      above.next();
    } else if (isLost(row.cells) && closes(table, grid, at, code)) {
      closing.push(at);
    } else if (
      isLost(row.cells) &&
      ('empty' in code || ('text' in code && saysSummary(code.text))) &&
      isSummary(table, grid, at, above)
    ) {
      table.sumRows.push(at);
      table.summaryRows = [...(table.summaryRows ?? []), at];
    } else if ('empty' in code && previous === at - 1 && !isLost(row.cells) && !isBanner(grid, at, nameColumn)) {
      const others = row.cells.some(
        (cell, column) =>
          column >= left &&
          column <= right &&
          !isBlank(cell) &&
          column !== nameColumn &&
          column !== columns.description,
      );
      if (others) continue;
      table.continuationRows.push(at);
    } else {
      // Below a blank row a form has its signatures and notes: figures there are strays.
      if (isLost(row.cells) && at <= table.lastRow + 1) lose(at);
      else if ('empty' in code && hasFigures(row.cells) && hasMaximum(row.cells)) table.lostRows.push(at);
      continue;
    }
    const passed = sum || table.groupRows[table.groupRows.length - 1] === at;
    previous = passed ? -2 : at;
    table.lastRow = at;
  }
  if (table.kind === 'long') return;
  // What closes a table stands below all of it; else it is a row without its code.
  const lastData = table.dataRows[table.dataRows.length - 1]!;
  for (const row of closing)
    if (row < lastData) table.lostRows.push(row);
    else {
      table.sumRows.push(row);
      table.summaryRows = [...(table.summaryRows ?? []), row];
    }
  const headings = new Headings(table, grid, valueColumns);
  // A bullet before sums of what follows is no part of the row above.
  const sums = headings.among(candidates.flatMap(({ row }) => (hasFigures(grid.row(row)!.cells) ? row : [])));
  const parts = candidates.filter(({ row }) => !sums.includes(row));
  for (const row of new Children(table, grid, valueColumns).settle(parts, marks)) {
    const scored = letters.get(row);
    if (scored === undefined || scored) table.lostRows.push(row);
    if (scored !== undefined) table.groupRows.push(row);
  }
  table.lostRows = [...new Set(table.lostRows)];
  sums.push(...headings.among(table.lostRows));
  table.lostRows = table.lostRows.filter((row) => !sums.includes(row));
  // Sums of what follows: never added, and nobody's points are lost with them.
  table.sumRows = [...new Set([...table.sumRows, ...sums])].sort((x, y) => x - y);
  table.lostRows.sort((x, y) => x - y);
  table.groupRows.sort((x, y) => x - y);
}

/** The marker of a row that has no code: in its code cell, or before its name. */
function markerAt(table: FoundTable, grid: Grid, at: number, code: CodeReading): Marker | null {
  const { order, code: codeColumn, name } = table.columns;
  const own = markerOf(clean(shownText(grid.at(at, codeColumn!))));
  if (own !== null || !('empty' in code)) return own;
  if (order !== undefined && order !== codeColumn && !isBlank(grid.at(at, order)))
    return markerOf(clean(shownText(grid.at(at, order))));
  return name === undefined ? null : leadingMarker(clean(textOf(grid.at(at, name))));
}

/** Whether rows of a deeper code follow directly: a letter above them is a heading. */
function leads(grid: Grid, at: number, codeColumn: number): boolean {
  const next = readCode(grid.at(at + 1, codeColumn));
  return 'code' in next && next.code.includes('.');
}

/** "Tổng Xã A" below the rows of Xã A. */
function isTotalOf(name: string, unit: string): boolean {
  const owner = /^(?:tổng|cộng)(?: cộng| điểm)?:? (.+)$/iu.exec(clean(name));
  return owner !== null && unit !== '' && foldUnit(owner[1]!) === foldUnit(unit);
}

/** Whether a row without a code has the name of one that closes the table. */
function closes(table: FoundTable, grid: Grid, at: number, code: CodeReading): boolean {
  if (table.dataRows.length === 0 || !('empty' in code || 'text' in code)) return false;
  const { name } = table.columns;
  const own = name === undefined ? '' : clean(textOf(grid.at(at, name)));
  return saysClosing(own === '' && 'text' in code ? code.text : own);
}

/** Whether a row without a code sums the rows above it, by its name or by its figures. */
function isSummary(table: FoundTable, grid: Grid, at: number, above: RowsAbove): boolean {
  if (table.dataRows.length === 0) return false;
  const { name, order, code } = table.columns;
  const names = [name, order, code].map((column) => (column === undefined ? '' : clean(textOf(grid.at(at, column)))));
  return names.some(saysSummary) || (names.every((text) => text === '') && above.areSummedBy(grid.row(at)!.cells));
}

/** What the rows of a matrix or unit list look like. */
interface ListedRow {
  name: string;
  /** Tells a unit from those that the table has already. */
  key: string;
  figures: boolean;
  group: boolean;
}

function listedRow(table: FoundTable, grid: Grid, at: number, numbered: boolean): ListedRow {
  const { columns } = table;
  const unitColumn = columns.unit ?? columns.unitCode!;
  const shown = (column: number | undefined): string => (column === undefined ? '' : shownText(grid.at(at, column)));
  const name = clean(shown(unitColumn));
  const group = columns.group === undefined ? '' : shownText(grid.lent(at, columns.group));
  let figures = false;
  for (let column = table.left; column <= table.right && !figures; column += 1) {
    if (column === unitColumn || column === columns.order) continue;
    const cell = grid.at(at, column);
    figures =
      table.kind === 'units'
        ? (column === columns.group || column === columns.unitCode) && !isBlank(grid.lent(at, column))
        : isFigure(cell);
  }
  const order = columns.order === undefined ? null : readCode(grid.at(at, columns.order));
  const marked = order !== null && 'group' in order;
  return {
    name,
    key: `${foldUnit(name)}\n${shown(columns.unitCode)}\n${group}`,
    figures,
    // Means beside a group's name make it no unit, unless units are numbered so.
    group: figures
      ? marked && numbered
      : marked ||
        (order !== null && 'text' in order && name === '') ||
        /^[IVXLC]+[.\s]/.test(name) ||
        (name !== '' && isBanner(grid, at, unitColumn)),
  };
}

/** Whether most units have a number or a code: one without is told apart by that. */
function marksUnits(table: FoundTable, grid: Grid, end: number): boolean {
  const { order, unitCode, unit } = table.columns;
  let marked = 0;
  let bare = 0;
  for (const { index, cells } of grid.rows) {
    if (index < table.firstRow || index >= end) continue;
    const name = clean(shownText(cells[unit ?? unitCode!]));
    if (name === '' || isMaximumName(name) || isSumRowName(name) || saysSummary(name)) continue;
    if ('code' in readCode(cells[order ?? -1]) || (unitCode !== undefined && !isBlank(cells[unitCode]))) marked += 1;
    else bare += 1;
  }
  return marked > bare;
}

/** The same for a matrix or a unit list, which end at a blank row unless a new unit with figures follows directly, or its group's row. */
function listed(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  const { columns } = table;
  const seen = new Set<string>();
  const numbered =
    columns.order !== undefined &&
    grid.rows.some(({ index, cells }) => {
      const inside = index >= table.firstRow && index < end;
      return inside && 'code' in readCode(cells[columns.order!]);
    });
  const isNew = ({ name, key, figures, group }: ListedRow): boolean =>
    name !== '' && figures && !group && !seen.has(key) && !isSumRowName(name);
  const marked = marksUnits(table, grid, end);
  const titles = titleRows(table, grid, end, numbered);
  const rowAt = (at: number): ListedRow => {
    const row = listedRow(table, grid, at, numbered);
    return titles.has(at) ? { ...row, group: true } : row;
  };
  const apart: ColumnRole[] = ['order', 'unit', 'unitCode', 'group', 'rank', 'previousRank'];
  const summed: number[] = [];
  for (let column = table.left; column <= table.right; column += 1)
    if (!apart.some((role) => columns[role] === column)) summed.push(column);
  const above = new RowsAbove(table.kind === 'matrix' ? summed : []);
  const isSummary = (at: number, { name }: ListedRow, order: CodeReading): boolean => {
    const named = name !== '' ? name : 'text' in order ? order.text : '';
    const bare = !('code' in order) && (columns.unitCode === undefined || isBlank(grid.at(at, columns.unitCode)));
    if (bare && table.kind === 'matrix' && namesNoUnit(named) && (table.maxRow !== undefined || !isMaximumName(named)))
      return true;
    if (!bare) return false;
    const says = saysSummary(named);
    // "Toàn tỉnh" may stand over the units, too.
    if (table.dataRows.length === 0) return marked && says && table.kind === 'matrix';
    return marked ? says || above.areSummedBy(grid.row(at)!.cells) : says && above.areSummedBy(grid.row(at)!.cells);
  };
  // The header again with a column more or less is no unit.
  const head = foldUnit(shownText(grid.at(table.headerBottom, columns.unit ?? -1)));
  const isHead = (at: number): boolean =>
    head !== '' && columns.unit !== undefined && foldUnit(shownText(grid.at(at, columns.unit))) === head;
  /** Whether numbered units stand under a marked row: its figures are their sums or means. */
  const heads = (at: number, mark: string): boolean => {
    const next = readCode(grid.at(at + 1, columns.order!));
    if ('code' in next) return next.code === '1' || !/^\p{Ll}$/u.test(mark);
    return 'group' in next && !follows(mark, next.group);
  };
  let gap = false;
  let last = table.firstRow - 1;
  for (const { index: at } of grid.rows) {
    if (at < table.firstRow || at >= end) continue;
    if (blankBetween(grid, at, table.left, table.right)) continue;
    if (isRepeat(at) || isHead(at)) {
      if (at > last + 2 || (at > last + 1 && gap)) break;
      gap = true;
      last = at;
      continue;
    }
    const row = rowAt(at);
    if (gap || at > last + 1) {
      const next = row.group && at + 1 < end ? rowAt(at + 1) : row;
      if (at > last + 2 || !isNew(next)) break;
    }
    last = at;
    gap = false;
    const order = readCode(grid.at(at, columns.order ?? -1));
    if (titles.has(at)) {
      table.groupRows.push(at);
      above.next();
    } else if (isSumRowName(row.name) || (row.name === '' && 'text' in order && isSumRowName(order.text))) {
      table.sumRows.push(at);
      above.next();
    } else if (
      row.figures ? isSummary(at, row, order) : table.kind === 'units' && saysSummary(row.name) && !row.group
    ) {
      table.sumRows.push(at);
      table.summaryRows = [...(table.summaryRows ?? []), at];
      above.next();
    } else if (
      table.maxRow === undefined &&
      table.kind === 'matrix' &&
      table.dataRows.length === 0 &&
      isMaximumName(row.name === '' && 'text' in order ? order.text : row.name)
    )
      table.maxRow = at;
    else if (row.group && table.kind === 'matrix' && row.figures && 'group' in order && !heads(at, order.group))
      table.lostRows.push(at);
    else if (row.group) {
      table.groupRows.push(at);
      above.next();
    } else if (numbered && 'empty' in order && !row.figures) {
      // A name without number and figures among numbered rows is no unit: what heads none is a note.
      continue;
    } else if (row.name !== '') {
      table.dataRows.push(at);
      seen.add(row.key);
      above.add(grid.row(at)!.cells);
    } else if (row.figures && table.kind === 'matrix' && !isIndexRow(grid, at, table.left, table.right))
      table.lostRows.push(at);
    else continue;
    table.lastRow = at;
  }
}

/** Settles a table's rows; `end` is the first row that belongs to another table below. */
export function settleRows(table: FoundTable, grid: Grid, end: number, isRepeat: (row: number) => boolean): void {
  table.lastRow = table.firstRow - 1;
  if (table.kind === 'matrix' || table.kind === 'units') listed(table, grid, end, isRepeat);
  else coded(table, grid, end, isRepeat);
  // What stands below the table is a stray.
  table.lostRows = table.lostRows.filter((row) => row <= table.lastRow);
  if (table.lastRow < table.firstRow) table.lastRow = table.headerBottom;
}
