/** Columns of figures inside a table under no header of their own: nobody knows what they are (docs/contract.md#header-words). */
import { columnLetters } from '../../workbook/address.ts';
import { clean } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { claimed } from '../tables/claims.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { hasPointsWord, isNeglected } from '../headers/loose-headers.ts';
import { figureOf } from '../cells/summaries.ts';
import { isData, VALUE_ROLES, type DataTable, type FoundTable } from '../tables/found-table.ts';

/** The words merged over a column that has none of its own; null where a cell of its own says something. */
function lentHead({ grid, headerTop, headerBottom }: FoundTable, column: number): string | null {
  let lent = '';
  for (let row = headerTop; row <= headerBottom; row += 1) {
    if (!isBlank(grid.at(row, column))) return null;
    const merge = grid.mergesAt(row).find((area) => area.left < column && column <= area.right);
    if (merge !== undefined) lent = clean(shownText(grid.at(merge.top, merge.left)));
  }
  return lent;
}

/** 5, 6, 7 number rows; 1, 2, 2, 4 rank them; nothing but zeros is no one's. */
function isCount(figures: readonly number[]): boolean {
  if (figures.every((figure) => figure === 0)) return true;
  const [first = 0] = figures;
  if (figures.length > 2 && figures.every((figure, place) => figure === first + place)) return true;
  const sorted = [...figures].sort((x, y) => x - y);
  return figures.length > 2 && sorted.every((figure, at) => figure === at + 1 || (at > 0 && figure === sorted[at - 1]));
}

/** The columns of units or indicators beside one another. */
function manyColumns(table: DataTable): number[] {
  if (table.kind === 'cross') return table.unitColumns.map(({ column }) => column);
  return table.kind === 'matrix' ? Object.keys(table.indicatorColumns).map(Number) : [];
}

/** Whether a column only repeats, compares, shares or sums up what its rows hold elsewhere. */
function isWorkedOut(table: DataTable, column: number, rows: readonly number[]): boolean {
  const { columns, grid } = table;
  const at = (row: number, place: number): number => figureOf(grid.at(row, place)) ?? 0;
  const fits = (value: (row: number) => number, near = 1e-9): boolean =>
    rows.every((row) => Math.abs(at(row, column) - value(row)) <= near);
  const many = manyColumns(table);
  if (many.length > 1) {
    const values = (row: number): number[] => many.map((place) => at(row, place));
    const sum = (row: number): number => values(row).reduce((one, other) => one + other, 0);
    if (
      fits(sum) ||
      fits((row) => sum(row) / many.length, 0.006) ||
      fits((row) => Math.max(...values(row))) ||
      fits((row) => Math.min(...values(row)))
    )
      return true;
  }
  const points = VALUE_ROLES.flatMap((role) => columns[role] ?? []);
  const others = [...points, columns.total, columns.maximum].filter((place): place is number => place !== undefined);
  if (others.some((place) => place !== columns.maximum && fits((row) => at(row, place)))) return true;
  return others.some((one) =>
    others.some(
      (other) =>
        one !== other &&
        (fits((row) => at(row, one) - at(row, other)) ||
          fits((row) => at(row, one) / at(row, other), 0.006) ||
          fits((row) => (100 * at(row, one)) / at(row, other), 0.06)),
    ),
  );
}

/** @returns column.unread for each column of figures between or directly beside the columns of a data table that no header names: an error where they may be points. */
export function blankColumns(table: FoundTable): Remark[] {
  if (!isData(table)) return [];
  const { kind, columns, grid, sheet, headerTop, headerBottom, dataRows } = table;
  const named = [columns.order, columns.code, columns.name, columns.unit, columns.unitCode].map((place) => place ?? -1);
  let end = table.right + 1;
  for (let row = headerTop; row <= headerBottom; row += 1)
    for (const area of grid.mergesAt(row)) if (area.left <= table.right) end = Math.max(end, area.right);
  end = Math.min(end, table.right + 10);
  const known = claimed(table);
  const remarks: Remark[] = [];
  for (let column = Math.max(...named) + 1; column <= end; column += 1) {
    if (known.has(column) || table.headers[column] !== undefined) continue;
    const rows = dataRows.filter((row) => !isBlank(grid.at(row, column)));
    if (rows.length < 2 || rows.length * 2 < dataRows.length) continue;
    const figures = rows.flatMap((row) => figureOf(grid.at(row, column)) ?? []);
    if (figures.length < rows.length || isCount(figures)) continue;
    const over = lentHead(table, column);
    if (over === null) continue;
    const role = roleOfHeader(over);
    const points = role === 'self' || role === 'verified' || (hasPointsWord(over) && !isNeglected(over));
    if (over !== '' && !points && !(kind === 'matrix' && role === null)) continue;
    const { maximum } = columns;
    // What has a maximum of its own is no mean and no extreme; a sum is named.
    const capped = table.maxRow !== undefined && figureOf(grid.at(table.maxRow, column)) !== null;
    if (!capped && isWorkedOut(table, column, rows)) continue;
    const within = (row: number, figure: number): boolean =>
      figure >= 0 && figure <= (maximum === undefined ? Infinity : (figureOf(grid.at(row, maximum)) ?? Infinity));
    const may = over !== '' || rows.every((row, place) => within(row, figures[place] ?? NaN));
    const letters = columnLetters(column);
    remarks.push({
      kind: 'column.unread',
      at: { sheet, row: headerBottom, column },
      ...(may ? {} : { variant: 'note' }),
      args: { header: over === '' ? letters : `${over} (${letters})`, word: 'Điểm thẩm định' },
    });
  }
  return remarks;
}
