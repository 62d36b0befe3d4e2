/** The lint rule that holds the count of `!` in the core. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'bangs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

writeFileSync(
  join(folder, 'rc.json'),
  JSON.stringify({ jsPlugins: [resolve('tools/lint/bangs.mjs')], rules: { 'bangs/at-most': 'error' } }),
);

/** @returns whether the linter takes a file of the core with so many `!`. */
function passes(path: string, count: number): boolean {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `declare const a: number[];\n${'a[0]!;\n'.repeat(count)}`);
  const bin = resolve('node_modules/oxlint/bin/oxlint');
  const run = spawnSync(process.execPath, [bin, '-c', join(folder, 'rc.json'), file], { encoding: 'utf8' });
  if (run.status !== 0 && !run.stdout.includes('bangs(at-most)')) throw new Error(run.stdout + run.stderr);
  return run.status === 0;
}

it('a file of the core has no `!`', () => {
  expect(passes('core/read/new.ts', 0)).toBe(true);
  expect(passes('core/read/new.ts', 1)).toBe(false);
});

it('a file that had some gets no more', async () => {
  const rule: { AT_MOST: Record<string, number> } = await import(pathToFileURL(resolve('tools/lint/bangs.mjs')).href);
  const [path, most] = Object.entries(rule.AT_MOST)[0] ?? ['core/read/new.ts', 0];
  expect(passes(path, most)).toBe(true);
  expect(passes(path, most + 1)).toBe(false);
});
