/** Where verbs write: no input is ever a target, nor one file two. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isReadOnly, writeWhole, type Target } from './files.ts';
import { print } from './terminal.ts';
import { Unusable } from './verb.ts';

/** Two paths that name one file, through links of either kind too. */
export function sameFile(left: string, right: string): boolean {
  if (existsSync(left) && existsSync(right)) {
    const [one, other] = [statSync(left, { bigint: true }), statSync(right, { bigint: true })];
    if (one.isFile() && one.ino !== 0n && one.ino === other.ino && one.dev === other.dev) return true;
  }
  const real = (path: string): string =>
    existsSync(path)
      ? realpathSync(path)
      : join(
          existsSync(dirname(resolve(path))) ? realpathSync(dirname(resolve(path))) : dirname(resolve(path)),
          basename(path),
        );
  return real(left) === real(right);
}

/**
 * @param made a folder that the run makes where it is not there yet.
 * @throws Unusable where a file can't be written, is one of the inputs, or is written twice. “-” and null are none.
 */
export function checkTargets(
  targets: readonly (string | null)[],
  inputs: readonly string[],
  set: string | null = null,
  made: string | null = null,
): void {
  const files = targets.filter((one) => one !== null && one !== '-') as string[];
  for (const [at, target] of files.entries()) {
    if (inputs.some((input) => sameFile(target, input))) throw new Unusable('cli.out-is-input', { value: target });
    if (set !== null && existsSync(set) && sameFile(target, set))
      throw new Unusable('cli.same-file', { value: target });
    const folder = existsSync(target) && statSync(target).isDirectory();
    const place = dirname(resolve(target));
    const hasPlace = existsSync(place) || (made !== null && place === resolve(made));
    if (folder || isReadOnly(target) || !hasPlace) throw new Unusable('cli.not-writable', { value: target });
    if (files.slice(0, at).some((other) => sameFile(other, target)))
      throw new Unusable('cli.same-file', { value: target });
  }
}

/** @returns what is to be written at a path; behind a link, the file it leads to. */
export function targetOf(path: string, content: readonly Uint8Array[]): Target {
  return { path, at: existsSync(path) ? realpathSync(path) : path, content };
}

/** Writes all files, or none where one of them or the standard output can't be written. @throws Unusable, Unwritable. */
export async function writeAndPrint(targets: Target[], shown: string | readonly Uint8Array[]): Promise<void> {
  await writeWhole(targets, async () => {
    if (!(await print(shown))) throw new Unusable('cli.not-printed');
  });
}
