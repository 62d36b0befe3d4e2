// npm run build -- [--url https://HOST/FOLDER]: writes dist/excel, and its manifest where the address is known.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Importing the configuration would leave React's development build on.
process.env.NODE_ENV = 'production';
const list = process.argv.slice(2);
const at = list.indexOf('--url');
if (list.length !== (at < 0 ? 0 : 2)) {
  process.stderr.write('npm run build -- [--url https://HOST/FOLDER]\n');
  process.exitCode = 2;
} else {
  const { module } = await runnerImport(join(root, 'local', 'build', 'excel.ts'));
  const outDir = join(root, 'dist', 'excel');
  await build({ configFile: false, ...(await module.excelConfig(root, at < 0 ? null : list[at + 1], outDir)) });
  process.stdout.write(`${outDir}\n`);
}
