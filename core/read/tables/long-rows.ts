/** Which rows of a long table are data, groups and sums (docs/contract.md#rows): a row names its unit and its indicator. */
import { kindOf, type Cell } from '../../workbook/cell.ts';
import type { RowPicture } from '../../workbook/picture.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { isSumRowName } from '../headers/headers.ts';
import { noRows, VALUE_ROLES, type LongTable, type Outlined, type TableRows } from './found-table.ts';
import { isFigure } from './group-marks.ts';
import { isOdd, saysSum } from './regions.ts';

/** "Tổng Xã A" below the rows of Xã A. */
function isTotalOf(name: string, unit: string): boolean {
  const [, owner] = /^(?:tổng|cộng)(?: cộng| điểm)?:? (.+)$/iu.exec(clean(name)) ?? [];
  return owner !== undefined && unit !== '' && foldUnit(owner) === foldUnit(unit);
}

/** @returns what the rows of a long table are; `region`: those among which they are. */
export function longRows(table: Outlined<LongTable>, region: readonly RowPicture[]): TableRows {
  const { columns, grid } = table;
  const unitColumns = [columns.unit, columns.unitCode].filter((column): column is number => column !== undefined);
  const valueColumns = VALUE_ROLES.flatMap((role) => columns[role] ?? []);
  const isSum = saysSum([columns.name ?? columns.unit ?? columns.code, ...unitColumns]);
  const hasFigures = (cells: readonly Cell[]): boolean =>
    valueColumns.some((column) => isFigure(cells[column] ?? null));
  const dataRows: number[] = [];
  const groupRows: number[] = [];
  const sumRows: number[] = [];
  const summaryRows: number[] = [];
  const lostRows: number[] = [];
  let lastRow = table.firstRow - 1;
  let lastUnit = '';
  const lose = (at: number): void => {
    lostRows.push(at);
    if (at === lastRow + 1) lastRow = at;
  };
  for (const { index: at, cells } of region) {
    const code = readCode(cells[columns.code]);
    const isEmpty = 'empty' in code;
    if (('text' in code && isSumRowName(code.text)) || isSum(cells)) {
      sumRows.push(at);
      lastRow = at;
      continue;
    }
    if (isEmpty && !hasFigures(cells)) continue;
    if (isEmpty && isTotalOf(shownText(cells[columns.unit ?? -1] ?? null), lastUnit)) {
      sumRows.push(at);
      summaryRows.push(at);
      lastRow = at;
      continue;
    }
    if (isEmpty && unitColumns.some((column) => !isBlank(grid.lent(at, column)))) {
      lose(at);
      continue;
    }
    if (unitColumns.every((column) => isBlank(cells[column]) && isBlank(grid.lent(at, column)))) {
      if (hasFigures(cells)) lose(at);
      continue;
    }
    if ('group' in code) groupRows.push(at);
    else if (!('text' in code) || isOdd(code.text) || kindOf(cells[columns.code]) === 'error' || hasFigures(cells))
      dataRows.push(at);
    else continue;
    lastUnit = columns.unit === undefined ? '' : shownText(grid.lent(at, columns.unit));
    lastRow = at;
  }
  return { ...noRows(lastRow), dataRows, groupRows, sumRows, summaryRows, lostRows };
}
