/** Which rows of an index set, a form or a bảng ngang are indicators, groups and sums (docs/contract.md#rows). */
import type { Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { clean } from '../../workbook/text.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import { isBlank, textOf } from '../cells/grid.ts';
import { RowsAbove, saysClosing, saysSummary } from '../cells/summaries.ts';
import { isSumRowName } from '../headers/headers.ts';
import { leadingMarker, markerOf, settleParts, type Candidate, type Marker } from './child-codes.ts';
import { noRows, VALUE_ROLES, type CrossTable, type FormTable, type Outlined, type SetTable } from './found-table.ts';
import type { TableRows } from './found-table.ts';
import { groupAt, isFigure } from './group-marks.ts';
import { headingsAmong } from './heading-rows.ts';
import { ascending, isBanner, isOdd, saysSum } from './regions.ts';

type Coded = Outlined<SetTable | FormTable | CrossTable>;

/** The rows as they were passed one by one; what stands below decides about some of them. */
interface Passed {
  lastRow: number;
  dataRows: number[];
  groupRows: number[];
  sumRows: number[];
  summaryRows: number[];
  oddRows: number[];
  lostRows: number[];
  continuationRows: number[];
  /** Rows that may be parts of the coded row above them. */
  candidates: Candidate[];
  /** Lone small letters that mark a group where they are no parts of the row above, and whether figures stand beside them. */
  letters: Map<number, boolean>;
  /** Group rows by their letter or numeral. */
  marks: Map<number, string>;
  /** Rows with the name of one that closes the table. */
  closing: number[];
}

/** The marker of a row that has no code: in its code cell, or before its name. */
function markerAt({ columns, grid }: Coded, at: number, code: CodeReading): Marker | null {
  const { order, code: codeColumn, name } = columns;
  const own = markerOf(clean(shownText(grid.at(at, codeColumn))));
  if (own !== null || !('empty' in code)) return own;
  if (order !== undefined && order !== codeColumn && !isBlank(grid.at(at, order)))
    return markerOf(clean(shownText(grid.at(at, order))));
  return name === undefined ? null : leadingMarker(clean(textOf(grid.at(at, name))));
}

/** Whether rows of a deeper code follow directly: a letter above them is a heading. */
function leads({ grid, columns }: Coded, at: number): boolean {
  const next = readCode(grid.at(at + 1, columns.code));
  return 'code' in next && next.code.includes('.');
}

/** Whether a row without a code has the name of one that closes the table. */
function closes({ grid, columns: { name } }: Coded, at: number, code: CodeReading): boolean {
  if (!('empty' in code || 'text' in code)) return false;
  const own = name === undefined ? '' : clean(textOf(grid.at(at, name)));
  return saysClosing(own === '' && 'text' in code ? code.text : own);
}

/** Whether a row without a code sums the rows above it, by its name or by its figures. */
function isSummary({ grid, columns }: Coded, { index: at, cells }: RowPicture, above: RowsAbove): boolean {
  const names = [columns.name, columns.order, columns.code].map((column) =>
    column === undefined ? '' : clean(textOf(grid.at(at, column))),
  );
  return names.some(saysSummary) || (names.every((text) => text === '') && above.areSummedBy(cells));
}

function pass(table: Coded, region: readonly RowPicture[]): Passed {
  const { columns, grid, left, right } = table;
  const nameColumn = columns.name ?? columns.unit ?? columns.code;
  const unitColumns = [columns.unit, columns.unitCode].filter((column): column is number => column !== undefined);
  const valueColumns = VALUE_ROLES.flatMap((role) => columns[role] ?? []);
  const isSum = saysSum([nameColumn, ...unitColumns]);
  const hasFigures = (cells: readonly Cell[]): boolean =>
    valueColumns.some((column) => isFigure(cells[column] ?? null));
  const hasMaximum = (cells: readonly Cell[]): boolean => isFigure(cells[columns.maximum ?? -1] ?? null);
  const isLost = (cells: readonly Cell[]): boolean => hasFigures(cells) || hasMaximum(cells);
  const above = new RowsAbove([...valueColumns, ...(columns.maximum === undefined ? [] : [columns.maximum])]);
  const rows: Passed = {
    lastRow: table.firstRow - 1,
    dataRows: [],
    groupRows: [],
    sumRows: [],
    summaryRows: [],
    oddRows: [],
    lostRows: [],
    continuationRows: [],
    candidates: [],
    letters: new Map(),
    marks: new Map(),
    closing: [],
  };
  let previous = -2;
  for (const row of region) {
    const { index: at, cells } = row;
    const code = readCode(cells[columns.code]);
    const sum = ('text' in code && isSumRowName(code.text)) || isSum(cells);
    const own = 'code' in code || 'date' in code ? null : markerAt(table, at, code);
    const letter = 'group' in code && own !== null;
    if (sum) rows.sumRows.push(at);
    else if ('code' in code || 'date' in code) {
      rows.dataRows.push(at);
      above.add(cells);
    } else if (own !== null && hasMaximum(cells) && (!letter || (previous === at - 1 && !leads(table, at)))) {
      rows.candidates.push({ row: at, marker: own });
      if (letter) rows.letters.set(at, hasFigures(cells));
    } else if ('group' in code) {
      rows.groupRows.push(at);
      rows.marks.set(at, code.group);
      above.next();
      // a, b, c with points of their own and nothing coded under them: group rows carry none.
      const next = readCode(grid.at(at + 1, columns.code));
      if (/^\p{Ll}$/u.test(code.group) && !('code' in next) && hasFigures(cells)) rows.lostRows.push(at);
    } else if ('text' in code && isOdd(code.text) && hasMaximum(cells)) rows.oddRows.push(at);
    else if ('group' in groupAt(table, at)) {
      const mark = groupAt(table, at);
      rows.groupRows.push(at);
      if ('group' in mark) rows.marks.set(at, mark.group);
      above.next();
    } else if (isLost(cells) && rows.dataRows.length > 0 && closes(table, at, code)) rows.closing.push(at);
    else if (
      isLost(cells) &&
      rows.dataRows.length > 0 &&
      ('empty' in code || ('text' in code && saysSummary(code.text))) &&
      isSummary(table, row, above)
    ) {
      rows.sumRows.push(at);
      rows.summaryRows.push(at);
    } else if ('empty' in code && previous === at - 1 && !isLost(cells) && !isBanner(grid, at, nameColumn)) {
      const others = cells.some(
        (cell, column) =>
          column >= left &&
          column <= right &&
          !isBlank(cell) &&
          column !== nameColumn &&
          column !== columns.description,
      );
      if (others) continue;
      rows.continuationRows.push(at);
    } else {
      // Below a blank row a form has its signatures and notes: figures there are strays.
      if (isLost(cells) && at <= rows.lastRow + 1) {
        rows.lostRows.push(at);
        if (at === rows.lastRow + 1) rows.lastRow = at;
      } else if ('empty' in code && hasFigures(cells) && hasMaximum(cells)) rows.lostRows.push(at);
      continue;
    }
    const passed = sum || rows.groupRows[rows.groupRows.length - 1] === at;
    previous = passed ? -2 : at;
    rows.lastRow = at;
  }
  return rows;
}

/** @returns what the rows of a coded table are; `region`: those among which they are. */
export function codedRows(table: Coded, region: readonly RowPicture[]): TableRows {
  const { lastRow, oddRows, continuationRows, candidates, letters, marks, closing, ...passed } = pass(table, region);
  const values = VALUE_ROLES.flatMap((role) => table.columns[role] ?? []);
  const hasFigures = (row: number): boolean => values.some((column) => isFigure(table.grid.at(row, column)));
  // What closes a table stands below all of it; else it is a row without its code.
  const lastData = passed.dataRows[passed.dataRows.length - 1] ?? -1;
  const closed = closing.filter((row) => row >= lastData);
  const known = {
    ...passed,
    sumRows: [...passed.sumRows, ...closed],
    lostRows: [...passed.lostRows, ...closing.filter((row) => row < lastData)],
    ownCodes: new Map<number, string>(),
  };
  // A bullet before sums of what follows is no part of the row above.
  const bullets = candidates.map(({ row }) => row).filter(hasFigures);
  const first = headingsAmong(table, known, values, bullets, new Set());
  const parts = candidates.filter(({ row }) => !first.rows.includes(row));
  const { lost, ...settled } = settleParts(table, known, values, parts, marks);
  const lostRows = new Set([...known.lostRows, ...lost.filter((row) => letters.get(row) !== false)]);
  const groupRows = [...settled.groupRows, ...lost.filter((row) => letters.has(row))];
  const open = { ...known, ...settled, groupRows, lostRows: [...lostRows] };
  const second = headingsAmong(table, open, values, open.lostRows, first.marks);
  // Sums of what follows: never added, and nobody's points are lost with them.
  const sums = [...first.rows, ...second.rows];
  return {
    ...noRows(lastRow),
    oddRows,
    continuationRows,
    dataRows: settled.dataRows,
    ownCodes: settled.ownCodes,
    loneGroups: settled.loneGroups,
    sumRows: ascending([...known.sumRows, ...sums]),
    summaryRows: [...passed.summaryRows, ...closed],
    lostRows: open.lostRows.filter((row) => !sums.includes(row)).sort((x, y) => x - y),
    groupRows: [...groupRows].sort((x, y) => x - y),
  };
}
