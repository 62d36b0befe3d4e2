/** What @types/google-apps-script says of the services: the stand-in may neither invent nor bend a method. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Signatures } from './services/contract.ts';

const FILES = ['spreadsheet', 'base', 'cache', 'charts', 'html', 'lock', 'properties', 'script', 'utilities'] as const;

/** Splits at a sign that stands outside all brackets. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if ('({[<'.includes(letter)) depth += 1;
    if (')}]>'.includes(letter) && !(letter === '>' && text[at - 1] === '=')) depth -= 1;
    if (letter === sign && depth === 0) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  parts.push(part);
  return parts.map((one) => one.trim()).filter((one) => one !== '');
}

/** @returns the text between the bracket at `open` and its partner. */
function inner(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{' || text[at] === '(') depth += 1;
    if (text[at] === '}' || text[at] === ')') depth -= 1;
    if (depth === 0) return text.slice(open + 1, at);
  }
  throw new Error('unbalanced brackets in the type files');
}

function readMembers(body: string, members: Record<string, string[][]>): void {
  for (const member of split(body, ';')) {
    const method = /^(\w+)\s*\(/.exec(member);
    if (method === null) {
      const property = /^(\w+)\s*:/.exec(member);
      if (property !== null) members[property[1]!] ??= [];
      continue;
    }
    const parameters = split(inner(member, member.indexOf('(')), ',').map((parameter) => {
      const colon = parameter.indexOf(':');
      return parameter
        .slice(colon + 1)
        .replace(/\s+/g, ' ')
        .trim();
    });
    (members[method[1]!] ??= []).push(parameters);
  }
}

/** Reads interfaces, enums and aliases. Names are bare: "Range", "Ui"; the namespaces do not collide in what is used. */
function readFiles(): Signatures {
  const folder = dirname(createRequire(import.meta.url).resolve('@types/google-apps-script/package.json'));
  const found: Signatures = { interfaces: {}, enums: {}, aliases: {} };
  for (const name of FILES) {
    const text = readFileSync(join(folder, `google-apps-script.${name}.d.ts`), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '');
    for (const match of text.matchAll(/\binterface (\w+)(?: extends ([\w., ]+?))?\s*\{/g)) {
      const members = (found.interfaces[match[1]!] ??= Object.create(null) as Record<string, string[][]>);
      readMembers(inner(text, match.index + match[0].length - 1), members);
    }
    for (const match of text.matchAll(/\benum (\w+)\s*\{/g))
      found.enums[match[1]!] = split(inner(text, match.index + match[0].length - 1), ',').map(
        (member) => /^\w+/.exec(member)![0],
      );
    for (const match of text.matchAll(/\btype (\w+) = ([^;]+);/g)) found.aliases[match[1]!] = match[2]!.trim();
  }
  return found;
}

let known: Signatures | null = null;

/** @returns the signatures of all services that the add-on may use. */
export function signatures(): Signatures {
  known ??= readFiles();
  return known;
}
