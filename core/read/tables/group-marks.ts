/** What marks a group row: a letter, a numeral or a word before a number, in the code's cell or before the name. */
import { scalarOf, type Cell } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import { isBlank, type Grid } from '../cells/grid.ts';
import type { CodedTable, Outlined } from './found-table.ts';

/** @returns whether a cell holds a figure at first sight, as a row of a table needs it. */
export function isFigure(cell: Cell): boolean {
  const value = scalarOf(cell);
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value.length < 40 && /^[(\s]*[-−]?\d[\d.,\s]*(?:%|điểm|đ)?[)\s]*$/i.test(value))
  );
}

/** "I. Nhận thức số" in one cell, mostly merged over Mã and Chỉ số. */
const TITLED_GROUP = /^([IVXLC]+|\p{Lu})[.)] ?(?=\p{L}{2})(.+)$/u;
/** "A)", "(I)", "II/" beside the group's name. */
const BRACKETED_GROUP = /^\(?([IVXLC]+|\p{Lu})\s?[).:/-]+$/u;

/** "Phần A", "Mục 1" in the code's cell; "I. Thể chế", "Phần A: Thể chế" in the name's, where no code stands. */
const WORDED_GROUP = /^(?:Phần|Mục|Chương|Nhóm|Lĩnh vực|Trụ cột) ([IVXLC]+|\p{L}|\d{1,2})(?=$|[.:)–-])/iu;

/** @returns the name in the cell of a group row that holds its letter or numeral, too; "" where it stands in its own column. */
export function groupName({ columns, grid }: Outlined<CodedTable>, row: number): string {
  return TITLED_GROUP.exec(clean(shownText(grid.at(row, columns.code))))?.[2] ?? '';
}

/** @returns what marks a group row: its code cell, alone or before a name, else TT where Mã stands beside it. */
export function groupAt(table: Outlined<CodedTable>, row: number): CodeReading {
  const { columns, grid } = table;
  const { order, name } = columns;
  const code = readCode(grid.at(row, columns.code));
  const text = 'text' in code ? code.text : '';
  const [, titled] = TITLED_GROUP.exec(text) ?? [];
  if (titled !== undefined && name !== undefined && isBlank(grid.at(row, name))) return { group: titled };
  const [, bracketed] = BRACKETED_GROUP.exec(text) ?? [];
  if (bracketed !== undefined && name !== undefined && !isBlank(grid.at(row, name))) return { group: bracketed };
  const worded = WORDED_GROUP.exec(text);
  if (worded !== null && worded[0].length === text.length) return groupOf(worded);
  if (!('empty' in code)) return code;
  if (order !== undefined && order !== columns.code && !isBlank(grid.at(row, order)))
    return readCode(grid.at(row, order));
  return leadingGroup(table, grid, row) ?? code;
}

/** The mark before the name of a row with figures of its own; without them it continues the row above it. */
function leadingGroup(
  { kind, columns: { name, maximum } }: Outlined<CodedTable>,
  grid: Grid,
  row: number,
): CodeReading | null {
  if (kind === 'long' || name === undefined || !isFigure(grid.at(row, maximum ?? -1))) return null;
  const title = clean(shownText(grid.at(row, name)));
  const [, leading] = TITLED_GROUP.exec(title) ?? [];
  if (leading !== undefined) return { group: leading };
  const within = WORDED_GROUP.exec(title);
  return within === null ? null : groupOf(within);
}

/** A number alone could be taken for a code: its word goes with it. */
function groupOf([words, token = '']: RegExpExecArray): CodeReading {
  return { group: /\d/.test(token) ? words : token.toUpperCase() };
}
