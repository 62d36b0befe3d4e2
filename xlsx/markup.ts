/** XML as text: tags, attributes, entities, and whether a part is well-formed. Everything here is linear and throws 'broken' at once. */
import { UnusableFile } from './unusable.ts';

/** More attributes than this no element of a workbook has. */
const ATTRIBUTES = 256;
const ENTITIES = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** What XML 1.0 cannot hold, not even by number. */
export const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function broken(detail: string): never {
  throw new UnusableFile('broken', `XML: ${detail}`);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Stops a name: a blank, or one of " ' / < = > & */
function endsName(code: number): boolean {
  return (
    isBlank(code) || code === 34 || code === 38 || code === 39 || code === 47 || (code >= 60 && code <= 62) || code < 32
  );
}

/** Takes one attribute: where its name and its value (without quotes) stand. */
type TakeAttribute = (nameFrom: number, nameTo: number, from: number, to: number) => void;

/** Walks over the attributes of a start tag from the end of its name. @returns the index of its '>'. */
export function walkAttributes(text: string, from: number, take?: TakeAttribute): number {
  let i = from;
  for (let count = 0; ; count += 1) {
    const gap = i;
    let code = text.charCodeAt(i);
    while (isBlank(code)) code = text.charCodeAt((i += 1));
    if (code === 62) return i;
    if (code === 47 && text.charCodeAt(i + 1) === 62) return i + 1;
    if (i === gap || count === ATTRIBUTES) broken('attributes');
    const nameFrom = i;
    while (i < text.length && !endsName(code)) code = text.charCodeAt((i += 1));
    const nameTo = i;
    while (isBlank(code)) code = text.charCodeAt((i += 1));
    if (nameTo === nameFrom || code !== 61) broken('attribute');
    code = text.charCodeAt((i += 1));
    while (isBlank(code)) code = text.charCodeAt((i += 1));
    const quote = code;
    if (quote !== 34 && quote !== 39) broken('attribute without quotes');
    const start = (i += 1);
    while ((code = text.charCodeAt(i)) !== quote) {
      if (code === 60 || i >= text.length) broken('attribute does not end');
      i += 1;
    }
    if (take !== undefined) take(nameFrom, nameTo, start, i);
    i += 1;
  }
}

/** @returns where the name of the start tag at `at` ('<') ends. */
export function nameEnd(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length && !endsName(text.charCodeAt(i))) i += 1;
  if (i === at + 1) broken('element without a name');
  return i;
}

/** @returns the index of `word` from `at` on. Throws where it does not come. */
export function indexAfter(text: string, word: string, at: number): number {
  const found = text.indexOf(word, at);
  return found < 0 ? broken(`no ${word}`) : found;
}

/** @returns the index after a comment, CDATA section or processing instruction at `at`; `at` where none begins there. */
export function skipMisc(text: string, at: number): number {
  const code = text.charCodeAt(at + 1);
  if (code === 63) return indexAfter(text, '?>', at + 2) + 2;
  if (code !== 33) return at;
  if (text.startsWith('<!--', at)) return indexAfter(text, '-->', at + 4) + 3;
  if (text.startsWith('<![CDATA[', at)) return indexAfter(text, ']]>', at + 9) + 3;
  throw new UnusableFile('doctype');
}

function entity(name: string): string {
  if (!name.startsWith('#')) return ENTITIES.get(name) ?? broken(`entity ${name}`);
  const digits = name[1] === 'x' ? name.slice(2) : name.slice(1);
  if (!(name[1] === 'x' ? /^[0-9a-fA-F]{1,8}$/ : /^\d{1,8}$/).test(digits)) broken('character number');
  const code = parseInt(digits, name[1] === 'x' ? 16 : 10);
  const sign = code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? '\u0000' : String.fromCodePoint(code);
  return FORBIDDEN.test(sign) ? broken('character number') : sign;
}

/** The longest reference with a meaning is "&#x0010FFFF;". */
const LONGEST = 12;

/** @returns the text with its XML entities resolved. Throws where one has no meaning. */
export function decodeEntities(text: string): string {
  let at = text.indexOf('&');
  if (at < 0) return text;
  let out = '';
  let from = 0;
  for (; at >= 0; at = text.indexOf('&', from)) {
    const length = text.slice(at, at + LONGEST).indexOf(';');
    if (length < 0) broken('&');
    out += text.slice(from, at) + entity(text.slice(at + 1, at + length));
    from = at + length + 1;
  }
  return out + text.slice(from);
}

/** @returns the text escaped for element content and attributes; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
}
