/** Which rows of a matrix or a unit list are units, groups and sums (docs/contract.md#rows): one unit a row. */
import type { RowPicture } from '../../workbook/picture.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import type { ColumnRole } from '../assessment.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { isIndexRow } from '../cells/index-row.ts';
import { namesNoUnit, RowsAbove, saysSummary } from '../cells/summaries.ts';
import { isMaximumName, isSumRowName } from '../headers/headers.ts';
import { follows } from './child-codes.ts';
import { noRows, type MatrixTable, type Outlined, type TableRows, type UnitsTable } from './found-table.ts';
import { isFigure } from './group-marks.ts';
import { isBanner } from './regions.ts';
import { titleRows } from './title-rows.ts';

export type Listed = Outlined<MatrixTable | UnitsTable>;

/** What the rows of a matrix or unit list look like. */
interface ListedRow {
  name: string;
  /** Tells a unit from those that the table has already. */
  key: string;
  figures: boolean;
  group: boolean;
}

function listedRow(table: Listed, at: number, numbered: boolean): ListedRow {
  const { columns, unitColumn, grid } = table;
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
function marksUnits({ columns, unitColumn, grid, firstRow }: Listed, end: number): boolean {
  const { order, unitCode } = columns;
  let marked = 0;
  let bare = 0;
  for (const { index, cells } of grid.rows) {
    if (index < firstRow || index >= end) continue;
    const name = clean(shownText(cells[unitColumn]));
    if (name === '' || isMaximumName(name) || isSumRowName(name) || saysSummary(name)) continue;
    if ('code' in readCode(cells[order ?? -1]) || (unitCode !== undefined && !isBlank(cells[unitCode]))) marked += 1;
    else bare += 1;
  }
  return marked > bare;
}

/** Whether some row before `end` has a number under TT. */
function isNumbered({ columns: { order }, grid, firstRow }: Listed, end: number): boolean {
  if (order === undefined) return false;
  return grid.rows.some(({ index, cells }) => index >= firstRow && index < end && 'code' in readCode(cells[order]));
}

/** The columns whose figures a row of sums may sum up. */
function summedColumns({ kind, columns, left, right }: Listed): number[] {
  if (kind !== 'matrix') return [];
  const apart: ColumnRole[] = ['order', 'unit', 'unitCode', 'group', 'rank', 'previousRank'];
  const summed: number[] = [];
  for (let column = left; column <= right; column += 1)
    if (!apart.some((role) => columns[role] === column)) summed.push(column);
  return summed;
}

/**
 * A matrix or a unit list ends at a blank row unless a new unit with figures follows directly, or its group's row.
 * @param region the rows among which its own are, before row `end`; `isRepeat`: whether the header stands there again.
 * @returns what its rows are.
 */
export function listedRows(
  table: Listed,
  region: readonly RowPicture[],
  end: number,
  isRepeat: (row: number) => boolean,
): TableRows {
  const { columns, grid, kind } = table;
  const dataRows: number[] = [];
  const groupRows: number[] = [];
  const sumRows: number[] = [];
  const summaryRows: number[] = [];
  const lostRows: number[] = [];
  let maxRow: number | undefined;
  let lastRow = table.firstRow - 1;
  const seen = new Set<string>();
  const numbered = isNumbered(table, end);
  const isNew = ({ name, key, figures, group }: ListedRow): boolean =>
    name !== '' && figures && !group && !seen.has(key) && !isSumRowName(name);
  const marked = marksUnits(table, end);
  const titles = titleRows(table, end, numbered);
  const rowAt = (at: number): ListedRow => {
    const row = listedRow(table, at, numbered);
    return titles.has(at) ? { ...row, group: true } : row;
  };
  const above = new RowsAbove(summedColumns(table));
  const isSummary = ({ index: at, cells }: RowPicture, { name }: ListedRow, order: CodeReading): boolean => {
    const named = name !== '' ? name : 'text' in order ? order.text : '';
    const bare = !('code' in order) && (columns.unitCode === undefined || isBlank(grid.at(at, columns.unitCode)));
    if (bare && kind === 'matrix' && namesNoUnit(named) && (maxRow !== undefined || !isMaximumName(named))) return true;
    if (!bare) return false;
    const says = saysSummary(named);
    // "Toàn tỉnh" may stand over the units, too.
    if (dataRows.length === 0) return marked && says && kind === 'matrix';
    return marked ? says || above.areSummedBy(cells) : says && above.areSummedBy(cells);
  };
  // The header again with a column more or less is no unit.
  const head = foldUnit(shownText(grid.at(table.headerBottom, columns.unit ?? -1)));
  const isHead = (at: number): boolean =>
    head !== '' && columns.unit !== undefined && foldUnit(shownText(grid.at(at, columns.unit))) === head;
  /** Whether numbered units stand under a marked row: its figures are their sums or means. */
  const heads = (at: number, mark: string): boolean => {
    const next = readCode(grid.at(at + 1, columns.order ?? -1));
    if ('code' in next) return next.code === '1' || !/^\p{Ll}$/u.test(mark);
    return 'group' in next && !follows(mark, next.group);
  };
  let gap = false;
  let last = table.firstRow - 1;
  for (const picture of region) {
    const { index: at, cells } = picture;
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
      groupRows.push(at);
      above.next();
    } else if (isSumRowName(row.name) || (row.name === '' && 'text' in order && isSumRowName(order.text))) {
      sumRows.push(at);
      above.next();
    } else if (row.figures ? isSummary(picture, row, order) : kind === 'units' && saysSummary(row.name) && !row.group) {
      sumRows.push(at);
      summaryRows.push(at);
      above.next();
    } else if (
      maxRow === undefined &&
      kind === 'matrix' &&
      dataRows.length === 0 &&
      isMaximumName(row.name === '' && 'text' in order ? order.text : row.name)
    )
      maxRow = at;
    else if (row.group && kind === 'matrix' && row.figures && 'group' in order && !heads(at, order.group))
      lostRows.push(at);
    else if (row.group) {
      groupRows.push(at);
      above.next();
    } else if (numbered && 'empty' in order && !row.figures) {
      // A name without number and figures among numbered rows is no unit: what heads none is a note.
      continue;
    } else if (row.name !== '') {
      dataRows.push(at);
      seen.add(row.key);
      above.add(cells);
    } else if (row.figures && kind === 'matrix' && !isIndexRow(grid, at, table.left, table.right)) lostRows.push(at);
    else continue;
    lastRow = at;
  }
  return { ...noRows(lastRow), dataRows, groupRows, sumRows, summaryRows, lostRows, maxRow };
}
