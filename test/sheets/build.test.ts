/** What is pushed to Google: one Code.js that the upload takes, the manifest with exactly two scopes, and nothing else. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'acorn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LICENCES } from '#local/build/licences';
import { buildSheets, checkCode, checkManifest, FILES } from '#local/build/sheets';
import { ROOT } from './support.ts';

const CALLS = [
  'getFacts',
  'setLanguage',
  'runCheck',
  'runScore',
  'ask',
  'applyEdits',
  'write',
  'insertSample',
  'revealCell',
  'getFingerprint',
];

let project: string;
let out: string;
let code: string;

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'nghin-diem-sheets-'));
  out = join(project, 'dist', 'sheets');
  mkdirSync(join(project, 'dist'));
  const sidebar = { text: '<!doctype html><title>x</title>', modules: [join(ROOT, 'node_modules/preact/dist/x.js')] };
  expect(await buildSheets(ROOT, out, sidebar)).toEqual([...FILES, LICENCES].sort());
  code = readFileSync(join(out, 'Code.js'), 'utf8');
}, 60_000);
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('Code.js', () => {
  it('is ES2019 with one variable and the functions that Google calls by name', () => {
    const program = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
    const functions = program.body.flatMap((one) => (one.type === 'FunctionDeclaration' ? [one.id.name] : []));
    expect(functions).toEqual(['onInstall', 'onOpen', 'menuCheck', 'menuScore', 'menuPanel', 'menuHelp', ...CALLS]);
    expect(program.body).toHaveLength(functions.length + 1);
  });

  it('carries comments, no path of a machine, and nothing that Apps Script lacks', () => {
    expect(code).toContain('/** Menu: Chấm điểm và xếp hạng. */');
    expect(code).not.toContain(ROOT);
    expect(code).not.toMatch(/\/(?:home|work|tmp|Users)\//);
    for (const name of ['setTimeout', 'fetch', 'TextEncoder', 'structuredClone', 'crypto', 'require', 'eval'])
      expect(code, name).not.toMatch(new RegExp(`(?<![.\\w'"-])${name}\\(`));
    expect(code).not.toMatch(/(?<![\w.])new (?:URL|Blob|Worker|Function)\b/);
    // Our own bound, so that growth is noticed: none of Google's is known for a file.
    expect(code.length).toBeLessThan(1_050_000);
  });

  it.each([
    ['a class field', 'var a = class { x = 1 };', /ES2019/],
    ['a private member', 'var a = class { #x() {} };', /ES2019/],
    ['a static block', 'var a = class { static {} };', /ES2019/],
    ['a BigInt', 'var a = 1n;', /ES2019/],
    ['optional chaining', 'var a = b?.c;', /ES2019/],
    ['something done while loading', 'var a = 1; SpreadsheetApp.getActive();', /ExpressionStatement/],
    ['a second variable', 'var a = 1; var b = 2;', /2 variables/],
    ['a let', 'let a = 1;', /VariableDeclaration/],
    ['an import', 'import "x";', /ES2019/],
  ])('%s is refused', (_, source, text) => expect(() => checkCode(source)).toThrow(text));
});

describe('appsscript.json', () => {
  const manifest = readFileSync(join(ROOT, 'manifests', 'appsscript.json'), 'utf8');

  it('asks for exactly this spreadsheet and the panel', () => {
    const { oauthScopes, runtimeVersion, timeZone } = JSON.parse(manifest) as Record<string, unknown>;
    expect(oauthScopes).toEqual([
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
    ]);
    expect([runtimeVersion, timeZone]).toEqual(['V8', 'Asia/Ho_Chi_Minh']);
    expect(() => checkManifest(manifest)).not.toThrow();
  });

  it('with one scope more, one less, or a part that clasp would not notice, is refused', () => {
    const change = (more: object): string => JSON.stringify({ ...(JSON.parse(manifest) as object), ...more });
    expect(() => checkManifest(change({ oauthScopes: [] }))).toThrow('oauthScopes');
    expect(() => checkManifest(manifest.replace('.currentonly', ''))).toThrow('oauthScopes');
    expect(() => checkManifest(change({ addOns: {} }))).toThrow('addOns');
    expect(() => checkManifest(change({ runtimeVersion: 'DEPRECATED_ES5' }))).toThrow('runtimeVersion');
    expect(() => checkManifest('{')).toThrow();
  });
});

it('says whose code it carries, and on what terms', () => {
  const licences = readFileSync(join(out, LICENCES), 'utf8');
  for (const name of ['Nghìn Điểm', 'zod', 'preact']) expect(licences).toMatch(new RegExp(`^${name}( \\d|$)`, 'm'));
  expect(licences.match(/Permission is hereby granted/g)!.length).toBeGreaterThanOrEqual(3);
  expect(licences).not.toContain(ROOT);
});

describe('clasp', () => {
  it('would push the three files and no other', () => {
    writeFileSync(join(project, '.clasp.json'), JSON.stringify({ scriptId: 'x'.repeat(57), rootDir: 'dist/sheets' }));
    const clasp = join(ROOT, 'node_modules', '.bin', 'clasp');
    const done = spawnSync(clasp, ['status', '--json'], { cwd: project, encoding: 'utf8' });
    const { filesToPush } = JSON.parse(done.stdout) as { filesToPush: string[] };
    expect(filesToPush.map((path) => path.split(/[\\/]/).pop()).sort()).toEqual([...FILES].sort());
  }, 60_000);

  it('a stray file in the folder stops the build: it would be pushed along', async () => {
    writeFileSync(join(out, 'notes.txt'), 'x');
    await expect(buildSheets(ROOT, out, null)).rejects.toThrow('notes.txt');
    rmSync(join(out, 'notes.txt'));
  }, 60_000);
});
