/** Files of the command: only regular ones are read, only as a whole are they written. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** Why a file cannot be read; `code` is the system's word, where there is one. */
export class Unreadable extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Reads a regular file of at most `limit` bytes: a device or a pipe may never end, and size is looked at before anything is read. */
export function readRegular(path: string, limit: number): Uint8Array {
  let file: number;
  try {
    // Without O_NONBLOCK a pipe without a writer would be waited for.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new Unreadable((error as NodeJS.ErrnoException).code ?? '');
  }
  try {
    const state = fstatSync(file);
    if (!state.isFile()) throw new Unreadable('not-regular');
    if (state.size > limit) throw new Unreadable('too-large');
    return readFileSync(file);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable((error as NodeJS.ErrnoException).code ?? '');
  } finally {
    closeSync(file);
  }
}

/** What is to be written; `at` is the file behind a link. */
export interface Target {
  path: string;
  at: string;
  /** In chunks. */
  content: readonly Uint8Array[];
}

/** Thrown where a target cannot be written. */
export class Unwritable extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** @returns whether somebody has made the file read-only; asked of the file itself, since the superuser may write anything. */
export function isReadOnly(path: string): boolean {
  return existsSync(path) && statSync(path).isFile() && (statSync(path).mode & 0o222) === 0;
}

function writeChunks(path: string, chunks: readonly Uint8Array[]): void {
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** All are written beside their places, then moved there: a reader never sees half a file, and where one cannot be written none is. A device or pipe is written as it is. `before` runs when all is ready and nothing is moved yet. */
export async function writeWhole(targets: Target[], before: () => Promise<void>): Promise<void> {
  const works: { target: Target; work: string }[] = [];
  let current = '';
  const attempt = (work: () => void): void => {
    try {
      work();
    } catch {
      throw new Unwritable(current);
    }
  };
  try {
    for (const target of targets) {
      current = target.path;
      const old = existsSync(target.at) ? statSync(target.at) : null;
      if (old !== null && !old.isFile()) continue;
      if (isReadOnly(target.at)) throw new Unwritable(current);
      // A name that nobody can plant a link under, and never into a file that is there.
      const work = `${target.at}.${randomBytes(9).toString('hex')}.tmp`;
      attempt(() => writeFileSync(work, '', { flag: 'wx', mode: old === null ? 0o666 : 0o600 }));
      works.push({ target, work });
      attempt(() => {
        writeChunks(work, target.content);
        if (old !== null) chmodSync(work, old.mode & 0o777);
      });
    }
    await before();
    for (const target of targets) {
      current = target.path;
      if (!works.some((one) => one.target === target)) attempt(() => writeChunks(target.at, target.content));
    }
    for (const { target, work } of works) {
      current = target.path;
      attempt(() => renameSync(work, target.at));
    }
  } finally {
    for (const { work } of works) rmSync(work, { force: true });
  }
}
