/** Rows without a code that head those below: titles, and sums of the maxima and points that follow under a mark ("*", "+") or none. */
import { clean } from '../../workbook/text.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { figureOf } from '../cells/summaries.ts';
import { codeAt } from './child-codes.ts';
import type { CodedTable, Outlined, TableRows } from './found-table.ts';

/** What is known of the rows among which headings are looked for. */
type Known = Pick<TableRows, 'dataRows' | 'groupRows' | 'sumRows' | 'lostRows' | 'ownCodes'>;

/** Whether a row is a title in the code's cell alone, or has the sums of what follows in all that it says. `least`: how many rows it must sum up, where it has points. */
function isHeading(
  table: Outlined<CodedTable>,
  known: Known,
  values: readonly number[],
  at: number,
  least: number,
): boolean {
  const { grid, columns } = table;
  const { code, name, maximum } = columns;
  const wholes = [...values, maximum ?? -1].flatMap((column) => {
    const whole = figureOf(grid.at(at, column));
    return whole === null ? [] : [{ column, whole, sum: 0 }];
  });
  const scored = wholes.some(({ column }) => column !== maximum);
  if (!scored && !isBlank(grid.at(at, code)) && name !== undefined && isBlank(grid.at(at, name))) return true;
  if (wholes.length === 0) return false;
  const ends = new Set([...known.lostRows, ...known.groupRows, ...known.sumRows]);
  const rows = known.dataRows.filter((row) => row > at);
  const codes = { ...table, ownCodes: known.ownCodes };
  let before = at;
  let count = 0;
  for (const [place, row] of rows.entries()) {
    for (let between = before + 1; between < row; between += 1) if (ends.has(between)) return false;
    before = row;
    const own = codeAt(codes, row);
    const following = rows[place + 1];
    const next = following === undefined ? null : codeAt(codes, following);
    const leads = 'code' in own && next !== null && 'code' in next && next.code.startsWith(`${own.code}.`);
    if (leads) continue;
    count += 1;
    for (const each of wholes) each.sum += figureOf(grid.at(row, each.column)) ?? 0;
    const fits = wholes.every(({ whole, sum }) => Math.abs(sum - whole) < 1e-9);
    if (fits && (count >= least || !scored)) return true;
  }
  return false;
}

/**
 * @param values columns of figures, @param rows those that may be headings, @param marks of rows that are headings for certain.
 * @returns the headings among the rows, and all marks then known. Points of one row below may be equal by chance, unless the mark is that of
 * other headings.
 */
export function headingsAmong(
  table: Outlined<CodedTable>,
  known: Known,
  values: readonly number[],
  rows: readonly number[],
  marks: ReadonlySet<string>,
): { rows: number[]; marks: ReadonlySet<string> } {
  const markOf = (row: number): string => clean(shownText(table.grid.at(row, table.columns.code)));
  const sure = new Set(rows.filter((row) => isHeading(table, known, values, row, 2)));
  const all = new Set([...marks, ...[...sure].map(markOf)].filter((mark) => mark !== ''));
  const headings = rows.filter(
    (row) => sure.has(row) || (all.has(markOf(row)) && isHeading(table, known, values, row, 1)),
  );
  return { rows: headings, marks: all };
}
