/** How the Excel pane is built into dist/excel: page, core worker (one classic file), old-engine message, icons, manifest. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import type { Plugin, UserConfig } from 'vite';
import { catalogue as en } from '#core/messages/en/index';
import { catalogue as vi } from '#core/messages/vi/index';
import { excelManifest, readProduct } from '../manifest/excel.ts';

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
].join('; ');

const OFFICE = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Most bytes after gzip. */
const LIMITS = { pane: 180 * 1024, core: 40 * 1024 };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 8);
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** The core alone, as one classic script: module workers fail in some of Office's engines. */
async function coreWorker(root: string): Promise<{ name: string; code: string }> {
  const bundle = await rolldown({ input: join(root, 'excel-addin/worker/worker.ts'), cwd: root, logLevel: 'warn' });
  const { output } = await bundle.generate({ format: 'iife', minify: true, codeSplitting: false });
  await bundle.close();
  const { code } = output[0];
  return { name: `assets/core-${hashOf(code)}.js`, code };
}

/** Runs in Internet Explorer too, so it is written by hand in the oldest words. Puts a plain message where the pane would be. */
function oldEngineScript(): { name: string; code: string } {
  const text = JSON.stringify(`${vi['pane.old-engine']}\n\n${en['pane.old-engine']}`).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const code = `(function () {
  var agent = navigator.userAgent;
  if (agent.indexOf('Trident/') < 0 && agent.indexOf('MSIE ') < 0 && agent.indexOf(' Edge/') < 0) return;
  document.documentElement.setAttribute('data-old-engine', '');
  function show() {
    var line = document.createElement('p');
    line.style.cssText = 'margin:20px;font:14px/20px Segoe UI,sans-serif;white-space:pre-line';
    line.setAttribute('role', 'alert');
    line.appendChild(document.createTextNode(${text}));
    document.body.appendChild(line);
  }
  if (document.body) show(); else if (window.addEventListener) window.addEventListener('DOMContentLoaded', show); else window.attachEvent('onload', show);
})();
`;
  return { name: `assets/old-engine-${hashOf(code)}.js`, code };
}

function gzipped(folder: string, name: string): number {
  return gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
}

/** Throws where what ships grew over its limit; prints the true figures either way. */
function weigh(folder: string, worker: string): void {
  const assets = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`);
  // The core's copy for pages without workers is loaded only there.
  const spare = assets.filter((name) => /\/serve-/.test(name));
  const pane = ['taskpane.html', ...assets.filter((name) => name !== worker && !spare.includes(name))];
  const sizes = {
    pane: pane.reduce((total, name) => total + gzipped(folder, name), 0),
    core: gzipped(folder, worker),
  };
  for (const part of ['pane', 'core'] as const) {
    process.stdout.write(`${part}: ${kilobytes(sizes[part])} gzip (at most ${kilobytes(LIMITS[part])})\n`);
    if (sizes[part] > LIMITS[part]) throw new Error(`${part} is too large: ${kilobytes(sizes[part])} gzip`);
  }
}

function paneFiles(
  root: string,
  outDir: string,
  url: string | null,
  version: string,
  worker: { name: string; code: string },
): Plugin {
  const old = oldEngineScript();
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
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: worker.name, source: worker.code });
      this.emitFile({ type: 'asset', fileName: old.name, source: old.code });
      const icons = join(root, 'manifests', 'icons');
      if (existsSync(icons))
        for (const name of readdirSync(icons))
          this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: readFileSync(join(icons, name)) });
    },
    writeBundle() {
      if (url !== null) writeFileSync(join(outDir, 'manifest.xml'), excelManifest(readProduct(root), url, version));
    },
    closeBundle: () => weigh(outDir, worker.name),
  };
}

/** @returns vite's configuration; `url`: where dist/excel will be served, null: no manifest is written. */
export async function excelConfig(root: string, url: string | null, outDir: string): Promise<UserConfig> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const worker = await coreWorker(root);
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
    plugins: [paneFiles(root, outDir, url, version, worker)],
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
