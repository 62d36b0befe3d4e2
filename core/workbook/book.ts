/**
 * A whole new workbook with live formulas: what forms are made of. Only files are written from it; the plan of a run (plan.ts),
 * which every host writes, holds values alone.
 */
import type { CellStyle, PlanCell, PlanRow, SheetPlan } from './plan.ts';
import type { Area } from './picture.ts';

/** A style of a file; an unlocked cell can be filled in while its sheet is protected. */
export interface BookStyle extends CellStyle {
  unlocked?: true;
}

/**
 * `formula`: without its "=", en-US names, a comma between arguments. `value` is then what is shown until somebody calculates:
 * a number, a text ("" too), TRUE/FALSE, or null for nothing at all. What is not known for sure is "" or null: Excel works all out on
 * opening, but LibreOffice believes a number or a text that stands there until something is changed.
 */
export interface BookCell extends PlanCell {
  formula?: string;
}

export interface BookRow extends PlanRow {
  cells: (BookCell | null)[];
}

/** What a cell takes: an entry of a list (its items, or the cells of a name of the book), or a number within bounds (null = none). */
export type BookTaken =
  | { kind: 'list'; items: readonly string[] | { name: string } }
  | { kind: 'decimal' | 'whole'; least: number | null; most: number | null };

/** `strict`: anything else is refused; otherwise the person is asked. Titles have room for 32 characters, texts for 255. */
export type BookValidation = BookTaken & {
  area: Area;
  prompt: { title: string; text: string };
  error: { title: string; text: string };
  strict: boolean;
};

/** Where the formula, seen from the area's first cell, is true, cells look like that. The first rule of a sheet goes first. */
export interface BookCondition {
  area: Area;
  formula: string;
  style: { color?: string; fill?: string; bold?: true };
}

/** `protect`: only unlocked cells can be changed; no password; widths and heights stay free. */
export interface BookSheet extends SheetPlan {
  styles: BookStyle[];
  rows: BookRow[];
  protect?: true;
  validations?: BookValidation[];
  conditions?: BookCondition[];
}

/** A name for cells of a sheet. */
export interface BookName {
  name: string;
  sheet: string;
  area: Area;
}

/** Sheets, at least one visible, and names for lists whose items do not fit where they are used. */
export interface Book {
  sheets: BookSheet[];
  names: BookName[];
}

/** A text within a formula is no longer. */
const INLINE = 255;

/** @returns whether a list can stand in a validation itself; otherwise its items stand in cells, and these have a name. */
export function fitsInline(items: readonly string[]): boolean {
  return (
    items.length > 0 &&
    items.join(',').length <= INLINE &&
    items.every((item) => item !== '' && item.trim() === item && !/[,"\p{Cc}\p{Cs}\ufffe\uffff]/u.test(item)) &&
    // Written again in the dialog of a spreadsheet it would be a formula.
    items[0]?.startsWith('=') === false
  );
}
