/** Rows without a code of their own that are scored all the same: "a)", "1)", "-" under an indicator, and a group without rows. */
import { clean } from '../../workbook/text.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import { isBlank } from '../cells/grid.ts';
import { figureOf } from '../cells/summaries.ts';
import type { CodedTable, Outlined, TableRows } from './found-table.ts';
import { ascending } from './regions.ts';

/** A marker before the name of a part: its style tells its level, its token its place. A bullet has no token: its place is counted. */
export interface Marker {
  style: string;
  token: string | null;
}

const BULLET = /^[-–—−‐‑+*•●○▪■◦‣➢✓o·]$/u;

/** @returns the marker that a text is, null where it is none: "a)", "(b)", "c/", "d.", "e", "1)", "ii)", "-". */
export function markerOf(text: string): Marker | null {
  if (text.length > 6) return null;
  if (BULLET.test(text)) return { style: /[-–—−‐‑]/.test(text) ? '-' : text, token: null };
  const [, letter] = /^\(?(\p{Ll})\s?[)./]?$/u.exec(text) ?? [];
  if (letter !== undefined) return { style: 'a', token: letter };
  const [, number] = /^\(?(\d{1,2})\s?[)/]$/.exec(text) ?? [];
  if (number !== undefined) return { style: '1', token: number };
  const [, roman] = /^\(?([ivx]{2,5})\s?[)./]?$/.exec(text) ?? [];
  return roman === undefined ? null : { style: 'i', token: roman };
}

/** @returns the marker that stands before a name in the name's own cell ("- Đúng giờ", "a) Đúng giờ"), null where none does. */
export function leadingMarker(name: string): Marker | null {
  const [, lead] =
    /^([-–—−+*•●○▪■◦‣➢✓·])\s*\p{L}/u.exec(name) ?? /^(\(?(?:\p{Ll}|\d{1,2}|[ivx]{2,5})[)/])\s*\p{L}/u.exec(name) ?? [];
  return lead === undefined ? null : markerOf(lead);
}

/** A row that may be a part of the coded row above it. */
export interface Candidate {
  row: number;
  marker: Marker;
}

