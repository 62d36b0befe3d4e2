/** The words of a header that goes over one to three rows, column by column (docs/contract.md#header-words). */
import { kindOf, scalarOf } from '../../workbook/cell.ts';
import { clean, foldHeader } from '../../workbook/text.ts';
import type { ColumnRole } from '../assessment.ts';
import { readCode, shownText } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import { isBlank, textOf } from '../cells/grid.ts';
import { extraRole, saysBoth } from './extra-points.ts';
import { isLonePoints, roleOfHeader } from './headers.ts';
import { isJudge } from './judges.ts';
import { bodyRole, hasPointsWord, isNeglected, isUnitHeader, looseRole } from './loose-headers.ts';
import { isIndexRow } from '../cells/index-row.ts';

/** Roles by header text, as found so far in a sheet. */
export class Roles extends Map<string, ColumnRole | null> {
  /** @param lone whether "Điểm" alone heads points: where no table of the workbook says more. */
  constructor(readonly lone = false) {
    super();
  }
}

/** One column of a header. */
export interface Head {
  column: number;
  text: string;
  role: ColumnRole | null;
  /** The column is headed by a code, which its text begins with. */
  code: boolean;
  /** A date stands there: a code that the spreadsheet ate. */
  date: boolean;
  /** What the header may be by its words, where it has no role: it counts only where figures stand under it and no table is there without. */
  loose?: ColumnRole;
  /** Period that the words over the column name, as written. */
  over?: string[];
  /** Matrix: whose points stand there, and the first column that says the same of the same indicator. */
  points?: 'self' | 'verified';
  twin?: number;
  /** Its role is taken from its words alone: a closed word of the same table goes before it. */
  byWords?: boolean;
}

/** Most rows that a header goes over. */
export const HEADER_ROWS = 3;

/** @returns the role of a header text, looked up once. */
export function roleIn(cache: Roles, text: string): ColumnRole | null {
  if (text.length > 160) return null;
  let role = cache.get(text);
  if (role === undefined) {
    role = roleOfHeader(text) ?? (isUnitHeader(text) ? 'unit' : cache.lone && isLonePoints(text) ? 'verified' : null);
    cache.set(text, role);
  }
  return role;
}

/** "Điểm" under "Tự đánh giá" says no more than the words above it. */
const PLAIN = new Set(['diem', 'so diem', 'diem so', 'diem cham', 'diem dat', 'diem dat duoc', 'diem danh gia']);

const ROUND = /^(?:lan|vong|dot)(?: (?:thu )?(?:\d{1,2}|[ivx]+|mot|hai|ba|nhat|nhi))?$/;

interface Over {
  text: string;
  wide: boolean;
  code: boolean;
}

/** The words over a cell of a header, nearest first; a horizontal merge lends its words to all its columns. */
function over(grid: Grid, top: number, row: number, column: number): Over[] {
  const words: Over[] = [];
  for (let at = row - 1; at >= top; at -= 1) {
    const merge = grid.mergesAt(at).find((area) => area.left <= column && column <= area.right);
    if (merge !== undefined && (merge.bottom >= row || (merge.top < at && at > top))) continue;
    const cell = merge === undefined ? grid.at(at, column) : grid.at(merge.top, merge.left);
    if (isBlank(cell)) continue;
    const wide = merge !== undefined && merge.right > merge.left;
    words.push({ text: clean(shownText(cell)), wide, code: !wide && 'code' in readCode(cell) });
  }
  return words;
}

/** What the words of a cell say together with those above them: the more they say, the sooner they count. */
function roleUnder(cache: Roles, own: string, above: readonly Over[]): ColumnRole | null {
  for (const { text } of above) {
    const role = roleIn(cache, `${text} ${own}`) ?? roleIn(cache, `${own} ${text}`);
    if (role !== null) return role;
  }
  const role = roleIn(cache, own);
  if (above.length === 0 || !PLAIN.has(foldHeader(own))) return role;
  const told = above.map(({ text }) => roleIn(cache, text) ?? (role === null ? null : looseRole(text)));
  return (
    told.find((known) => known === 'self' || known === 'verified') ??
    role ??
    told.find((known) => known !== null) ??
    null
  );
}

/** What a header may be by its words, its own first, then with those above it. */
function looseUnder(cache: Roles, own: string, above: readonly Over[]): ColumnRole | null {
  const alone = looseRole(own);
  if (alone !== null) return alone;
  // Whose points stand under "Điểm thẩm định", or of which round: which of them counts is asked.
  const isPart = above[0]?.wide === true && (isJudge(own) || ROUND.test(foldHeader(own)));
  if (!isPart && !PLAIN.has(foldHeader(own))) return null;
  return above.map(({ text }) => roleIn(cache, text) ?? looseRole(text)).find((role) => role !== null) ?? null;
}

/** "Cộng", "Trừ điểm" under or beside one another: a word of points that are added or taken away, else null. */
function givenOrTaken(text: string): string | null {
  if (/^cong(?: diem| them)?$/.test(foldHeader(text))) return 'Điểm cộng';
  return extraRole(text) === null ? null : text;
}

