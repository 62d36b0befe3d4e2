/** What verbs read: bytes of files, and the index set that is asked for. */
import { existsSync } from 'node:fs';
import type { IndexSet } from '#core/framework/framework';
import { setFromData } from '#core/framework/schema';
import { SetError } from '#core/framework/set-data';
import { builtInSets } from '#core/framework/sets/index';
import type { Language } from '#core/messages/message';
import { UnusableFile } from '#xlsx/index';
import { readRegular, Unreadable } from './files.ts';
import { Unusable } from './verb.ts';
import { say } from './words.ts';

/** @returns the file's bytes. @throws Unusable, UnusableFile. */
export function readBytes(path: string, limit: number): Uint8Array {
  try {
    return readRegular(path, limit);
  } catch (error) {
    const code = error instanceof Unreadable ? error.code : '';
    if (code === 'too-large') throw new UnusableFile('too-large');
    throw new Unusable(code === 'ENOENT' ? 'cli.not-found' : 'cli.not-readable', { value: path });
  }
}

/** The largest set file; the built-in ones have some 60 KB. */
const SET_LIMIT = 16 * 1024 * 1024;

/** What is wrong with a set file, in the reader's language. */
function setFault(error: unknown, language: Language): string {
  if (error instanceof SetError) return error.messages.map((message) => say(message, language)).join('; ');
  if (error instanceof SyntaxError) return say({ id: 'cli.not-json', args: {} }, language);
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message.split('\n')[0] ?? '';
}

/** @param name a built-in set's id or a JSON file; null: the workbook's own. @throws Unusable. */
export function chooseSet(name: string | null, language: Language): IndexSet | null {
  if (name === null) return null;
  const builtIn = Object.hasOwn(builtInSets, name) ? builtInSets[name] : undefined;
  if (builtIn !== undefined) return builtIn();
  if (!existsSync(name))
    throw new Unusable('cli.set-unknown', { value: name, known: Object.keys(builtInSets).join(', ') });
  const bytes = readBytes(name, SET_LIMIT);
  try {
    return setFromData(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw new Unusable('cli.set-unusable', { value: name, detail: setFault(error, language) });
  }
}
