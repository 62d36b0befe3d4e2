/** The spreadsheet behind the sidebar: the built Code.js among stand-ins of Google's services, and what a test wants to know of it. */
import { readFileSync } from 'node:fs';
import { fromA1 } from '#core/workbook/address';
import { scalarOf, type Scalar } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { serverCode } from '#local/build/sheets';
import { bookOf, openSheets, type Conditions, type Outcome, type SheetsHost } from '#local/sheets-host/host';
import { readWorkbook } from '#xlsx/index';
import { ROOT } from '../../excel/e2e/browser.ts';

const BLANK: Picture = {
  sheets: [{ name: 'Trang tính1', visibility: 'visible', rows: [], merges: [], hiddenRowsKnown: false }],
};

let code: Promise<string> | null = null;

export class SheetsBook {
  /** How Google behaves. */
  conditions: Partial<Conditions> = {};
  /** Runs that the sidebar caused. */
  readonly runs: Outcome[] = [];
  readonly host: SheetsHost;

  private constructor(host: SheetsHost) {
    this.host = host;
  }

  /** @returns a spreadsheet made from one of the samples; "" = an empty one. */
  static of(sample: string): Promise<SheetsBook> {
    return SheetsBook.from(sample === '' ? BLANK : readWorkbook(readFileSync(`${ROOT}samples/${sample}.xlsx`)).picture);
  }

  static async from(picture: Picture): Promise<SheetsBook> {
    code ??= serverCode(ROOT).then(({ text }) => text);
    return new SheetsBook(await openSheets(await code, bookOf(picture)));
  }

  /** What google.script.run comes to; rejects where it calls the failure handler. */
  async answer(name: string, input: unknown): Promise<unknown> {
    const run = this.host.call(name, input, this.conditions);
    this.runs.push(run);
    if (run.thrown !== null) throw new Error(run.thrown);
    if (run.consent) throw new Error('Authorization is required to perform that action.');
    return run.result;
  }

  /** "Sheet!A1" of what is selected. */
  selected(): string {
    const { active, sheets } = this.host.book();
    return `${active}!${sheets.find(({ name }) => name === active)?.selection ?? ''}`;
  }

  value(sheet: string, cell: string): Scalar | null {
    const { row, column } = fromA1(cell)!;
    const lines = this.host.book([sheet]).sheets[0]?.rows ?? [];
    return scalarOf(lines.find(({ index }) => index === row)?.cells[column]?.cell ?? null);
  }

  /** All texts of a sheet. */
  texts(sheet: string): string[] {
    const lines = this.host.book([sheet]).sheets[0]?.rows ?? [];
    const values = lines.flatMap(({ cells }) => cells.map((cell) => scalarOf(cell?.cell ?? null)));
    return values.filter((value) => typeof value === 'string');
  }

  names(): string[] {
    return this.host.book().sheets.map(({ name }) => name);
  }

  /** Somebody types into a cell. */
  types(sheet: string, cell: string, value: Scalar): void {
    this.host.type(sheet, cell, { cell: value });
  }
}
