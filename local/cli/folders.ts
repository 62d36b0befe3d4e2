/** Outputs of several files: a folder that is made, or one archive. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from './files.ts';
import { targetOf } from './targets.ts';
import { Unusable } from './verb.ts';

/** @returns whether a path names an archive, by its ending. */
export function isArchive(path: string): boolean {
  return path.toLowerCase().endsWith('.zip');
}

/** Makes the folder where it is not there. @throws Unusable where a file has its name, or it can't be made. */
export function makeFolder(path: string): void {
  try {
    if (existsSync(path) && !statSync(path).isDirectory()) throw new Unusable('cli.not-folder', { value: path });
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw error instanceof Unusable ? error : new Unusable('cli.not-writable', { value: path });
  }
}

/** Writes a file of the folder, only as a whole. */
export async function writeInto(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await writeWhole([targetOf(join(folder, name), [bytes])], () => Promise.resolve());
}
