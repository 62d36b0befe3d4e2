/** What forms bring goes into the rows: new ones are added, known ones changed in their own columns, the others stay. */
import { toA1 } from '../workbook/address.ts';
import { isEmpty, scalarOf, type Cell } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import type { CellEdit } from '../workbook/plan.ts';
import { periodKey } from './book.ts';
import { COLUMNS, HEADERS, same, SELF, VALUES, type DataColumn } from './columns.ts';
import { rowKey, type Data } from './data.ts';
import { placeOf, rowCells, type Change, type Merged, type Reviewed, type Taken } from './merged.ts';
import { newSheet } from './new-sheet.ts';

/** The cells that change, over the sheet as it is. */
class Edits {
  readonly edits: CellEdit[] = [];
  private readonly rows: Map<number, Cell[]>;

  constructor(private readonly sheet: SheetPicture) {
    this.rows = new Map(sheet.rows.map(({ index, cells }) => [index, cells as Cell[]]));
  }

  put(row: number, column: number, cell: Cell): void {
    const cells = [...(this.rows.get(row) ?? [])];
    const old = cells[column] ?? null;
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
    this.rows.set(row, cells);
    const own = typeof cell === 'object' && cell !== null ? cell.format : undefined;
    const was = typeof old === 'object' && old !== null ? old.format : undefined;
    // A number under a format of another kind would be read as what it is not: 45 as 4500 %.
    const format = own ?? (typeof scalarOf(cell) === 'number' && was !== undefined ? 'General' : undefined);
    this.edits.push({
      sheet: this.sheet.name,
      cell: toA1(row, column),
      before: scalarOf(old),
      value: scalarOf(cell),
      ...(format === undefined ? {} : { format }),
    });
  }

  after(): SheetPicture {
    const known = new Map(this.sheet.rows.map((row) => [row.index, row]));
    const rows = [...this.rows].sort(([one], [other]) => one - other);
    return { ...this.sheet, rows: rows.map(([index, cells]) => ({ ...known.get(index), index, cells })) };
  }
}

function intoSheet(picture: Picture, data: Data, taken: readonly Taken[]): Merged {
  const sheet = picture.sheets[data.sheet];
  if (sheet === undefined) throw new Error('the sheet of collected rows is gone');
  const edits = new Edits(sheet);
  const columns: Partial<Record<DataColumn, number>> = { ...data.columns };
  let { right, last } = data;
  // A column that a person took away comes back at the end: nothing that a form says is left out.
  for (const column of COLUMNS)
    if (columns[column] === undefined) {
      columns[column] = right;
      edits.put(data.header, right, HEADERS[column]);
      right += 1;
    }
  const at = (column: DataColumn): number => columns[column] ?? 0;
  const changes: Change[] = [];
  const reviewed: Reviewed[] = [];
  const fileOf = new Map<number, string>();
  let added = 0;
  let changed = 0;
  for (const one of taken) {
    const { owner, period } = one.part;
    for (const row of one.part.rows) {
      const there = data.rows.get(rowKey(owner.key, periodKey(period), row.code));
      const cells = rowCells(one, row);
      if (there === undefined) {
        last += 1;
        added += 1;
        for (const [column, cell] of cells) if (!isEmpty(cell)) edits.put(last, at(column), cell);
        fileOf.set(last, one.file);
        continue;
      }
      fileOf.set(there.row, one.file);
      const differing = SELF.filter((column) => !same(there.cells[at(column)] ?? null, cells.get(column) ?? null));
      for (const column of differing) {
        const [old, now] = [there.cells[at(column)] ?? null, cells.get(column) ?? null];
        const place = row.columns[SELF.indexOf(column)] ?? row.first;
        changes.push({
          unit: owner.name,
          indicator: row.code,
          column,
          old: scalarOf(old),
          new: scalarOf(now),
          file: one.file,
          cell: placeOf(row, place),
        });
        edits.put(there.row, at(column), now);
      }
      if (differing.length > 0) changed += 1;
      for (const column of ['file', 'cell'] as const)
        if (!same(there.cells[at(column)] ?? null, cells.get(column) ?? null))
          edits.put(there.row, at(column), cells.get(column) ?? null);
      const verified = there.cells[at('verified')] ?? null;
      const figures = differing.filter((column) => SELF.indexOf(column) < VALUES);
      if (!isEmpty(verified) && figures.length > 0)
        reviewed.push({
          unit: owner.name,
          indicator: row.code,
          sheet: data.name,
          cell: toA1(there.row, at('verified')),
          value: String(scalarOf(verified) ?? ''),
          columns: figures,
        });
    }
  }
  return {
    rows: { added, changed, kept: data.rows.size - changed },
    changes,
    reviewed,
    sheet: null,
    edits: edits.edits,
    after: edits.after(),
    place: data.sheet,
    fileOf,
  };
}

/** @returns what the rows of the book become; `data`: those that earlier collections wrote. */
export function merge(picture: Picture, data: Data | null, taken: readonly Taken[]): Merged {
  return data === null ? newSheet(picture, taken) : intoSheet(picture, data, taken);
}
