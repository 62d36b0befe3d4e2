/** Rows without a code that head those below: titles, and sums of the maxima and points that follow under a mark ("*", "+") or none. */
import { clean } from '../../workbook/text.ts';
import { codeAt } from './child-codes.ts';
import { shownText } from '../cells/codes.ts';
import type { FoundTable } from './extent.ts';
import { isBlank, type Grid } from '../cells/grid.ts';
import { figureOf } from '../cells/summaries.ts';

/** Tells which rows of a coded table are headings; its other rows are settled. */
export class Headings {
  /** Marks of rows that are headings for certain. */
  private readonly marks = new Set<string>();

  constructor(
    private readonly table: FoundTable,
    private readonly grid: Grid,
    private readonly values: readonly number[],
  ) {}

  private markOf(row: number): string {
    return clean(shownText(this.grid.at(row, this.table.columns.code!)));
  }

  /** @returns those of the rows that are headings. Points of one row below may be equal by chance, unless the mark is that of other headings. */
  among(rows: readonly number[]): number[] {
    const sure = rows.filter((row) => this.isHeading(row, 2));
    for (const row of sure) this.marks.add(this.markOf(row));
    this.marks.delete('');
    return rows.filter((row) => sure.includes(row) || (this.marks.has(this.markOf(row)) && this.isHeading(row, 1)));
  }

  /** Whether a row is a title in the code's cell alone, or has the sums of what follows in all that it says. `least`: how many rows it must sum up, where it has points. */
  private isHeading(at: number, least: number): boolean {
    const { table, grid, values } = this;
    const { code, name, maximum } = table.columns;
    const wholes = [...values, maximum ?? -1].flatMap((column): [number, number][] => {
      const figure = figureOf(grid.at(at, column));
      return figure === null ? [] : [[column, figure]];
    });
    const scored = wholes.some(([column]) => column !== maximum);
    if (!scored && !isBlank(grid.at(at, code!)) && name !== undefined && isBlank(grid.at(at, name))) return true;
    if (wholes.length === 0) return false;
    const ends = new Set([...table.lostRows, ...table.groupRows, ...table.sumRows]);
    const rows = table.dataRows.filter((row) => row > at);
    const sums = wholes.map(() => 0);
    let count = 0;
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place]!;
      for (let between = (rows[place - 1] ?? at) + 1; between < row; between += 1) if (ends.has(between)) return false;
      const own = codeAt(table, grid, row);
      const next = rows[place + 1] === undefined ? null : codeAt(table, grid, rows[place + 1]!);
      const leads = 'code' in own && next !== null && 'code' in next && next.code.startsWith(`${own.code}.`);
      if (leads) continue;
      count += 1;
      wholes.forEach(([column], each) => (sums[each]! += figureOf(grid.at(row, column)) ?? 0));
      const fits = wholes.every(([, whole], each) => Math.abs(sums[each]! - whole) < 1e-9);
      if (fits && (count >= least || !scored)) return true;
    }
    return false;
  }
}
