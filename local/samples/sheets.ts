/** Builds the sheets of sample workbooks as plans: title, header, rows, in a plain official look. */
import type { CellStyle, PlanCell, PlanRow, SheetPlan } from '#core/workbook/plan';
import type { Scalar } from '#core/workbook/cell';

const STYLES: CellStyle[] = [
  {},
  { bold: true, fontSize: 14 },
  { italic: true, color: '#555555' },
  { bold: true, fill: '#DCE6F1', border: true, wrap: true, align: 'center', valign: 'middle' },
  { border: true, wrap: true, valign: 'top' },
  { border: true, valign: 'top' },
  { border: true, format: '@', valign: 'top' },
  { border: true, bold: true, fill: '#F2F2F2', wrap: true },
];
const TITLE = 1;
const NOTE = 2;
const HEADER = 3;
const TEXT = 4;
const NUMBER = 5;
const CODE = 6;
const GROUP = 7;

export interface SampleTable {
  name: string;
  titles: string[];
  note?: string;
  header: string[];
  /** Columns of codes, kept as text. */
  codes?: number[];
  widths: number[];
  rows: (Scalar | null)[][];
  /** Rows (by position) shown as group rows. */
  groups?: Set<number>;
}

function body(value: Scalar | null, column: number, table: SampleTable, group: boolean): PlanCell | null {
  if (group) return { value, style: GROUP };
  if (table.codes?.includes(column)) return { value, style: CODE };
  return { value, style: typeof value === 'number' ? NUMBER : TEXT };
}

/** @returns a whole sheet; the header row is frozen. */
export function sampleSheet(table: SampleTable): SheetPlan {
  const rows: PlanRow[] = table.titles.map((title, place) => ({ cells: [{ value: title, style: place === 0 ? TITLE : 0 }] }));
  if (table.note !== undefined) rows.push({ cells: [{ value: table.note, style: NOTE }] });
  if (rows.length > 0) rows.push({ cells: [] });
  rows.push({ cells: table.header.map((text) => ({ value: text, style: HEADER })) });
  const headerRow = rows.length;
  table.rows.forEach((cells, place) => {
    const group = table.groups?.has(place) ?? false;
    rows.push({ cells: cells.map((value, column) => body(value, column, table, group)) });
  });
  return {
    name: table.name,
    visibility: 'visible',
    styles: STYLES,
    widths: table.widths,
    rows,
    merges: [],
    freeze: { rows: headerRow, columns: 0 },
    filter: null,
    charts: [],
    print: {
      orientation: 'landscape',
      repeatRows: { top: headerRow - 1, bottom: headerRow - 1 },
      fitToWidth: true,
      repeatColumns: 0,
      breaks: [],
      margins: { top: 20, bottom: 20, left: 30, right: 15 },
      footer: '&P/&N',
    },
  };
}
