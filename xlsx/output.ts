/** The package that is being written: parts replaced, added and taken out, with their content types. */
import { HEAD, RELS } from './sheet-xml.ts';
import { escapeXml } from './markup.ts';
import { appendEdit, applyEdits, childrenOf, parseXml, withPrefix } from './xml.ts';
import type { TextEdit } from './xml.ts';
import { readText, relsNameOf, signatureParts } from './package.ts';
import { pack, packPieces } from './pack.ts';
import { keyOf } from './zip.ts';
import type { Part } from './zip.ts';
import type { WorkbookFile } from './read.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const TYPES = {
  sheet: `${OFFICE}.spreadsheetml.worksheet+xml`,
  styles: `${OFFICE}.spreadsheetml.styles+xml`,
  drawing: `${OFFICE}.drawing+xml`,
  chart: `${OFFICE}.drawingml.chart+xml`,
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
};

/** Parts by key; a part that is not touched keeps its compressed bytes. */
export class Output {
  readonly parts: Map<string, Part>;
  readonly strict: boolean;
  readonly overrides = new Map<string, string>();
  readonly removed = new Set<string>();
  /** A digital signature was taken out: it would be false. */
  unsigned = false;
  constructor(file: WorkbookFile) {
    this.parts = new Map(file.parts);
    this.strict = file.strict;
  }
  /** Replaces or adds a part; `type` where it needs an Override of its own. */
  set(name: string, text: string, type?: string): void {
    const key = keyOf(name);
    const utf8 = text.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
    // What is written is well-formed, or nothing is written.
    this.parts.set(
      key,
      pack(this.parts.get(key)?.name ?? name, this.strict && type !== undefined ? strictly(utf8) : utf8),
    );
    if (type !== undefined) this.overrides.set(name, type);
  }
  /** The same for a sheet in pieces; pieces of bytes are of a sheet that is there, and stay as they are. */
  setPieces(name: string, pieces: Iterable<string | Uint8Array>, type?: string): void {
    const key = keyOf(name);
    const written = this.strict ? strictPieces(pieces) : pieces;
    this.parts.set(key, packPieces(this.parts.get(key)?.name ?? name, written));
    if (type !== undefined) this.overrides.set(name, type);
  }
  remove(key: string): void {
    this.parts.delete(key);
    this.removed.add(key);
  }
  /** Takes a digital signature out, with every relationship to it. */
  dropSignature(): void {
    const gone = signatureParts(this.parts);
    if (gone.size === 0) return;
    this.unsigned = true;
    for (const key of gone) this.remove(key);
    const key = keyOf(relsNameOf(''));
    const text = readText(this.parts, key);
    const edits = childrenOf(parseXml(text), 'Relationship')
      .filter((node) => /\/digital-signature\//.test(node.attributes['Type'] ?? ''))
      .map((node) => ({ from: node.start, to: node.end, text: '' }));
    if (edits.length > 0) this.set(this.parts.get(key)!.name, applyEdits(text, edits));
  }
  /** @returns a part name that is not taken: folder/word + number + .xml. */
  free(stem: string): string {
    let n = 1;
    while (this.parts.has(keyOf(`${stem}${n}.xml`))) n += 1;
    return `${stem}${n}.xml`;
  }
}

/** The namespaces of a strict workbook. */
export function strictly(xml: string): string {
  return xml
    .replaceAll(
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    )
    .replaceAll(RELS, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
    .replaceAll('http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/');
}

function* strictPieces(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? strictly(piece) : piece;
}

/** @returns one relationship's XML. */
export function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${escapeXml(target)}"/>`;
}

/** @returns a part of relationships. */
export function rels(list: string[]): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

/** @returns [Content_Types].xml with the overrides of new parts, without those of parts that are gone. */
export function editTypes(text: string, output: Output): string {
  const root = parseXml(text);
  const known = new Map(childrenOf(root, 'Override').map((node) => [keyOf(node.attributes['PartName'] ?? ''), node]));
  const relsDefault = childrenOf(root, 'Default').some(
    (node) => node.attributes['Extension']?.toLowerCase() === 'rels',
  );
  const edits: TextEdit[] = [];
  for (const key of output.removed) {
    const node = known.get(key);
    if (node !== undefined && !output.parts.has(key)) edits.push({ from: node.start, to: node.end, text: '' });
  }
  if (output.unsigned) {
    for (const node of root.children) {
      const signature = /package\.digital-signature/.test(node.attributes['ContentType'] ?? '');
      const dropped = output.removed.has(keyOf(node.attributes['PartName'] ?? ''));
      if (signature && !dropped) edits.push({ from: node.start, to: node.end, text: '' });
    }
  }
  let added = '';
  for (const [name, type] of output.overrides) {
    if (known.has(keyOf(name)) || (type === TYPES.rels && relsDefault)) continue;
    added += `<Override PartName="/${escapeXml(name)}" ContentType="${type}"/>`;
  }
  if (added !== '') edits.push(appendEdit(text, root, withPrefix(added, root.prefix)));
  return applyEdits(text, edits);
}
