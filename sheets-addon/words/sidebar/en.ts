/** Words of the Google Sheets sidebar that the Excel pane does not need, or says otherwise (en), by id. */
import type { SameWords } from '#core/messages/ids';
import type { sidebar as vi } from './vi.ts';

export const sidebar: SameWords<typeof vi> = {
  'sidebar.starting': 'Connecting to the workbook …',
  'sidebar.wait-check': 'Reading and checking the workbook …',
  'sidebar.wait-score': 'Scoring and writing the result sheets …',
  'sidebar.wait-sample': 'Inserting the sample sheets and checking …',
  'sidebar.wait-edit': 'Writing and checking again …',
  'sidebar.wait-forms': 'Making forms …',
  'sidebar.wait-seconds': 'Waiting for {seconds} seconds.',
  'sidebar.wait-note':
    'Google reports no progress and can’t be stopped midway. A large workbook may take a few minutes; please don’t change figures meanwhile.',
  'pane.address-only': 'This sheet is hidden or gone, so it can’t be shown. The cell to look at: {cell}',
  'sidebar.lost':
    'Google gave no result while writing, so it is not known whether it was written. Check again to see how the workbook stands before you go on.',
  'sidebar.google-says': 'Google says: {detail}',
  'sidebar.silent':
    'Google has not answered for {minutes} minutes. See whether the network is there and try again; if it stays so, close the panel and open it again from the menu.',
  'sidebar.theme-auto': 'Match this device',
  'sidebar.moved-on': 'The workbook has changed, so this can’t be fetched any more. Check again.',
  'sidebar.parts': 'Parts of the panel',
};
