/** mc:AlternateContent in and around a sheet's cells: the branch that Excel takes stays, the others go. */
import { nameEnd, walkAttributes } from './markup.ts';
import { attributeIn, childrenAt, tagAt } from './scan.ts';
import type { Child } from './scan.ts';
import { UnusableFile } from './unusable.ts';

/** Alternatives within alternatives: nobody writes more. */
const DEPTH = 8;

/** Extensions of the format that Excel knows; it takes a Choice that needs nothing else. */
const KNOWN =
  /^http:\/\/schemas\.(?:microsoft\.com\/office\/spreadsheetml|microsoft\.com\/office\/drawing|openxmlformats\.org)\//;

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The namespaces that a start tag declares. */
function declared(tag: string, into: Map<string, string>): Map<string, string> {
  const found = new Map(into);
  walkAttributes(tag, nameEnd(tag, 0), (nameFrom, nameTo, from, to) => {
    if (tag.startsWith('xmlns:', nameFrom)) found.set(tag.slice(nameFrom + 6, nameTo), tag.slice(from, to));
  });
  return found;
}

/** What stays of one AlternateContent. */
function chosen(text: string, open: number, names: Map<string, string>, depth: number): { kept: string; end: number } {
  const tag = tagAt(text, open);
  const own = declared(tag, names);
  const from = open + tag.length;
  const children = tag.endsWith('/>') ? [] : [...childrenAt(text, from)];
  const fits = (one: Child): boolean => {
    if (localName(one.name) === 'Fallback') return true;
    const start = text.slice(one.open, one.openEnd + 1);
    const needs = (attributeIn(start, 'Requires') ?? '').trim().split(/\s+/);
    const known = declared(start, own);
    return localName(one.name) === 'Choice' && needs.every((prefix) => KNOWN.test(known.get(prefix) ?? ''));
  };
  const taken = children.find(fits);
  const last = children[children.length - 1];
  const end = tag.endsWith('/>') ? from : text.indexOf('>', last === undefined ? from : last.end) + 1;
  if (taken === undefined || taken.openEnd + 1 === taken.end) return { kept: '', end };
  const inner = text.slice(taken.openEnd + 1, text.lastIndexOf('</', taken.end - 1));
  return { kept: resolved(inner, own, depth + 1, inner.length), end };
}

const OPENS = /<(?:[\w.-]+:)?AlternateContent[\s/>]/g;

function resolved(text: string, names: Map<string, string>, depth: number, upTo: number): string {
  if (!text.includes('AlternateContent')) return text;
  if (depth > DEPTH) throw new UnusableFile('broken', 'alternatives within alternatives');
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    OPENS.lastIndex = at;
    const open = OPENS.exec(text)?.index;
    if (open === undefined || open >= upTo) break;
    const { kept, end } = chosen(text, open, names, depth);
    pieces.push(text.slice(at, open), kept);
    at = end;
  }
  return pieces.join('') + text.slice(at);
}

/** @returns the part with the alternatives resolved that could hold cells; those after the cells stay as they are. */
export function resolveAlternates(text: string): string {
  if (!text.includes('AlternateContent')) return text;
  const upTo = /^[^]*<\/(?:[\w.-]+:)?(?:sheetData|sst)\s*>/.exec(text)?.[0].length ?? text.length;
  const root = text.search(/<[A-Za-z_]/);
  return resolved(text, declared(tagAt(text, root), new Map()), 0, upTo);
}
