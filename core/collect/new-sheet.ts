/** The sheet of rows as a first collection makes it. */
import { scalarOf, type Cell } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
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

function styleOf(column: DataColumn, cell: Cell): CellStyle {
  if (typeof cell === 'object' && cell?.format !== undefined) return { ...NUMBER, format: cell.format };
  if (typeof cell === 'number') return NUMBER;
  if (column === 'code' || column === 'unitCode') return { ...TEXT, format: '@' };
  return TEXTS.has(column) || typeof cell === 'string' ? TEXT : NUMBER;
}

/** The sheet of a plan as the reader sees it. */
function pictureOf({ name, rows, styles }: SheetPlan): SheetPicture {
  const cellOf = (cell: PlanCell | null): Cell => {
    if (cell === null || cell.value === null) return null;
    const format = styles[cell.style]?.format;
    return typeof cell.value === 'number' && format !== undefined && format !== '@'
      ? { value: cell.value, format }
      : cell.value;
  };
  return {
    name,
    visibility: 'visible',
    rows: rows.map(({ cells }, index) => ({ index, cells: cells.map(cellOf) })),
    merges: [],
    hiddenRowsKnown: true,
  };
}

/** @returns a new sheet of what was taken. */
export function newSheet(picture: Picture, taken: readonly Taken[]): Merged {
  const b = builder();
  b.row(
    COLUMNS.map((column) => b.cell(HEADERS[column], STYLES.header)),
    32,
  );
  const fileOf = new Map<number, string>();
  const dates: [row: number, column: number, cell: Cell][] = [];
  for (const one of taken)
    for (const row of one.part.rows) {
      const cells = rowCells(one, row);
      const index = b.row(
        COLUMNS.map((column) => {
          const cell = cells.get(column) ?? null;
          return b.cell(scalarOf(cell), styleOf(column, cell));
        }),
      );
      COLUMNS.forEach((column, place) => {
        const cell = cells.get(column) ?? null;
        if (typeof cell === 'object' && cell?.kind === 'date') dates.push([index, place, cell]);
      });
      fileOf.set(index, one.file);
    }
  const sheet = b.finish({
    name: freeName(picture, ['Số liệu', 'Số liệu thu phiếu']),
    widths: COLUMNS.map((column) => WIDTHS[column]),
    freeze: { rows: 1, columns: 0 },
    filter: { top: 0, left: 0, bottom: Math.max(0, b.next() - 1), right: COLUMNS.length - 1 },
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
  const after = pictureOf(sheet);
  for (const [row, column, cell] of dates) {
    const there = after.rows[row];
    if (there !== undefined) there.cells[column] = cell;
  }
  const rows = { added: fileOf.size, changed: 0, kept: 0 };
  // Nothing taken: no sheet of headers alone.
  return {
    rows,
    changes: [],
    reviewed: [],
    sheet: fileOf.size === 0 ? null : sheet,
    edits: [],
    after,
    place: picture.sheets.length,
    fileOf,
  };
}
