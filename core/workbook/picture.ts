/** The neutral picture of a workbook: everything the core may know of what a person has on screen. Plain JSON. */
import type { Cell } from './cell.ts';

/** A rectangle of cells; all numbers 0-based and inclusive. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A place in the picture: `sheet` indexes picture.sheets; row and column 0-based. */
export interface CellRef {
  sheet: number;
  row: number;
  column: number;
}

/** One row that holds something: 0-based index, cells from column A on (null = empty; may end early). */
export interface RowPicture {
  index: number;
  cells: Cell[];
  hidden?: true;
}

export interface SheetPicture {
  name: string;
  visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Only rows that hold a value, ascending by index. Formatted but empty rows are left out. */
  rows: RowPicture[];
  merges: Area[];
  /** False where the host can't tell hidden rows cheaply (Google Sheets): row.hidden then goes to notRun. */
  hiddenRowsKnown: boolean;
  /** Hidden columns, 0-based, ascending; absent: none. */
  hiddenColumns?: number[];
  /** Where a host tells of one column a call (Google Sheets): the columns that it was asked about; absent: all. */
  askedColumns?: number[];
  /** Files only: cells whose text had raised marks of footnotes, which are left out of it. Absent: none. */
  footnotes?: { row: number; column: number; text: string }[];
}

/** A whole workbook in sheet order. */
export interface Picture {
  sheets: SheetPicture[];
}
