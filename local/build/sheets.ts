/** How the Google Sheets add-on is built into dist/sheets: Code.js, appsscript.json, sidebar.html, and nothing else. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Program } from 'acorn';
import { rolldown } from 'rolldown';
import { LICENCES, licencesText } from './licences.ts';
import type { Bundled } from './sidebar.ts';

/** All that is pushed. */
export const FILES = ['Code.js', 'appsscript.json', 'sidebar.html'] as const;

/** What dist/sheets may hold: clasp pushes no .txt. */
const KNOWN: readonly string[] = [...FILES, LICENCES];

/** Name of the one variable at the top of Code.js. */
const BUNDLE = 'nghinDiem';

const SCOPES = [
  'https://www.googleapis.com/auth/script.container.ui',
  'https://www.googleapis.com/auth/spreadsheets.currentonly',
];

/** @returns the exported functions of the server's entry, with the comment above each. */
function entries(source: string): { name: string; comment: string }[] {
  const found = [...source.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)\nexport function (\w+)\((\w*)/g)];
  return found.map((match) => ({ comment: match[1]!, name: match[2]! }));
}

/** Throws where Google's upload would refuse the code, or it would do more while loading than define things. */
export function checkCode(code: string): void {
  let program: Program;
  try {
    program = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  } catch (error) {
    throw new Error(`Code.js is more than ES2019: ${error instanceof Error ? error.message : String(error)}`);
  }
  let variables = 0;
  for (const statement of program.body) {
    if (statement.type === 'VariableDeclaration' && statement.kind === 'var') variables += 1;
    else if (statement.type !== 'FunctionDeclaration') throw new Error(`Code.js has a ${statement.type} at its top`);
  }
  if (variables !== 1) throw new Error(`Code.js has ${variables} variables at its top`);
}

/** Throws where appsscript.json is not what the add-on declares: clasp notices neither a broken nor a missing one. */
export function checkManifest(text: string): void {
  const manifest = JSON.parse(text) as Record<string, unknown>;
  const scopes = manifest['oauthScopes'];
  const known = ['timeZone', 'dependencies', 'exceptionLogging', 'runtimeVersion', 'oauthScopes'];
  const other = Object.keys(manifest).filter((key) => !known.includes(key));
  if (other.length > 0) throw new Error(`appsscript.json: ${other.join(', ')}`);
  if (manifest['runtimeVersion'] !== 'V8') throw new Error('appsscript.json: runtimeVersion');
  if (manifest['timeZone'] !== 'Asia/Ho_Chi_Minh') throw new Error('appsscript.json: timeZone');
  if (!Array.isArray(scopes) || [...scopes].sort().join(' ') !== SCOPES.join(' '))
    throw new Error('appsscript.json: oauthScopes');
}

/** @returns Code.js: the bundle in one variable, then a function declaration for each name that Google calls. */
export async function serverCode(root: string): Promise<Bundled> {
  const entry = join(root, 'sheets-addon', 'server', 'index.ts');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const bundle = await rolldown({
    input: entry,
    cwd: root,
    logLevel: 'warn',
    platform: 'neutral',
    transform: { target: 'es2019', define: { __VERSION__: JSON.stringify(version) } },
  });
  // Names and lines stay, so that the one file can be read; the sources' own comments are a tenth of it.
  const { output } = await bundle.generate({
    format: 'iife',
    name: BUNDLE,
    minify: false,
    codeSplitting: false,
    comments: { jsdoc: false, legal: true },
  });
  await bundle.close();
  const functions = entries(readFileSync(entry, 'utf8')).map(
    ({ name, comment }) => `${comment}\nfunction ${name}(input) {\n  return ${BUNDLE}.${name}(input);\n}\n`,
  );
  const code = `${output[0].code.trim()}\n\n${functions.join('\n')}`;
  checkCode(code);
  return { text: code, modules: output[0].moduleIds };
}

/** Writes dist/sheets: exactly what is pushed, and licences.txt beside it. */
export async function buildSheets(root: string, outDir: string, sidebar: Bundled | null): Promise<string[]> {
  const code = await serverCode(root);
  const manifest = readFileSync(join(root, 'manifests', 'appsscript.json'), 'utf8');
  checkManifest(manifest);
  const strangers = existsSync(outDir) ? readdirSync(outDir).filter((name) => !KNOWN.includes(name)) : [];
  if (strangers.length > 0) throw new Error(`${outDir} holds something else: ${strangers.join(', ')}`);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  writeFileSync(join(outDir, 'Code.js'), code.text);
  writeFileSync(join(outDir, 'appsscript.json'), manifest);
  if (sidebar !== null) writeFileSync(join(outDir, 'sidebar.html'), sidebar.text);
  writeFileSync(join(outDir, LICENCES), licencesText(root, [...code.modules, ...(sidebar?.modules ?? [])]));
  return readdirSync(outDir).sort();
}
