/** The sheet of rows as a first collection makes it. */
import { scalarOf, type Cell, type Scalar } from '../workbook/cell.ts';
import type { Picture, RowPicture, SheetPicture } from '../workbook/picture.ts';
import type { CellStyle, PlanCell, SheetPlan } from '../workbook/plan.ts';
import { builder } from '../write/builder.ts';
import { STYLES } from '../write/styles.ts';
import { COLUMNS, HEADERS, type DataColumn } from './columns.ts';
import { freeName, rowCells, type Merged, type Taken } from './merged.ts';

const WIDTHS: Readonly<Record<DataColumn, number>> = {
  unit: 30, unitCode: 11, period: 13, code: 10, name: 44, a: 10, b: 10, c: 10, d: 10, choice: 24, self: 11,
  evidence: 26, note: 24, verified: 11, reason: 26, file: 28, cell: 18,
}; // prettier-ignore

const TEXTS = new Set<DataColumn>([
  'unit',
  'unitCode',
  'period',
  'code',
  'name',
  'choice',
  'evidence',
  'note',
  'reason',
  'file',
  'cell',
]);
const NUMBER: CellStyle = { align: 'right', valign: 'middle', border: true };
const TEXT: CellStyle = { align: 'left', valign: 'middle', wrap: true, border: true };

/** Texts that are one cell wherever they stand: units, codes and names of indicators come again in each form. */
const SHARED = 20_000;

/** Cells of a column: equal ones are one object, since thousands of forms say the same codes and names. */
class Cells {
  private readonly known = new Map<Scalar | null, PlanCell>();

  constructor(private readonly style: number) {}

  of(value: Scalar | null): PlanCell {
    const there = this.known.get(value);
    if (there !== undefined) return there;
    const cell = { value, style: this.style };
    if (this.known.size < SHARED) this.known.set(value, cell);
    return cell;
  }
}

function styleOf(column: DataColumn, cell: Cell): CellStyle {
  if (typeof cell === 'object' && cell?.format !== undefined) return { ...NUMBER, format: cell.format };
  if (typeof cell === 'number') return NUMBER;
  if (column === 'code' || column === 'unitCode') return { ...TEXT, format: '@' };
  return TEXTS.has(column) || typeof cell === 'string' ? TEXT : NUMBER;
}

/** The rows as they are to be written; made from what is read back, so that both are never apart. */
function planOf({ name, rows }: SheetPicture): SheetPlan {
  const b = builder();
  const [, ...data] = rows;
  b.row(
    COLUMNS.map((column) => b.cell(HEADERS[column], STYLES.header)),
    32,
  );
  const known = new Map<string, Cells>();
  const cellsOf = (column: DataColumn, cell: Cell): Cells => {
    const format = typeof cell === 'object' ? (cell?.format ?? '') : '';
    const key = `${column}\u0001${typeof scalarOf(cell)}\u0001${format}`;
    let there = known.get(key);
    if (there === undefined) known.set(key, (there = new Cells(b.style(styleOf(column, cell)))));
    return there;
  };
  for (const { cells } of data)
    b.row(COLUMNS.map((column, place) => cellsOf(column, cells[place] ?? null).of(scalarOf(cells[place] ?? null))));
  return b.finish({
    name,
    widths: COLUMNS.map((column) => WIDTHS[column]),
    freeze: { rows: 1, columns: 0 },
    filter: { top: 0, left: 0, bottom: data.length, right: COLUMNS.length - 1 },
    print: {
      orientation: 'landscape',
      repeatRows: { top: 0, bottom: 0 },
      repeatColumns: 0,
      breaks: [],
      fitToWidth: true,
      margins: { top: 15, bottom: 15, left: 10, right: 10 },
      footer: '&P/&N',
    },
  });
}

/** @returns a new sheet of what was taken. */
export function newSheet(picture: Picture, taken: readonly Taken[]): Merged {
  const fileOf = new Map<number, string>();
  const rows: RowPicture[] = [{ index: 0, cells: COLUMNS.map((column) => HEADERS[column]) }];
  for (const one of taken)
    for (const row of one.part.rows) {
      const cells = rowCells(one, row);
      fileOf.set(rows.length, one.file);
      rows.push({ index: rows.length, cells: COLUMNS.map((column) => cells.get(column) ?? null) });
    }
  const after: SheetPicture = {
    name: freeName(picture, ['Số liệu', 'Số liệu thu phiếu']),
    visibility: 'visible',
    rows,
    merges: [],
    hiddenRowsKnown: true,
  };
  return {
    rows: { added: fileOf.size, changed: 0, kept: 0 },
    changes: [],
    reviewed: [],
    // Nothing taken: no sheet of headers alone.
    sheet: fileOf.size === 0 ? null : () => planOf(after),
    edits: [],
    after,
    place: picture.sheets.length,
    fileOf,
  };
}
