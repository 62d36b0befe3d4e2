/** The heads of a matrix, and the index set that a matrix with a row of maxima is by itself. */
import type { IndexSet, Indicator, SumRow } from '../../framework/framework.ts';
import type { Cell } from '../../workbook/cell.ts';
import { clean, foldName } from '../../workbook/text.ts';
import type { CellRef, Remark, Settings } from '../assessment.ts';
import { readCode } from '../cells/codes.ts';
import type { FoundTable } from '../tables/extent.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { isMaximumName, roleOfHeader } from '../headers/headers.ts';
import { extraCode, extraIndicator, extraRole, extrasAmong, settleExtras } from '../headers/extra-points.ts';
import { figureOf } from '../cells/summaries.ts';
import { readMaximum } from './set-rows.ts';
import { readTotal } from '../settings/values.ts';
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
export function matrixHeads(table: FoundTable, remarks: Remark[] = []): MatrixHead[] {
  const claimed = new Set(Object.values(table.columns));
  const points = table.pointColumns ?? {};
  const twins = new Set([...(table.twins ?? []).map(({ column }) => column), ...(table.partSums ?? [])]);
  const all = Object.keys(table.headers)
    .map(Number)
    // A second column Tổng điểm is no indicator either.
    .filter((column) => !claimed.has(column) && !twins.has(column) && roleOfHeader(table.headers[column]!) === null)
    .sort((a, b) => a - b)
    .map((column): MatrixHead => {
      const text = clean(table.headers[column]!);
      const code = readCode(text);
      // "1.1 Tỷ lệ văn bản" carries its code in front of its name.
      const lead = /^(\S*\d\S*)[\s:.–-]+\p{L}/u.exec(text);
      const leading = lead === null ? null : readCode(lead[1]!);
      const read = 'code' in code ? code.code : leading !== null && 'code' in leading ? leading.code : null;
      const eaten = table.dateHeads?.includes(column) === true;
      return { column, columns: [column], text, code: eaten ? null : read, eaten };
    });
  const byText = new Map<string, MatrixHead>();
  const heads = all.filter((head) => {
    if (points[head.column] === undefined) return true;
    const first = byText.get(head.text);
    if (first === undefined) byText.set(head.text, head);
    else first.columns.push(head.column);
    return first === undefined;
  });
  const coded = heads.filter((head) => head.code !== null || head.eaten);
  const rows = coded.map((head) => ({ code: head.code ?? head.text, eaten: head.eaten, group: '', head }));
  mendEaten(rows, ({ head }) => ({ sheet: table.sheet, row: table.headerBottom, column: head.column }), remarks);
  coded.forEach((head, place) => (head.code = head.eaten ? null : rows[place]!.code));
  return heads;
}

/** "1.1 Tỷ lệ văn bản" → "Tỷ lệ văn bản": the code stands for itself. */
function named(code: string, text: string): string {
  return (text.startsWith(code) ? text.slice(code.length).replace(/^[\s:.–-]+/, '') : text) || text;
}

/** Codes as they head the columns; names are numbered from the left, among codes by the first numbers that no code has. */
function codesOf(heads: readonly MatrixHead[]): string[] {
  const coded = heads.filter((head) => head.code !== null);
  const keep = coded.length * 2 >= heads.length;
  const taken = new Set(keep ? coded.map((head) => head.code!.split('.')[0]) : []);
  let number = 0;
  return heads.map((head) => {
    if (keep && head.code !== null) return head.code;
    do number += 1;
    while (taken.has(String(number)));
    return String(number);
  });
}

const SUM_WORD = new RegExp(`(?:^| )(?:${foldName('tổng|cộng|total|chung')})(?= |$)`);

