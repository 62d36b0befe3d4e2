/** The rows of a bảng ngang that its columns of indicators do not tell: they are settled once its units are known. */
import { clean, foldLoose } from '../../workbook/text.ts';
import { isAlone } from './child-codes.ts';
import { shownText } from '../cells/codes.ts';
import { groupAt, type FoundTable } from './extent.ts';
import { isBlank, type Grid } from '../cells/grid.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { figureOf, saysClosing, saysSummary } from '../cells/summaries.ts';

/** Group rows with points of units, no maximum and nothing coded under them: nobody knows what they are points of. */
function lonelyGroups(table: FoundTable, grid: Grid): number[] {
  const marks = new Map(
    table.groupRows.map((row): [number, string] => {
      const mark = groupAt(table, grid, row);
      return [row, 'group' in mark ? mark.group : ''];
    }),
  );
  const data = new Set(table.dataRows);
  const rows = [...table.dataRows, ...marks.keys()].sort((x, y) => x - y);
  return table.groupRows.filter(
    (row) =>
      table.unitColumns!.some(({ column }) => figureOf(grid.at(row, column)) !== null) &&
      isAlone(marks.get(row)!, rows, rows.indexOf(row) + 1, { markers: new Map(), marks, data }),
  );
}

/** Rows with figures of units that the table's other columns do not tell: ranks and bands to compare, sums, and what counts nowhere. */
export function settleCrossRows(table: FoundTable, grid: Grid): void {
  const { columns, dataRows, groupRows, sumRows, oddRows, lostRows, continuationRows } = table;
  lostRows.push(...lonelyGroups(table, grid));
  const placed = new Set([...dataRows, ...groupRows, ...sumRows, ...oddRows, ...lostRows, ...continuationRows]);
  for (const { index: at, cells } of grid.rows) {
    if (at < table.firstRow || at > table.lastRow + 1 || placed.has(at)) continue;
    if (!table.unitColumns!.some(({ column }) => !isBlank(cells[column]))) continue;
    const names = [columns.name, columns.code].map((place) => clean(shownText(cells[place ?? -1])));
    const role = names.map(roleOfHeader).find((one) => one !== null);
    const figures = table.unitColumns!.some(({ column }) => figureOf(cells[column]) !== null);
    if (role === 'rank' || role === 'band') table.resultRows = [...(table.resultRows ?? []), { row: at, kind: role }];
    else if (figures && names.some((name) => saysSummary(name) || saysClosing(name))) {
      sumRows.push(at);
      table.summaryRows = [...(table.summaryRows ?? []), at];
    } else if (
      figures &&
      !names.some((name) => /^(?:ty le|ti le|chenh lech|diem ky truoc|ghi chu)/.test(foldLoose(name)))
    )
      lostRows.push(at);
    table.lastRow = Math.max(table.lastRow, at);
  }
  // What only settles the table's maxima stays: no unit's points are lost there.
  lostRows.sort((x, y) => x - y);
}
