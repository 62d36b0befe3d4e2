// npm run build:sheets [-- --push]: writes dist/sheets (Code.js, appsscript.json, sidebar.html, and licences.txt, which clasp does not push); --push sends it with clasp.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const outDir = join(root, 'dist', 'sheets');

function fail(text) {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}

/** Builds. @returns what clasp would push, and what it has to. */
async function build() {
  const { module } = await runnerImport(join(root, 'local', 'build', 'sheets.ts'));
  const page = join(root, 'local', 'build', 'sidebar.ts');
  const sidebar = existsSync(page) ? await (await runnerImport(page)).module.sidebarHtml(root) : null;
  const files = await module.buildSheets(root, outDir, sidebar);
  process.stdout.write(`${outDir}: ${files.join(', ')}\n`);
  return { files: files.filter((name) => module.FILES.includes(name)), wanted: module.FILES };
}

/** clasp reads .clasp.json in the project's root: the script's id, and dist/sheets as its folder. */
function push(files, wanted) {
  const settings = join(root, '.clasp.json');
  if (files.length !== wanted.length) return fail(`dist/sheets: ${wanted.join(', ')}`);
  if (!existsSync(settings)) return fail('.clasp.json: docs/deploy-sheets.md');
  if (JSON.parse(readFileSync(settings, 'utf8')).rootDir !== 'dist/sheets') return fail('.clasp.json: rootDir');
  // npx finds this project's own clasp on every system.
  const shell = process.platform === 'win32';
  const done = spawnSync('npx', ['--no-install', 'clasp', 'push', '--force'], { cwd: root, stdio: 'inherit', shell });
  process.exitCode = done.status ?? 1;
}

try {
  const { files, wanted } = await build();
  if (process.argv.includes('--push')) push(files, wanted);
} catch (error) {
  fail(error.message);
}
