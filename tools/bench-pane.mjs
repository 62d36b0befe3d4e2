// The second part of npm run bench: the pane in headless Chromium.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(join(root, 'test', 'excel', 'bench', 'pane.ts'));
await module.main();
process.exit(0);
