/** The hidden state sheet: which sheets are ours, the last run, and a fingerprint of what it read. Nothing personal. */
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import { userFingerprint } from '../workbook/fingerprint.ts';
import type { Picture } from '../workbook/picture.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { stateName } from '../workbook/own-sheets.ts';
import { STAMP } from '../workbook/stamp.ts';
import { builder } from './builder.ts';
import { STYLES } from './styles.ts';

/** @returns the state sheet: rows of key and values. */
export function stateSheet(
  picture: Picture,
  state: { sheets: string[]; at: string; version: string },
  language: Language,
): SheetPlan {
  const b = builder();
  const text = { format: '@' };
  b.row([b.cell(STAMP + say({ id: 'sheet.state-title', args: {} }, language), STYLES.stamp)]);
  const put = (key: string, value: string): void => void b.row([b.cell(key, text), b.cell(value, text)]);
  put('format', '1');
  put('version', state.version);
  put('last-run', state.at);
  put('fingerprint', userFingerprint(picture));
  for (const name of state.sheets) put('sheet', name);
  return b.finish({
    name: stateName(picture),
    hidden: true,
    widths: [16, 40],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    print: null,
  });
}
