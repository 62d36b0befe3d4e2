/** One worksheet → its picture, and what a person has set on it. */
import { areaFromA1 } from '#core/workbook/address';
import type { Cell } from '#core/workbook/cell';
import type { Area, RowPicture, SheetPicture } from '#core/workbook/picture';
import type { ChosenTokens } from './alternate.ts';
import { cellOf, type Context } from './cells.ts';
import { rootPrefix, RowScan, type RawCell, type RowSink } from './scan.ts';
import type { Texts } from './strings.ts';
import { CLOSE, END, OPEN } from './token.ts';
import { type Tokens } from './tokens.ts';
import { UnusableFile } from './unusable.ts';
import { LIMITS } from './zip.ts';

/** More array places than this (cells far to the right in very many rows) would not fit into memory. */
const SLOTS = 12_000_000;
const COLUMNS = 16_384;

/** What is read of a sheet. */
export interface SheetContent {
  picture: Pick<SheetPicture, 'rows' | 'merges' | 'hiddenColumns' | 'footnotes'>;
  /** Its cells are protected. */
  locked: boolean;
  /** A filter with a criterion is set on it. */
  filtered: boolean;
}

/** Cells and places in arrays so far: of all sheets together. */
export interface Used {
  cells: number;
  slots: number;
}

/** Gathers the rows of one sheet. */
class Rows implements RowSink {
  readonly list: RowPicture[] = [];
  readonly footnotes: NonNullable<SheetPicture['footnotes']> = [];
  /** The last column that holds something. */
  last = -1;
  private sorted = true;
  private index = -1;
  private hidden = false;
  /** The row's cells; copied when it ends, so that its array is no longer than it need be. */
  private readonly cells: Cell[] = [];

  constructor(
    private readonly context: Context,
    private readonly used: Used,
  ) {}

  row(index: number, hidden: boolean): void {
    this.close();
    if (index < this.index) this.sorted = false;
    this.index = index;
    this.hidden = hidden;
  }

  cell(raw: RawCell): void {
    const { cells, context, used } = this;
    const cell = cellOf(raw, context);
    if (cell === null) return;
    if (context.footnote !== null) this.footnotes.push({ row: raw.row, column: raw.column, text: context.footnote });
    const before = cells.length;
    while (cells.length < raw.column) cells.push(null);
    cells[raw.column] = cell;
    used.cells += 1;
    used.slots += cells.length - before;
    if (used.cells > LIMITS.cells || used.slots > SLOTS) throw new UnusableFile('too-large', 'cells');
  }

  /** @returns all rows that hold something, in the order of the sheet. */
  all(): RowPicture[] {
    this.close();
    if (!this.sorted) this.list.sort((x, y) => x.index - y.index);
    return this.list;
  }

  private close(): void {
    const { cells } = this;
    if (cells.length === 0) return;
    this.last = Math.max(this.last, cells.length - 1);
    const row: RowPicture = { index: this.index, cells: cells.slice() };
    if (this.hidden) row.hidden = true;
    this.list.push(row);
    cells.length = 0;
  }
}

export function isTrue(attribute: string | null | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

function isNoWidth(width: string | null): boolean {
  return width !== null && width.trim() !== '' && Number(width) === 0;
}

/** The hidden columns, also those of no width. */
class Columns {
  /** First and last column of each <col>, from 1 on, and whether it is hidden. */
  private readonly told: { from: number; to: number; hidden: boolean }[] = [];
  private rest = false;

  /** The sheetFormatPr whose start tag came last. */
  takeFormat(tokens: Tokens): void {
    this.rest = isNoWidth(tokens.attribute('defaultColWidth'));
  }

  /** The cols whose start tag came last. */
  take(tokens: Tokens, prefix: string): void {
    if (tokens.empty) return;
    while (tokens.child()) {
      const [from, to] = [Number(tokens.attribute('min')), Number(tokens.attribute('max'))];
      const hidden = isTrue(tokens.attribute('hidden')) || isNoWidth(tokens.attribute('width'));
      if (tokens.isNamed(prefix, 'col') && from >= 1 && to <= COLUMNS) this.told.push({ from, to, hidden });
      tokens.skip();
    }
  }

  /** @returns their indexes; `last`: the last column that holds something. */
  hidden(last: number): number[] {
    const hidden = new Set<number>();
    const told = new Set<number>();
    for (const one of this.told) {
      for (let column = one.from - 1; column < Math.min(one.to, last + 1); column += 1) {
        told.add(column);
        if (one.hidden) hidden.add(column);
      }
    }
    if (this.rest) for (let column = 0; column <= last; column += 1) if (!told.has(column)) hidden.add(column);
    return [...hidden].sort((x, y) => x - y);
  }
}

/** What stands behind the cells. */
interface After {
  merges: Area[];
  protection: boolean | null;
  filtered: boolean;
}

/** Reads what stands behind the cells, to the end of the root. */
function readAfter(tokens: ChosenTokens, prefix: string): After {
  const after: After = { merges: [], protection: null, filtered: false };
  let level = 0;
  let inMerges = false;
  for (let kind = tokens.next(); kind !== END && level >= 0; kind = tokens.next()) {
    if (kind === CLOSE) level -= 1;
    if (kind !== OPEN) continue;
    if (tokens.isNamed(prefix, 'filterColumn')) after.filtered = true;
    if (level === 0) {
      if (tokens.isNamed(prefix, 'sheetData')) throw new UnusableFile('broken', 'two sheetData');
      inMerges = tokens.isNamed(prefix, 'mergeCells');
      if (after.protection === null && tokens.isNamed(prefix, 'sheetProtection'))
        after.protection = isTrue(tokens.attribute('sheet'));
    } else if (level === 1 && inMerges && tokens.isNamed(prefix, 'mergeCell')) {
      const area = areaFromA1(tokens.attribute('ref') ?? '');
      if (area !== null) after.merges.push(area);
    }
    if (!tokens.empty) level += 1;
  }
  return after;
}

/** Reads a worksheet; `used` is carried on from sheet to sheet. Throws 'broken', or 'too-large'. */
export function readSheet(tokens: ChosenTokens, context: Context, texts: Texts, used: Used): SheetContent {
  const prefix = rootPrefix(tokens);
  const rows = new Rows(context, used);
  const columns = new Columns();
  let after: After = { merges: [], protection: null, filtered: false };
  if (!tokens.empty) {
    while (tokens.child()) {
      if (tokens.isNamed(prefix, 'sheetData')) {
        const isEmpty = tokens.empty;
        new RowScan(tokens, prefix, texts, rows).run();
        tokens.asWritten = !isEmpty;
        after = readAfter(tokens, prefix);
        break;
      }
      if (tokens.isNamed(prefix, 'cols')) columns.take(tokens, prefix);
      else {
        if (tokens.isNamed(prefix, 'sheetFormatPr')) columns.takeFormat(tokens);
        tokens.skip();
      }
    }
  }
  const list = rows.all();
  const hidden = columns.hidden(rows.last);
  return {
    picture: {
      rows: list,
      merges: after.merges,
      ...(hidden.length > 0 ? { hiddenColumns: hidden } : {}),
      ...(rows.footnotes.length > 0 ? { footnotes: rows.footnotes } : {}),
    },
    locked: after.protection === true,
    filtered: after.filtered,
  };
}
