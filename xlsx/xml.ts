/** A small XML reader that keeps positions, so that parts can be changed by inserting into their text. */
import { decodeEntities, escapeXml, indexAfter, nameEnd, skipMisc, walkAttributes } from './markup.ts';
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

/** @returns the attributes of the tag that is at `at`, by qualified name. Throws where one stands twice. */
function attributesAt(text: string, from: number): { attributes: Record<string, string>; end: number } {
  // No prototype: an attribute may have any name.
  const attributes = Object.create(null) as Record<string, string>;
  const end = walkAttributes(text, from, (nameFrom, nameTo, start, stop) => {
    const name = text.slice(nameFrom, nameTo);
    if (name in attributes) throw new UnusableFile('broken', `XML: ${name} twice`);
    attributes[name] = decodeEntities(text.slice(start, stop));
  });
  return { attributes, end };
}

/** More elements than this no part has that is read as a tree. */
const NODES = 300_000;
const DEPTH = 256;

/** Parses a small part whole. Throws UnusableFile: 'broken' where it is not well-formed, 'bomb' where it is too much. */
export function parseXml(text: string): XmlNode {
  const open: XmlNode[] = [];
  let root: XmlNode | null = null;
  let nodes = 0;
  let at = 0;
  for (;;) {
    const start = text.indexOf('<', at);
    const upTo = start < 0 ? text.length : start;
    const top = open[open.length - 1];
    if (upTo > at) {
      const between = text.slice(at, upTo);
      if (top !== undefined) top.text += decodeEntities(between);
      else if (between.trim() !== '') throw new UnusableFile('broken', 'XML: text outside the root');
    }
    if (start < 0) break;
    const misc = skipMisc(text, start);
    if (misc > start) {
      if (top !== undefined && text.startsWith('<![CDATA[', start)) top.text += text.slice(start + 9, misc - 3);
      at = misc;
    } else if (text[start + 1] === '/') {
      at = indexAfter(text, '>', start) + 1;
      const node = open.pop();
      const name = text.slice(start + 2, at - 1).trimEnd();
      if (node === undefined || name !== node.prefix + node.name) throw new UnusableFile('broken', `XML: </${name}>`);
      node.closeStart = start;
      node.end = at;
    } else {
      const nameTo = nameEnd(text, start);
      const { attributes, end } = attributesAt(text, nameTo);
      const empty = text[end - 1] === '/';
      const qualified = text.slice(start + 1, nameTo);
      const colon = qualified.indexOf(':');
      at = end + 1;
      const node: XmlNode = {
        name: qualified.slice(colon + 1),
        prefix: qualified.slice(0, colon + 1),
        attributes,
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
      if ((nodes += 1) > NODES) throw new UnusableFile('bomb', 'elements');
      if (open.length > DEPTH) throw new UnusableFile('broken', 'XML: nested too deep');
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
  const attribute = value === null ? '' : ` ${name}="${escapeXml(value)}"`;
  const at = node.start + 1 + node.prefix.length + node.name.length;
  let edit: TextEdit = { from: at, to: at, text: attribute };
  walkAttributes(text, at, (nameFrom, nameTo, _, to) => {
    // The blank before the name goes with it.
    if (text.slice(nameFrom, nameTo) === name) edit = { from: nameFrom - 1, to: to + 1, text: attribute };
  });
  return edit;
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
