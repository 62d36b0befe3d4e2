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

const KINDS = { string: 's', number: 'n', boolean: 'b' } as const;

const kindOf = (value: Scalar): 's' | 'n' | 'b' => KINDS[typeof value as keyof typeof KINDS];

function richText({ value, kind, format, formula }: RichCell): string {
  const shown = value === null ? '' : `${kindOf(value)}${value}`;
  return `r${shown}\u0001${kind ?? ''}\u0001${format ?? ''}\u0001${formula === true ? 'f' : ''}`;
}

/** A number's text, made once for those that a large workbook says again and again: whole ones, and points in hundredths. */
const WHOLE: (string | undefined)[] = Array.from({ length: 8192 });
const HUNDREDTHS: (string | undefined)[] = Array.from({ length: 16_384 });

function numberText(value: number): string {
  if (Number.isInteger(value))
    return value >= 0 && value < WHOLE.length ? (WHOLE[value] ??= String(value)) : String(value);
  const hundredths = Math.round(value * 100);
  if (hundredths < 0 || hundredths >= HUNDREDTHS.length || hundredths / 100 !== value) return String(value);
  return (HUNDREDTHS[hundredths] ??= String(value));
}

/** Takes texts in, one after the other, and gives 16 hexadecimal digits of them. */
class Digest {
  private first = 0xdeadbeef | 0;
  private second = 0x41c6ce57;

  /** `kind`: a sign in front of the text, "" for none. Put before each of a million numbers it would make as many texts. */
  add(text: string, kind: 's' | 'n' | 'b' | '' = ''): void {
    let { first, second } = this;
    if (kind !== '') {
      const unit = kind.charCodeAt(0);
      first = Math.imul(first ^ unit, 0x9e3779b1);
      second = Math.imul(second ^ unit, 0x5f356495);
    }
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      first = Math.imul(first ^ unit, 0x9e3779b1);
      second = Math.imul(second ^ unit, 0x5f356495);
    }
    // The end of each text, so that "ab"+"c" and "a"+"bc" differ.
    first = Math.imul(first ^ 0x1_0000, 0x9e3779b1);
    second = Math.imul(second ^ 0x1_0000, 0x5f356495);
    this.first = first ^ (first >>> 15);
    this.second = second ^ (second >>> 13);
  }

  addCell(cell: Cell): void {
    if (cell === null) this.add('');
    else if (typeof cell === 'object') this.add(richText(cell));
    else if (typeof cell === 'number') this.add(numberText(cell), 'n');
    else this.add(String(cell), kindOf(cell));
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
  for (const row of sheet.rows) {
    const cells = areas === null ? row.cells : countingCells(row.cells, row.index, areas);
    let last = cells.length;
    while (last > 0 && cells[last - 1] === null) last--;
    if (last === 0) continue;
    digest.add(`w${row.index}${row.hidden === true ? 'h' : ''}`);
    for (let column = 0; column < last; column++) digest.addCell(cells[column] ?? null);
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
