/** The fast way through worksheet XML: rows and cells only, by position, without building a tree. */
import { tagEnd } from './xml.ts';
import { UnusableFile } from './unusable.ts';

/** What a sheet's cell is in the file; null = not there. Texts are still raw XML. */
export interface RawCell {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string | null;
  formula: boolean;
}

const ROWS = 1_048_576;
const COLUMNS = 16_384;

/** @returns the prefix of a part's root element, with its colon ("x:"), or "". */
export function rootPrefix(text: string): string {
  return /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*[\s/>]/.exec(text)?.[1] ?? '';
}

/** @returns the value of one attribute in a tag's text, or null. */
export function attributeIn(tag: string, name: string): string | null {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match === null ? null : (match[1] ?? match[2] ?? '');
}

/** Where sheetData lies: `open` its tag, `from`–`to` its content; from = to where it is empty. */
export function findSheetData(text: string, prefix: string): { open: number; from: number; to: number } {
  const match = new RegExp(`<${prefix}sheetData(?=[\\s/>])`).exec(text);
  if (match === null) return { open: -1, from: text.length, to: text.length };
  const end = tagEnd(text, match.index);
  if (text[end - 1] === '/') return { open: match.index, from: end + 1, to: end + 1 };
  const close = text.indexOf(`</${prefix}sheetData`, end);
  if (close < 0) throw new UnusableFile('broken', 'sheetData does not end');
  return { open: match.index, from: end + 1, to: close };
}

/** Is the element at `at` ('<') called `name`? */
function isTag(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at + 1)) return false;
  const c = text.charCodeAt(at + 1 + name.length);
  return c === 32 || c === 62 || c === 47 || c === 10 || c === 13 || c === 9;
}

/**
 * Walks over all rows and cells that hold something.
 * `onRow` gets each row element's index and whether it is hidden; `onCell` each cell with a value, text or formula.
 * The RawCell is one object, filled anew for each call.
 */
export function scanRows(
  text: string,
  onRow: (row: number, hidden: boolean) => void,
  onCell: (cell: RawCell) => void,
): void {
  const prefix = rootPrefix(text);
  const { from, to } = findSheetData(text, prefix);
  const [ROW, C, V, F, IS] = ['row', 'c', 'v', 'f', 'is'].map((name) => prefix + name) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const closeCell = `</${C}`;
  const closeV = `</${V}`;
  const closeIs = `</${IS}`;
  const cell: RawCell = { row: -1, column: -1, type: '', style: 0, value: null, inline: null, formula: false };
  let row = -1;
  let column = -1;
  let at = from;
  while ((at = text.indexOf('<', at)) >= 0 && at < to) {
    if (isTag(text, at, C)) {
      const end = text.indexOf('>', at);
      let reference = -1;
      let type = '';
      let style = 0;
      let i = at + 1 + C.length;
      while (i < end) {
        const equals = text.indexOf('=', i);
        if (equals < 0 || equals > end) break;
        let open = equals + 1;
        while (text.charCodeAt(open) !== 34 && text.charCodeAt(open) !== 39 && open < end) open += 1;
        const close = text.indexOf(text[open]!, open + 1);
        if (close < 0) throw new UnusableFile('broken', 'cell');
        let nameEnd = equals - 1;
        while (text.charCodeAt(nameEnd) <= 32) nameEnd -= 1;
        const single = text.charCodeAt(nameEnd - 1) <= 32;
        const name = single ? text.charCodeAt(nameEnd) : 0;
        if (name === 114) {
          reference = 0;
          let digits = 0;
          for (let k = open + 1; k < close; k += 1) {
            const code = text.charCodeAt(k);
            if (code >= 48 && code <= 57) digits = digits * 10 + code - 48;
            else if (code >= 65 && code <= 90) reference = reference * 26 + code - 64;
            else if (code >= 97 && code <= 122) reference = reference * 26 + code - 96;
          }
          if (digits > 0) row = digits - 1;
        } else if (name === 116) type = text.slice(open + 1, close);
        else if (name === 115) style = Number(text.slice(open + 1, close));
        i = close + 1;
      }
      column = reference > 0 ? reference - 1 : column + 1;
      if (row >= ROWS || column >= COLUMNS) throw new UnusableFile('broken', 'cell outside the sheet');
      at = end + 1;
      if (text.charCodeAt(end - 1) === 47) continue;
      cell.value = null;
      cell.inline = null;
      cell.formula = false;
      for (;;) {
        at = text.indexOf('<', at);
        if (at < 0) throw new UnusableFile('broken', 'cell does not end');
        if (text.startsWith(closeCell, at)) break;
        const tag = text.charCodeAt(at + 1 + prefix.length);
        if (tag === 118 && isTag(text, at, V)) {
          const open = text.indexOf('>', at);
          if (text.charCodeAt(open - 1) === 47) {
            cell.value = '';
            at = open + 1;
          } else {
            const close = text.indexOf(closeV, open);
            if (close < 0) throw new UnusableFile('broken', 'value does not end');
            cell.value = text.slice(open + 1, close);
            at = close + 1;
          }
        } else if (tag === 102 && isTag(text, at, F)) {
          cell.formula = true;
          at = tagEnd(text, at) + 1;
        } else if (tag === 105 && isTag(text, at, IS)) {
          const open = text.indexOf('>', at);
          const close = text.charCodeAt(open - 1) === 47 ? open : text.indexOf(closeIs, open);
          if (close < 0) throw new UnusableFile('broken', 'text does not end');
          cell.inline = text.slice(open + 1, close);
          at = close + 1;
        } else at += 1;
      }
      if (cell.value === null && cell.inline === null && !cell.formula) continue;
      cell.row = row;
      cell.column = column;
      cell.type = type;
      cell.style = style;
      onCell(cell);
    } else if (isTag(text, at, ROW)) {
      const end = tagEnd(text, at);
      const tag = text.slice(at + 1 + ROW.length, end);
      const r = attributeIn(tag, 'r');
      row = r === null ? row + 1 : Number(r) - 1;
      column = -1;
      if (!(row >= 0 && row < ROWS)) throw new UnusableFile('broken', 'row outside the sheet');
      const hidden = tag.includes('hidden') ? attributeIn(tag, 'hidden') : null;
      onRow(row, hidden === '1' || hidden === 'true');
      at = end + 1;
    } else if (text.startsWith('<!--', at)) {
      at = text.indexOf('-->', at);
      if (at < 0) throw new UnusableFile('broken', 'comment');
    } else at += 1;
  }
}
