/** Repairs, waivers and settings: single cells, compared first, written in one go, to be taken back. */
import { fromA1 } from '#core/workbook/address';
import { scalarOf, type Scalar } from '#core/workbook/cell';
import { editsFault } from '#core/workbook/plan-check';
import type { CellEdit } from '#core/workbook/plan';
import { quoted } from '#core/workbook/work-sheets';
import { cellOf, formatOf, hostFormat, richText, serialIn, type Serial } from './cells.ts';
import { AddonError, translate } from './errors.ts';
import { again, type Guard } from './guard.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** An edit whose cell was looked at. */
interface ReadyEdit {
  edit: CellEdit;
  range: Range;
  format: string;
}

const sameText = (value: Scalar | null): Scalar | null => (value === '' ? null : value);

/** Looks at all edited cells of a sheet at once. */
function compareSheet(sheet: Sheet, edits: readonly CellEdit[], serial: Serial): ReadyEdit[] {
  const places = edits.map((edit) => fromA1(edit.cell)!);
  const bottom = Math.max(...places.map(({ row }) => row)) + 1;
  const right = Math.max(...places.map(({ column }) => column)) + 1;
  if (bottom > sheet.getMaxRows() || right > sheet.getMaxColumns())
    throw new AddonError('changed-cell', { cell: `${quoted(edits[0]!.sheet)}!${edits[0]!.cell}` });
  const top = Math.min(...places.map(({ row }) => row));
  const left = Math.min(...places.map(({ column }) => column));
  const block = sheet.getRange(top + 1, left + 1, bottom - top, right - left);
  const values: unknown[][] = block.getValues();
  const formats = block.getNumberFormats();
  const formulas = block.getFormulas();
  const guarded = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE].some((type) =>
    sheet.getProtections(type).some((protection) => !protection.isWarningOnly() && !protection.canEdit()),
  );
  return edits.map((edit, index) => {
    const { row, column } = places[index]!;
    const cell = `${quoted(edit.sheet)}!${edit.cell}`;
    const format = formats[row - top]![column - left]!;
    const formula = formulas[row - top]![column - left]!;
    const held = scalarOf(cellOf(values[row - top]![column - left], format, formula, serial));
    if (sameText(held) !== sameText(edit.before)) throw new AddonError('changed-cell', { cell });
    if (formula !== '') throw new AddonError('formula-cell', { cell });
    const range = sheet.getRange(row + 1, column + 1);
    // A protected form leaves its input cells open: those may be repaired.
    if (guarded && !range.canEdit()) throw new AddonError('protected-cell', { cell });
    return { edit, range, format };
  });
}

/** Writes exactly this value: a text as rich text, which nothing reinterprets. */
function put(range: Range, value: Scalar | null, format: string | undefined, before: string): void {
  if (format !== undefined && (formatOf(format) ?? '') !== (formatOf(before) ?? ''))
    range.setNumberFormat(hostFormat(format));
  if (value === null || value === '') range.clearContent();
  else if (typeof value === 'string') range.setRichTextValue(richText(value));
  else range.setValue(value);
}

/** All cells or none. Returns what takes the edits back. */
export function applyEdits(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  edits: readonly CellEdit[],
  guard: Guard,
): CellEdit[] {
  const fault = editsFault(edits);
  if (fault !== null) throw new AddonError('plan-invalid', { detail: fault });
  const bySheet = new Map<string, CellEdit[]>();
  for (const edit of edits) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), edit]);
  const ready = again(guard, 'work', () => {
    const serial = serialIn(book.getSpreadsheetTimeZone());
    return [...bySheet].flatMap(([name, own]) => {
      const sheet = book.getSheetByName(name);
      if (sheet === null) throw new AddonError('sheet-missing', { sheet: name });
      return compareSheet(sheet, own, serial);
    });
  });
  guard.check('decisive');
  const done: ReadyEdit[] = [];
  try {
    for (const one of ready) {
      done.push(one);
      put(one.range, one.edit.value, one.edit.format, one.format);
    }
    SpreadsheetApp.flush();
  } catch (error) {
    takeBack(done);
    throw translate(error);
  }
  return ready.map(({ edit, format }) => ({
    sheet: edit.sheet,
    cell: edit.cell,
    before: edit.value,
    value: edit.before,
    format: formatOf(format) ?? 'General',
  }));
}

/** Half of the edits are no edits: what was written goes back to what was there. */
function takeBack(done: readonly ReadyEdit[]): void {
  for (const { edit, range, format } of done) {
    try {
      put(range, edit.before, format, edit.format ?? format);
    } catch {
      // The cell that refused the new value holds the old one still.
    }
  }
  try {
    SpreadsheetApp.flush();
  } catch {
    // Nothing more can be done; the failure itself is said.
  }
}
