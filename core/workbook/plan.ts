/** The plan: what a host is to write. Neutral, whole, and decided before the host touches anything. Plain JSON. */
import type { Scalar } from './cell.ts';
import type { Table } from './marks.ts';
import type { Area } from './picture.ts';

/** How a cell looks. Colours are "#RRGGBB". `format` is an en-US number format code; '@' = text. */
export interface CellStyle {
  format?: string;
  bold?: true;
  italic?: true;
  strike?: true;
  color?: string;
  fill?: string;
  fontSize?: number;
  align?: 'left' | 'center' | 'right';
  valign?: 'top' | 'middle';
  wrap?: true;
  /** Thin border on all four sides. */
  border?: true;
}

/** `style` indexes SheetPlan.styles; `link` makes the cell a link to a cell of this workbook. A text is always written as text. */
export interface PlanCell {
  value: Scalar | null;
  style: number;
  link?: { sheet: string; cell: string };
}

export interface PlanRow {
  /** From column A on; null = nothing there. */
  cells: (PlanCell | null)[];
  /** Height in points where it must not be the host's default. */
  height?: number;
}

/** A stacked bar chart: one series per pillar, one bar per unit. Areas lie on the same sheet; series area is one column. */
export interface ChartPlan {
  kind: 'stackedBar';
  title: string;
  categories: Area;
  series: { name: string; nameCell: { row: number; column: number }; values: Area; color: string }[];
  axisTitle: string;
  /** Cells the chart covers. */
  anchor: Area;
}

/** Print set-up; rows 0-based. Paper is always A4. */
export interface PrintPlan {
  orientation: 'landscape' | 'portrait';
  repeatRows: { top: number; bottom: number } | null;
  /** Columns 0 … n−1 repeated on each page; 0 = none. For sheets that are wider than a page. */
  repeatColumns: number;
  /** Rows that begin a new page. */
  breaks: number[];
  fitToWidth: boolean;
  /** Percent of full size where it is not fitted to the width. */
  scale?: number;
  /** Millimetres. */
  margins: { top: number; bottom: number; left: number; right: number };
  footer: string;
}

export interface SheetPlan {
  name: string;
  visibility: 'visible' | 'hidden';
  styles: CellStyle[];
  /** Widths in characters of the default font, from column A on. */
  widths: number[];
  rows: PlanRow[];
  merges: Area[];
  freeze: { rows: number; columns: number };
  /** Rows with a filter drop-down on the header, or null. */
  filter: Area | null;
  charts: ChartPlan[];
  print: PrintPlan | null;
  tabColor?: string;
  /** What the list of our sheets says of the sheet of this name as it is now, and the table where the picture shows it whole. */
  was?: { record: string; table: Table | null };
}

/** One cell of the user's own that a previewed repair changes. `format` set before the value ('@' for codes). */
export interface CellEdit {
  sheet: string;
  cell: string;
  before: Scalar | null;
  value: Scalar | null;
  format?: string;
}

/** Sheets of ours to create, or to bring over the sheet of the same name in place; edits to the user's own cells. */
export interface Plan {
  sheets: SheetPlan[];
  edits: CellEdit[];
}
