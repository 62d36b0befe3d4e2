/** Repairs, waivers and settings: single cells of the user's own, compared first, written in one go, to be taken back. */
import type { Scalar } from '#core/workbook/cell';
import type { CellEdit } from '#core/workbook/plan';
import { hostError } from './errors.ts';
import { CALL_BYTES, Outbox } from './outbox.ts';
import { jsonBytes } from './pieces.ts';
import { quoted } from '#core/workbook/work-sheets';
import { REQUEST_BYTES, type Batch } from './session.ts';
import { storable } from './shape.ts';

/** An edit whose cell was looked at. */
export interface ReadyEdit {
  edit: CellEdit;
  range: Excel.Range;
  /** Format before the edit. */
  format: string;
}

/** Throws where a cell no longer holds what the person saw, is locked or holds a formula. Nothing is written. */
export async function compareEdits(batch: Batch, edits: readonly CellEdit[]): Promise<ReadyEdit[]> {
  const sheets = new Map<
    string,
    { sheet: Excel.Worksheet; protection: Excel.WorksheetProtection; filter: Excel.AutoFilter }
  >();
  batch.context.workbook.load('readOnly');
  for (const { sheet: name } of edits) {
    if (sheets.has(name)) continue;
    const sheet = batch.context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    const { protection, autoFilter: filter } = sheet;
    protection.load('protected');
    filter.load('isDataFiltered');
    sheets.set(name, { sheet, protection, filter });
  }
  await batch.sync();
  if (batch.context.workbook.readOnly) throw hostError('read-only');
  for (const [name, { sheet }] of sheets)
    if (sheet.isNullObject) throw hostError('changed', 'host.sheet-missing', { sheet: name });
  const outbox = new Outbox(batch, REQUEST_BYTES);
  const looked: { edit: CellEdit; range: Excel.Range; guard: Excel.FormatProtection | null; filtered: boolean }[] = [];
  for (const edit of edits) {
    await outbox.room(CALL_BYTES * 3);
    const { sheet, protection, filter } = sheets.get(edit.sheet)!;
    const range = sheet.getRange(edit.cell.replaceAll('$', ''));
    range.load('values,numberFormat,formulas,rowHidden');
    // A protected form leaves its input cells unlocked: those may be repaired.
    const guard = protection.protected ? range.format.protection : null;
    guard?.load('locked');
    looked.push({ edit, range, guard, filtered: filter.isDataFiltered });
  }
  await outbox.flush();
  return looked.map(({ edit, range, guard, filtered }) => {
    const cell = `${quoted(edit.sheet)}!${edit.cell}`;
    if (guard !== null && guard.locked !== false) throw hostError('protected', 'host.protected', { sheet: edit.sheet });
    if (filtered && range.rowHidden !== false) throw hostError('changed', 'host.filtered-cell', { cell });
    const held = range.values[0]![0] as Scalar;
    if ((held === '' ? null : held) !== (edit.before === '' ? null : edit.before))
      throw hostError('changed', 'host.changed-cell', { cell });
    const formula: unknown = range.formulas[0]![0];
    if (typeof formula === 'string' && formula.startsWith('=') && formula !== held)
      throw hostError('changed', 'host.formula-cell', { cell });
    return { edit, range, format: String(range.numberFormat[0]![0]) };
  });
}

/** What an edited cell holds: value and format from before, the new ones, one of each, or what neither we nor the person saw. */
export interface Held {
  state: 'old' | 'new' | 'between' | 'other';
  value: Scalar | null;
}

/** Looks at the cells of edits again, after a failure. @param takeBack what takes the edits back, in the same order. */
export async function heldBy(batch: Batch, edits: readonly CellEdit[], takeBack: readonly CellEdit[]): Promise<Held[]> {
  const outbox = new Outbox(batch, REQUEST_BYTES);
  const ranges: Excel.Range[] = [];
  for (const { sheet, cell } of edits) {
    await outbox.room(CALL_BYTES * 3);
    const range = batch.context.workbook.worksheets.getItem(sheet).getRange(cell.replaceAll('$', ''));
    range.load('values,numberFormat');
    ranges.push(range);
  }
  await outbox.flush();
  const bare = (value: Scalar | null): Scalar | null => (value === '' ? null : value);
  return edits.map((edit, at): Held => {
    const value = bare(ranges[at]!.values[0]![0] as Scalar);
    // Excel may spell a new format its own way: only the old one is known to the letter.
    const isOldFormat = String(ranges[at]!.numberFormat[0]![0]) === takeBack[at]!.format;
    const wantsFormat = edit.format !== undefined && edit.format !== takeBack[at]!.format;
    const isNewFormat = !wantsFormat || !isOldFormat;
    if (value === bare(edit.value) && isNewFormat) return { state: 'new', value };
    if (value === bare(edit.before) && isOldFormat) return { state: 'old', value };
    const isOurs = value === bare(edit.value) || value === bare(edit.before);
    return { state: isOurs ? 'between' : 'other', value };
  });
}

/** Puts cells back as they were: the value under its old format, whatever of both was written. */
export async function writeBack(batch: Batch, takeBack: readonly CellEdit[]): Promise<void> {
  const outbox = new Outbox(batch, REQUEST_BYTES);
  for (const { sheet, cell, value, format } of takeBack) {
    await outbox.room(CALL_BYTES * 2 + jsonBytes(value));
    const range = batch.context.workbook.worksheets.getItem(sheet).getRange(cell.replaceAll('$', ''));
    range.numberFormat = [[format!]];
    range.values = [[storable(value, format!)]];
  }
  await outbox.flush();
}

/** Writes compared edits. */
export async function writeEdits(batch: Batch, ready: readonly ReadyEdit[]): Promise<void> {
  const outbox = new Outbox(batch, REQUEST_BYTES);
  for (const { edit, range, format } of ready) {
    await outbox.room(CALL_BYTES * 2 + jsonBytes(edit.value));
    if (edit.format !== undefined && edit.format !== format) range.numberFormat = [[edit.format]];
    range.values = [[storable(edit.value, edit.format ?? format)]];
  }
  await outbox.flush();
}
