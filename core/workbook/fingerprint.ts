/** A short mark of a picture's content, to tell whether a workbook changed since it was read. Not for security. */
import type { Cell, RichCell, Scalar } from './cell.ts';
import type { Picture, SheetPicture } from './picture.ts';
import { isStamped } from './stamp.ts';

/** Cells in which the result of a formula counts; `sheet` counts the picture's own sheets. */
export interface InputArea {
  sheet: number;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

const isFormula = (cell: Cell): boolean => typeof cell === 'object' && cell !== null && cell.formula === true;

/** A row without formulas whose results are nobody's input: a clock, a look at our own ranking. */
function countingCells(cells: readonly Cell[], row: number, areas: readonly InputArea[]): readonly Cell[] {
  // Most rows have none, and are many.
  let place = 0;
  while (place < cells.length && !isFormula(cells[place] ?? null)) place += 1;
  if (place === cells.length) return cells;
  const here = areas.filter((area) => area.top <= row && row <= area.bottom);
  return cells.map((cell, column) =>
    isFormula(cell) && !here.some((area) => area.left <= column && column <= area.right) ? null : cell,
  );
}

const SIGNS = { string: 's', number: 'n', boolean: 'b' } as const;

const signOf = (value: Scalar): 's' | 'n' | 'b' => SIGNS[typeof value as keyof typeof SIGNS];

/** The signs before values and rows, and the nought, as numbers. */
const TEXT = 0x73; // s
const NUMBER = 0x6e; // n
const BOOLEAN = 0x62; // b
const ROW = 0x77; // w
const HIDDEN = 0x68; // h
const NOUGHT = 0x30; // 0

function richText({ value, kind, format, formula }: RichCell): string {
  const shown = value === null ? '' : `${signOf(value)}${value}`;
  return `r${shown}\u0001${kind ?? ''}\u0001${format ?? ''}\u0001${formula === true ? 'f' : ''}`;
}

/** The texts of hundredths, made once: points are typed in them again and again. */
const HUNDREDTHS: (string | undefined)[] = Array.from({ length: 16_384 });

function numberText(value: number): string {
  const hundredths = Math.round(value * 100);
  if (!(hundredths > 0 && hundredths < HUNDREDTHS.length) || hundredths / 100 !== value) return String(value);
  return (HUNDREDTHS[hundredths] ??= String(value));
}

/** The signs of a text: one by one they are dear to be had of it. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
  return units;
}

/** A text worth keeping its signs: shorter ones are as soon taken in again. */
const LONG = 8;

/** Takes texts in, one after the other, and gives 16 hexadecimal digits of them. */
class Digest {
  private first = 0xdeadbeef | 0;
  private second = 0x41c6ce57;

  private take(unit: number): void {
    this.first = Math.imul(this.first ^ unit, 0x9e3779b1);
    this.second = Math.imul(this.second ^ unit, 0x5f356495);
  }

  /** The end of each text, so that "ab"+"c" and "a"+"bc" differ. */
  private end(): void {
    this.take(0x1_0000);
    this.first ^= this.first >>> 15;
    this.second ^= this.second >>> 13;
  }

  private takeText(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.take(text.charCodeAt(index));
  }

  /** The digits of a whole number, without its text: a workbook has a million of them. */
  private takeWhole(value: number): void {
    if (value >= 10_000) {
      this.takeText(String(value));
      return;
    }
    let rest = value | 0;
    for (let power = rest < 10 ? 1 : rest < 100 ? 10 : rest < 1000 ? 100 : 1000; power >= 1; power = (power / 10) | 0) {
      const digit = (rest / power) | 0;
      this.take(NOUGHT + digit);
      rest -= digit * power;
    }
  }

  add(text: string): void {
    this.takeText(text);
    this.end();
  }

  /** @param units those of unitsOf. */
  addUnits(units: Uint16Array): void {
    this.take(TEXT);
    for (const unit of units) this.take(unit);
    this.end();
  }

  addRow(index: number, isHidden: boolean): void {
    this.take(ROW);
    this.takeWhole(index);
    if (isHidden) this.take(HIDDEN);
    this.end();
  }

