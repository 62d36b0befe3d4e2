/** Columns that nobody reads: of figures, of rules, of groups (docs/contract.md#header-words). */
import { parseRule } from '../../framework/rules/parse.ts';
import { yesOrNo } from '../../framework/rules/yes-no.ts';
import { isEmpty } from '../../workbook/cell.ts';
import { clean, foldHeader } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { claimed, fullHeader, headerRow, ownWords } from '../tables/claims.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { extraRole } from '../headers/extra-points.ts';
import { roleOfHeader } from '../headers/headers.ts';
import {
  hasPointsWord,
  isCounted,
  isLeftAside,
  isNeglected,
  isNote,
  isSurePoints,
  textsUnder,
} from '../headers/loose-headers.ts';
import { figureOf } from '../cells/summaries.ts';
import type { FoundTable } from '../tables/found-table.ts';

/** In a matrix a second total or rank is compared or nobody's, and a code that no indicator has is a finding of its own. */
function isSaidElsewhere({ kind }: FoundTable, header: string): boolean {
  const code = readCode(header);
  if (kind === 'matrix' && ('code' in code || 'group' in code || 'date' in code)) return true;
  // The sum of a matrix' penalties, beside them.
  if (kind === 'matrix' && /^tổng/i.test(clean(header)) && extraRole(header) !== null) return true;
  const role = roleOfHeader(header);
  return role !== null && (role !== 'total' || kind === 'matrix' || kind === 'cross');
}

/** The texts of a column in the rows of data. */
function textsIn(table: FoundTable, column: number): string[] {
  return table.dataRows
    .map((row) => table.grid.at(row, column))
    .filter((cell) => !isEmpty(cell))
    .map((cell) => clean(shownText(cell)));
}

/** The word that a column without figures lacks, where its texts are plainly those of rules, choices or groups. */
function wordFor(table: FoundTable, column: number): 'Lựa chọn' | 'Nhóm' | 'Xếp hạng' | null {
  const { kind, columns } = table;
  const texts = textsIn(table, column);
  if ((kind === 'form' || kind === 'long') && columns.choice === undefined)
    return texts.length > 0 && texts.every((text) => yesOrNo(text) !== null) ? 'Lựa chọn' : null;
  if (kind !== 'units' || texts.length === 0) return null;
  if (columns.ranked === undefined && texts.every((text) => yesOrNo(text) !== null)) return 'Xếp hạng';
  return new Set(texts).size < texts.length ? 'Nhóm' : null;
}

/** Whether a column of an index set without Cách tính holds rules, whatever its header says. */
function holdsRules(table: FoundTable, column: number): boolean {
  if (table.kind !== 'set' || table.columns.rule !== undefined) return false;
  return textsIn(table, column).filter((text) => parseRule(text).ok).length > 1;
}

/** Whether a column that is left alone by its header holds nothing but figures. */
function isAllFigures(table: FoundTable, column: number): boolean {
  const figures = table.dataRows.filter((row) => figureOf(table.grid.at(row, column)) !== null).length;
  return figures > 1 && figures === textsIn(table, column).length;
}

/** @returns column.unread for each column that may count and that nobody reads, without the units that it blocks. `told`: columns that another remark names; `unneeded`: those that no rule asks for. */
export function unreadColumns(table: FoundTable, told: ReadonlySet<number>, unneeded: readonly number[]): Remark[] {
  if (table.kind === 'settings') return [];
  const known = claimed(table);
  // A form has its total in a row; a column of that name may be what decides.
  if (table.kind === 'form' || table.kind === 'long') known.delete(table.columns.total ?? -1);
  // What units of a list share may part them, whatever it is called.
  const leftAside = table.kind === 'units' ? isLeftAside : isNeglected;
  return Object.entries(table.headers).flatMap(([key, own]): Remark[] => {
    const column = Number(key);
    if (told.has(column)) return [];
    if (holdsRules(table, column)) return [textColumn(table, column, 'Cách tính')];
    if ((known.has(column) || isSaidElsewhere(table, own)) && !unneeded.includes(column)) return [];
    const texts = textsUnder(own);
    // "Ý kiến thẩm định", "Người chấm 1" over nothing but figures: they may be points after all.
    if (texts === 'remarks' && (isNote(own) || !hasPointsWord(own))) return [];
    if (texts === null && leftAside(own)) return [];
    const hasFigures = table.dataRows.some((row) => figureOf(table.grid.at(row, column)) !== null);
    if (texts === null && !hasFigures) {
      const word = wordFor(table, column);
      return word === null ? [] : [textColumn(table, column, word)];
    }
    const figures = texts === null ? hasFigures : isAllFigures(table, column);
    return figures ? figureColumn(table, column) : [];
  });
}

/** A column of rules, choices or groups that its header does not tell. */
function textColumn(table: FoundTable, column: number, word: string): Remark {
  const at = { sheet: table.sheet, row: headerRow(table, column), column };
  const args = { header: fullHeader(table, column), word };
  const variant = word === 'Cách tính' ? 'rules' : 'text';
  return { kind: 'column.unread', at, variant, args, repair: [{ at, value: word }] };
}

/** "Số lượng", "Kết quả", "Giá trị đạt": what was done, where the points for it stand beside. */
const DONE =
  /^(?:so (?:luong|lieu)|sl|khoi luong|san luong|gia tri|ket qua|kq|ty le|ti le|thuc hien|da thuc hien|muc(?: do)?|dat|dat duoc)(?= |\/|$)/;

/** Whether words for points stand over both a column and one that is read as points: the other of the two says what was done. */
function isBesidePoints(table: FoundTable, column: number): boolean {
  const [over] = table.over[column] ?? [];
  const own = ownWords(table, column);
  if (over === undefined || !(DONE.test(foldHeader(own)) || isCounted(own)) || isSurePoints(own)) return false;
  return (['self', 'verified'] as const).some((role) => {
    const points = table.columns[role];
    return points !== undefined && points !== column && table.over[points]?.[0] === over;
  });
}

function figureColumn(table: FoundTable, column: number): Remark[] {
  const header = fullHeader(table, column);
  const at = { sheet: table.sheet, row: headerRow(table, column), column };
  const points = hasPointsWord(header) && !isBesidePoints(table, column);
  // An index set's other figures are nobody's points.
  if (table.kind === 'set' && !points) return [];
  const { verified, self } = table.columns;
  const role = verified === undefined ? 'Điểm thẩm định' : self === undefined ? 'Điểm tự chấm' : null;
  const renamed = points && role !== null && !['matrix', 'cross', 'units'].includes(table.kind);
  return [
    {
      kind: 'column.unread',
      at,
      ...(points && table.kind !== 'units' ? {} : { variant: 'note' }),
      args: { header, word: role ?? 'Điểm thẩm định' },
      ...(renamed ? { repair: [{ at, value: role }] } : {}),
    },
  ];
}
