/** Texts of cells: shared strings and inline strings, runs joined, phonetic guides skipped. */
import { elementEnd, nameEnd, walkAttributes } from './markup.ts';
import { childrenAt, rootContent, rootPrefix } from './scan.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';
import { decodeText } from './xml.ts';

/** @returns the text of one <si> or <is> from its inner XML. */
export function stringOf(xml: string, prefix: string): string {
  const [T, GUIDE] = [`${prefix}t`, `${prefix}rPh`];
  let out = '';
  let at = 0;
  while ((at = xml.indexOf('<', at)) >= 0) {
    if (xml.charCodeAt(at + 1) === 47) {
      at += 2;
      continue;
    }
    const to = nameEnd(xml, at);
    const name = xml.slice(at + 1, to);
    if (name === GUIDE) {
      at = elementEnd(xml, at);
      continue;
    }
    let keep = false;
    const end = walkAttributes(xml, to, (nameFrom, nameTo, from, stop) => {
      keep ||= xml.slice(nameFrom, nameTo) === 'xml:space' && xml.slice(from, stop) === 'preserve';
    });
    at = end + 1;
    if (name !== T || xml.charCodeAt(end - 1) === 47) continue;
    const close = xml.indexOf('<', at);
    if (close < 0 || !xml.startsWith(`</${T}`, close)) throw new UnusableFile('broken', 'text');
    const raw = decodeText(xml.slice(at, close));
    out += keep ? raw : raw.trim() === raw ? raw : trimmed(raw);
    at = close;
  }
  return unescapeText(out.replace(/\r\n?/g, '\n'));
}

/** Without the blanks of XML at its ends; other blanks stay. By hand: a pattern takes quadratic time on long blanks. */
function trimmed(text: string): string {
  const blank = (at: number): boolean => ' \t\r\n'.includes(text[at]!);
  let from = 0;
  let to = text.length;
  while (from < to && blank(from)) from += 1;
  while (to > from && blank(to - 1)) to -= 1;
  return text.slice(from, to);
}

/** Reads sharedStrings.xml. */
export function readSharedStrings(text: string): string[] {
  const prefix = rootPrefix(text);
  const found: string[] = [];
  for (const { name, openEnd, end } of childrenAt(text, rootContent(text))) {
    if (name !== `${prefix}si`) continue;
    found.push(openEnd + 1 === end ? '' : stringOf(text.slice(openEnd + 1, text.lastIndexOf('</', end - 1)), prefix));
  }
  return found;
}