/** "Cộng" and "Cộng điểm" are sums, unless points are taken away in the column beside. */
function settleGiven(heads: Head[]): void {
  heads.forEach((head, at) => {
    if (head.role !== 'total' || !/^cong(?: diem)?$/.test(foldHeader(head.text))) return;
    const beside = [heads[at - 1], heads[at + 1]].filter(
      (other) => other !== undefined && Math.abs(other.column - head.column) === 1,
    );
    if (beside.some((other) => other?.role === null && extraRole(other.text) === 'penalty'))
      Object.assign(head, { role: null, text: 'Điểm cộng' });
  });
}

/** @returns the heads of a header that goes from row `top` to row `bottom`, by column. */
export function headsOf(grid: Grid, top: number, bottom: number, cache: Roles): Head[] {
  const heads: Head[] = [];
  let width = 0;
  for (let row = top; row <= bottom; row += 1) width = Math.max(width, grid.row(row)?.cells.length ?? 0);
  for (let column = 0; column < width; column += 1) {
    let row = bottom;
    while (row > top && isBlank(grid.at(row, column))) row -= 1;
    const own = grid.at(row, column);
    if (isBlank(own)) continue;
    const text = clean(shownText(own));
    const above = over(grid, top, row, column);
    // "TV1" under "Điểm thẩm định" is who scores, no code.
    const judge = above[0]?.wide === true && isJudge(text) && hasPointsWord(above[0].text);
    const code = 'code' in readCode(own) && !judge;
    const given = above[0]?.wide === true && saysBoth(above[0].text) ? givenOrTaken(text) : null;
    if (given !== null) {
      heads.push({ column, text: given, role: null, code: false, date: false, over: [] });
      continue;
    }
    const role =
      typeof scalarOf(own) === 'string' ? (code ? roleIn(cache, text) : roleUnder(cache, text, above)) : null;
    const date = kindOf(own) === 'date';
    const aboveTexts = above.map((each) => each.text);
    if (role !== null || date) heads.push({ column, text, role, code: date, date, over: aboveTexts });
    else if (code) {
      // The name of what a code stands for may stand above it, but not what many columns share.
      const name = above[0] !== undefined && !above[0].wide && !above[0].code ? ` ${above[0].text}` : '';
      heads.push({ column, text: text + name, role, code, date, over: aboveTexts });
    } else {
      const words = [...above.map((each) => each.text).reverse(), text];
      const [head] = above;
      const coded = head?.code === true;
      const loose = coded ? null : looseUnder(cache, text, above);
      const whole = (coded ? [head.text, text] : words).join(' ');
      heads.push({
        column,
        text: whole,
        role,
        code: coded,
        date,
        over: aboveTexts,
        ...(loose === null ? {} : { loose }),
      });
    }
  }
  settleGiven(heads);
  settleBodies(grid, top, bottom, heads);
  return heads;
}

/** Words for points merged over "Đơn vị" and "Sở", "Xã" and "Tỉnh": whose points they are, the unit's own and a higher body's. */
function settleBodies(grid: Grid, top: number, bottom: number, heads: Head[]): void {
  for (let row = top; row < bottom; row += 1)
    for (const area of grid.mergesAt(row)) {
      if (area.top !== row || area.bottom >= bottom || area.left === area.right) continue;
      const under = heads.filter(({ column }) => column >= area.left && column <= area.right);
      const over = clean(shownText(grid.at(row, area.left)));
      if (under.length < 2 || !hasPointsWord(over) || isNeglected(over)) continue;
      const roles = under.map(({ column, role }) =>
        role === 'self' || role === 'verified' ? role : bodyRole(clean(shownText(grid.at(bottom, column)))),
      );
      if (roles.includes('self') && !roles.includes(null)) under.forEach((head, at) => (head.role = roles[at] ?? null));
    }
}

/** Codes over names or names over codes, in every filled cell of the lower row, and nothing under TT and Đơn vị. */
function isCodesAndNames(grid: Grid, top: number, row: number, cache: Roles): boolean {
  const cells = grid.row(row)?.cells ?? [];
  let pairs = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    const above = over(grid, top, row, column)[0];
    if (above === undefined || above.wide || roleIn(cache, above.text) !== null) return false;
    const code = 'code' in readCode(cell);
    if (code === above.code || (!code && typeof scalarOf(cell) !== 'string')) return false;
    pairs += 1;
  }
  return pairs >= 2 && !isIndexRow(grid, row, 0, cells.length - 1);
}

/** @returns whether the row under a header's rows `top` to `row` belongs to the header, too. */
export function continuesBelow(grid: Grid, top: number, row: number, cache: Roles): boolean {
  const cells = grid.row(row + 1)?.cells;
  if (cells === undefined) return false;
  let wide = 0;
  let known = 0;
  let other = 0;
  let clash = 0;
  let taken = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (isBlank(cell)) continue;
    const above = over(grid, top, row + 1, column);
    const text = typeof scalarOf(cell) === 'string';
    if (text && roleUnder(cache, clean(textOf(cell)), above) !== null) known += 1;
    if (above[0]?.wide === true) wide += 1;
    else if (above.length > 0) {
      clash += 1;
      if (roleIn(cache, above[0]?.text ?? '') !== null) taken += 1;
    } else taken += 1;
    if (!text) other += 1;
  }
  if (clash === 0) return wide > 0 || (known > 0 && other === 0);
  if (other === 0 && known >= 1 && known >= clash) return true;
  // A head over one column only is not merged: "II. Chuyển đổi số" over its one indicator, beside "I. CCHC" over two.
  if (other === 0 && wide >= 2 && taken === 0) return true;
  return isCodesAndNames(grid, top, row + 1, cache);
}
