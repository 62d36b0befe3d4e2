/** Words of the Google Sheets add-on (en), by id: menu, and what a call that failed says. `addon.<code>` per failure. */
import type { SameWords } from '#core/messages/ids';
import type { sheetsAddon as vi } from './vi.ts';

export const sheetsAddon: SameWords<typeof vi> = {
  'addon.menu-title': 'Nghìn Điểm',
  'addon.menu-check': 'Check the workbook',
  'addon.menu-score': 'Score and rank',
  'addon.menu-panel': 'Open panel',
  'addon.menu-help': 'Help',
  'addon.busy':
    'Somebody else (or another tab) is scoring this workbook, so nothing was done. Wait about a minute and try again.',
  'addon.changed': 'The workbook changed after it was read, so nothing was written. Check or score again.',
  'addon.changed-cell':
    'Cell {cell} now holds something else than when it was checked, so no cell was changed. Check again and repair from the new result.',
  'addon.fault': 'Something went wrong, so this was not finished: {detail}. Please send this line to the developers.',
  'addon.formula-cell': 'Cell {cell} holds a formula, so it is not overwritten. Please change the formula by hand.',
  'addon.input': 'The panel is older than the add-on. Close it and open it again from the menu.',
  'addon.loss':
    'Nothing was written: the new table would cover what was typed on sheets of Nghìn Điểm, or clear a filter there.',
  'addon.loss-ask': 'Write anyway?',
  'addon.not-ours':
    'The sheet “{sheet}” was not made by Nghìn Điểm, so it is not overwritten. Score again to use another name.',
  'addon.plan-invalid':
    'The result can’t be written ({detail}), so nothing was written. Please send this line to the developers.',
  'addon.protected':
    'The sheet “{sheet}” is protected and you may not edit it, so nothing was written. Ask the owner to lift the protection (Data › Protect sheets and ranges) and try again.',
  'addon.protected-cell':
    'Cell {cell} lies in a protected range that you may not edit, so no cell was changed. Ask the owner for the right and try again.',
  'addon.read-only':
    'Google does not let this workbook be written ({detail}); perhaps you may only view it. Ask for the right to edit or make a copy, and try again.',
  'addon.scope':
    'The add-on is missing a permission (this workbook, and showing the panel); perhaps a box on the consent screen was not ticked. Choose Nghìn Điểm › Check the workbook, grant what is asked, and try again.',
  'addon.service':
    'Google Sheets is having trouble ({detail}). The old ranking, if any, is intact. Wait a minute and try again.',
  'addon.service-late':
    'Google Sheets had trouble while writing ({detail}), so it is not known whether the result sheets are finished. Your data is intact. Wait a minute and score again: every sheet is written anew.',
  'addon.half-written':
    'Google Sheets failed in the middle of writing, and these cells could not be put back: {cells}. They hold the new values, all others the old ones. Look at each of them, then check again.',
  'addon.maybe-written':
    'Google Sheets failed in the middle of writing and stopped answering, so it is not known whether these cells were written: {cells}. Look at them, then check again.',
  'addon.sheet-only':
    'The sheet {sheets} was written, but Google Sheets failed before the acceptance could be. Please try again.',
  'addon.setting-refused': '“{value}” does not fit this setting, so nothing was written.',
  'addon.sheet-missing': 'The sheet “{sheet}” is gone. It may have been deleted or renamed; check again.',
  'addon.time':
    'The workbook is too large for the 6 minutes that Google allows a run, so it stopped before writing: nothing changed. Try at another time, or split the workbook by group.',
  'addon.too-large':
    'The workbook with the result takes {cells} cells, beyond the 10 million cells of a Google Sheets workbook, so nothing was written. Delete sheets that are not used or split the workbook.',
  'addon.waive-no-row': 'The row of this finding is not on the findings sheet. Check again.',
  'addon.unread':
    'Google Sheets failed while reading again ({detail}), so what is on the screen is the last result. Please check again.',
  'addon.unread-time':
    'Google’s six minutes for a run were over before all was read again, so what is on the screen is the last result. Please check again.',
  'addon.accounts':
    'The panel can’t reach the add-on. This usually happens when the browser is signed in to several Google accounts. Sign in first with the account that has this workbook open (or use a private window), then open the panel again. The menu commands still work.',
  'addon.no-answer': 'Google returned no result. Try again; if it stays so, close the panel and open it from the menu.',
  'addon.checked': 'Checked: {error} errors, {warning} warnings, {note} notes. They are listed on the sheet “{sheet}”.',
  'addon.scored': 'Scored and written: {sheets}. Findings: {error} errors, {warning} warnings, {note} notes.',
  'addon.no-set':
    'This workbook has no index set: a table with code, indicator and maximum is needed. It can’t be ranked yet; see the sheet “{sheet}”.',
  'addon.failed-title': 'Not done',
  'addon.warn-notes':
    'Sheet “{sheet}”: the notes on {cells} stay where they are. The row may be another unit’s now; look again.',
  'addon.warn-filter': 'The sheet “{sheet}” was filtered: the filter was cleared to write the right rows.',
  'addon.warn-filter-set':
    'The filter could not be set on the sheet “{sheet}”; your data is intact. Scoring again sets it.',
  'addon.warn-chart':
    'The chart could not be drawn on the sheet “{sheet}”; your data is intact. Scoring again draws it.',
  'addon.warn-freeze':
    'The header could not be frozen on the sheet “{sheet}”; your data is intact. Scoring again does it.',
  'addon.warn-tab': 'The tab colour of the sheet “{sheet}” could not be set; your data is intact.',
  'addon.warn-size': 'Column widths and row heights could not be set on the sheet “{sheet}”; your data is intact.',
  'addon.warn-time':
    'Close to the time that Google allows, so the sheet “{sheet}” is not laid out in full (chart, filter, frozen header). Your data is intact; scoring again does the rest.',
  'addon.help-title': 'Nghìn Điểm help',
  'addon.help':
    'Nghìn Điểm checks, scores and ranks 1,000-point index workbooks right in this workbook.\n\n1. Check the workbook: lists every problem with its cell, the reason and the remedy on the sheet Kiểm tra.\n2. Score and rank: writes the sheets Xếp hạng, Chi tiết điểm and Kiểm tra. Your own sheets are not changed.\n3. Open panel: see findings, repair or accept them, ranking and settings, at the right.\n\nTo print: File › Print › Landscape, A4. Figures stay with Google and are sent nowhere else.',
};
