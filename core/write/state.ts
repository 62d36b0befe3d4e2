/** The hidden state sheet: which sheets are ours, the last run, and a fingerprint of what it read. Nothing personal. */
import type { Finding } from '../check/finding.ts';
import { say } from '../messages/index.ts';
import type { Language } from '../messages/message.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Fingerprint } from '../workbook/fingerprint.ts';
import type { Picture } from '../workbook/picture.ts';
import type { SheetPlan } from '../workbook/plan.ts';
import { stateName } from '../workbook/own-sheets.ts';
import { isStamped, STAMP } from '../workbook/stamp.ts';
import { builder } from './builder.ts';
import { STYLES } from './styles.ts';

/** Key of the line that says what the ranking was made from. */
const RANKING = 'ranking';

/** @returns a mark of all that decides points and ranks: that of the user's sheets, and what is waived, which stands on a sheet of ours. */
export function rankingMark(mark: Fingerprint, findings: readonly Finding[]): string {
  const rows = findings.flatMap(({ id, unit, indicator, column, value, waived }) =>
    waived === null ? [] : [[id, unit, indicator, column, value]],
  );
  const waived = rows.map((cells, index) => ({ index, cells }));
  return mark.digitsWith({ name: '', visibility: 'visible', merges: [], hiddenRowsKnown: true, rows: waived });
}

/** @returns the mark of the ranking that stands in the workbook; null where none was written. */
export function writtenRankingMark(picture: Picture): string | null {
  const name = stateName(picture);
  const state = picture.sheets.find((sheet) => sheet.name === name && isStamped(sheet));
  const row = state?.rows.find(({ cells }) => scalarOf(cells[0]) === RANKING);
  const mark = row === undefined ? null : scalarOf(row.cells[1]);
  return typeof mark === 'string' && mark !== '' ? mark : null;
}

/** @returns the state sheet: rows of key and values. `mark`: of what was read; `ranking`: the mark of the ranking that stands after this run, if any. */
export function stateSheet(
  picture: Picture,
  state: {
    sheets: { name: string; record: string }[];
    at: string;
    version: string;
    mark: string;
    ranking: string | null;
  },
  language: Language,
): SheetPlan {
  const b = builder();
  const text = { format: '@' };
  b.row([b.cell(STAMP + say({ id: 'sheet.state-title', args: {} }, language), STYLES.stamp)]);
  const put = (key: string, value: string): void => void b.row([b.cell(key, text), b.cell(value, text)]);
  put('format', '1');
  put('version', state.version);
  put('last-run', state.at);
  put('fingerprint', state.mark);
  if (state.ranking !== null) put(RANKING, state.ranking);
  for (const { name, record } of state.sheets)
    b.row(['sheet', name, ...(record === '' ? [] : [record])].map((value) => b.cell(value, text)));
  return b.finish({
    name: stateName(picture),
    hidden: true,
    widths: [16, 40, 34],
    freeze: { rows: 0, columns: 0 },
    filter: null,
    print: null,
  });
}
