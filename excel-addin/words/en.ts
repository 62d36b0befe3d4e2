/** Words for what a spreadsheet host refuses or leaves out (en), by id: what happened, why, what next. */
import type { SameWords } from '#core/messages/ids';
import type { host as vi } from './vi.ts';

export const host: SameWords<typeof vi> = {
  'host.cell-editing': 'A cell is being edited, so Excel takes no commands. Press Enter in that cell, then try again.',
  'host.changed':
    'The workbook changed after it was read, so nothing was written. Check or score again with the new figures.',
  'host.changed-cell':
    'Cell {cell} no longer holds what was checked, so no cell was changed. Check again, then repair from the new result.',
  'host.filtered-cell':
    'Cell {cell} is hidden by a filter and Excel might write to a wrong row, so no cell was changed. Clear the filter and try again.',
  'host.focus': 'Another workbook is in front, so Excel takes no commands. Go back to this workbook and try again.',
  'host.formula-cell': 'Cell {cell} holds a formula, so it is not overwritten. Change the formula by hand.',
  'host.half-written':
    'Excel stopped in the middle of writing, and these cells could not be put back: {cells}. They hold the new values, all others the old ones. Press “Take back”, or look at each of them.',
  'host.late':
    'Excel failed while writing, so it is not known whether the sheets {sheets} were written to the end. Your own figures are unharmed. Look at the workbook, then try again: every sheet is written anew.',
  'host.lost': 'The connection to the workbook was lost. Close the panel and open it again; the workbook is unharmed.',
  'host.maybe-written':
    'Excel stopped answering while writing, so it is not known whether these cells were written: {cells}. Look at them; where they were, “Take back” puts them back.',
  'host.not-ours':
    'Sheet “{sheet}” was not made by Nghìn Điểm, so it is not overwritten. Score again to use another name.',
  'host.plan-invalid':
    'The result can’t be written ({detail}), so nothing was. Please send this line to the developers.',
  'host.press-enter': 'Excel has not answered yet. If a cell is being edited, press Enter in it.',
  'host.protected':
    'Sheet “{sheet}” is protected, so nothing was written. Unprotect it (Review › Protect), then try again.',
  'host.protected-somewhere':
    'Excel refused to write: a sheet or the workbook is protected, or you may not edit it. Unprotect it, then try again.',
  'host.read-only': 'The workbook is open for reading only. Enable editing or save a copy, then try again.',
  'host.sheet-missing': 'Sheet “{sheet}” is gone. It may have been deleted or renamed; check again.',
  'host.structure-protected':
    'The workbook’s structure is protected, so no sheet can be added. Unprotect it (Review › Protect Workbook), then try again.',
  'host.timeout':
    'Excel does not answer. Press Enter if a cell is being edited; if that does not help, close and reopen the panel.',
  'host.too-large': 'The figures are larger than Excel allows at once. Split the workbook, then try again.',
  'host.too-old': 'This Excel is too old: Excel 2021, Microsoft 365 or Excel on the web is needed.',
  'host.unknown': 'Excel reported an error ({code}); the cause is not known. Try again, or close and reopen the panel.',
  'host.warn-chart': 'The chart on sheet “{sheet}” could not be drawn; your data is intact.',
  'host.warn-filter': 'Sheet “{sheet}” was filtered: the filter was cleared so that every row could be written.',
  'host.warn-filter-set': 'The filter buttons on sheet “{sheet}” could not be set; your data is intact.',
  'host.warn-freeze': 'The header of sheet “{sheet}” could not be frozen; your data is intact.',
  'host.warn-links': 'The links on sheet “{sheet}” could not be set; the addresses stand there as text.',
  'host.warn-print': 'The print set-up of “{sheet}” could not be made; your data is intact.',
  'host.warn-tab': 'The tab colour of sheet “{sheet}” could not be set.',
};
