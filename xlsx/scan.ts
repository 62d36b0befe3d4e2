/** Rows and cells of a worksheet, token by token: no tree, no text that is not a cell's. */
import type { ChosenTokens } from './alternate.ts';
import type { Footnoted, Texts } from './strings.ts';
import { CLOSE, decoded, END, OPEN, TEXT } from './token.ts';
import { type Tokens } from './tokens.ts';
import { UnusableFile } from './unusable.ts';

/** What a sheet's cell is in the file; null = not there. */
export interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  /** What stands in <v>: a number where it is written plainly, else the text. */
  value: string | number | null;
  /** The text in <is>. */
  inline: string | Footnoted | null;
  formula: boolean;
  /** Where its element lies; holds for parts that are there as a whole. */
  start: number;
  end: number;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

function broken(detail: string): never {
  throw new UnusableFile('broken', detail);
}

/** Goes on to the root's start tag. @returns its prefix with the colon ("x:"), or "". */
export function rootPrefix(tokens: Tokens): string {
  let kind = tokens.next();
  while (kind === TEXT) kind = tokens.next();
  if (kind === END) broken('no root');
  return /^([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*$/.exec(tokens.name())?.[1] ?? '';
}

/** @returns the whole number that these digits are, or NaN where anything else is among them or they are more than 15. */
export function wholeAt(bytes: Uint8Array, from: number, to: number): number {
  if (to === from || to - from > 15) return Number.NaN;
  let whole = 0;
  for (let i = from; i < to; i += 1) {
    const digit = bytes[i]! - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    whole = whole * 10 + digit;
  }
  return whole;
}

/** @returns a row's number (0-based) from its attribute; only whole numbers of the sheet are one. */
export function rowNumber(bytes: Uint8Array, from: number, to: number): number {
  const number = to - from > 7 ? 0 : wholeAt(bytes, from, to);
  return number >= 1 && number <= ROWS ? number - 1 : broken('row outside the sheet');
}

const POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

/**
 * @returns the number that is written as "-12.5", or NaN for any other way to write one.
 * Up to 15 digits and the power of ten are exact as doubles, so that their quotient is the nearest double: what Number() gives.
 */
function plainNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === 45;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (let i = negative ? from + 1 : from; i < to; i += 1) {
    const code = bytes[i]!;
    if (code === 46 && point < 0) point = digits;
    else if (code >= 48 && code <= 57 && digits < 15) {
      whole = whole * 10 + code - 48;
      digits += 1;
    } else return Number.NaN;
  }
  if (digits === 0) return Number.NaN;
  const number = point < 0 ? whole : whole / POWERS[digits - point]!;
  return negative ? -number : number;
}

const TYPES = ['s', 'inlineStr', 'n', 'str', 'b', 'e', 'd'];

function typeAt(tokens: Tokens, from: number, to: number): string {
  for (const type of TYPES) if (tokens.isAt(from, to, type)) return type;
  return decoded(tokens.bytes, from, to);
}

function styleAt(bytes: Uint8Array, from: number, to: number): number {
  const plain = wholeAt(bytes, from, to);
  const style = Number.isNaN(plain) ? Number(decoded(bytes, from, to)) : plain;
  return style >= 0 && Number.isInteger(style) ? style : broken('cell style');
}

const seenColumns = new Uint32Array(COLUMNS);
const seenRows = new Uint32Array(ROWS / 32);

/** Takes what is found in the rows. */
export interface RowSink {
  /** Each row element: its index, and whether it is hidden. */
  row(index: number, hidden: boolean): void;
  /** Each cell with a value, text or formula. One object, filled anew for each call. */
  cell(cell: RawCell): void;
}

/** Walks over the rows and cells of the sheetData whose start tag came last. A row or cell that stands twice is 'broken', as it is in Excel. Without `texts` the cells' contents are passed over. */
export class RowScan {
  private readonly cell: RawCell = {
    row: -1,
    column: -1,
    type: '',
    style: 0,
    value: null,
    inline: null,
    formula: false,
    start: 0,
    end: 0,
  };
  private row = -1;
  private column = -1;
  /** Marks the columns of this row in seenColumns. */
  private mark = 0;

  constructor(
    private readonly tokens: ChosenTokens,
    private readonly prefix: string,
    private readonly texts: Texts | null,
    private readonly sink: RowSink,
  ) {
    seenRows.fill(0);
    seenColumns.fill(0);
  }

  run(): void {
    const { tokens, prefix } = this;
    if (tokens.empty) return;
    while (tokens.child()) {
      if (!tokens.isNamed(prefix, 'row')) {
        tokens.skip();
        continue;
      }
      this.beginRow();
      if (tokens.empty) continue;
      while (tokens.child()) {
        if (tokens.isNamed(prefix, 'c')) this.readCell();
        else tokens.skip();
      }
    }
  }

  private beginRow(): void {
    const { tokens } = this;
    let at = -1;
    let hidden: string | null = null;
    for (let index = 0; index < tokens.attributes; index += 1) {
      const length = tokens.place(index, 1) - tokens.place(index, 0);
      if (length === 1 && tokens.bytes[tokens.place(index, 0)] === 114) {
        if (at >= 0) broken('an attribute stands twice');
        at = index;
      } else if (length === 6) hidden = tokens.attribute('hidden');
    }
    this.row = at < 0 ? this.row + 1 : rowNumber(tokens.bytes, tokens.place(at, 2), tokens.place(at, 3));
    if (this.row >= ROWS) broken('row outside the sheet');
    const bit = 1 << (this.row & 31);
    if ((seenRows[this.row >> 5]! & bit) !== 0) broken('a row stands twice');
    seenRows[this.row >> 5]! |= bit;
    this.column = -1;
    this.mark += 1;
    this.sink.row(this.row, hidden === '1' || hidden === 'true');
  }

  private readCell(): void {
    const { tokens, prefix, cell, sink } = this;
    cell.start = tokens.start;
    this.readAttributes();
    if (tokens.empty) return;
    cell.value = null;
    cell.inline = null;
    cell.formula = false;
    for (let kind = tokens.next(); kind !== CLOSE; kind = tokens.next()) {
      if (kind !== OPEN) continue;
      if (tokens.isNamed(prefix, 'v')) this.readValue();
      else if (tokens.isNamed(prefix, 'is')) {
        if (cell.inline !== null) broken('two texts');
        if (cell.type === 'inlineStr' && this.texts !== null) cell.inline = this.texts.string(tokens, prefix);
        else {
          cell.inline = '';
          tokens.skip();
        }
      } else {
        if (tokens.isNamed(prefix, 'f')) cell.formula = true;
        tokens.skip();
      }
    }
    if (cell.value === null && cell.inline === null && !cell.formula) return;
    cell.end = tokens.end;
    cell.row = this.row;
    cell.column = this.column;
    sink.cell(cell);
  }

  private readValue(): void {
    const { tokens, cell, texts } = this;
    if (cell.value !== null) broken('two values');
    cell.value = '';
    if (tokens.empty) return;
    if (texts === null) {
      tokens.skip();
      return;
    }
    const kind = tokens.next();
    const isNumber = cell.type === '' || cell.type === 's' || cell.type === 'n';
    if (!isNumber || kind !== TEXT || !tokens.whole) {
      cell.value = texts.value(tokens, kind);
      return;
    }
    const { bytes, from, to } = tokens;
    const number = cell.type === 's' ? wholeAt(bytes, from, to) : plainNumber(bytes, from, to);
    cell.value = Number.isNaN(number) ? tokens.told() : number;
    tokens.next();
  }

  private readReference(from: number, to: number): void {
    const { bytes } = this.tokens;
    let letters = 0;
    let i = from;
    for (; i < to; i += 1) {
      const code = bytes[i]! & ~32;
      if (code < 65 || code > 90) break;
      letters = letters * 26 + code - 64;
    }
    if (i === from || i - from > 3) broken('cell reference');
    if (letters > COLUMNS) broken('cell outside the sheet');
    if (rowNumber(bytes, i, to) !== this.row) broken('a cell stands in another row');
    this.column = letters - 1;
  }

  private readAttributes(): void {
    const { tokens, cell } = this;
    const { bytes } = tokens;
    cell.type = '';
    cell.style = 0;
    let reference = false;
    for (let index = 0; index < tokens.attributes; index += 1) {
      const name = tokens.place(index, 0);
      if (tokens.place(index, 1) - name !== 1) continue;
      const [from, to] = [tokens.place(index, 2), tokens.place(index, 3)];
      if (bytes[name] === 114) {
        if (reference) broken('an attribute stands twice');
        reference = true;
        this.readReference(from, to);
      } else if (bytes[name] === 116) cell.type = typeAt(tokens, from, to);
      else if (bytes[name] === 115) cell.style = styleAt(bytes, from, to);
    }
    if (!reference) this.column += 1;
    if (this.column >= COLUMNS) broken('cell outside the sheet');
    if (seenColumns[this.column] === this.mark) broken('a cell stands twice');
    seenColumns[this.column] = this.mark;
  }
}
