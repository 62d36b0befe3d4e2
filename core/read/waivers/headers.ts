/** The header of our Kiểm tra sheet. Apart from what reads it: a pane asks only whether a sheet has it, and carries no words or arithmetic. */
import { scalarOf } from '../../workbook/cell.ts';
import type { SheetPicture } from '../../workbook/picture.ts';
import { foldHeader } from '../../workbook/text.ts';
import type { Waiver } from '../assessment.ts';

export type Field = keyof Waiver;

/** Headers of our sheet in both languages, folded; also the words of earlier versions, whose sheets are still passed round. */
const HEADERS: Readonly<Record<string, Field>> = {
  'ma kiem tra': 'check',
  'don vi': 'unit',
  'chi so': 'indicator',
  cot: 'column',
  'gia tri': 'value',
  'ly do chap nhan': 'reason',
  'ly do mien tru': 'reason',
  'chap nhan, khong sua': 'reason',
  'nguoi quyet dinh': 'by',
  check: 'check',
  unit: 'unit',
  indicator: 'indicator',
  column: 'column',
  value: 'value',
  'reason for accepting': 'reason',
  'waiver reason': 'reason',
  'decided by': 'by',
};

export const FIELDS: readonly Field[] = ['check', 'unit', 'indicator', 'column', 'value', 'reason', 'by'];

/** @returns where each column of our findings sheet stands in a row of texts, null where one is missing. */
export function fieldsOf(texts: readonly unknown[]): Map<Field, number> | null {
  const columns = new Map<Field, number>();
  texts.forEach((text, column) => {
    const field = typeof text === 'string' ? HEADERS[foldHeader(text)] : undefined;
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return FIELDS.every((field) => columns.has(field)) ? columns : null;
}

/** @returns where each column of our findings sheet stands, null where one is missing. */
export function headerOf(cells: SheetPicture['rows'][number]['cells']): Map<Field, number> | null {
  return fieldsOf(cells.map(scalarOf));
}

/** @returns whether a sheet has the columns of our findings sheet: all others of ours need not be read. */
export function holdsWaivers(sheet: SheetPicture): boolean {
  return sheet.rows.some((row) => headerOf(row.cells) !== null);
}
