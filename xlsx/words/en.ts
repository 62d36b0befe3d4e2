/** Words for files that can't be used (en), by id. */
import type { SameWords } from '#core/messages/ids';
import type { file as vi } from './vi.ts';

export const file: SameWords<typeof vi> = {
  'file.bomb': 'The file is abnormally large once unpacked (maybe malicious); it was not opened.',
  'file.broken': 'The .xlsx file is damaged: a part is missing or wrong. Open it in Excel, save it and try again.',
  'file.doctype': 'The file carries a DOCTYPE, which no valid workbook has; it was not opened.',
  'file.duplicate-name': 'The .xlsx file is damaged: two parts have one name. Open it in Excel and save it again.',
  'file.empty': 'The file is empty.',
  'file.encrypted': 'The file is password-protected. Open it in Excel, remove the password, save it and try again.',
  'file.macro': 'The file holds macros (.xlsm). Save it as .xlsx and try again.',
  'file.no-sheets': 'The workbook has no sheets.',
  'file.not-workbook': 'The file is not an .xlsx workbook.',
  'file.not-zip': 'The file is not an .xlsx workbook.',
  'file.ods': 'The file is an OpenDocument spreadsheet (.ods). Save it as .xlsx and try again.',
  'file.old-xls': 'The file is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and try again.',
  'file.too-large': 'The file is over the limits (64 MB packed, 6 million cells).',
  'file.truncated': 'The .xlsx file is incomplete (its download or copy was cut off). Fetch it again and try again.',
  'file.xlsb': 'The file is a binary workbook (.xlsb). Open it in Excel, save it as .xlsx and try again.',
};
