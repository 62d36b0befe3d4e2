/** Waivers: the two columns that people fill on our Kiểm tra sheet are their only store. */
import type { Picture, SheetPicture } from '../../workbook/picture.ts';
import { ownSheetNames } from '../../workbook/own-sheets.ts';
import { checkIdOf } from '../../messages/check-numbers.ts';
import { isStamped } from '../../workbook/stamp.ts';
import { clean } from '../../workbook/text.ts';
import type { Waiver } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { columnReader } from './columns.ts';
import { FIELDS, headerOf, holdsWaivers, type Field } from './headers.ts';

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
      const known = columns;
      const field = (name: Field): string => clean(shownText(row.cells[known.get(name) ?? -1]));
      if (field('check') === '' || (field('reason') === '' && field('by') === '')) continue;
      const waiver = Object.fromEntries(FIELDS.map((name) => [name, field(name)])) as unknown as Waiver;
      filled.push({ ...waiver, check: checkIdOf(waiver.check), column: keyOf(waiver.column) });
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

/** A cell keeps 32,767 characters of a text; what is beyond tells no two values apart. */
const KEPT = 32_000;

/** @returns by what a waiver is found again: check + unit + indicator + column + value, as people see it. */
export function waiverKey(of: Pick<Waiver, 'check' | 'unit' | 'indicator' | 'column' | 'value'>): string {
  return [of.check, of.unit, of.indicator, of.column, clean(of.value).slice(0, KEPT)].join('\u0001');
}
