/** Repairs, waivers and settings: single cells, compared first, written in one go, to be taken back. */
import { fromA1 } from '#core/workbook/address';
import { scalarOf, type Scalar } from '#core/workbook/cell';
import { editsFault } from '#core/workbook/plan-check';
import type { CellEdit } from '#core/workbook/plan';
import { quoted } from '#core/workbook/work-sheets';
import { cellOf, formatOf, hostFormat, richText, serialIn, type Serial } from './cells.ts';
import { AddonError, translate } from './errors.ts';
import { again, newGuard, type Guard } from './guard.ts';

type Range = GoogleAppsScript.Spreadsheet.Range;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** An edit whose cell was looked at. */
interface ReadyEdit {
  edit: CellEdit;
  sheet: Sheet;
  range: Range;
  format: string;
}

const sameText = (value: Scalar | null): Scalar | null => (value === '' ? null : value);

/** What an edited cell holds. */
interface Held {
  value: Scalar | null;
  format: string;
  formula: string;
}

/** Reads all edited cells of a sheet at once. */
function heldOn(sheet: Sheet, edits: readonly CellEdit[], serial: Serial): Held[] {
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
  return places.map(({ row, column }): Held => {
    const format = formats[row - top]![column - left]!;
    const formula = formulas[row - top]![column - left]!;
    return { value: scalarOf(cellOf(values[row - top]![column - left], format, formula, serial)), format, formula };
  });
}

/** Looks at all edited cells of a sheet; throws where one may not be written. */
function compareSheet(sheet: Sheet, edits: readonly CellEdit[], serial: Serial): ReadyEdit[] {
  const held = heldOn(sheet, edits, serial);
  const guarded = [SpreadsheetApp.ProtectionType.SHEET, SpreadsheetApp.ProtectionType.RANGE].some((type) =>
    sheet.getProtections(type).some((protection) => !protection.isWarningOnly() && !protection.canEdit()),
  );
  return edits.map((edit, index) => {
    const { row, column } = fromA1(edit.cell)!;
    const cell = `${quoted(edit.sheet)}!${edit.cell}`;
    const { value, format, formula } = held[index]!;
    if (sameText(value) !== sameText(edit.before)) throw new AddonError('changed-cell', { cell });
    if (formula !== '') throw new AddonError('formula-cell', { cell });
    const range = sheet.getRange(row + 1, column + 1);
    // A protected form leaves its input cells open: those may be repaired.
    if (guarded && !range.canEdit()) throw new AddonError('protected-cell', { cell });
    return { edit, sheet, range, format };
  });
}

/** Writes exactly this value: a text as rich text, which nothing reinterprets. */
function put(range: Range, value: Scalar | null, format: string | undefined, before: string): void {
  if (format !== undefined && (formatOf(format) ?? '') !== (formatOf(before) ?? ''))
    // The default is read in a spelling that, set again, would be a format of its own.
    range.setNumberFormat(hostFormat(formatOf(format) ?? 'General'));
  if (value === null || value === '') range.clearContent();
  else if (typeof value === 'string') range.setRichTextValue(richText(value));
  else range.setValue(value);
}

function push<K, T>(map: Map<K, T[]>, key: K, one: T): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [one]);
  else there.push(one);
}

/** So many cells are named; the rest is "…". */
const MOST_NAMED = 20;

/** Cells that hold, or may hold, the new values. */
function named(written: readonly ReadyEdit[]): Record<string, string> {
  const places = written.slice(0, MOST_NAMED).map(({ edit }) => `${quoted(edit.sheet)}!${edit.cell}`);
  return { cells: places.join(', ') + (written.length > MOST_NAMED ? ' …' : '') };
}

/** All cells or none, or it is said which. Returns what takes the edits back. */
export function applyEdits(
  book: GoogleAppsScript.Spreadsheet.Spreadsheet,
  edits: readonly CellEdit[],
  guard: Guard,
): CellEdit[] {
  const fault = editsFault(edits);
  if (fault !== null) throw new AddonError('plan-invalid', { detail: fault });
  const onSheets = new Map<string, CellEdit[]>();
  for (const edit of edits) push(onSheets, edit.sheet, edit);
  let serial: Serial = () => 0;
  const ready = again(guard, 'work', () => {
    serial = serialIn(book.getSpreadsheetTimeZone());
    return [...onSheets].flatMap(([name, own]) => {
      const sheet = book.getSheetByName(name);
      if (sheet === null) throw new AddonError('sheet-missing', { sheet: name });
      return compareSheet(sheet, own, serial);
    });
  });
  guard.check('decisive');
  try {
    for (const { range, edit, format } of ready) put(range, edit.value, edit.format, format);
    SpreadsheetApp.flush();
  } catch (error) {
    if (!isWhole(ready, serial)) throw translate(error);
  }
  return ready.map(({ edit, format }) => ({
    sheet: edit.sheet,
    cell: edit.cell,
    before: edit.value,
    value: edit.before,
    format: formatOf(format) ?? 'General',
  }));
}

/**
 * Half of the edits are no edits: looks at what became of them, and puts back what was written.
 * @returns whether all of them were written; false: none. Where some still are, that is the failure.
 */
function isWhole(ready: readonly ReadyEdit[], serial: Serial): boolean {
  // What is to be put right after a failure has a time of its own: the minute and a half that is kept for it.
  const guard = newGuard();
  const onSheets = new Map<Sheet, ReadyEdit[]>();
  for (const one of ready) push(onSheets, one.sheet, one);
  const look = (): ReadyEdit[] => {
    try {
      return again(guard, 'work', () => {
        SpreadsheetApp.flush();
        return [...onSheets].flatMap(([sheet, own]) => {
          const now = heldOn(
            sheet,
            own.map(({ edit }) => edit),
            serial,
          );
          return own.filter((one, at) => isWritten(one, now[at]!));
        });
      });
    } catch {
      throw new AddonError('maybe-written', named(ready));
    }
  };
  let written = look();
  if (written.length === ready.length) return true;
  for (let round = 0; round < 2 && written.length > 0; round += 1) {
    for (const { edit, range, format } of written) {
      try {
        put(range, edit.before, format, edit.format ?? format);
      } catch {
        // Looked at below.
      }
    }
    written = look();
  }
  if (written.length > 0) throw new AddonError('half-written', named(written));
  return false;
}

/** Whether a cell no longer is as it was before; what somebody else typed meanwhile is none of ours. */
function isWritten({ edit, format }: ReadyEdit, now: Held): boolean {
  const value = sameText(now.value);
  if (value !== sameText(edit.value) && value !== sameText(edit.before)) return false;
  return value !== sameText(edit.before) || (formatOf(now.format) ?? '') !== (formatOf(format) ?? '');
}
