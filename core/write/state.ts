/** The hidden state sheet: which sheets are ours, the last run, and a fingerprint of what it read. Nothing personal. */
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import { scalarOf } from '../workbook/cell.ts';
import { userFingerprint } from '../workbook/fingerprint.ts';
import type { Picture } from '../workbook/picture.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { isStamped, STAMP, STATE_SHEET } from '../workbook/stamp.ts';
import { builder } from './builder.ts';
import { STYLES } from './styles.ts';

/** @returns the name of the state sheet: another than the usual one where a sheet of the user's own has that. */
function stateName(picture: Picture): string {
  for (let count = 0; ; count += 1) {
    const name = count === 0 ? STATE_SHEET : `${STATE_SHEET} (Nghìn Điểm${count === 1 ? '' : ` ${count}`})`;
    const theirs = picture.sheets.some(
      (sheet) => sheet.name.normalize('NFC').toLowerCase() === name.toLowerCase() && !isStamped(sheet),
    );
    if (!theirs) return name;
  }
}

/** @returns names of the sheets that are ours: stamped, and listed in the state sheet. */
export function ownSheetNames(picture: Picture): string[] {
  const name = stateName(picture);
  const state = picture.sheets.find((sheet) => sheet.name === name && isStamped(sheet));
  if (state === undefined) return [];
  const listed = new Set<string>();
  for (const row of state.rows) {
    const name = scalarOf(row.cells[1]);
    if (scalarOf(row.cells[0]) === 'sheet' && typeof name === 'string') listed.add(name);
  }
  return picture.sheets.filter((sheet) => listed.has(sheet.name) && isStamped(sheet)).map((sheet) => sheet.name);
}

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
