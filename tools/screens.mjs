// npm run screens: pictures of every view of the running product into docs/images.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Both, or the one that is named: npm run screens -- sheets
const [only] = process.argv.slice(2);
const folders = { excel: ['excel', 'e2e'], sheets: ['sheets', 'sidebar'] };
for (const [name, folder] of Object.entries(folders)) {
  if (only !== undefined && only !== name) continue;
  const { module } = await runnerImport(join(root, 'test', ...folder, 'screens.ts'));
  await module.main(join(root, 'docs', 'images'));
}
process.exit(0);
