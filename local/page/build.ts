/** Builds what the page shows: the pane as it ships, and the page itself. Once for each state of the sources. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type UserConfig } from 'vite';
import { excelConfig } from '../build/excel.ts';
import { writeSheetsFiles } from './sheets-files.ts';

/** Folders with the files of each part. */
export interface Built {
  pane: string;
  page: string;
  sheets: string;
}

const SOURCES = ['core', 'xlsx', 'panel', 'excel-addin', 'sheets-addon', 'local', 'manifests'];
const KEPT = 12;

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sources(path);
    else yield path;
  }
}

function stateOf(root: string): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  for (const folder of SOURCES)
    for (const path of sources(join(root, folder))) hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 20);
}

function pageConfig(root: string, outDir: string): UserConfig {
  return {
    root: join(root, 'local', 'page'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: { input: join(root, 'local', 'page', 'index.html') },
    },
  };
}

/** The pane as it ships; what it may weigh is asserted by `npm run build` and its test, and stops nobody from trying it. */
async function paneConfig(root: string, outDir: string): Promise<UserConfig> {
  const config = await excelConfig(root, null, outDir);
  return { ...config, plugins: (config.plugins as Plugin[]).map((one) => ({ ...one, closeBundle: undefined })) };
}

/** Old builds go; the newest few stay, other runs may be using them. */
function tidy(cache: string): void {
  const age = (name: string): number => statSync(join(cache, name)).mtimeMs;
  for (const name of readdirSync(cache)
    .sort((x, y) => age(y) - age(x))
    .slice(KEPT))
    rmSync(join(cache, name), { recursive: true, force: true });
}

/** @returns where the built parts lie; `say` is called when there is something to build. */
export async function buildPreview(root: string, say: () => void = () => undefined): Promise<Built> {
  const cache = join(root, 'node_modules', '.cache', 'preview');
  const target = join(cache, stateOf(root));
  const built = { pane: join(target, 'excel'), page: join(target, 'page'), sheets: join(target, 'sheets') };
  if (existsSync(target)) {
    // In use: it is not to be tidied away.
    utimesSync(target, new Date(), new Date());
    return built;
  }
  say();
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'work-'));
  try {
    // Importing vite may have set it otherwise, and React's development build would be taken.
    process.env['NODE_ENV'] = 'production';
    await build({ configFile: false, ...(await paneConfig(root, join(work, 'excel'))) });
    await build({ configFile: false, ...pageConfig(root, join(work, 'page')) });
    await writeSheetsFiles(root, join(work, 'sheets'));
    if (!existsSync(target)) renameSync(work, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  tidy(cache);
  return built;
}
