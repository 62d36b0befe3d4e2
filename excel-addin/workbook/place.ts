/** Where the person is: shown a cell on request, found again after our writing. */
import { areaFromA1, fromA1 } from '#core/workbook/address';
import { isFatal } from './sheets.ts';
import type { Batch } from './session.ts';

/** The active sheet and the selected cells; null where Excel would not say. */
export interface Place {
  sheet: string;
  selection: string | null;
}

/** The address without its sheet. */
function bare(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
}

/** @returns the person's place; not knowing it stops nothing. */
export async function placeOf(batch: Batch): Promise<Place | null> {
  const active = batch.context.workbook.worksheets.getActiveWorksheet();
  active.load('name');
  const selected = batch.context.workbook.getSelectedRange();
  selected.load('address');
  try {
    await batch.sync('focus');
    return { sheet: active.name, selection: bare(selected.address) };
  } catch (error) {
    if (isFatal(error)) throw error;
  }
  // A chart or several areas are selected: the sheet alone then.
  try {
    const again = batch.context.workbook.worksheets.getActiveWorksheet();
    again.load('name');
    await batch.sync('focus');
    return { sheet: again.name, selection: null };
  } catch (error) {
    if (isFatal(error)) throw error;
    return null;
  }
}

/** Puts the person back where they were, if the writing moved them at all. */
export async function restorePlace(batch: Batch, place: Place | null): Promise<void> {
  if (place === null) return;
  const now = await placeOf(batch);
  if (now !== null && now.sheet === place.sheet && (place.selection === null || now.selection === place.selection))
    return;
  const sheet = batch.context.workbook.worksheets.getItem(place.sheet);
  sheet.activate();
  await batch.sync('focus');
  if (place.selection === null) return;
  sheet.getRange(place.selection).select();
  await batch.sync('focus');
}

/** Shows a cell: on Windows the first select on another sheet often does nothing, so it is read back and done once more. */
export async function revealCell(batch: Batch, name: string, cell: string): Promise<'revealed' | 'address-only'> {
  const target = bare(cell).toUpperCase();
  if (fromA1(target) === null) return 'address-only';
  const sheet = batch.context.workbook.worksheets.getItemOrNullObject(name);
  sheet.load('name,visibility');
  await batch.sync();
  if (sheet.isNullObject || sheet.visibility !== 'Visible') return 'address-only';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      sheet.activate();
      await batch.sync('focus');
      sheet.getRange(target).select();
      await batch.sync('focus');
      const place = await placeOf(batch);
      if (place?.sheet === sheet.name && shows(place.selection, target)) return 'revealed';
    } catch (error) {
      if (isFatal(error)) throw error;
    }
  }
  return 'address-only';
}

/** A merged area is selected whole: the cell must lie in it. */
function shows(selection: string | null, target: string): boolean {
  const area = areaFromA1(selection ?? '');
  const cell = fromA1(target);
  if (area === null || cell === null) return false;
  return cell.row >= area.top && cell.row <= area.bottom && cell.column >= area.left && cell.column <= area.right;
}
