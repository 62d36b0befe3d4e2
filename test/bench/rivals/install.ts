/** Packages that only the bench looks at: in a folder of their own, outside the project's dependencies (HyperFormula is GPL). */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** @returns the folder the package is installed in (installing it where it isn't yet), or null: then a line says why. */
export function installed(root: string, name: string, version: string): string | null {
  const folder = join(root, 'node_modules', '.cache', 'bench', `${name}-${version}`);
  const manifest = join(folder, 'node_modules', name, 'package.json');
  if (existsSync(manifest)) return folder;
  mkdirSync(folder, { recursive: true });
  const wanted = ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`];
  const npm = process.env['npm_execpath'];
  const run =
    npm === undefined
      ? spawnSync('npm', wanted, { encoding: 'utf8', shell: process.platform === 'win32', timeout: 180_000 })
      : spawnSync(process.execPath, [npm, ...wanted], { encoding: 'utf8', timeout: 180_000 });
  if (run.status === 0 && existsSync(manifest)) return folder;
  const why = run.error?.message ?? run.stderr.split('\n').find((line) => line !== '') ?? '';
  console.log(`  ${name} ${version} could not be installed (offline?), left out: ${why}`);
  return null;
}

/** @returns the path of the package's entry. */
export function entryOf(folder: string, name: string): string {
  return createRequire(join(folder, 'package.json')).resolve(name);
}
