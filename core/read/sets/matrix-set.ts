/** The heads of a matrix, and the index set that a matrix with a row of maxima is by itself. */
import type { IndexSet, Indicator, SumRow } from '../../framework/framework.ts';
import type { Cell } from '../../workbook/cell.ts';
import { clean, foldName } from '../../workbook/text.ts';
import type { CellRef, Remark, Settings } from '../assessment.ts';
import { readCode } from '../cells/codes.ts';
import { isBlank, textOf } from '../cells/grid.ts';
import { isMaximumName, roleOfHeader } from '../headers/headers.ts';
import { extraCode, extraIndicator, extraRole, extrasAmong, settleExtras } from '../headers/extra-points.ts';
import { figureOf } from '../cells/summaries.ts';
import { readMaximum } from './set-rows.ts';
import { readTotal } from '../settings/values.ts';
import type { MatrixTable } from '../tables/found-table.ts';
import { topOf } from './pillars.ts';
import { mendEaten, ownSet } from './sets.ts';

/** A header of a matrix that no role claims: an indicator, a sum by pillar, or something else. */
export interface MatrixHead {
  column: number;
  /** All its columns: Tự chấm and Thẩm định of one indicator. */
  columns: number[];
  text: string;
  code: string | null;
  /** The header is a date: a code that the spreadsheet ate. */
  eaten: boolean;
}

/** @returns the heads of a matrix from the left; `remarks` takes what is wrong with their codes. */
export function matrixHeads(table: MatrixTable, remarks: Remark[] = []): MatrixHead[] {
  const claimed = new Set(Object.values(table.columns));
  const twins = new Set([...table.twins.map(({ column }) => column), ...table.partSums]);
  const heads: MatrixHead[] = [];
  const byText = new Map<string, MatrixHead>();
  for (const [key, header] of Object.entries(table.headers)) {
    const column = Number(key);
    // A second column Tổng điểm is no indicator either.
    if (claimed.has(column) || twins.has(column) || roleOfHeader(header) !== null) continue;
    const head = headOf(column, clean(header), table.dateHeads.includes(column));
    const first = byText.get(head.text);
    if (table.pointColumns[column] === undefined) heads.push(head);
    else if (first !== undefined) first.columns.push(column);
    else {
      byText.set(head.text, head);
      heads.push(head);
    }
  }
  const rows = heads
    .filter((head) => head.code !== null || head.eaten)
    .map((head) => ({ code: head.code ?? head.text, eaten: head.eaten, group: '', head }));
  mendEaten(rows, ({ head }) => ({ sheet: table.sheet, row: table.headerBottom, column: head.column }), remarks);
  const codes = new Map(rows.map(({ head, code, eaten }) => [head, eaten ? null : code]));
  return heads.map((head) => ({ ...head, code: codes.get(head) ?? null }));
}

function headOf(column: number, text: string, eaten: boolean): MatrixHead {
  const code = readCode(text);
  // "1.1 Tỷ lệ văn bản" carries its code in front of its name.
  const [, lead] = /^(\S*\d\S*)[\s:.–-]+\p{L}/u.exec(text) ?? [];
  const leading = lead === undefined ? null : readCode(lead);
  const read = 'code' in code ? code.code : leading !== null && 'code' in leading ? leading.code : null;
  return { column, columns: [column], text, code: eaten ? null : read, eaten };
}

/** "1.1 Tỷ lệ văn bản" → "Tỷ lệ văn bản": the code stands for itself. */
function named(code: string, text: string): string {
  return (text.startsWith(code) ? text.slice(code.length).replace(/^[\s:.–-]+/, '') : text) || text;
}

/** Codes as they head the columns; names are numbered from the left, among codes by the first numbers that no code has. */
function codesOf(heads: readonly MatrixHead[]): string[] {
  const coded = heads.flatMap((head) => head.code ?? []);
  const keep = coded.length * 2 >= heads.length;
  const taken = new Set(keep ? coded.map(topOf) : []);
  let number = 0;
  return heads.map((head) => {
    if (keep && head.code !== null) return head.code;
    do number += 1;
    while (taken.has(String(number)));
    return String(number);
  });
}

const SUM_WORD = new RegExp(`(?:^| )(?:${foldName('tổng|cộng|total|chung')})(?= |$)`);

/** The columns of a matrix that are indicators, those that sum some before them, and the one that sums all, where a word says so. */
interface Summed {
  heads: MatrixHead[];
  partSums: number[];
  total: number | undefined;
}

