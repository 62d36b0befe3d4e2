/** What runs before `npm test` and `npm start`: it installs what is missing, but never through a link to another folder's packages. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '#test/support/imports';

let folder = '';
const here = (...parts: string[]): string => join(folder, 'here', ...parts);
const there = (...parts: string[]): string => join(folder, 'there', 'node_modules', ...parts);
/** Ends as npm does: the packages that stood there are gone. */
const NPM = `const fs = require('node:fs');
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/one', { recursive: true });
fs.writeFileSync('called', process.argv.slice(2).join(' '));`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ensure-install-'));
  mkdirSync(here('tools'), { recursive: true });
  cpSync(join(ROOT, 'tools/ensure-install.mjs'), here('tools/ensure-install.mjs'));
  writeFileSync(here('package.json'), JSON.stringify({ dependencies: { one: '1.0.0' } }));
  writeFileSync(here('package-lock.json'), '{}');
  writeFileSync(join(folder, 'npm.cjs'), NPM);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ensure(): { status: number | null; lines: string[]; installed: boolean } {
  const { status, stderr } = spawnSync(process.execPath, [here('tools/ensure-install.mjs')], {
    env: { ...process.env, npm_execpath: join(folder, 'npm.cjs') },
    encoding: 'utf8',
  });
  return { status, lines: stderr.split('\n').filter((line) => line !== ''), installed: existsSync(here('called')) };
}

it('installs where nothing is, once', () => {
  expect(ensure()).toEqual({ status: 0, lines: [], installed: true });
  rmSync(here('called'));
  expect(ensure()).toEqual({ status: 0, lines: [], installed: false });
  writeFileSync(here('package-lock.json'), '{ }');
  expect(ensure().installed).toBe(true);
});

it('leaves the packages behind a link as they are, and says in a line what to do', () => {
  mkdirSync(there('one'), { recursive: true });
  writeFileSync(there('one', 'index.js'), '');
  symlinkSync(there(), here('node_modules'), 'junction');
  const { status, lines, installed } = ensure();
  expect([status, installed, lines.length]).toEqual([0, false, 1]);
  expect(lines[0]).toMatch(/link.*npm ci/);
  expect(readdirSync(there())).toEqual(['one']);
  expect(readdirSync(there('one'))).toEqual(['index.js']);
});

it.each([
  ['that leads to no packages', true],
  ['that leads nowhere', false],
])('stops at a link %s', (_, exists) => {
  if (exists) mkdirSync(there(), { recursive: true });
  symlinkSync(there(), here('node_modules'), 'junction');
  const { status, lines, installed } = ensure();
  expect([status, installed]).toEqual([1, false]);
  expect(lines.join()).toMatch(/lack one.*npm ci/);
});
