/** How the Excel pane is built into dist/excel: page, core worker (one classic file), old-engine message, help page, icons, manifest. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { OutputBundle } from 'rolldown';
import type { Plugin, UserConfig } from 'vite';
import { excelManifest, readProduct } from '../manifest/excel.ts';
import { LICENCES, licencesText } from './licences.ts';
import { oldEngineScript, supportPage } from './pages.ts';
import { coreWorker } from './worker.ts';

/** Everything the page may do. No eval, and no connection at all: figures never leave the machine. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "worker-src 'self'",
  "connect-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  'frame-src https://appsforoffice.microsoft.com',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const OFFICE_HOST = 'https://appsforoffice.microsoft.com';
const OFFICE = `${OFFICE_HOST}/lib/1/hosted/office.js`;

/** Most KB after gzip: all that a pane loads before the core; what opening the help adds; what making forms adds; the core's code; the core as it ships, with words and index sets. */
export const LIMITS = { pane: 180, help: 14, files: 142, code: 115, core: 151 };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

interface Script {
  name: string;
  code: string;
}

const hashed = (name: string, code: string): Script => ({ name: `assets/${name}-${hashOf(code)}.js`, code });
const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;

/** Scripts of the page, by when they are loaded. */
interface Loaded {
  /** With the page. */
  first: string[];
  /** When the help is opened. */
  help: string[];
  /** When forms are asked for. */
  files: string[];
  /** Where no worker starts. */
  page: string[];
}

/** @returns which script is loaded when: by what imports what, whatever the bundler called the pieces. */
function loadedOf(bundle: OutputBundle): Loaded {
  const chunks = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? [part] : []));
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    if (seen.has(from)) return seen;
    seen.add(from);
    for (const to of chunks.find(({ fileName }) => fileName === from)?.imports ?? []) reached(to, seen);
    return seen;
  };
  const first = reached(chunks.find(({ isEntry }) => isEntry)!.fileName);
  const after = (module: string): string[] => {
    const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.replaceAll('\\', '/').endsWith(module) === true);
    return [...reached(start!.fileName)].filter((name) => !first.has(name));
  };
  return {
    first: [...first],
    help: after('/panel/help/book.tsx'),
    files: after('/files/forms.ts'),
    page: after('/excel-addin/worker/serve.ts'),
  };
}

/** Throws where what ships grew over its limit; prints the true figures either way. */
function weigh(folder: string, worker: Script, codeOnly: string, { help, files, page }: Loaded): void {
  const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
  const own = assets.filter(
    (name) => name !== worker.name && !help.includes(name) && !files.includes(name) && !page.includes(name),
  );
  const sum = (names: readonly string[]): number =>
    names.reduce((total, name) => total + gzipped(readFileSync(join(folder, name))), 0);
  const sizes = {
    pane: sum(['taskpane.html', ...own]),
    help: sum(help),
    files: sum(files),
    code: gzipped(codeOnly),
    core: gzipped(worker.code),
  };
  const labels = {
    pane: 'pane',
    help: 'help, loaded when it is opened',
    files: 'forms, loaded when they are asked for',
    code: 'core, code alone',
    core: 'core with words and index sets',
  };
  for (const part of ['pane', 'help', 'files', 'code', 'core'] as const) {
    process.stdout.write(`${labels[part]}: ${kilobytes(sizes[part])} gzip (at most ${LIMITS[part]} KB)\n`);
    if (sizes[part] > LIMITS[part] * 1024)
      throw new Error(`${labels[part]} is too large: ${kilobytes(sizes[part])} gzip`);
  }
}

interface Build {
  root: string;
  outDir: string;
  /** null: where it will be served is not known. */
  manifest: string | null;
  version: string;
  worker: Script;
  /** Paths of the modules in the worker. */
  modules: string[];
  codeOnly: string;
}

function paneFiles({ root, outDir, manifest, version, worker, modules, codeOnly }: Build): Plugin {
  const old = hashed('old-engine', oldEngineScript());
  const product = readProduct(root);
  let loaded: Loaded;
  return {
    name: 'nghin-diem',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
        { tag: 'script', attrs: { src: `./${old.name}` }, injectTo: 'head' },
        { tag: 'script', attrs: { src: OFFICE, async: true }, injectTo: 'head' },
      ],
    },
    // A script that did not come counts as broken for good under its address (HTML, "module map"): another try asks under a new one.
    renderChunk: {
      order: 'post',
      handler: (code) =>
        code.replace(/\bimport\(([`'"][^`'"]+[`'"])\)/g, '(u=>import(u).catch(()=>import(u+"?"+Date.now())))($1)'),
    },
    generateBundle(_, bundle) {
      loaded = loadedOf(bundle);
      const ours = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
      this.emitFile({ type: 'asset', fileName: LICENCES, source: licencesText(root, [...modules, ...ours]) });
      this.emitFile({ type: 'asset', fileName: worker.name, source: worker.code });
      this.emitFile({ type: 'asset', fileName: old.name, source: old.code });
      const support = supportPage(product, version, OFFICE_HOST);
      this.emitFile({ type: 'asset', fileName: product.supportPath.slice(1), source: support });
      const icons = join(root, 'manifests', 'icons');
      if (existsSync(icons))
        for (const name of readdirSync(icons))
          this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: readFileSync(join(icons, name)) });
    },
    writeBundle() {
      if (manifest !== null) writeFileSync(join(outDir, 'manifest.xml'), manifest);
    },
    closeBundle: () => weigh(outDir, worker, codeOnly, loaded),
  };
}

/** @returns vite's configuration; `url`: where dist/excel will be served, null: no manifest is written. */
export async function excelConfig(root: string, url: string | null, outDir: string): Promise<UserConfig> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const manifest = url === null ? null : excelManifest(readProduct(root), url, version);
  const { shipped, modules, codeOnly } = await coreWorker(root);
  const worker = hashed('core', shipped);
  return {
    root: join(root, 'excel-addin', 'taskpane'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    define: {
      'process.env.NODE_ENV': '"production"',
      __VERSION__: JSON.stringify(version),
      __WORKER__: JSON.stringify(`./${worker.name}`),
    },
    plugins: [paneFiles({ root, outDir, manifest, version, worker, modules, codeOnly })],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2020',
      // Its polyfill would connect to the server by itself.
      modulePreload: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: join(root, 'excel-addin', 'taskpane', 'taskpane.html'),
        // Fluent marks thousands of its files for servers, which there are none of here.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  };
}
