/** The genuine office.js in plain Node, with this host around it: for integration tests. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { fakeFrame } from './frame.ts';
import { OfficeHost, type HostOptions } from './host.ts';
import type { Book } from './model/book.ts';
import { readMetadata, type Metadata } from './requirements.ts';

/** The library's own address: only office.js's folder is answered, from node_modules. */
const BASE = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const ORIGIN = 'https://localhost:3000';

export interface StartedOffice {
  Excel: typeof Excel;
  Office: typeof Office;
  host: OfficeHost;
  /** Puts `Excel` and `Office` where an add-in looks for them; returns how to take them away. */
  install(): () => void;
  /** Ends it; pending requests stay unanswered. */
  close(): void;
}

function folder(): string {
  return join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');
}

const scripts = new Map<string, Script | null>();

/** A script of the library, compiled once a process. */
function script(path: string): Script | null {
  const known = scripts.get(path);
  if (known !== undefined) return known;
  const file = join(folder(), path);
  const made = existsSync(file) ? new Script(readFileSync(file, 'utf8'), { filename: path }) : null;
  scripts.set(path, made);
  return made;
}

let metadata: Metadata | null = null;

/** @returns what the library's debug file says of its members. */
export function libraryMetadata(): Metadata {
  metadata ??= readMetadata(readFileSync(join(folder(), 'excel-web-16.00.debug.js'), 'utf8'));
  return metadata;
}

/** Starts the library against a workbook. Rejects where it does not become ready within `patience` ms. */
export async function startOffice(
  book: Book,
  options: Omit<HostOptions, 'book' | 'post'> & { patience?: number } = {},
): Promise<StartedOffice> {
  let deliver: (json: string) => void = () => undefined;
  let isOpen = true;
  // Messages between windows arrive later, never at once.
  const later = (job: () => void): void => void setImmediate(() => isOpen && job());
  const host = new OfficeHost({
    metadata: libraryMetadata(),
    ...options,
    book,
    post: (json) => later(() => deliver(json)),
  });
  const frame = fakeFrame({
    name: host.nameOfFrame(ORIGIN),
    script: `${BASE}office.js`,
    page: `${ORIGIN}/taskpane.html`,
    send: (json) => later(() => host.receive(json)),
    run: (url) => {
      const path = url.startsWith(BASE)
        ? url
            .slice(BASE.length)
            .replace(/[?#].*/, '')
            .toLowerCase()
        : '';
      const found = path === '' ? null : script(path);
      found?.runInContext(context);
      return found !== null;
    },
  });
  deliver = frame.deliver;
  const context = createContext(frame.window);
  script('office.js')!.runInContext(context);
  const library = frame.window as unknown as { Office: typeof Office; Excel: typeof Excel };
  const close = (): void => {
    isOpen = false;
    host.close();
  };
  const patience = options.patience ?? 10_000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('office.js did not become ready')), patience);
  });
  try {
    await Promise.race([library.Office.onReady(), late]);
  } catch (error) {
    close();
    throw error;
  } finally {
    clearTimeout(timer);
  }
  const install = (): (() => void) => {
    const here = globalThis as Record<string, unknown>;
    here['Excel'] = library.Excel;
    here['Office'] = library.Office;
    return () => {
      delete here['Excel'];
      delete here['Office'];
    };
  };
  return { Excel: library.Excel, Office: library.Office, host, install, close };
}
