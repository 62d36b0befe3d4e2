/** Texts of cells: shared strings and inline strings, runs joined, phonetic guides skipped. */
import { withoutFootnotes, type Run } from '#core/workbook/footnote';
import { elementEnd, nameEnd, walkAttributes } from './markup.ts';
import { childrenAt, rootContent, rootPrefix } from './scan.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';
import { decodeText } from './xml.ts';

/** A text of which footnote marks were left out. */
export interface Footnoted {
  text: string;
  footnote: string;
}

/** @returns the text of one <si> or <is> from its inner XML; with the marks of its footnotes apart, where it has any. */
export function stringOf(xml: string, prefix: string): string | Footnoted {
  const [T, GUIDE, RUN, ALIGN] = ['t', 'rPh', 'r', 'vertAlign'].map((name) => prefix + name);
  let out = '';
  let raised = false;
  // Where raised stretches begin and end in `out`: few texts have one.
  const stretches: number[] = [];
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
    if (name === RUN) raised = false;
    let keep = false;
    const end = walkAttributes(xml, to, (nameFrom, nameTo, from, stop) => {
      keep ||= xml.slice(nameFrom, nameTo) === 'xml:space' && xml.slice(from, stop) === 'preserve';
      if (name === ALIGN && xml.slice(nameFrom, nameTo) === 'val') raised = xml.slice(from, stop) === 'superscript';
    });
    at = end + 1;
    if (name !== T || xml.charCodeAt(end - 1) === 47) continue;
    const close = xml.indexOf('<', at);
    if (close < 0 || !xml.startsWith(`</${T}`, close)) throw new UnusableFile('broken', 'text');
    const raw = decodeText(xml.slice(at, close));
    const from = out.length;
    out += keep ? raw : raw.trim() === raw ? raw : trimmed(raw);
    if (raised) stretches.push(from, out.length);
    at = close;
  }
  const told = (text: string): string => unescapeText(text.replace(/\r\n?/g, '\n'));
  if (stretches.length === 0) return told(out);
  const runs: Run[] = [];
  let done = 0;
  for (let place = 0; place < stretches.length; place += 2) {
    const [from, to] = [stretches[place]!, stretches[place + 1]!];
    runs.push({ text: told(out.slice(done, from)), raised: false }, { text: told(out.slice(from, to)), raised: true });
    done = to;
  }
  runs.push({ text: told(out.slice(done)), raised: false });
  const { text, footnote } = withoutFootnotes(runs);
  return footnote === null ? text : { text, footnote };
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
export function readSharedStrings(text: string): (string | Footnoted)[] {
  const prefix = rootPrefix(text);
  const found: (string | Footnoted)[] = [];
  for (const { name, openEnd, end } of childrenAt(text, rootContent(text))) {
    if (name !== `${prefix}si`) continue;
    found.push(openEnd + 1 === end ? '' : stringOf(text.slice(openEnd + 1, text.lastIndexOf('</', end - 1)), prefix));
  }
  return found;
}
