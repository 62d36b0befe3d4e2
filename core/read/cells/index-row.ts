/** The index row under a header: A B C, 1 2 3, (1) (2) (3), also A B 1 2: never header, never data. */
import { clean } from '../../workbook/text.ts';
import { shownText } from './codes.ts';
import type { Grid } from './grid.ts';
import { isBlank } from './grid.ts';

/** The letter after another; đ after d is left out by most. */
function following(letter: string): string {
  return letter === 'đ' ? 'e' : String.fromCharCode(letter.charCodeAt(0) + 1);
}

/** @returns whether the row holds nothing but letters or numbers in sequence between the two columns. */
export function isIndexRow(grid: Grid, row: number, left: number, right: number): boolean {
  let letter = '';
  let number = 0;
  let count = 0;
  for (let column = left; column <= right; column += 1) {
    const cell = grid.at(row, column);
    if (isBlank(cell)) continue;
    const text = clean(shownText(cell)).toLowerCase();
    const digits = /^\(?(\d{1,4})\)?(?:\s*=.*)?$/.exec(text);
    if (/^\(?[a-zđ]\)?$/.test(text)) {
      const next = text.replace(/[()]/g, '');
      if (next !== (letter === '' ? 'a' : following(letter)) && !(letter === 'd' && next === 'đ')) return false;
      letter = next;
    } else if (digits !== null) {
      const next = Number(digits[1]);
      if (number === 0 ? next > count + 1 || next < 1 : next !== number + 1) return false;
      number = next;
    } else return false;
    count += 1;
  }
  return count >= 3 || (count >= 2 && count === right - left + 1);
}
