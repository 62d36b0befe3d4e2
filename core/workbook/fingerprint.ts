/** A short mark of a picture's content, to tell whether a workbook changed since it was read. Not for security. */
import type { Cell } from './cell.ts';
import type { Picture } from './picture.ts';
import { isStamped } from './stamp.ts';

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell !== 'object') return `${(typeof cell)[0]!}${String(cell)}`;
  const value = cell.value === null ? '' : textOf(cell.value);
  return `r${value}\u0001${cell.kind ?? ''}\u0001${cell.format ?? ''}\u0001${cell.formula === true ? 'f' : ''}`;
}

/**
 * @returns 16 hexadecimal digits that depend on names, visibility, values, kinds and formats alone. Not on the order of an object's
 * fields, not on empty cells at a row's end, not on how a host shows a value.
 */
export function fingerprint(picture: Picture): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  const mix = (text: string): void => {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      first = Math.imul(first ^ unit, 0x9e3779b1);
      second = Math.imul(second ^ unit, 0x5f356495);
    }
    // The end of each text, so that "ab"+"c" and "a"+"bc" differ.
    first = Math.imul(first ^ 0x1_0000, 0x9e3779b1);
    second = Math.imul(second ^ 0x1_0000, 0x5f356495);
    first ^= first >>> 15;
    second ^= second >>> 13;
  };
  for (const sheet of picture.sheets) {
    mix(`s${sheet.name}`);
    mix(sheet.visibility);
    for (const merge of sheet.merges) mix(`m${merge.top},${merge.left},${merge.bottom},${merge.right}`);
    for (const row of sheet.rows) {
      let end = row.cells.length;
      while (end > 0 && row.cells[end - 1] === null) end--;
      if (end === 0) continue;
      mix(`w${row.index}${row.hidden === true ? 'h' : ''}`);
      for (let column = 0; column < end; column++) mix(textOf(row.cells[column]!));
    }
  }
  first = Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  second = Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return [first, second].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}

/** @returns a mark of the user's own sheets, so that writing ours does not make the workbook look edited. */
export function userFingerprint(picture: Picture): string {
  return fingerprint({ sheets: picture.sheets.filter((sheet) => !isStamped(sheet)) });
}
