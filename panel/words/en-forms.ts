/** Words of the part Forms (en), by id. */
import type { SameWords } from '#core/messages/ids';
import type { forms as vi } from './vi-forms.ts';

export const forms: SameWords<typeof vi> = {
  'pane.tab-forms': 'Forms',
  'pane.forms-about':
    'One Excel file a unit that works out its points while it is filled in; opens in Excel 2010, WPS or on a phone. This workbook is not changed.',
  'pane.forms-look': 'See who will get a form',
  'pane.forms-look-again': 'Read the workbook again',
  'pane.forms-set': 'Index set: {set}',
  'pane.forms-period': 'Reporting period on the form',
  'pane.forms-period-hint': 'For example: Quý III/2026',
  'pane.forms-blank': 'The workbook has no list of units: one blank form will be made.',
  'pane.forms-all': 'All {total} units',
  'pane.forms-some': '{count} of {total} units chosen',
  'pane.forms-search': 'Find a unit',
  'pane.forms-take-all': 'Choose all',
  'pane.forms-take-none': 'Choose none',
  'pane.forms-units': 'Units that get a form',
  'pane.forms-no-match': 'No unit matches.',
  'pane.forms-make': 'Make forms: {count}',
  'pane.forms-make-blank': 'Make a blank form',
  'pane.forms-none': 'Please choose at least one unit.',
  'pane.forms-where': 'The forms come as one .zip file in the downloads folder of this machine.',
  'pane.forms-made': 'Forms made: {count}, in {file} in the downloads folder of this machine.',
  'pane.forms-note': '{text}',
  'pane.phase-making-forms': 'Making forms …',
  'pane.phase-forms': '{done} of {total} forms',
  'pane.files-failed':
    'The part that makes files did not load. Please check the network connection and choose “Try again”; if it happens again, close the panel and open it anew.',
  'pane.forms-mail': 'Message to go with the forms',
  'pane.forms-mail-text':
    'Dear colleagues,\nPlease fill in the yellow cells of the attached self-assessment form{period}. Points work themselves out; the column Kiểm tra says which cells are missing. Please do not rename the sheet, and add or delete no column. Save it as .xlsx and send it back to the office that scores.\nWith kind regards.',
  'pane.forms-mail-period': ' ({period})',
  'pane.copy': 'Copy',
  'pane.copied': 'Copied.',
  'pane.copy-by-hand': 'This machine does not let us copy. The text is selected: press Ctrl+C.',
};
