/** The fast way through worksheet XML: rows and cells only, by position, without building a tree. The part was checked for well-formedness before. */
import { elementEnd, indexAfter, nameEnd, skipMisc, walkAttributes } from './markup.ts';
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

function broken(detail: string): never {
  throw new UnusableFile('broken', detail);
}

/** @returns the prefix of a part's root element, with its colon ("x:"), or "". */
export function rootPrefix(text: string): string {
  return /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*[\s/>]/.exec(text)?.[1] ?? '';
}

/** @returns the value of one attribute in a start tag ("<c r='A1'>"), still raw, or null. */
export function attributeIn(tag: string, name: string): string | null {
  if (!tag.includes(name)) return null;
  let found: string | null = null;
  walkAttributes(tag, nameEnd(tag, 0), (nameFrom, nameTo, from, to) => {
    if (nameTo - nameFrom === name.length && tag.startsWith(name, nameFrom)) found = tag.slice(from, to);
  });
  return found;
}

/** @returns the start tag at `at`. */
export function tagAt(text: string, at: number): string {
  return text.slice(at, walkAttributes(text, nameEnd(text, at)) + 1);
}

/** One child of an element: `open` is its '<', `openEnd` the '>' of its start tag, `end` after its end. */
export interface Child {
  name: string;
  open: number;
  openEnd: number;
  end: number;
}

/** @returns the children of the element whose content begins at `from`, with their prefixes. `flat`: a child that holds none of its own name; its end is found without a walk. */
export function* childrenAt(text: string, from: number, flat = ''): Generator<Child> {
  for (let at = text.indexOf('<', from); at >= 0 && text.charCodeAt(at + 1) !== 47; at = text.indexOf('<', at)) {
    const misc = skipMisc(text, at);
    if (misc > at) {
      at = misc;
      continue;
    }
    const to = nameEnd(text, at);
    const name = text.slice(at + 1, to);
    const openEnd = walkAttributes(text, to);
    const end =
      name === flat && text.charCodeAt(openEnd - 1) !== 47
        ? indexAfter(text, '>', indexAfter(text, `</${name}`, openEnd)) + 1
        : elementEnd(text, at);
    yield { name, open: at, openEnd, end };
    at = end;
  }
}

/** @returns where the content of the root begins. */
export function rootContent(text: string): number {
  const at = text.search(/<[^?!]/);
  return at < 0 ? broken('no root') : walkAttributes(text, nameEnd(text, at)) + 1;
}

/** Where sheetData lies: `open` its tag, `from`–`to` its content; from = to where it is empty. */
export function findSheetData(text: string, prefix: string): { open: number; from: number; to: number } {
  let found: { open: number; from: number; to: number } | null = null;
  const name = `${prefix}sheetData`;
  for (const one of childrenAt(text, rootContent(text), name)) {
    if (one.name !== name) continue;
    if (found !== null) broken('two sheetData');
    const from = one.openEnd + 1;
    found = { open: one.open, from, to: from === one.end ? from : text.lastIndexOf('</', one.end - 1) };
  }
  return found ?? { open: -1, from: text.length, to: text.length };
}

/** Is the element at `at` ('<') called `name`? */
function isTag(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at + 1)) return false;
  const c = text.charCodeAt(at + 1 + name.length);
  return c === 32 || c === 62 || c === 47 || c === 10 || c === 13 || c === 9;
}

/** @returns a row's number (0-based) from its attribute; only whole numbers of the sheet are one. */
export function rowNumber(text: string): number {
  const row = /^\d{1,7}$/.test(text) ? Number(text) - 1 : -1;
  return row >= 0 && row < ROWS ? row : broken('row outside the sheet');
}

const seenColumns = new Uint32Array(COLUMNS);
const seenRows = new Uint32Array(ROWS / 32);

