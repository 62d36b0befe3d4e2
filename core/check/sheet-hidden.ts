/** A data table on a hidden sheet, not counted. */
import { remarkCheck } from './shared.ts';

export const sheetHidden = remarkCheck('sheet.hidden', 'note');