/** Takes the columns that sum those before them out of the heads: in their maxima and in the rows, not by their words alone. */
function withoutSums(table: FoundTable, grid: Grid, heads: MatrixHead[]): MatrixHead[] {
  const figure = ({ columns }: MatrixHead, row: number): number | null => figureOf(grid.at(row, columns[0]!));
  const fits = (head: MatrixHead, parts: MatrixHead[], row: number): boolean => {
    const own = figure(head, row);
    const sum = parts.reduce((all, part) => all + (figure(part, row) ?? 0), 0);
    return own !== null && Math.abs(own - sum) < 1e-6;
  };
  const all: MatrixHead[] = [];
  let block: MatrixHead[] = [];
  /** "Tổng I" stands before its parts. */
  const leads = (head: MatrixHead): boolean => {
    const place = heads.indexOf(head);
    for (let end = place + 1; end <= heads.length && head.code === null; end += 1) {
      const parts = heads.slice(place + 1, end);
      if (parts.length > 0 && [table.maxRow!, ...table.dataRows].every((row) => fits(head, parts, row))) return true;
    }
    return false;
  };
  return heads.filter((head) => {
    const says = SUM_WORD.test(foldName(head.text));
    const isSum = (parts: MatrixHead[]): boolean => {
      if (head.code !== null || parts.length < (says ? 1 : 2) || !fits(head, parts, table.maxRow!)) return false;
      const fitting = table.dataRows.filter((row) => fits(head, parts, row)).length;
      return says ? fitting * 2 > table.dataRows.length : fitting > 1 && fitting === table.dataRows.length;
    };
    const whole = isSum(all);
    if (says && !whole && leads(head)) {
      table.partSums = [...(table.partSums ?? []), ...head.columns];
      block = [];
      return false;
    }
    if (!whole && !isSum(block)) {
      all.push(head);
      block.push(head);
      return true;
    }
    if (whole && table.columns.total === undefined && says) table.columns.total = head.column;
    else table.partSums = [...(table.partSums ?? []), ...head.columns];
    block = [];
    return false;
  });
}

/** @returns the set of a matrix with its own maxima: every header over a maximum is an indicator, all of them judged. */
export function setOfMatrix(table: FoundTable, grid: Grid, settings: Settings): { set: IndexSet; remarks: Remark[] } {
  const remarks: Remark[] = [];
  const maximumOf = ({ columns }: { columns: number[] }): Cell =>
    columns.map((column) => grid.at(table.maxRow!, column)).find((cell) => !isBlank(cell)) ?? null;
  const heads = matrixHeads(table, remarks).filter((head) => !head.eaten);
  const all = withoutSums(table, grid, heads);
  // A code without its maximum is an indicator that lacks it; a name without one is a column of something else.
  const coded = all.some((head) => head.code !== null);
  const bare = coded && all.every((head) => head.code !== null || isBlank(maximumOf(head)));
  const apart = all.filter((head) => head.code === null && extraRole(head.text) !== null);
  const over = all.filter((head) => !apart.includes(head) && (bare ? head.code !== null : !isBlank(maximumOf(head))));
  const extras = extrasAmong(apart);
  const codes = codesOf(over);
  const places: { code: string; head: MatrixHead; at: CellRef }[] = [];
  const seen = new Set<string>();
  over.forEach((head, place) => {
    const code = codes[place]!;
    const at = { sheet: table.sheet, row: table.headerBottom, column: head.column };
    if (seen.has(code)) remarks.push({ kind: 'framework.code-duplicate', at, args: { code } });
    else places.push({ code, head, at });
    seen.add(code);
  });
  const readAt = (head: MatrixHead) => readMaximum(maximumOf(head), settings.decimalMark);
  // A pillar's own column stands beside its parts: a sum, no indicator.
  const parents = new Set<string>();
  for (const { code } of places)
    for (let cut = code.lastIndexOf('.'); cut > 0; cut = code.lastIndexOf('.', cut - 1))
      parents.add(code.slice(0, cut));
  const indicators = places
    .filter(({ code }) => !parents.has(code))
    .map(({ code, head, at }, index): Indicator => {
      const maximum = { ...at, row: table.maxRow! };
      return {
        index,
        code,
        name: named(code, head.text),
        pillar: code.split('.')[0]!,
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
    at: { code: at, maximum: { ...at, row: table.maxRow! } },
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
  const totalColumn = table.columns.total;
  const stated =
    totalColumn === undefined ? null : readTotal(maximumOf({ columns: [totalColumn] }), settings.decimalMark);
  let label = table.left;
  while (label < table.right && !isMaximumName(textOf(grid.at(table.maxRow!, label)))) label += 1;
  const set = ownSet(settings, {
    stated,
    totalAt: { sheet: table.sheet, row: table.maxRow!, column: stated === null ? label : totalColumn! },
    indicators,
    pillars,
    sums: places.filter(({ code }) => parents.has(code) && code.includes('.')).map(sumOf),
  });
  settleExtras(set);
  return { set, remarks };
}
