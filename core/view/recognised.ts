/** "Đã nhận ra": what a run read and what it passed over, in lines that a person can take in at a glance. */
import type { Under } from '../messages/ids.ts';
import { say, type Language, type Message } from '../messages/index.ts';
import type { CellRef, ColumnRole, Recognised } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { toA1 } from '../workbook/address.ts';
import { clean } from '../workbook/text.ts';
import { placeOf, viewWord, type Place, type Shown } from './outcome.ts';

export interface RecognisedLine {
  /** "Số liệu · Trang1!A5:H67". */
  head: string;
  place: Place | null;
  details: string[];
  /** What a person should look at: columns that nobody read, tables that were passed over. */
  alerts: string[];
}

export interface RecognisedView {
  title: string;
  lines: RecognisedLine[];
  /** How many tables more there are than lines. */
  more: string;
  /** Where nothing was recognised: that, and what is needed. */
  empty: string;
}

/** Lines of one look; a workbook of ninety-five forms has one line for all that are alike. */
const MOST = 30;
/** Roles that decide what is scored, in the order a person reads them. */
const TOLD = [
  'unit',
  'unitCode',
  'group',
  'code',
  'name',
  'maximum',
  'rule',
  'description',
  'a',
  'b',
  'c',
  'd',
  'choice',
  'self',
  'verified',
  'evidence',
  'period',
  'total',
  'rank',
] as const satisfies readonly ColumnRole[];

function headerText({ assessment }: Shown, at: CellRef): string {
  const row = assessment.picture.sheets[at.sheet]?.rows.find(({ index }) => index === at.row);
  return clean(shownText(row?.cells[at.column] ?? null)).slice(0, 80);
}

/** Tables that say the same, but of other sheets: forms of one layout. */
function alike(shown: Shown, item: Recognised): string {
  const { kind, set, skipped, columns, unread } = item;
  const place = ({ row, column }: CellRef): string => toA1(row, column);
  const places = Object.entries(columns).map(([role, at]) => role + place(at));
  return JSON.stringify([kind, set, skipped, places, unread.map((at) => place(at) + headerText(shown, at))]);
}

function lineOf(shown: Shown, items: Recognised[], language: Language): RecognisedLine {
  const { assessment } = shown;
  const word = (id: Under<'view.recognised-'>, args: Message['args'] = {}): string =>
    viewWord(`recognised-${id}`, args, language);
  const [item] = items as [Recognised];
  const { kind, sheet, area, set, skipped } = item;
  const name = assessment.picture.sheets[sheet]?.name ?? '';
  const range = `${name}!${toA1(area.top, area.left)}:${toA1(area.bottom, area.right)}`;
  const label = word(skipped === 'own' ? 'own' : kind);
  const head =
    items.length === 1
      ? word('head', { kind: label, range })
      : word('heads', { kind: label, count: items.length, range });
  const details: string[] = [];
  const units = items.reduce((sum, one) => sum + one.units, 0);
  const counts = [
    ...(units > 0 ? [word('count-units', { count: units })] : []),
    ...(item.indicators > 0 ? [word('count-indicators', { count: item.indicators })] : []),
    ...(set === null || skipped !== null ? [] : [word('of-set', { set })]),
  ];
  if (counts.length > 0) details.push(counts.join(' · '));
  const columns = TOLD.flatMap((role) => {
    const at = item.columns[role];
    return at === undefined ? [] : [`${word(`role-${role}`)} ${toA1(at.row, at.column)}`];
  });
  if (columns.length > 0 && skipped !== 'own') details.push(word('columns', { columns: columns.join(' · ') }));
  const alerts = item.unread.map((at) =>
    word('unread', { cell: toA1(at.row, at.column), header: headerText(shown, at) }),
  );
  if (skipped === 'own') details.push(word('skipped-own'));
  else if (skipped !== null) alerts.unshift(word(`skipped-${skipped}`));
  const at = { sheet, row: area.top, column: area.left };
  return { head, place: placeOf(assessment, at), details, alerts };
}

/** @returns what was recognised, in words; hidden sheets of our own are nobody's business. */
export function recognisedView(shown: Shown, language: Language): RecognisedView {
  const { recognised, picture } = shown.assessment;
  const told = recognised.filter(
    ({ skipped, sheet }) => skipped !== 'own' || picture.sheets[sheet]?.visibility === 'visible',
  );
  const groups = new Map<string, Recognised[]>();
  for (const item of told) {
    const key = alike(shown, item);
    const there = groups.get(key);
    if (there === undefined) groups.set(key, [item]);
    else there.push(item);
  }
  const lines = [...groups.values()].map((items) => lineOf(shown, items, language));
  // What stands out comes first where not all can be shown.
  const shownLines =
    lines.length <= MOST ? lines : [...lines.filter(isAlert), ...lines.filter((line) => !isAlert(line))].slice(0, MOST);
  const theirs = told.filter(({ skipped }) => skipped !== 'own').length;
  const alerts = lines.filter(isAlert).length;
  const id = alerts > 0 ? 'title-alerts' : 'title';
  return {
    title: viewWord(`recognised-${id}`, { count: theirs, alerts }, language),
    lines: shownLines,
    more: lines.length > MOST ? viewWord('recognised-more', { count: lines.length - MOST }, language) : '',
    empty: theirs > 0 ? '' : say({ id: 'view.recognised-empty', args: {} }, language),
  };
}

function isAlert({ alerts }: RecognisedLine): boolean {
  return alerts.length > 0;
}
