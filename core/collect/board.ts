/** The sheet Thu phiếu: who has sent what, what is wrong with it, what to do; and the reminder to copy into a chat. */
import type { Language, Say } from '../messages/message.ts';
import { scalarOf } from '../workbook/cell.ts';
import type { Picture } from '../workbook/picture.ts';
import type { CellStyle, SheetPlan } from '../workbook/plan.ts';
import { clean } from '../workbook/text.ts';
import { builder, heightOf, landscape } from '../write/builder.ts';
import { COLOURS, STYLES } from '../write/styles.ts';
import { printTime } from '../write/stamp.ts';
import type { Owner } from './book.ts';
import { freeName } from './merged.ts';
import type { Status } from './form.ts';

/** The words of the board: those of files without unknown-unit, which is no listed unit's, and those that sent nothing. */
export type UnitStatus = Exclude<Status, 'unknown-unit'> | 'missing';

export interface BoardLine {
  /** null: a file that is no unit's. */
  owner: Owner | null;
  status: UnitStatus | 'unknown-unit';
  files: readonly string[];
  values: number;
  errors: number;
  why: readonly string[];
}

const COLOUR: Readonly<Record<BoardLine['status'], string>> = {
  received: '#E6F4EA',
  'old-form': COLOURS.missing,
  duplicate: COLOURS.missing,
  empty: COLOURS.missing,
  missing: '#FCE8E6',
  'other-set': '#FCE8E6',
  unreadable: '#FCE8E6',
  'unknown-unit': '#FCE8E6',
};

/** Units of one line of the reminder: a cell holds no text without end. */
const TOGETHER = 100;
/** The longest text of a cell that is still read at a glance. */
const LONGEST = 2000;

const SHEET = 'Thu phiếu';

/** What the first cell of a board of ours says in either language, by which it is known again. */
const TITLES = /^(?:THEO DÕI THU PHIẾU|FORMS RECEIVED)/u;

/** @returns the board's name: a sheet of the person's own of that name stays. */
function boardName(picture: Picture): string {
  const isOurs = ({ rows }: Picture['sheets'][number]): boolean =>
    rows[0]?.index === 0 && TITLES.test(clean(String(scalarOf(rows[0].cells[0]) ?? '')));
  const known = picture.sheets.find((sheet) => sheet.name.startsWith(SHEET) && isOurs(sheet));
  return known?.name ?? freeName(picture, [SHEET]);
}

const TEXT: CellStyle = { align: 'left', valign: 'top', wrap: true, border: true };
const COUNT: CellStyle = { align: 'center', valign: 'top', border: true };

/** @returns the reminder, a text a paragraph: who has not sent, who is to send again. */
export function reminder(lines: readonly BoardLine[], period: string | null, say: Say): string[] {
  const named = (statuses: readonly BoardLine['status'][]): string[] =>
    lines.flatMap(({ owner, status }) => (owner !== null && statuses.includes(status) ? [owner.name] : []));
  const missing = named(['missing']);
  const again = named(['duplicate', 'other-set', 'unreadable', 'empty']);
  const texts: string[] = [];
  const tell = (id: 'collect.remind-missing' | 'collect.remind-again', names: readonly string[]): void => {
    for (let from = 0; from < names.length; from += TOGETHER) {
      const part = names.slice(from, from + TOGETHER);
      if (from > 0) texts.push(part.join('; '));
      else texts.push(say({ id, args: { count: names.length, units: part.join('; ') } }));
    }
  };
  if (missing.length > 0) tell('collect.remind-missing', missing);
  if (again.length > 0) tell('collect.remind-again', again);
  if (texts.length === 0) return [say({ id: 'collect.remind-none', args: {} })];
  return [say({ id: 'collect.remind-head', args: { period: period ?? '' } }).trim(), ...texts];
}

/** A unit that no list has is shown with a word beside its name: a list of bare names would be missed as one of units. */
function nameOf(owner: Owner | null, say: Say): string {
  if (owner === null) return say({ id: 'collect.no-owner', args: {} });
  return owner.listed ? owner.name : say({ id: 'collect.found-unit', args: { unit: owner.name } });
}

/** @returns the sheet. Its headers are none of the reader's words: nothing on it is input. */
export function boardSheet(
  picture: Picture,
  lines: readonly BoardLine[],
  { period, at, say, language }: { period: string | null; at: string; say: Say; language: Language },
): SheetPlan {
  const b = builder();
  const last = 7;
  b.banner(say({ id: 'collect.board-title', args: { period: period ?? '' } }).trim(), STYLES.title, last, 26);
  const received = lines.filter(({ owner, status }) => owner !== null && status === 'received').length;
  const units = lines.filter(({ owner }) => owner !== null).length;
  b.banner(
    say({ id: 'collect.board-counts', args: { received, units, at: printTime(at, language) } }),
    { ...STYLES.note, format: '@' },
    last,
    18,
  );
  b.row([]);
  const heads = ['place', 'unit', 'status', 'file', 'values', 'errors', 'why', 'todo'] as const;
  const header = b.row(
    heads.map((head) => b.cell(say({ id: `collect.head-${head}`, args: {} }), STYLES.header)),
    32,
  );
  lines.forEach(({ owner, status, files, values, errors, why }, place) => {
    const because = why.join(' ').slice(0, LONGEST);
    const file = files.join('; ').slice(0, LONGEST);
    const todo =
      status === 'received' && errors > 0
        ? say({ id: 'collect.todo-errors', args: {} })
        : say({ id: `collect.todo-${status}`, args: {} });
    const texts = [
      { text: owner?.name ?? '', width: 30 },
      { text: file, width: 28 },
      { text: because, width: 50 },
      { text: todo, width: 44 },
    ];
    b.row(
      [
        b.cell(place + 1, COUNT),
        b.cell(nameOf(owner, say), TEXT),
        b.cell(say({ id: `collect.status-${status}`, args: {} }), { ...TEXT, bold: true, fill: COLOUR[status] }),
        b.cell(file === '' ? null : file, TEXT),
        b.cell(status === 'missing' ? null : values, COUNT),
        b.cell(status === 'missing' ? null : errors, COUNT),
        b.cell(because === '' ? null : because, TEXT),
        b.cell(todo === '' ? null : todo, TEXT),
      ],
      heightOf(texts),
    );
  });
  const filter = { top: header, left: 0, bottom: Math.max(header, b.next() - 1), right: last };
  b.row([]);
  b.banner(say({ id: 'collect.remind-title', args: {} }), STYLES.line, last);
  for (const text of reminder(lines, period, say))
    b.banner(text, { wrap: true, valign: 'top' }, last, heightOf([{ text, width: 200 }]));
  return b.finish({
    name: boardName(picture),
    widths: [6, 30, 16, 28, 10, 8, 50, 44],
    freeze: { rows: header + 1, columns: 2 },
    filter,
    print: landscape({ top: header, bottom: header }, SHEET, '&P/&N'),
  });
}
