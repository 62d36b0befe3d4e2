// npm start -- [--port 3000] [--lang en]: the add-in beside a workbook in the browser, without Excel.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { module } = await runnerImport(join(root, 'local', 'page', 'serve.ts'));
const { code, server } = await module.main(process.argv.slice(2), root);
if (server === null) process.exit(code);
