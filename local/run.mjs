// Runs a TypeScript entry of this project: bundles it once per state of the sources, then imports the bundle.
// Several runs may go on at once: a bundle is written beside its final place and moved there in one step.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [entry, ...rest] = process.argv.slice(2);
const sourceFolders = ['core', 'xlsx', 'local', 'test/bench'];

function* sources(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else if (/\.(ts|json|mjs)$/.test(name)) yield path;
  }
}

const hash = createHash('sha256')
  .update(entry)
  .update(readFileSync(join(root, 'package-lock.json')));
for (const folder of sourceFolders)
  for (const path of sources(join(root, folder))) hash.update(path).update(readFileSync(path));
const cache = join(root, 'node_modules', '.cache', 'run');
const target = join(cache, hash.digest('hex').slice(0, 24));

if (!existsSync(target)) {
  const { rolldown } = await import('rolldown');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'work-'));
  const build = await rolldown({ input: resolve(root, entry), platform: 'node', cwd: root, logLevel: 'warn' });
  await build.write({ dir: work, format: 'esm', entryFileNames: 'main.mjs', codeSplitting: false });
  await build.close();
  try {
    renameSync(work, target);
  } catch {
    // Another run was first with the same bundle.
    rmSync(work, { recursive: true, force: true });
  }
}

const main = await import(pathToFileURL(join(target, 'main.mjs')).href);
process.exitCode = await main.main(rest, root);
