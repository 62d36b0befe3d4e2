/** Rows without a code of their own that are scored all the same: "a)", "1)", "-" under an indicator, and a group without rows. */
import { clean } from '../../workbook/text.ts';
import { readCode, shownText, type CodeReading } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import { isBlank } from '../cells/grid.ts';
import type { FoundTable } from './extent.ts';
import { figureOf } from '../cells/summaries.ts';

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
  const letter = /^\(?(\p{Ll})\s?[)./]?$/u.exec(text);
  if (letter !== null) return { style: 'a', token: letter[1]! };
  const number = /^\(?(\d{1,2})\s?[)/]$/.exec(text);
  if (number !== null) return { style: '1', token: number[1]! };
  const roman = /^\(?([ivx]{2,5})\s?[)./]?$/.exec(text);
  return roman === null ? null : { style: 'i', token: roman[1]! };
}

/** @returns the marker that stands before a name in the name's own cell ("- Đúng giờ", "a) Đúng giờ"), null where none does. */
export function leadingMarker(name: string): Marker | null {
  const lead =
    /^([-–—−+*•●○▪■◦‣➢✓·])\s*\p{L}/u.exec(name) ?? /^(\(?(?:\p{Ll}|\d{1,2}|[ivx]{2,5})[)/])\s*\p{L}/u.exec(name);
  return lead === null ? null : markerOf(lead[1]!);
}

/** A row that may be a part of the coded row above it. */
export interface Candidate {
  row: number;
  marker: Marker;
}

/** @returns a row's code: what its cell says, or what its place makes of it ("1.a"). */
export function codeAt(table: FoundTable, grid: Grid, row: number): CodeReading {
  const own = table.ownCodes?.get(row);
  return own === undefined ? readCode(grid.at(row, table.columns.code!)) : { code: own };
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
  for (let place = from; place < rows.length; place += 1) {
    const row = rows[place]!;
    if (known.markers.has(row)) continue;
    const sibling = known.marks.get(row);
    return !known.data.has(row) && (sibling === undefined || follows(mark, sibling));
  }
  return true;
}

/** Settles which candidates are parts of the row above them, and which group rows are indicators by themselves. */
export class Children {
  private readonly lost: number[] = [];
  private readonly values: number[];

  constructor(
    private readonly table: FoundTable,
    private readonly grid: Grid,
    values: readonly number[],
  ) {
    this.values = [...values];
  }

  private maximum(row: number): number | null {
    return figureOf(this.grid.at(row, this.table.columns.maximum ?? -1));
  }

  private hasFigure(row: number): boolean {
    return this.values.some((column) => figureOf(this.grid.at(row, column)) !== null);
  }

  private hasRule(row: number): boolean {
    const { rule } = this.table.columns;
    return rule !== undefined && !isBlank(this.grid.at(row, rule));
  }

  /** Levels ("- Có: 5", "- Không: 0") stand under an indicator, too: parts add up to it, or have the points that it has not. */
  private areParts(parent: Node): boolean {
    const { children } = parent;
    const maxima = children.map(({ row }) => this.maximum(row));
    if (maxima.some((maximum) => maximum === null || maximum === 0)) return false;
    const scored = children.some(({ row }) => this.hasFigure(row));
    if (this.hasFigure(parent.row) && !scored) return false;
    if (this.hasRule(parent.row) && !children.some(({ row }) => this.hasRule(row))) return false;
    const whole = this.maximum(parent.row);
    if (whole === null || (scored && !this.hasFigure(parent.row))) return true;
    if (!scored && children.length < 2) return false;
    return Math.abs(maxima.reduce((sum: number, maximum) => sum + maximum!, 0) - whole) < 1e-9;
  }

  private place(node: Node, taken: Set<string>): void {
    if (node.children.length === 0) return;
    const fits = this.areParts(node) && node.children.every(({ code }) => !taken.has(code));
    for (const child of node.children) {
      if (fits) {
        this.table.ownCodes ??= new Map();
        this.table.ownCodes.set(child.row, child.code);
        this.place(child, taken);
      } else this.lose(child);
    }
  }

  private lose(node: Node): void {
    this.lost.push(node.row);
    node.children.forEach((child) => this.lose(child));
  }

  /** @returns the rows that are parts of nothing. `marks`: group rows by their letter or numeral. */
  settle(candidates: readonly Candidate[], marks: ReadonlyMap<number, string>): number[] {
    const { table } = this;
    const markers = new Map(candidates.map(({ row, marker }) => [row, marker]));
    const rows = [...table.dataRows, ...marks.keys(), ...table.sumRows, ...markers.keys()].sort((x, y) => x - y);
    const data = new Set(table.dataRows);
    const sums = new Set(table.sumRows);
    const taken = new Set<string>();
    for (const row of table.dataRows) {
      const code = readCode(this.grid.at(row, table.columns.code!));
      if ('code' in code) taken.add(code.code);
    }
    const roots: Node[] = [];
    let levels: { style: string; node: Node }[] = [];
    let root: Node | null = null;
    rows.forEach((row, place) => {
      const marker = markers.get(row);
      if (marker === undefined) {
        levels = [];
        root = null;
        const mark = marks.get(row);
        if (data.has(row)) root = { row, code: this.codeText(row), children: [] };
        else if (mark !== undefined && !sums.has(row) && isAlone(mark, rows, place + 1, { markers, marks, data })) {
          const maximum = this.maximum(row);
          if (maximum !== null && maximum !== 0) root = { row, code: mark, children: [] };
          else if (this.hasFigure(row)) this.lost.push(row);
        }
        if (root !== null) roots.push(root);
        return;
      }
      if (root === null) {
        this.lost.push(row);
        return;
      }
      const own = levelOf(marker, levels);
      const level = levels.findIndex(({ style }) => style === own);
      if (level >= 0) levels = levels.slice(0, level);
      const parent: Node = levels[levels.length - 1]?.node ?? root;
      const node: Node = { row, code: `${parent.code}.${marker.token ?? parent.children.length + 1}`, children: [] };
      parent.children.push(node);
      levels.push({ style: own, node });
    });
    for (const node of roots) {
      if (marks.has(node.row)) this.promote(node);
      this.place(node, taken);
    }
    if (table.ownCodes !== undefined)
      table.dataRows = [...new Set([...table.dataRows, ...table.ownCodes.keys()])].sort((x, y) => x - y);
    return this.lost.sort((x, y) => x - y);
  }

  private codeText(row: number): string {
    const code = readCode(this.grid.at(row, this.table.columns.code!));
    return 'code' in code ? code.code : clean(shownText(this.grid.at(row, this.table.columns.code!)));
  }

  private promote({ row, code }: Node): void {
    const { table } = this;
    table.ownCodes ??= new Map();
    table.ownCodes.set(row, code);
    table.loneGroups = [...(table.loneGroups ?? []), row];
    table.groupRows = table.groupRows.filter((other) => other !== row);
  }
}
