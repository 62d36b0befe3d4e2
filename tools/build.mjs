// npm run build -- [--url https://HOST/FOLDER] [--out FOLDER]: writes dist/excel, and its manifest where the address is known.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Importing the configuration would leave React's development build on.
process.env.NODE_ENV = 'production';

/** @returns the options; null where they are none. */
function options(list) {
  const found = { '--url': null, '--out': join(root, 'dist', 'excel') };
  for (let at = 0; at < list.length; at += 2) {
    if (!(list[at] in found) || list[at + 1] === undefined) return null;
    found[list[at]] = list[at + 1];
  }
  return found;
}

const chosen = options(process.argv.slice(2));
if (chosen === null) {
  process.stderr.write('npm run build -- [--url https://HOST/FOLDER] [--out FOLDER]\n');
  process.exitCode = 2;
} else {
  try {
    const { module } = await runnerImport(join(root, 'local', 'build', 'excel.ts'));
    const outDir = resolve(chosen['--out']);
    // The folder is emptied first: only one that an earlier build wrote.
    if (existsSync(outDir) && readdirSync(outDir).length > 0 && !existsSync(join(outDir, 'taskpane.html')))
      throw new Error(`--out: ${outDir} holds something else`);
    await build({ configFile: false, ...(await module.excelConfig(root, chosen['--url'], outDir)) });
    process.stdout.write(`${outDir}\n`);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
