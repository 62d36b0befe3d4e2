/** Waivers: the two columns that people fill on our Kiểm tra sheet are their only store. */
import { scalarOf } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import { isStamped } from '../workbook/stamp.ts';
import { clean, foldHeader } from '../workbook/text.ts';
import type { Waiver } from './assessment.ts';
import { shownText } from './codes.ts';

type Field = keyof Waiver;

/** Headers of our sheet in both languages, folded. */
const HEADERS: Readonly<Record<string, Field>> = {
  'ma kiem tra': 'check',
  'don vi': 'unit',
  'chi so': 'indicator',
  cot: 'column',
  'gia tri': 'value',
  'ly do mien tru': 'reason',
  'nguoi quyet dinh': 'by',
  check: 'check',
  unit: 'unit',
  indicator: 'indicator',
  column: 'column',
  value: 'value',
  'waiver reason': 'reason',
  'decided by': 'by',
};

const FIELDS: Field[] = ['check', 'unit', 'indicator', 'column', 'value', 'reason', 'by'];

function headerOf(cells: SheetPicture['rows'][number]['cells']): Map<Field, number> | null {
  const columns = new Map<Field, number>();
  cells.forEach((cell, column) => {
    // Our headers are texts; without shownText here a pane that asks only holdsWaivers carries no exact arithmetic.
    const text = scalarOf(cell);
    const field = typeof text === 'string' ? HEADERS[foldHeader(text)] : undefined;
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return FIELDS.every((field) => columns.has(field)) ? columns : null;
}

/** @returns whether a sheet has the columns of our findings sheet: all others of ours need not be read. */
export function holdsWaivers(sheet: SheetPicture): boolean {
  return sheet.rows.some((row) => headerOf(row.cells) !== null);
}

/**
 * @returns the waivers of our findings sheets: rows with a reason and a name of who decided. One without the other waives nothing.
 * A waiver is keyed by what it says, not by its row, so it dies when the value changes.
 */
export function readWaivers(picture: Picture): Waiver[] {
  const waivers: Waiver[] = [];
  for (const sheet of picture.sheets) {
    if (!isStamped(sheet)) continue;
    let columns: Map<Field, number> | null = null;
    for (const row of sheet.rows) {
      if (columns === null) {
        columns = headerOf(row.cells);
        continue;
      }
      const field = (name: Field): string => clean(shownText(row.cells[columns!.get(name)!]));
      if (field('check') === '' || field('reason') === '' || field('by') === '') continue;
      waivers.push(Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as unknown as Waiver);
    }
  }
  return waivers;
}
