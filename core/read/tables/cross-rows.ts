/** The rows of a bảng ngang that its columns of indicators do not tell: they are settled once its units are known. */
import { clean, foldLoose } from '../../workbook/text.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { figureOf, saysClosing, saysSummary } from '../cells/summaries.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { isAlone } from './child-codes.ts';
import type { CrossTable } from './found-table.ts';
import { groupAt } from './group-marks.ts';

/** Group rows with points of units, no maximum and nothing coded under them: nobody knows what they are points of. */
function lonelyGroups(table: CrossTable): number[] {
  const { dataRows, groupRows, unitColumns, grid } = table;
  const marks = new Map(
    groupRows.map((row): [number, string] => {
      const mark = groupAt(table, row);
      return [row, 'group' in mark ? mark.group : ''];
    }),
  );
  const data = new Set(dataRows);
  const rows = [...dataRows, ...marks.keys()].sort((x, y) => x - y);
  return groupRows.filter(
    (row) =>
      unitColumns.some(({ column }) => figureOf(grid.at(row, column)) !== null) &&
      isAlone(marks.get(row) ?? '', rows, rows.indexOf(row) + 1, { markers: new Map(), marks, data }),
  );
}

/** Words of rows whose figures nobody means for points. */
const BESIDE = /^(?:ty le|ti le|chenh lech|diem ky truoc|ghi chu)/;

/** @returns the table with its rows of units' figures that its other columns do not tell: ranks and bands to compare, sums, and what counts nowhere. */
export function settleCrossRows(table: CrossTable): CrossTable {
  const { columns, dataRows, groupRows, oddRows, continuationRows, unitColumns, grid } = table;
  const lonely = lonelyGroups(table);
  const placed = new Set([
    ...dataRows,
    ...groupRows,
    ...table.sumRows,
    ...oddRows,
    ...table.lostRows,
    ...lonely,
    ...continuationRows,
  ]);
  const results: { row: number; kind: 'rank' | 'band' }[] = [];
  const sums: number[] = [];
  const lost: number[] = [];
  let { lastRow } = table;
  for (const { index: at, cells } of grid.rows) {
    if (at < table.firstRow || at > lastRow + 1 || placed.has(at)) continue;
    if (!unitColumns.some(({ column }) => !isBlank(cells[column]))) continue;
    const names = [columns.name, columns.code].map((place) => clean(shownText(cells[place ?? -1])));
    const role = names.map(roleOfHeader).find((one) => one !== null);
    const figures = unitColumns.some(({ column }) => figureOf(cells[column]) !== null);
    if (role === 'rank' || role === 'band') results.push({ row: at, kind: role });
    else if (figures && names.some((name) => saysSummary(name) || saysClosing(name))) sums.push(at);
    else if (figures && !names.some((name) => BESIDE.test(foldLoose(name)))) lost.push(at);
    lastRow = Math.max(lastRow, at);
  }
  return {
    ...table,
    lastRow,
    resultRows: [...table.resultRows, ...results],
    sumRows: [...table.sumRows, ...sums],
    summaryRows: [...table.summaryRows, ...sums],
    // What only settles the table's maxima stays: no unit's points are lost there.
    lostRows: [...table.lostRows, ...lonely, ...lost].sort((x, y) => x - y),
  };
}
