/** What the sources import, read from their syntax: statements, re-exports, import() and types by import(). */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Import {
  /** Path from the project's root. */
  from: string;
  /** Path from the project's root, or a package's name as written; null: an import() of something worked out at run time. */
  to: string | null;
  /** Whether `to` is a file of this project. */
  own: boolean;
}

type Node = Record<string, unknown> & { type: string };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** The text of a specifier; undefined where there is none (`export const`), null where it is no literal. */
function specifierOf(node: Node): string | null | undefined {
  if (node.type === 'TSImportEqualsDeclaration') return null;
  if (!/^(Import|ExportNamed|ExportAll)Declaration$|^ImportExpression$|^TSImportType$/.test(node.type))
    return undefined;
  const { source } = node;
  if (source === null || source === undefined) return undefined;
  const value = isNode(source) ? source['value'] : null;
  return typeof value === 'string' ? value : null;
}

function* specifiers(of: unknown): Generator<string | null> {
  if (Array.isArray(of)) for (const one of of) yield* specifiers(one);
  else if (isNode(of)) {
    const found = specifierOf(of);
    if (found !== undefined) yield found;
    for (const part of Object.values(of)) yield* specifiers(part);
  }
}

/** `#core/read/index` is core/read/index.ts, `#panel/score.tsx` is panel/score.tsx: the aliases of package.json. */
function aliased(specifier: string): string | null {
  if (specifier.startsWith('#panel/')) return specifier.slice(1);
  return /^#(core|xlsx|files|local|test)\//.test(specifier) ? `${specifier.slice(1)}.ts` : null;
}

/** @returns every import of a source text, in its order. */
export function importsOf(file: string, text: string): Import[] {
  const lang = file.endsWith('.tsx') ? 'tsx' : file.endsWith('.ts') ? 'ts' : 'js';
  return [...specifiers(parseAst(text, { lang }, file))].map((specifier) => {
    if (specifier === null) return { from: file, to: null, own: false };
    const own = specifier.startsWith('.') ? posix.join(dirname(file), specifier) : aliased(specifier);
    return { from: file, to: own ?? specifier, own: own !== null };
  });
}

/** @returns the paths of all sources under the folders, from the project's root. */
export function sourcesIn(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name))
      .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
  );
}

/** @returns the imports of a file of the project. */
export const importsIn = (file: string): Import[] => importsOf(file, readFileSync(join(ROOT, file), 'utf8'));
