/** A short mark of a picture's content, to tell whether a workbook changed since it was read. Not for security. */
import type { Cell, Scalar } from './cell.ts';
import type { Picture } from './picture.ts';
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
  if (!cells.some(isFormula)) return cells;
  const here = areas.filter((area) => area.top <= row && row <= area.bottom);
  return cells.map((cell, column) =>
    isFormula(cell) && !here.some((area) => area.left <= column && column <= area.right) ? null : cell,
  );
}

/**
 * @param areas where results of formulas count; without them they count everywhere. What is typed always does.
 * @returns 16 hexadecimal digits that depend on names, visibility, values, kinds and formats alone. Not on the order of an object's
 * fields, not on empty cells at a row's end, not on how a host shows a value.
 */
export function fingerprint(picture: Picture, areas: readonly InputArea[] | null = null): string {
  const digest = newDigest();
  const { mix, end } = digest;
  const bySheet = new Map<number, InputArea[]>();
  for (const area of areas ?? []) {
    const own = bySheet.get(area.sheet);
    if (own === undefined) bySheet.set(area.sheet, [area]);
    else own.push(area);
  }
  picture.sheets.forEach((sheet, place) => {
    mix(`s${sheet.name}`);
    mix(sheet.visibility);
    for (const merge of sheet.merges) mix(`m${merge.top},${merge.left},${merge.bottom},${merge.right}`);
    for (const row of sheet.rows) {
      const cells = areas === null ? row.cells : countingCells(row.cells, row.index, bySheet.get(place) ?? []);
      let last = cells.length;
      while (last > 0 && cells[last - 1] === null) last--;
      if (last === 0) continue;
      mix(`w${row.index}${row.hidden === true ? 'h' : ''}`);
      for (let column = 0; column < last; column++) mixCell(digest, cells[column]!);
    }
  });
  return end();
}

/** @returns 16 hexadecimal digits of a text. */
export function digestOf(text: string): string {
  const { mix, end } = newDigest();
  mix(text);
  return end();
}

interface Digest {
  /** Takes a part of a text in. */
  add(part: string): void;
  /** The end of each text, so that "ab"+"c" and "a"+"bc" differ. */
  close(): void;
  /** Takes a whole text in. */
  mix(text: string): void;
  end(): string;
}

/** A cell as one text, part by part: a million texts need not be made for it. */
function mixCell({ add, close }: Digest, cell: Cell): void {
  if (typeof cell !== 'object') addScalar(add, cell);
  else if (cell !== null) {
    add('r');
    if (cell.value !== null) addScalar(add, cell.value);
    add('\u0001');
    add(cell.kind ?? '');
    add('\u0001');
    add(cell.format ?? '');
    add('\u0001');
    if (cell.formula === true) add('f');
  }
  close();
}

function addScalar(add: Digest['add'], value: Scalar): void {
  add((typeof value)[0]!);
  add(String(value));
}

function newDigest(): Digest {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  const add = (part: string): void => {
    let one = first;
    let two = second;
    for (let index = 0; index < part.length; index++) {
      const unit = part.charCodeAt(index);
      one = Math.imul(one ^ unit, 0x9e3779b1);
      two = Math.imul(two ^ unit, 0x5f356495);
    }
    first = one;
    second = two;
  };
  const close = (): void => {
    first = Math.imul(first ^ 0x1_0000, 0x9e3779b1);
    second = Math.imul(second ^ 0x1_0000, 0x5f356495);
    first ^= first >>> 15;
    second ^= second >>> 13;
  };
  return {
    add,
    close,
    mix(text) {
      add(text);
      close();
    },
    end() {
      first = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
      second = Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
      return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
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