/** @returns a row's code: what its cell says, or what its place makes of it ("1.a"). */
export function codeAt(
  { columns, grid, ownCodes }: Outlined<CodedTable> & Pick<TableRows, 'ownCodes'>,
  row: number,
): CodeReading {
  const own = ownCodes.get(row);
  return own === undefined ? readCode(grid.at(row, columns.code)) : { code: own };
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

function romanOf(text: string): number {
  let value = 0;
  [...text].forEach((letter, place) => {
    const own = ROMAN[letter] ?? NaN;
    value += own < (ROMAN[text[place + 1] ?? ''] ?? 0) ? -own : own;
  });
  return value;
}

/** @returns whether two marks of group rows follow one another on one level: C and D, I and II. */
export function follows(mark: string, next: string): boolean {
  const one = mark.toUpperCase();
  const two = next.toUpperCase();
  if (one.length === 1 && two.length === 1 && two.charCodeAt(0) === one.charCodeAt(0) + 1) return true;
  return romanOf(two) === romanOf(one) + 1;
}

interface Node {
  row: number;
  code: string;
  children: Node[];
}

/** The level of a marker: i) v) x) are numerals where no h) u) w) stands before them. */
function levelOf({ style, token }: Marker, levels: readonly { style: string; node: Node }[]): string {
  const last = levels
    .find((level) => level.style === 'a')
    ?.node.code.split('.')
    .pop();
  if (style !== 'a' || token === null || !/^[ivx]$/.test(token)) return style;
  if (levels.some((level) => level.style === 'i')) return 'i';
  return token === 'i' && last !== 'h' ? 'i' : style;
}

/** @returns whether nothing coded stands under a group row: "C · ĐIỂM THƯỞNG · 5" has its points by itself. `from`: the place after it. */
export function isAlone(
  mark: string,
  rows: readonly number[],
  from: number,
  known: { markers: ReadonlyMap<number, Marker>; marks: ReadonlyMap<number, string>; data: ReadonlySet<number> },
): boolean {
  const next = rows.slice(from).find((row) => !known.markers.has(row));
  if (next === undefined) return true;
  const sibling = known.marks.get(next);
  return !known.data.has(next) && (sibling === undefined || follows(mark, sibling));
}

/** What the figures of a row say of it, as a part or as the row above parts. */
interface Told {
  maximum: (row: number) => number | null;
  hasFigure: (row: number) => boolean;
  hasRule: (row: number) => boolean;
}

/** Levels ("- Có: 5", "- Không: 0") stand under an indicator, too: parts add up to it, or have the points that it has not. */
function areParts({ row: parent, children }: Node, { maximum, hasFigure, hasRule }: Told): boolean {
  let sum = 0;
  for (const { row } of children) {
    const own = maximum(row);
    if (own === null || own === 0) return false;
    sum += own;
  }
  const scored = children.some(({ row }) => hasFigure(row));
  if (hasFigure(parent) && !scored) return false;
  if (hasRule(parent) && !children.some(({ row }) => hasRule(row))) return false;
  const whole = maximum(parent);
  if (whole === null || (scored && !hasFigure(parent))) return true;
  if (!scored && children.length < 2) return false;
  return Math.abs(sum - whole) < 1e-9;
}

const rowsBelow = ({ children }: Node): number[] => children.flatMap((child) => [child.row, ...rowsBelow(child)]);

/** The codes of the rows under one that are its parts, and the rows that are parts of nothing. */
function placed(node: Node, taken: ReadonlySet<string>, told: Told): { codes: [number, string][]; lost: number[] } {
  const { children } = node;
  if (children.length === 0) return { codes: [], lost: [] };
  if (!areParts(node, told) || children.some(({ code }) => taken.has(code)))
    return { codes: [], lost: rowsBelow(node) };
  const below = children.map((child) => placed(child, taken, told));
  return {
    codes: children.flatMap(({ row, code }, place): [number, string][] => [
      [row, code],
      ...(below[place]?.codes ?? []),
    ]),
    lost: below.flatMap(({ lost }) => lost),
  };
}

/** Rows with codes as the candidates between them make them: each with what may be its parts. */
function treesOf(
  table: Outlined<CodedTable>,
  rows: Pick<TableRows, 'dataRows' | 'sumRows'>,
  candidates: readonly Candidate[],
  marks: ReadonlyMap<number, string>,
  { maximum, hasFigure }: Told,
): { roots: Node[]; lost: number[] } {
  const markers = new Map(candidates.map(({ row, marker }) => [row, marker]));
  const data = new Set(rows.dataRows);
  const sums = new Set(rows.sumRows);
  const all = [...data, ...marks.keys(), ...rows.sumRows, ...markers.keys()].sort((x, y) => x - y);
  const codeText = (row: number): string => {
    const cell = table.grid.at(row, table.columns.code);
    const code = readCode(cell);
    return 'code' in code ? code.code : clean(shownText(cell));
  };
  const roots: Node[] = [];
  const lost: number[] = [];
  let levels: { style: string; node: Node }[] = [];
  let root: Node | null = null;
  all.forEach((row, place) => {
    const marker = markers.get(row);
    if (marker === undefined) {
      levels = [];
      root = null;
      const mark = marks.get(row);
      if (data.has(row)) root = { row, code: codeText(row), children: [] };
      else if (mark !== undefined && !sums.has(row) && isAlone(mark, all, place + 1, { markers, marks, data })) {
        const own = maximum(row);
        if (own !== null && own !== 0) root = { row, code: mark, children: [] };
        else if (hasFigure(row)) lost.push(row);
      }
      if (root !== null) roots.push(root);
      return;
    }
    if (root === null) {
      lost.push(row);
      return;
    }
    const style = levelOf(marker, levels);
    const level = levels.findIndex((one) => one.style === style);
    if (level >= 0) levels = levels.slice(0, level);
    const parent: Node = levels[levels.length - 1]?.node ?? root;
    const node: Node = { row, code: `${parent.code}.${marker.token ?? parent.children.length + 1}`, children: [] };
    parent.children.push(node);
    levels.push({ style, node });
  });
  return { roots, lost };
}

/**
 * Settles which candidates are parts of the row above them, and which group rows are indicators by themselves.
 * @param values columns of figures, @param marks group rows by their letter or numeral.
 * @returns the rows of data and of groups as they are then, the codes that rows have by their place, and the rows that are parts of nothing.
 */
export function settleParts(
  table: Outlined<CodedTable>,
  rows: Pick<TableRows, 'dataRows' | 'sumRows' | 'groupRows'>,
  values: readonly number[],
  candidates: readonly Candidate[],
  marks: ReadonlyMap<number, string>,
): Pick<TableRows, 'dataRows' | 'groupRows' | 'loneGroups' | 'ownCodes'> & { lost: number[] } {
  const { columns, grid } = table;
  const told: Told = {
    maximum: (row) => figureOf(grid.at(row, columns.maximum ?? -1)),
    hasFigure: (row) => values.some((column) => figureOf(grid.at(row, column)) !== null),
    hasRule: (row) => columns.rule !== undefined && !isBlank(grid.at(row, columns.rule)),
  };
  const { roots, lost } = treesOf(table, rows, candidates, marks, told);
  const taken = new Set<string>();
  for (const row of rows.dataRows) {
    const code = readCode(grid.at(row, columns.code));
    if ('code' in code) taken.add(code.code);
  }
  const below = roots.map((node) => placed(node, taken, told));
  const alone = roots.filter(({ row }) => marks.has(row));
  const ownCodes = new Map([
    ...alone.map(({ row, code }): [number, string] => [row, code]),
    ...below.flatMap(({ codes }) => codes),
  ]);
  const loneGroups = alone.map(({ row }) => row);
  return {
    ownCodes,
    loneGroups,
    dataRows: ownCodes.size === 0 ? rows.dataRows : ascending([...rows.dataRows, ...ownCodes.keys()]),
    groupRows: rows.groupRows.filter((row) => !loneGroups.includes(row)),
    lost: [...lost, ...below.flatMap((each) => each.lost)].sort((x, y) => x - y),
  };
}
