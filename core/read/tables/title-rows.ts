/** Rows that name the group of the units below without a numeral: "Cụm 1" alone, or before the sums of its units. */
import type { Cell } from '../../workbook/cell.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { groupWord } from '../cells/group-words.ts';
import { isMaximumName, isSumRowName } from '../headers/headers.ts';
import { figureOf, isPrinted, RowsAbove, saysSummary } from '../cells/summaries.ts';
import type { LongTable, MatrixTable, Outline, Outlined, UnitsTable } from './found-table.ts';

interface Title {
  row: number;
  column: number;
  text: string;
  /** A letter or numeral stands beside it or before it. */
  marked: boolean;
  figures: [column: number, figure: number][];
}

/** The one text of a row, if nothing but a numeral and figures stand beside it. */
function titleAt({ left, right, grid }: Outline, row: number): Title | null {
  const cells = grid.row(row)?.cells ?? [];
  const figures: Title['figures'] = [];
  let found: { column: number; text: string } | null = null;
  let marked = false;
  for (let column = left; column <= Math.min(right, cells.length - 1); column += 1) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    const figure = figureOf(cell);
    if (figure !== null) figures.push([column, figure]);
    else if ('group' in readCode(cell)) marked = true;
    else if (found !== null) return null;
    else found = { column, text: clean(shownText(cell)) };
  }
  if (found === null || isSumRowName(found.text) || saysSummary(found.text) || isMaximumName(found.text)) return null;
  return { row, ...found, figures, marked: marked || /^[IVXLC]+[.\s]/.test(found.text) };
}

/** Whether figures are the sums or means of the rows below: certainly not, surely, or those of the only one, which proves nothing. */
function sumsUp({ row, figures }: Title, { grid }: Outline, below: readonly number[]): 'no' | 'sure' | 'one' {
  const cellsOf = (at: number): readonly Cell[] => grid.row(at)?.cells ?? [];
  const sums = new RowsAbove(figures.map(([column]) => column));
  for (const each of below) sums.add(cellsOf(each));
  if (sums.areSummedBy(cellsOf(row))) return 'sure';
  const [only, ...others] = below;
  const isEqual = ([column, figure]: [number, number]): boolean =>
    only !== undefined && isPrinted(figure, figureOf(grid.at(only, column)) ?? NaN);
  return only !== undefined && others.length === 0 && figures.every(isEqual) ? 'one' : 'no';
}

/** @returns the rows before `end` of a matrix or unit list that name groups. `numbered`: its units have numbers. */
export function titleRows(table: Outlined<MatrixTable | UnitsTable>, end: number, numbered: boolean): Set<number> {
  const { grid } = table;
  const { order, unit, unitCode, group, rank, previousRank } = table.columns;
  const titles: (Title & { word: string; below: number[] })[] = [];
  /** Words that units are called by: "Cụm 3" among them has no figures yet. */
  const ofUnits = new Set<string>();
  let headed = false;
  let units = 0;
  for (const { index: row, cells } of grid.rows) {
    if (row < table.firstRow || row >= end) continue;
    const own = readCode(cells[order ?? -1]);
    const name = clean(shownText(cells[unit ?? unitCode ?? -1]));
    const isUnit =
      'code' in own || !isBlank(cells[unitCode ?? -1]) || (name !== '' && !numbered && groupWord(name) === '');
    const title = isUnit ? null : titleAt(table, row);
    const word = title === null ? '' : groupWord(title.text);
    const alone = title !== null && title.figures.length === 0;
    const next = readCode(grid.at(row + 1, order ?? -1));
    // Any words over numbered units are their group's where they begin again, or where such words stand over the first.
    const over = numbered && 'code' in next && alone && title.column === unit && !/^[\p{Ll}(]/u.test(title.text);
    const begins = over && (next.code === '1' || (headed && units > 0));
    if (title !== null && !title.marked && (word !== '' || begins || (alone && title.column === group))) {
      const figures = title.figures.filter(([column]) => column !== rank && column !== previousRank);
      titles.push({ ...title, figures, word, below: [] });
      headed ||= units === 0;
    } else if (!('group' in own) && name !== '') {
      ofUnits.add(groupWord(name));
      titles[titles.length - 1]?.below.push(row);
      units += 1;
    }
  }
  ofUnits.delete('');
  titles.forEach(({ word, below }, place) => {
    // Two with nothing between are units that lack everything.
    if (below.length === 0 && word !== '' && titles[place + 1]?.word === word) ofUnits.add(word);
  });
  const proven = new Set<string>();
  for (const title of titles.filter(({ figures }) => figures.length > 0)) {
    const summed = table.kind === 'units' ? 'no' : sumsUp(title, table, title.below);
    if (summed === 'no') ofUnits.add(title.word);
    else if (summed === 'sure') proven.add(title.word);
  }
  const heads = new Set(titles.filter(({ below }) => below.length > 0).map(({ word }) => word));
  const isTitle = ({ word, figures }: (typeof titles)[number]): boolean =>
    word === '' || (heads.has(word) && !ofUnits.has(word) && (figures.length === 0 || proven.has(word)));
  return new Set(titles.filter(isTitle).map(({ row }) => row));
}

/** @returns by row the names of groups that stand between the rows of a long table. */
export function titlesBetween(table: LongTable): Map<number, string> {
  const { columns, unitColumn, grid, dataRows, sumRows, lostRows, firstRow, lastRow } = table;
  const others = new Set([...sumRows, ...lostRows]);
  const titles = new Map<number, string>();
  let owners: Set<string> | null = null;
  let next = 0;
  for (const { index: row } of grid.rows) {
    if (row < firstRow || row > lastRow) continue;
    while ((dataRows[next] ?? Infinity) < row) next += 1;
    if (dataRows[next] === row || others.has(row)) continue;
    const title = titleAt(table, row);
    if (title === null || title.figures.length > 0) continue;
    const marked = title.marked && !table.groupRows.includes(row);
    if (title.column !== columns.group && groupWord(title.text) === '' && !marked) continue;
    owners ??= new Set(dataRows.map((at) => foldUnit(shownText(grid.lent(at, unitColumn)))));
    if (!owners.has(foldUnit(title.text))) titles.set(row, title.text);
  }
  return titles;
}
