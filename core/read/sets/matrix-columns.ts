/** Which column of a matrix is which indicator of its set, or a sum that someone typed. */
import { foldHeader } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { roleOfHeader } from '../headers/headers.ts';
import type { MatrixTable } from '../tables/found-table.ts';
import { matrixHeads, type MatrixHead } from './matrix-set.ts';
import { indicatorFor, isSumCode, type SetIndex } from './set-index.ts';

/** The columns that sum all: Tổng điểm, and Điểm tự chấm or thẩm định beside indicators. */
function totalColumns(
  { headers, columns }: MatrixTable,
  points: Readonly<Record<number, 'self' | 'verified'>>,
): number[] {
  const totals = Object.entries(headers).flatMap(([key, header]) =>
    Number(key) === columns.total || roleOfHeader(header) === 'total' ? [Number(key)] : [],
  );
  const plain = totals.find((column) => points[column] === undefined);
  const verified = totals.some((column) => points[column] === 'verified');
  const own = [columns.self, columns.verified].filter((column) => column !== undefined);
  const counted = totals.filter(
    (column) => points[column] !== undefined || (column === plain && (column === columns.total || !verified)),
  );
  return [...own, ...counted];
}

/** What a head of a matrix names in its set. */
function meaningOf(set: SetIndex, table: MatrixTable, own: boolean): (head: MatrixHead) => Meaning {
  const { indicators, pillars } = set.set;
  // Of indicators with one name the columns follow in the order of the set.
  const byName = new Map<string, number[]>();
  for (const { name, index } of indicators)
    byName.set(foldHeader(name), [...(byName.get(foldHeader(name)) ?? []), index]);
  const pillarByName = new Map(pillars.map((item) => [foldHeader(item.name), item.code]));
  return ({ column, text, code }) => {
    // Its own set knows the header's cell; of two equal sets the second table finds its columns by code or name.
    const byHeader = indicators.find(
      ({ at }) =>
        own && at?.code.column === column && at.code.row === table.headerBottom && at.code.sheet === table.sheet,
    );
    return {
      indicator:
        byHeader?.index ?? (code === null ? byName.get(foldHeader(text))?.shift() : indicatorFor(set, code, '')),
      pillar: code !== null && isSumCode(set.set, code) ? code : pillarByName.get(foldHeader(text)),
    };
  };
}

interface Meaning {
  indicator: number | undefined;
  pillar: string | undefined;
}

/**
 * @param own whether the matrix states the set itself, which said what is wrong with its codes.
 * @returns the matrix with the columns of its set's indicators and of sums; headers that are neither are said.
 */
export function withIndicators(
  matrix: MatrixTable,
  set: SetIndex,
  own: boolean,
): { table: MatrixTable; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const heads = matrixHeads(matrix, own ? [] : remarks).filter((head) => !head.eaten);
  const coded = heads.some((head) => head.code !== null);
  const meaning = meaningOf(set, matrix, own);
  const indicatorColumns: Record<number, number> = {};
  const sumColumns: Record<number, string> = {};
  for (const head of heads) {
    const { column, columns, text, code } = head;
    const { indicator, pillar } = meaning(head);
    if (own && indicator !== undefined && Object.values(indicatorColumns).includes(indicator)) continue;
    for (const each of columns)
      if (indicator !== undefined) indicatorColumns[each] = indicator;
      else if (pillar !== undefined) sumColumns[each] = pillar;
    if (indicator === undefined && pillar === undefined && (code !== null || (!coded && !own))) {
      const at = { sheet: matrix.sheet, row: matrix.headerBottom, column };
      remarks.push({ kind: 'row.indicator-unknown', at, args: { code: code ?? text } });
    }
  }
  // Beside indicators Điểm tự chấm is the sum of them, as Tổng điểm is.
  const pointColumns = { ...matrix.pointColumns };
  for (const source of ['self', 'verified'] as const) {
    const column = matrix.columns[source];
    if (column !== undefined) pointColumns[column] = source;
  }
  for (const column of totalColumns(matrix, pointColumns)) sumColumns[column] = 'total';
  return { table: { ...matrix, pointColumns, indicatorColumns, sumColumns }, remarks };
}
