/** A small XML reader that keeps positions, so that parts can be changed by inserting into their text. */
import { UnusableFile } from './unusable.ts';

/** One element; `name` has no prefix, `attributes` keep theirs. Positions are offsets into the source text. */
export interface XmlNode {
  name: string;
  prefix: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
  start: number;
  openEnd: number;
  closeStart: number;
  end: number;
}

/** One change of a text: `from` to `to` replaced by `text`. */
export interface TextEdit {
  from: number;
  to: number;
  text: string;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @returns the text with its XML entities resolved. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = name[1] === 'x' ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    }
    return ENTITIES[name] ?? whole;
  });
}

/** @returns the text content of a stretch of XML without elements: entities and CDATA resolved. */
export function decodeText(raw: string): string {
  if (!raw.includes('<![CDATA[')) return decodeEntities(raw);
  return raw
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decodeEntities(piece)))
    .join('');
}

/** @returns the text escaped for element content and attributes; what XML cannot hold is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
}

/** Turns the bytes of a part into text (UTF-8, or UTF-16 with a mark) and refuses a DOCTYPE. */
export function textOf(bytes: Uint8Array): string {
  if (bytes.length > 500_000_000) throw new UnusableFile('too-large');
  const label =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(label).decode(bytes);
  const root = /<[A-Za-z_]/.exec(text);
  if (/<!DOCTYPE/i.test(text.slice(0, root === null ? 4096 : root.index))) throw new UnusableFile('doctype');
  return text;
}

/** @returns the index of the '>' that ends the tag opened at `at`; a '>' inside quotes is none. */
export function tagEnd(text: string, at: number): number {
  let quote = 0;
  for (let i = at; i < text.length; i += 1) {
    const c = text.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 34 || c === 39) quote = c;
    else if (c === 62) return i;
  }
  throw new UnusableFile('broken', 'XML ends inside a tag');
}

/** @returns the attributes of a tag's inner text, by qualified name. */
export function readAttributes(tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[match[1]!] = decodeEntities(match[2] ?? match[3] ?? '');
  }
  return found;
}

/** Parses a small part whole. Throws UnusableFile 'broken' where the tags do not match. */
export function parseXml(text: string): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    const upTo = start < 0 ? text.length : start;
    const top = open[open.length - 1];
    if (top !== undefined && upTo > at) top.text += decodeEntities(text.slice(at, upTo));
    if (start < 0) break;
    const skip = (close: string): number => {
      const end = text.indexOf(close, start);
      if (end < 0) throw new UnusableFile('broken', 'XML');
      return end + close.length;
    };
    if (text.startsWith('<!--', start)) at = skip('-->');
    else if (text.startsWith('<![CDATA[', start)) {
      at = skip(']]>');
      if (top !== undefined) top.text += text.slice(start + 9, at - 3);
    } else if (text[start + 1] === '?') at = skip('?>');
    else if (text[start + 1] === '!') throw new UnusableFile('doctype');
    else if (text[start + 1] === '/') {
      at = skip('>');
      const node = open.pop();
      const name = text.slice(start + 2, at - 1).trim();
      if (node === undefined || name !== node.prefix + node.name) throw new UnusableFile('broken', `XML: </${name}>`);
      node.closeStart = start;
      node.end = at;
    } else {
      const close = tagEnd(text, start);
      const empty = text[close - 1] === '/';
      const inner = text.slice(start + 1, empty ? close - 1 : close);
      const qualified = /^[^\s]+/.exec(inner)?.[0] ?? '';
      const colon = qualified.indexOf(':');
      at = close + 1;
      const node: XmlNode = {
        name: qualified.slice(colon + 1),
        prefix: qualified.slice(0, colon + 1),
        attributes: readAttributes(inner.slice(qualified.length)),
        children: [],
        text: '',
        start,
        openEnd: at,
        closeStart: at,
        end: at,
      };
      if (top !== undefined) top.children.push(node);
      else if (root === null) root = node;
      else throw new UnusableFile('broken', 'XML: two roots');
      if (!empty) open.push(node);
    }
  }
  if (root === null || open.length > 0) throw new UnusableFile('broken', 'XML ends early');
  return root;
}

/** @returns the first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((one) => one.name === name);
}

/** @returns the children of that name. */
export function childrenOf(node: XmlNode | undefined, name: string): XmlNode[] {
  return node === undefined ? [] : node.children.filter((one) => one.name === name);
}

/** @returns an attribute by its local name with any prefix (r:id), never the plain one. */
export function prefixedAttribute(node: XmlNode, local: string): string | undefined {
  const key = Object.keys(node.attributes).find((name) => name.endsWith(`:${local}`));
  return key === undefined ? undefined : node.attributes[key];
}

/** @returns the text with all edits made; they must not overlap. Edits at one place keep their order. */
export function applyEdits(text: string, edits: TextEdit[]): string {
  const sorted = edits.map((edit, order) => ({ ...edit, order })).sort((x, y) => x.from - y.from || x.order - y.order);
  let out = '';
  let at = 0;
  for (const edit of sorted) {
    out += text.slice(at, edit.from) + edit.text;
    at = Math.max(at, edit.to);
  }
  return out + text.slice(at);
}

/** @returns the edit that sets (or, with null, removes) an attribute of an element. */
export function attributeEdit(text: string, node: XmlNode, name: string, value: string | null): TextEdit {
  const tag = text.slice(node.start, node.openEnd);
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
  const attribute = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  if (match !== null) {
    return { from: node.start + match.index, to: node.start + match.index + match[0].length, text: attribute };
  }
  const at = node.start + 1 + node.prefix.length + node.name.length;
  return { from: at, to: at, text: attribute };
}

/** @returns the edit that appends XML inside an element, opening it where it is written as empty. */
export function appendEdit(text: string, node: XmlNode, xml: string): TextEdit {
  if (text[node.openEnd - 2] !== '/') return { from: node.closeStart, to: node.closeStart, text: xml };
  return { from: node.openEnd - 2, to: node.openEnd, text: `>${xml}</${node.prefix}${node.name}>` };
}

/** @returns XML written without prefixes with the prefix of the part it goes into. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)([A-Za-z]\w*)(?=[\s/>])/g, `<$1${prefix}$2`);
}
