/** What is answered at which address of the page: built files, samples, and the genuine office.js from the installed package. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize } from 'node:path';
import type { Built } from './build.ts';

/** Where the pane loads office.js from. */
export const LIBRARY = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
/** Where this machine gives it. */
const LOCAL_LIBRARY = 'office-js/';

export interface Answer {
  type: string;
  body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A file of a folder; nothing outside it is ever given. */
function fileIn(folder: string, path: string): Answer | null {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(`${folder}/`)) || !existsSync(file) || !statSync(file).isFile()) return null;
  return { type: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
}

/** @returns a file of the library; it asks for some with capitals that the package writes small. */
export function libraryFile(path: string): Answer | null {
  const dist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
  return fileIn(dist, path) ?? fileIn(dist, path.toLowerCase());
}

/** @returns what lies at a path of the page, null: nothing. The pane comes byte for byte as it was built. */
export function answerAt(path: string, built: Built, root: string): Answer | null {
  let bare: string;
  try {
    bare = decodeURIComponent(path.replace(/[?#].*/, '').replace(/^\/+/, ''));
  } catch {
    return null;
  }
  if (bare.startsWith('excel/')) return fileIn(built.pane, bare.slice(6));
  if (bare.startsWith('sheets/')) return fileIn(built.sheets, bare.slice(7));
  if (bare.startsWith('samples/')) return fileIn(join(root, 'samples'), bare.slice(8));
  if (bare.startsWith(LOCAL_LIBRARY)) return libraryFile(bare.slice(LOCAL_LIBRARY.length));
  return fileIn(built.page, bare === '' ? 'index.html' : bare);
}

/** The same for a person's browser: the pane's HTML with the address of office.js, and nothing else, turned to this machine. */
export function answerLocally(path: string, built: Built, root: string): Answer | null {
  const answer = answerAt(path, built, root);
  if (answer === null || !/^\/excel\/[^/]*\.html/.test(path)) return answer;
  const body = answer.body.toString('utf8').replaceAll(`src="${LIBRARY}`, `src="/${LOCAL_LIBRARY}`);
  return { ...answer, body: Buffer.from(body) };
}
