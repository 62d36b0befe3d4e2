/**
 * Helper cells of one row of a form. A formula that is to be exact in every spreadsheet works step by step, in cells of a hidden sheet:
 * each holds a whole number below LARGEST, and one look at all of them says whether one was larger.
 */
import { columnLetters } from '../workbook/address.ts';

/** Up to here quotients, differences and INT of whole numbers are exact in Excel, LibreOffice, WPS and Google Sheets (docs/decisions/0016). */
export const LARGEST = 100_000_000_000_000;

export class HelperRow {
  readonly formulas: string[] = [];

  /** @param sheet as a formula quotes it; `row` 1-based; `from`: the first free column, 0-based. */
  constructor(
    private readonly sheet: string,
    private readonly row: number,
    private readonly from: number,
  ) {}

  /** @returns the reference of a new cell with this formula. */
  put(formula: string): string {
    this.formulas.push(formula);
    return this.at(this.formulas.length - 1);
  }

  /** @returns whether every helper so far is small enough, as a condition; '1' where there is none. */
  small(): string {
    if (this.formulas.length === 0) return '1';
    const area = `${this.at(0)}:${this.local(this.formulas.length - 1)}`;
    return `AND(MAX(${area})<=${LARGEST},MIN(${area})>=-${LARGEST})`;
  }

  private local(index: number): string {
    return `$${columnLetters(this.from + index)}$${this.row}`;
  }

  private at(index: number): string {
    return `${this.sheet}!${this.local(index)}`;
  }
}