/** Takes the columns that sum those before them out of the heads: in their maxima and in the rows, not by their words alone. */
function withoutSums({ grid, columns, dataRows }: MatrixTable, maxRow: number, heads: readonly MatrixHead[]): Summed {
  const figure = ({ column }: MatrixHead, row: number): number | null => figureOf(grid.at(row, column));
  const fits = (head: MatrixHead, parts: readonly MatrixHead[], row: number): boolean => {
    const own = figure(head, row);
    const sum = parts.reduce((all, part) => all + (figure(part, row) ?? 0), 0);
    return own !== null && Math.abs(own - sum) < 1e-6;
  };
  /** "Tổng I" stands before its parts. */
  const leads = (head: MatrixHead): boolean => {
    const place = heads.indexOf(head);
    for (let end = place + 1; end <= heads.length && head.code === null; end += 1) {
      const parts = heads.slice(place + 1, end);
      if (parts.length > 0 && [maxRow, ...dataRows].every((row) => fits(head, parts, row))) return true;
    }
    return false;
  };
  const found: Summed = { heads: [], partSums: [], total: columns.total };
  let block: MatrixHead[] = [];
  for (const head of heads) {
    const says = SUM_WORD.test(foldName(head.text));
    const isSum = (parts: readonly MatrixHead[]): boolean => {
      if (head.code !== null || parts.length < (says ? 1 : 2) || !fits(head, parts, maxRow)) return false;
      const fitting = dataRows.filter((row) => fits(head, parts, row)).length;
      return says ? fitting * 2 > dataRows.length : fitting > 1 && fitting === dataRows.length;
    };
    const whole = isSum(found.heads);
    const ahead = says && !whole && leads(head);
    if (!ahead && !whole && !isSum(block)) {
      found.heads.push(head);
      block.push(head);
      continue;
    }
    block = [];
    if (whole && says && found.total === undefined) found.total = head.column;
    else found.partSums.push(...head.columns);
  }
  return found;
}

/**
 * @param maxRow its row of maxima.
 * @returns the set of a matrix: every header over a maximum is an indicator, all of them judged; and the table with the columns that sum others.
 */
export function setOfMatrix(
  matrix: MatrixTable,
  maxRow: number,
  settings: Settings,
): { table: MatrixTable; set: IndexSet; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const { grid } = matrix;
  const maximumOf = (columns: readonly number[]): Cell =>
    columns.map((column) => grid.at(maxRow, column)).find((cell) => !isBlank(cell)) ?? null;
  const heads = matrixHeads(matrix, remarks).filter((head) => !head.eaten);
  const { heads: all, partSums, total } = withoutSums(matrix, maxRow, heads);
  const table = {
    ...matrix,
    partSums: [...matrix.partSums, ...partSums],
    columns: total === undefined ? matrix.columns : { ...matrix.columns, total },
  };
  // A code without its maximum is an indicator that lacks it; a name without one is a column of something else.
  const coded = all.some((head) => head.code !== null);
  const bare = coded && all.every((head) => head.code !== null || isBlank(maximumOf(head.columns)));
  const apart = all.filter((head) => head.code === null && extraRole(head.text) !== null);
  const over = all.filter(
    (head) => !apart.includes(head) && (bare ? head.code !== null : !isBlank(maximumOf(head.columns))),
  );
  const extras = extrasAmong(apart);
  const codes = codesOf(over);
  const places: { code: string; head: MatrixHead; at: CellRef }[] = [];
  const seen = new Set<string>();
  over.forEach((head, place) => {
    const code = codes[place] ?? '';
    const at = { sheet: table.sheet, row: table.headerBottom, column: head.column };
    if (seen.has(code)) remarks.push({ kind: 'framework.code-duplicate', at, args: { code } });
    else places.push({ code, head, at });
    seen.add(code);
  });
  const readAt = (head: MatrixHead) => readMaximum(maximumOf(head.columns), settings.decimalMark);
  // A pillar's own column stands beside its parts: a sum, no indicator.
  const parents = new Set<string>();
  for (const { code } of places)
    for (let cut = code.lastIndexOf('.'); cut > 0; cut = code.lastIndexOf('.', cut - 1))
      parents.add(code.slice(0, cut));
  const indicators = places
    .filter(({ code }) => !parents.has(code))
    .map(({ code, head, at }, index): Indicator => {
      const maximum = { ...at, row: maxRow };
      return {
        index,
        code,
        name: named(code, head.text),
        pillar: topOf(code),
        maximum: readAt(head),
        ruleText: '',
        rule: { kind: 'judged' },
        ruleError: null,
        role: 'points',
        description: '',
        labels: {},
        notArising: null,
        evidenceRequired: false,
        appliesTo: { include: [], exclude: [] },
        basis: '',
        at: { code: at, name: at, maximum, rule: null, notArising: null, appliesTo: null },
      };
    });
  const below = (code: string): number[] =>
    indicators.filter((item) => item.code === code || item.code.startsWith(`${code}.`)).map((item) => item.index);
  const sumOf = ({ code, head, at }: (typeof places)[number]): SumRow => ({
    code,
    name: named(code, head.text),
    maximum: readAt(head),
    at: { code: at, maximum: { ...at, row: maxRow } },
    indicators: below(code),
  });
  for (const head of extras) {
    const at = { sheet: table.sheet, row: table.headerBottom, column: head.column };
    const code = extraCode(head.text, seen);
    seen.add(code);
    indicators.push(extraIndicator(head.text, code, readAt(head), at, indicators.length));
  }
  const pillars = [...new Set(indicators.map((item) => item.pillar))].map((code) => {
    const own = places.find((place) => place.code === code);
    const name = indicators.find((item) => item.code === code)?.name ?? '';
    return own === undefined ? { code, name, maximum: null, at: null, indicators: below(code) } : sumOf(own);
  });
  const stated = total === undefined ? null : readTotal(maximumOf([total]), settings.decimalMark);
  let label = table.left;
  while (label < table.right && !isMaximumName(textOf(grid.at(maxRow, label)))) label += 1;
  const set = ownSet(settings, {
    stated,
    totalAt: { sheet: table.sheet, row: maxRow, column: stated === null ? label : (total ?? label) },
    indicators,
    pillars,
    sums: places.filter(({ code }) => parents.has(code) && code.includes('.')).map(sumOf),
  });
  return { table, set: settleExtras(set), remarks };
}