  addCell(cell: Cell): void {
    if (typeof cell === 'number') {
      this.take(NUMBER);
      if (Number.isInteger(cell) && cell >= 0) this.takeWhole(cell);
      else this.takeText(numberText(cell));
    } else if (typeof cell === 'string') {
      this.take(TEXT);
      this.takeText(cell);
    } else if (typeof cell === 'boolean') {
      this.take(BOOLEAN);
      this.takeText(String(cell));
    } else if (cell !== null) this.takeText(richText(cell));
    this.end();
  }

  copy(): Digest {
    const copied = new Digest();
    copied.first = this.first;
    copied.second = this.second;
    return copied;
  }

  digits(): string {
    const { first: a, second: b } = this;
    const first = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    const second = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
    return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

function addSheet(digest: Digest, sheet: SheetPicture, areas: readonly InputArea[] | null): void {
  digest.add(`s${sheet.name}`);
  digest.add(sheet.visibility);
  for (const { top, left, bottom, right } of sheet.merges) digest.add(`m${top},${left},${bottom},${right}`);
  // By column: the same name stands in row after row.
  const said: { text: string; units: Uint16Array }[] = [];
  for (const row of sheet.rows) {
    const cells = areas === null ? row.cells : countingCells(row.cells, row.index, areas);
    let last = cells.length;
    while (last > 0 && cells[last - 1] === null) last--;
    if (last === 0) continue;
    digest.addRow(row.index, row.hidden === true);
    for (let column = 0; column < last; column++) {
      const cell = cells[column] ?? null;
      if (typeof cell !== 'string' || cell.length < LONG) digest.addCell(cell);
      else {
        let known = said[column];
        if (known?.text !== cell) said[column] = known = { text: cell, units: unitsOf(cell) };
        digest.addUnits(known.units);
      }
    }
  }
}

/**
 * 16 hexadecimal digits that depend on names, visibility, values, kinds and formats alone. Not on the order of an object's fields, not on
 * empty cells at a row's end, not on how a host shows a value.
 */
export class Fingerprint {
  private readonly digest = new Digest();

  /** @param areas where results of formulas count; without them they count everywhere. What is typed always does. */
  constructor({ sheets }: Picture, areas: readonly InputArea[] | null = null) {
    const bySheet = new Map<number, InputArea[]>();
    for (const area of areas ?? []) {
      const own = bySheet.get(area.sheet);
      if (own === undefined) bySheet.set(area.sheet, [area]);
      else own.push(area);
    }
    sheets.forEach((sheet, place) => addSheet(this.digest, sheet, areas === null ? null : (bySheet.get(place) ?? [])));
  }

  get digits(): string {
    return this.digest.digits();
  }

  /** @returns the digits of the picture with one more sheet, which is not looked through again for that. */
  digitsWith(sheet: SheetPicture): string {
    const digest = this.digest.copy();
    addSheet(digest, sheet, null);
    return digest.digits();
  }
}

/** @returns the digits of a picture. */
export function fingerprint(picture: Picture, areas: readonly InputArea[] | null = null): string {
  return new Fingerprint(picture, areas).digits;
}

/** @returns 16 hexadecimal digits of a text. */
export function digestOf(text: string): string {
  const digest = new Digest();
  digest.add(text);
  return digest.digits();
}

/** @returns the person's own sheets: writing ours does not make a workbook look edited. */
export function ownSheetsLeftOut(picture: Picture): Picture {
  return { sheets: picture.sheets.filter((sheet) => !isStamped(sheet)) };
}

/**
 * @param mark of core/read/mark.ts; it carries the areas, so that who writes need not recognise tables.
 * @returns whether the picture is still what the mark was taken of.
 */
export function markHolds(mark: string, picture: Picture): boolean {
  const [digits, ...places] = mark.split(' ');
  const areas = places.map((place): InputArea => {
    const [sheet = 0, top = 0, left = 0, bottom = 0, right = 0] = place.split(',').map(Number);
    return { sheet, top, left, bottom, right };
  });
  return fingerprint(ownSheetsLeftOut(picture), areas) === digits;
}