/**
 * Walks over all rows and cells that hold something.
 * `onRow` gets each row element's index and whether it is hidden; `onCell` each cell with a value, text or formula.
 * The RawCell is one object, filled anew for each call. A row or cell that stands twice is 'broken', as it is in Excel.
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
  const closeRow = `</${ROW}`;
  const closeV = `</${V}`;
  const cell: RawCell = { row: -1, column: -1, type: '', style: 0, value: null, inline: null, formula: false };
  seenRows.fill(0);
  seenColumns.fill(0);
  let mark = 0;
  let row = -1;
  let column = -1;
  let inRow = false;
  let reference = -1;
  let referenceRow = -1;
  let type = '';
  let style = 0;
  const takeRow = (number: number): void => {
    row = number;
    if (row >= ROWS) broken('row outside the sheet');
    const bit = 1 << (row & 31);
    if ((seenRows[row >> 5]! & bit) !== 0) broken('a row stands twice');
    seenRows[row >> 5]! |= bit;
  };
  const take = (nameFrom: number, nameTo: number, start: number, end: number): void => {
    if (nameTo - nameFrom !== 1) return;
    const name = text.charCodeAt(nameFrom);
    if (name === 114) {
      if (reference >= 0) broken('an attribute stands twice');
      let letters = 0;
      let digits = 0;
      let k = start;
      for (; k < end; k += 1) {
        const code = text.charCodeAt(k) & ~32;
        if (code < 65 || code > 90) break;
        letters = letters * 26 + code - 64;
      }
      if (k === start || k - start > 3 || k === end || end - k > 7) broken('cell reference');
      for (; k < end; k += 1) {
        const code = text.charCodeAt(k);
        if (code < 48 || code > 57) broken('cell reference');
        digits = digits * 10 + code - 48;
      }
      if (digits === 0 || digits > ROWS || letters > COLUMNS) broken('cell outside the sheet');
      reference = letters - 1;
      referenceRow = digits - 1;
    } else if (name === 116) type = text.slice(start, end);
    else if (name === 115) {
      style = Number(text.slice(start, end));
      if (!(style >= 0 && Number.isInteger(style))) broken('cell style');
    }
  };
  let at = from;
  while ((at = text.indexOf('<', at)) >= 0 && at < to) {
    if (inRow && isTag(text, at, C)) {
      reference = -1;
      type = '';
      style = 0;
      const end = walkAttributes(text, at + 1 + C.length, take);
      if (reference >= 0) {
        if (referenceRow !== row) broken('a cell stands in another row');
        column = reference;
      } else column += 1;
      if (column >= COLUMNS) broken('cell outside the sheet');
      if (seenColumns[column] === mark) broken('a cell stands twice');
      seenColumns[column] = mark;
      at = end + 1;
      if (text.charCodeAt(end - 1) === 47) continue;
      cell.value = null;
      cell.inline = null;
      cell.formula = false;
      for (;;) {
        at = text.indexOf('<', at);
        if (at < 0) broken('cell does not end');
        if (text.startsWith(closeCell, at)) break;
        const tag = text.charCodeAt(at + 1 + prefix.length);
        if (tag === 118 && isTag(text, at, V)) {
          if (cell.value !== null) broken('two values');
          const open = walkAttributes(text, at + 1 + V.length);
          if (text.charCodeAt(open - 1) === 47) {
            cell.value = '';
            at = open + 1;
          } else {
            const close = text.indexOf('<', open);
            if (close < 0 || !text.startsWith(closeV, close)) broken('value');
            cell.value = text.slice(open + 1, close);
            at = close + closeV.length;
          }
        } else if (tag === 105 && isTag(text, at, IS)) {
          if (cell.inline !== null) broken('two texts');
          const open = walkAttributes(text, at + 1 + IS.length);
          const end = elementEnd(text, at);
          cell.inline = text.charCodeAt(open - 1) === 47 ? '' : text.slice(open + 1, text.lastIndexOf('</', end - 1));
          at = end;
        } else {
          if (tag === 102 && isTag(text, at, F)) cell.formula = true;
          at = elementEnd(text, at);
        }
      }
      at += closeCell.length;
      if (cell.value === null && cell.inline === null && !cell.formula) continue;
      cell.row = row;
      cell.column = column;
      cell.type = type;
      cell.style = style;
      onCell(cell);
    } else if (!inRow && isTag(text, at, ROW)) {
      let r: string | null = null;
      let hidden = '';
      const end = walkAttributes(text, at + 1 + ROW.length, (nameFrom, nameTo, start, stop) => {
        if (nameTo - nameFrom === 1 && text.charCodeAt(nameFrom) === 114) {
          if (r !== null) broken('an attribute stands twice');
          r = text.slice(start, stop);
        } else if (text.startsWith('hidden', nameFrom) && nameTo - nameFrom === 6) hidden = text.slice(start, stop);
      });
      column = -1;
      mark += 1;
      takeRow(r === null ? row + 1 : rowNumber(r));
      onRow(row, hidden === '1' || hidden === 'true');
      at = end + 1;
      inRow = text.charCodeAt(end - 1) !== 47;
    } else if (inRow && text.startsWith(closeRow, at)) {
      inRow = false;
      at += closeRow.length;
    } else at = elementEnd(text, at);
  }
}
