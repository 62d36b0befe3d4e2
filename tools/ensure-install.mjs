// Installs the locked packages when they are not there or the lock file changed: so `npm test` and `npm start` are one command each.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.cache', 'installed-lock');
const hash = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  // Behind a link the packages are another folder's too: installing would take them from whoever works there.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) sayLinked();
  else install();
}

function sayLinked() {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const missing = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !existsSync(join(modules, name)),
  );
  const lacks = missing.length === 0 ? 'may not be those of package-lock.json' : `lack ${missing.join(', ')}`;
  console.error(
    `node_modules is a link, nothing is installed through it; its packages ${lacks}: run "npm ci" in the folder it leads to, or remove the link and run it here.`,
  );
  if (missing.length > 0) process.exit(1);
}

function install() {
  const npm = process.env.npm_execpath;
  const command = npm ? [process.execPath, npm] : ['npm'];
  const run = spawnSync(command[0], [...command.slice(1), 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: !npm && process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}
