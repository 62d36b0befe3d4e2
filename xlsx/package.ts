/** The package: relationships between parts, and what is reachable from the root. */
import { ChosenTokens } from './alternate.ts';
import { ByteList } from './byte-list.ts';
import { utf8Of, wholeOf } from './encoding.ts';
import { chunksOf, keyOf, LIMITS } from './zip.ts';
import type { Part } from './zip.ts';
import { CLOSE, END } from './token.ts';
import { childrenOf, parseXml } from './xml.ts';
import { UnusableFile } from './unusable.ts';

/** One relationship; `type` is the last word of its type ('worksheet'), `target` the key of a part, '' where it is outside. */
export interface Relation {
  id: string;
  type: string;
  target: string;
  /** It leads to a digital signature. */
  signature: boolean;
}

/** @returns the text of a part that is read as a tree. Throws 'broken' where it is missing, 'bomb' where it is larger than any such part. */
export function readText(parts: Map<string, Part>, key: string): string {
  const part = parts.get(key);
  if (part === undefined) throw new UnusableFile('broken', `no part ${key}`);
  if (part.size > LIMITS.tree) throw new UnusableFile('bomb', key);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(wholeOf(utf8Of(chunksOf(part))));
}

/** A text longer than this no engine holds. */
const LONGEST = 500_000_000;

function tokensOf(parts: Map<string, Part>, key: string): ChosenTokens {
  const part = parts.get(key);
  if (part === undefined) throw new UnusableFile('broken', `no part ${key}`);
  if (part.size > LONGEST) throw new UnusableFile('too-large');
  return new ChosenTokens(utf8Of(chunksOf(part)));
}

/** Reads a sheet or the shared strings token by token: they are never there as a whole. What is wrong with the part itself goes before what `work` throws. */
export function readTokens<T>(parts: Map<string, Part>, key: string, work: (tokens: ChosenTokens) => T): T {
  const tokens = tokensOf(parts, key);
  let result: T;
  try {
    result = work(tokens);
  } catch (error) {
    tokens.finish();
    throw error;
  }
  tokens.finish();
  return result;
}

function inUtf8(declaration: string): string {
  return declaration.replace(/^(<\?xml[^>]*?encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
}

/** @returns a sheet as a whole for editing: UTF-8, without comments, CDATA and the alternatives that could hold cells. */
export function readPlain(parts: Map<string, Part>, key: string): Uint8Array {
  return readTokens(parts, key, (tokens) => {
    const plain = new ByteList();
    const encoder = new TextEncoder();
    for (let kind = tokens.next(); kind !== END; kind = tokens.next()) {
      if (plain.length === 0) plain.push(encoder.encode(inUtf8(tokens.declaration)));
      if (tokens.cdata) plain.push(encoder.encode(tokens.written()));
      else plain.push(tokens.bytes, tokens.start, tokens.end);
      if (kind === CLOSE && tokens.isLocal('sheetData')) tokens.asWritten = true;
    }
    return plain.all();
  });
}

/** @returns the name of the part that holds another part's relationships. */
export function relsNameOf(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** @returns the folder of a part, with its final slash. */
export function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

/** Resolves a target, absolute or relative to the folder of its source, to a part name (case kept). */
export function resolve(source: string, target: string): string {
  let path = target.replaceAll('\\', '/').replace(/#.*$/, '');
  try {
    path = decodeURI(path);
  } catch {
    // A stray % is no escape: the name is taken as written.
  }
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folderOf(source) + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** @returns the relationships of a part ('' = of the package); none where it has no such part. */
export function relationsOf(parts: Map<string, Part>, source: string): Relation[] {
  const key = keyOf(relsNameOf(source));
  if (!parts.has(key)) return [];
  return childrenOf(parseXml(readText(parts, key)), 'Relationship').map((node) => ({
    id: node.attributes['Id'] ?? '',
    type: (node.attributes['Type'] ?? '').split('/').pop() ?? '',
    target: node.attributes['TargetMode'] === 'External' ? '' : keyOf(resolve(source, node.attributes['Target'] ?? '')),
    signature: /\/digital-signature\//.test(node.attributes['Type'] ?? ''),
  }));
}

/** @returns the keys of all parts that can be reached from the package's root, with their .rels; `signatures`: also through those of a signature. */
export function reachable(parts: Map<string, Part>, signatures = true): Set<string> {
  const found = new Set<string>();
  const todo = [''];
  while (todo.length > 0) {
    const source = todo.pop()!;
    const rels = keyOf(relsNameOf(source));
    if (parts.has(rels)) found.add(rels);
    for (const { target, signature } of relationsOf(parts, source)) {
      if (signature && !signatures) continue;
      if (target !== '' && parts.has(target) && !found.has(target)) {
        found.add(target);
        todo.push(target);
      }
    }
  }
  return found;
}

/** @returns the keys of a digital signature's parts: what only its relationships lead to, and what stands in its folder. */
export function signatureParts(parts: Map<string, Part>): Set<string> {
  const folder = [...parts.keys()].filter((key) => key.startsWith('_xmlsignatures/'));
  if (folder.length === 0 && !relationsOf(parts, '').some((one) => one.signature)) return new Set();
  const others = reachable(parts, false);
  const all = [...reachable(parts), ...folder];
  return new Set(all.filter((key) => !others.has(key)));
}
