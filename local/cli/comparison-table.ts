/** A comparison as tables of text, for people at a terminal. */
import type { DiffOutcome } from '#core/commands/diff';
import { countsText, isEqual, isMoved, movedText, reasonsText, setTexts } from '#core/compare/words';
import { toFixed, type Exact } from '#core/exact/exact';
import { printDecimal } from '#core/messages/fill';
import type { MessageId } from '#core/messages/ids';
import type { Language } from '#core/messages/message';
import { columnWord } from '#core/read/waivers/columns';
import { cellReference } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';
import { lines } from './table.ts';
import { visible } from './terminal.ts';
import { say } from './words.ts';

/** Rows of one table: what is beyond them stands in the sheet and in the JSON. */
const MOST_ROWS = 40;

/** @returns who moved and why, then units, cells, index set and settings that differ. */
export function comparisonTable({ comparison, old, now }: DiffOutcome, language: Language): string {
  const { decimals, ranking, added, removed, cells, set, settings } = comparison;
  const word = (id: MessageId, args = {}): string => say({ id, args }, language);
  if (isEqual(comparison)) return `${word('compare.none')}\n`;
  const points = (value: Exact | null): string =>
    value === null ? '–' : printDecimal(toFixed(value, decimals), language);
  const blocks = [countsText(comparison, language)];
  const table = (title: string, heads: readonly MessageId[], rows: string[][], right: number[] = []): void => {
    if (rows.length === 0) return;
    const rest = rows.length - MOST_ROWS;
    const shown = lines([heads.map((id) => word(id)), ...rows.slice(0, MOST_ROWS)], new Set(right));
    blocks.push([visible(title), shown, ...(rest > 0 ? [word('cli.diff-more', { count: rest })] : [])].join('\n'));
  };
  const moved = ranking.filter(isMoved);
  table(
    word('compare.ranking', { count: moved.length }),
    [
      'sheet.unit',
      'compare.old-rank',
      'compare.new-rank',
      'compare.moved',
      'compare.old-points',
      'compare.new-points',
      'compare.because',
    ],
    moved.map((unit) => [
      unit.unit,
      String(unit.oldRank ?? '–'),
      String(unit.newRank ?? '–'),
      movedText(unit),
      points(unit.oldPoints),
      points(unit.newPoints),
      reasonsText(unit, decimals, language),
    ]),
    [1, 2, 4, 5],
  );
  const lone = [
    ...added.map(({ name, nearest }) => [name, word('compare.unit-added'), nearest]),
    ...removed.map(({ name, nearest }) => [name, word('compare.unit-removed'), nearest]),
  ];
  table(
    word('compare.units', { count: lone.length }),
    ['sheet.unit', 'compare.content', 'compare.because'],
    lone.map(([name = '', what = '', near = '']) => [name, what, near && word('compare.nearest', { name: near })]),
  );
  table(
    word('compare.set', { count: set.length }),
    ['compare.code', 'compare.content', 'compare.old', 'compare.new'],
    set.map((change) => [change.code, word(`compare.what-${change.change.what}`), ...setTexts(change, language)]),
  );
  const said = (value: Scalar | null): string =>
    value === null ? '' : typeof value === 'number' ? printDecimal(String(value), language) : String(value);
  table(
    word('compare.settings', { count: settings.length }),
    ['compare.setting', 'compare.old', 'compare.new'],
    settings.map(({ key, old: was, new: is }) => [key, said(was), said(is)]),
  );
  table(
    word('compare.cells', { count: cells.length }),
    [
      'sheet.unit',
      'sheet.indicator',
      'sheet.column',
      'compare.old',
      'compare.new',
      'compare.old-cell',
      'compare.new-cell',
    ],
    cells.map(({ unit, indicator, column, old: was, new: is, oldAt, newAt }) => {
      const place = ({ picture }: typeof now.assessment, at: typeof oldAt): string =>
        at === null ? '' : cellReference(picture.sheets[at.sheet]?.name ?? '', at.row, at.column);
      const places = [place(old.assessment, oldAt), place(now.assessment, newAt)];
      return [unit, indicator, columnWord(column, language), said(was), said(is), ...places];
    }),
  );
  return `${blocks.join('\n\n')}\n`;
}
