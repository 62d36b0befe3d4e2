/** Texts of cells: shared strings and inline strings, runs joined, phonetic guides skipped. */
import { rootPrefix } from './scan.ts';
import { decodeText } from './xml.ts';
import { unescapeText } from './text.ts';

/** @returns the text of one <si> or <is> from its inner XML. */
export function stringOf(xml: string, prefix: string): string {
  const p = prefix;
  const runs = xml.includes(`<${p}rPh`) ? xml.replace(new RegExp(`<${p}rPh[\\s>][\\s\\S]*?</${p}rPh>`, 'g'), '') : xml;
  let out = '';
  let at = 0;
  const open = `<${p}t`;
  while ((at = runs.indexOf(open, at)) >= 0) {
    const next = runs.charCodeAt(at + open.length);
    if (next !== 62 && next > 32) {
      at += open.length;
      continue;
    }
    const end = runs.indexOf('>', at);
    const tag = runs.slice(at, end);
    at = end + 1;
    if (end < 0 || runs.charCodeAt(end - 1) === 47) continue;
    const close = runs.indexOf(`</${p}t`, end);
    if (close < 0) break;
    const raw = decodeText(runs.slice(end + 1, close));
    const keep = next !== 62 && tag.includes('preserve');
    out += keep ? raw : raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
    at = close;
  }
  return unescapeText(out.replace(/\r\n?/g, '\n'));
}

/** Reads sharedStrings.xml. */
export function readSharedStrings(text: string): string[] {
  const prefix = rootPrefix(text);
  const found: string[] = [];
  const pattern = new RegExp(`<${prefix}si(?:\\s[^>]*)?(/?)>`, 'g');
  const close = `</${prefix}si>`;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    if (match[1] === '/') {
      found.push('');
      continue;
    }
    const end = text.indexOf(close, pattern.lastIndex);
    if (end < 0) break;
    found.push(stringOf(text.slice(pattern.lastIndex, end), prefix));
    pattern.lastIndex = end + close.length;
  }
  return found;
}
