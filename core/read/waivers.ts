/** Waivers: the two columns that people fill on our Kiểm tra sheet are their only store. */
import { scalarOf } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import { ownSheetNames } from '../workbook/own-sheets.ts';
import { isStamped } from '../workbook/stamp.ts';
import { clean, foldHeader } from '../workbook/text.ts';
import type { Waiver } from './assessment.ts';
import { shownText } from './codes.ts';
import { columnReader } from './waiver-columns.ts';

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

/** Sheets whose waivers hold: ours, or, where none is known to be, any with our stamp. A copy that someone kept decides nothing. */
function stores(picture: Picture): SheetPicture[] {
  const stamped = picture.sheets.filter((sheet) => isStamped(sheet) && holdsWaivers(sheet));
  const own = new Set(stamped.length > 1 ? ownSheetNames(picture) : []);
  const ours = stamped.filter((sheet) => own.has(sheet.name));
  return ours.length > 0 ? ours : stamped;
}

/** Rows of our findings sheets in which a reason or a name stands. */
function filledRows(picture: Picture): Waiver[] {
  const keyOf = columnReader();
  const filled: Waiver[] = [];
  for (const sheet of stores(picture)) {
    let columns: Map<Field, number> | null = null;
    for (const row of sheet.rows) {
      if (columns === null) {
        columns = headerOf(row.cells);
        continue;
      }
      const field = (name: Field): string => clean(shownText(row.cells[columns!.get(name)!]));
      if (field('check') === '' || (field('reason') === '' && field('by') === '')) continue;
      const waiver = Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as unknown as Waiver;
      filled.push({ ...waiver, column: keyOf(waiver.column) });
    }
  }
  return filled;
}

const isWhole = ({ reason, by }: Waiver): boolean => reason !== '' && by !== '';

/**
 * @returns the waivers of our findings sheets: rows with a reason and a name of who decided. One without the other waives nothing.
 * A waiver is keyed by what it says, not by its row, so it dies when the value changes.
 */
export function readWaivers(picture: Picture): Waiver[] {
  return filledRows(picture).filter(isWhole);
}

/** @returns rows with a reason but no name, or a name but no reason: they waive nothing, but nobody's words are thrown away. */
export function readDrafts(picture: Picture): Waiver[] {
  return filledRows(picture).filter((row) => !isWhole(row));
}

/** @returns by what a waiver is found again: check + unit + indicator + column + value, as people see it. */
export function waiverKey(of: Pick<Waiver, 'check' | 'unit' | 'indicator' | 'column' | 'value'>): string {
  return [of.check, of.unit, of.indicator, of.column, clean(of.value)].join('\u0001');
}
