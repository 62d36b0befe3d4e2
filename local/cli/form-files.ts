/** The forms that a command is given: files, folders with all that is in them, archives; hidden files and those of the system are none. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LIMITS, unzipFiles, UnusableFile } from '#xlsx/index';
import { readBytes } from './inputs.ts';
import { sameFile } from './targets.ts';
import { Unusable } from './verb.ts';

/** A form that is still where it is. `bytes` throws UnusableFile or Unusable for that file alone. */
export interface GivenForm {
  /** As people know it; the path where two have one name. */
  name: string;
  path: string;
  bytes: () => Uint8Array;
}

/** Lock files of an open workbook, and what systems put beside files. */
const SYSTEM = /^(?:~\$|\.|desktop\.ini$|thumbs\.db$|__macosx$)/i;

const isHidden = (path: string): boolean => path.split('/').some((step) => SYSTEM.test(step));

/** By name as a person counts: 2 before 10. The same on every machine. */
const byName = new Intl.Collator('vi', { numeric: true });

function ordered<T>(list: readonly T[], nameOf: (item: T) => string): T[] {
  return [...list].sort((one, other) => {
    const [left, right] = [nameOf(one), nameOf(other)];
    return byName.compare(left, right) || (left < right ? -1 : Number(left > right));
  });
}

const isArchive = (path: string): boolean => /\.zip$/i.test(path);

/** The forms of an archive; one that cannot be read is a form that cannot be read. */
function inArchive(path: string, within: string): GivenForm[] {
  const fault = (error: unknown): GivenForm[] => [
    {
      name: within,
      path,
      bytes: () => {
        throw error;
      },
    },
  ];
  try {
    const packed = unzipFiles(readBytes(path, LIMITS.archive)).filter(({ name }) => !isHidden(name));
    return ordered(packed, ({ name }) => name).map(({ name, bytes }) => ({ name, path: `${path}/${name}`, bytes }));
  } catch (error) {
    if (error instanceof UnusableFile || error instanceof Unusable) return fault(error);
    throw error;
  }
}

/** `within`: the name below the folder that was given. */
function inFolder(folder: string, within: string): GivenForm[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => !SYSTEM.test(name));
  } catch {
    throw new Unusable('cli.not-readable', { value: folder });
  }
  return ordered(names, (name) => name.normalize('NFC')).flatMap((name) => {
    const path = join(folder, name);
    return formsAt(path, within === '' ? name : `${within}/${name}`);
  });
}

function formsAt(path: string, name: string): GivenForm[] {
  const state = statSync(path, { throwIfNoEntry: false });
  if (state?.isDirectory() === true) return inFolder(path, name);
  if (isArchive(path)) return inArchive(path, name);
  return [{ name, path, bytes: () => readBytes(path, LIMITS.file) }];
}

/**
 * @param book the workbook that is collected into: where it lies among the forms it is none of them.
 * @returns the forms in the order given, folders and archives by name. @throws Unusable where one that was named is not there.
 */
export function givenForms(inputs: readonly string[], book: string): GivenForm[] {
  const forms = inputs.flatMap((input) => {
    const state = statSync(input, { throwIfNoEntry: false });
    if (state === undefined) throw new Unusable('cli.not-found', { value: input });
    return state.isDirectory() ? inFolder(input, '') : formsAt(input, basename(input));
  });
  // A Mac takes letters and their marks apart in names.
  const own = forms
    .filter(({ path }) => !sameFile(path, book))
    .map((form) => ({ ...form, name: form.name.normalize('NFC') }));
  const count = new Map<string, number>();
  for (const { name } of own) count.set(name, (count.get(name) ?? 0) + 1);
  return own.map((form) => ((count.get(form.name) ?? 0) > 1 ? { ...form, name: form.path } : form));
}
