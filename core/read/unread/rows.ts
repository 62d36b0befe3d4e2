/** Rows inside a table whose figures count nowhere: they name no unit and have no code. */
import { clean } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { figureOf } from '../cells/summaries.ts';
import { VALUE_ROLES, type FoundTable } from '../tables/found-table.ts';

/** What tells a row to a person: its name, else whatever text stands in it. */
function titleOf({ columns, grid, left, right }: FoundTable, row: number): string {
  const texts = [columns.name, columns.unit, columns.code, columns.order].map((column) =>
    column === undefined ? '' : clean(shownText(grid.at(row, column))),
  );
  for (let column = left; column <= right; column += 1) texts.push(clean(shownText(grid.at(row, column))));
  return texts.find((text) => text !== '') ?? '';
}

/** @returns whether a row has a figure in a value column. */
export function hasFigures({ columns, grid }: FoundTable, row: number): boolean {
  return VALUE_ROLES.some((role) => columns[role] !== undefined && figureOf(grid.at(row, columns[role])) !== null);
}

/** @returns remarks on one row, at each figure in a value column, else at its maximum. `unit`: whose row it is; then it is blocked. `columns`: that of the unit in a bảng ngang. */
export function unreadRow(
  table: FoundTable,
  row: number,
  unit: number | null,
  columns: readonly number[] | null = null,
): Remark[] {
  const { sheet, columns: roles, grid, kind } = table;
  const filled = (column: number): boolean => figureOf(grid.at(row, column)) !== null;
  let values = (columns ?? VALUE_ROLES.flatMap((role) => roles[role] ?? [])).filter(filled);
  if (kind === 'matrix')
    for (let column = table.left; column <= table.right; column += 1)
      if (values.length === 0 && column !== roles.order && column !== roles.unit && filled(column)) values = [column];
  const decides = values.length > 0;
  const places = decides ? values : [roles.maximum ?? roles.code ?? table.left];
  const name = titleOf(table, row);
  return places.map((column) => ({
    kind: 'row.unread',
    at: { sheet, row, column },
    ...(unit === null ? {} : { unit, ...(decides ? { blocks: [unit] } : {}) }),
    variant: !decides
      ? 'maximum'
      : kind === 'matrix' && roles.unit !== undefined && !isBlank(grid.at(row, roles.unit))
        ? 'number'
        : kind === 'matrix' || (kind === 'long' && unit === null)
          ? 'unit'
          : 'code',
    args: { name, value: shownText(grid.at(row, column)) },
  }));
}

/** @returns row.indicator-unknown at each code of a row that is surely meant for one, and is none. */
export function oddCodes({ sheet, columns, grid, oddRows }: FoundTable): Remark[] {
  const { code: column } = columns;
  if (column === undefined) return [];
  return oddRows.map((row) => ({
    kind: 'row.indicator-unknown',
    at: { sheet, row, column },
    args: { code: clean(shownText(grid.at(row, column))) },
  }));
}

/** @returns one remark a row that was taken for a sum by its name or its figures, at its name. */
export function summariesIn(table: FoundTable): Remark[] {
  const { sheet, columns, grid, summaryRows } = table;
  return summaryRows.map((row) => {
    const column =
      [columns.unit, columns.name, columns.order, columns.code, columns.unitCode].find(
        (place) => place !== undefined && clean(shownText(grid.at(row, place))) !== '',
      ) ?? table.left;
    return { kind: 'row.summary', at: { sheet, row, column }, args: { name: titleOf(table, row) } };
  });
}
