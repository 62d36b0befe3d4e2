// npm run screens: pictures of every view of the running product into docs/images.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(join(root, 'test', 'excel', 'e2e', 'screens.ts'));
await module.main(join(root, 'docs', 'images'));
process.exit(0);
