/** Archives of several files: forms that are handed out, and come back, as one .zip. */
import { wholeOf } from './encoding.ts';
import { packFile, writeZip } from './pack.ts';
import { UnusableFile } from './unusable.ts';
import { chunksOf, LIMITS, readEntries, type Container } from './zip.ts';

/** A file of an archive; its name may hold folders, with forward slashes. */
export interface ArchiveFile {
  name: string;
  bytes: Uint8Array;
}

/** A file that is still packed: `bytes` unpacks it, and throws UnusableFile where it alone is bad. */
export interface PackedFile {
  name: string;
  bytes: () => Uint8Array;
}

/** More the directory of a plain .zip cannot count. */
const MOST = 0xffff;
/** Longer ones the format cannot hold. */
const NAME = 0xffff;

/** @returns a .zip of these files. Same files, same bytes: every date is 1980-01-01. Throws RangeError for names no folder takes side by side. */
export function zipFiles(files: readonly ArchiveFile[]): Uint8Array {
  const seen = new Set<string>();
  if (files.length >= MOST) throw new RangeError(`${files.length} files`);
  for (const { name } of files) {
    const key = name.normalize('NFC').toLowerCase();
    if (name === '' || name.length * 3 > NAME || seen.has(key)) throw new RangeError(`no name for a file: "${name}"`);
    seen.add(key);
  }
  return writeZip(files.map(({ name, bytes }) => packFile(name, bytes)));
}

/** Bytes 128 to 255 as MS-DOS has them, which archives without Unicode fall back to. */
const DOS =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** The name in Unicode that some programs write beside the old one; null where there is none. */
function unicodePath(extra: Uint8Array): Uint8Array | null {
  for (let x = 0; x + 4 <= extra.length;) {
    const id = extra[x]! | (extra[x + 1]! << 8);
    const end = x + 4 + (extra[x + 2]! | (extra[x + 3]! << 8));
    // Version and a checksum of the old name go before it.
    if (id === 0x7075 && extra[x + 4] === 1 && end <= extra.length && end > x + 9) return extra.subarray(x + 9, end);
    x = end;
  }
  return null;
}

/**
 * UTF-8 where the entry says so or the bytes are that. Otherwise Windows wrote it in the code page of its language: in the Vietnamese
 * one letters begin at C0, where that of MS-DOS has lines and sums, which are in no name.
 */
function archiveName(name: Uint8Array, isUtf8: boolean, extra: Uint8Array): string {
  const path = unicodePath(extra);
  if (isUtf8 || path !== null) return new TextDecoder('utf-8').decode(path ?? name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch {
    const isVietnamese = name.some((byte) => byte >= 0xc0);
    if (isVietnamese) return new TextDecoder('windows-1258').decode(name);
    return Array.from(name, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : DOS.charAt(byte - 0x80))).join('');
  }
}

/** Without what leads out of the archive or nowhere: a drive, a first slash, "./". */
function plainPath(name: string): string {
  const path = name.normalize('NFC').replaceAll('\\', '/');
  return path
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}

const ARCHIVE: Container = {
  most: LIMITS.archive,
  entries: LIMITS.files,
  nameOf: archiveName,
  keyOf: (name) => name.normalize('NFC'),
};

/** What a Mac puts beside the files, hidden files, and what would climb out of the folder. */
function isHidden(name: string): boolean {
  return name.split('/').some((step) => step.startsWith('.') || step === '__MACOSX');
}

/**
 * @returns the files of a .zip in its order, each unpacked only when it is asked for; folders, hidden files and a Mac's own are left out.
 * Throws UnusableFile: 'bomb' for what would unpack to more than LIMITS, 'encrypted' for a password, 'not-zip', 'truncated', 'broken'.
 */
export function unzipFiles(bytes: Uint8Array): PackedFile[] {
  return readEntries(bytes, ARCHIVE)
    .map((part) => ({ part, name: plainPath(part.name) }))
    .filter(({ part, name }) => name !== '' && !part.name.endsWith('\\') && !isHidden(name))
    .map(({ part, name }) => ({
      name,
      bytes: () => {
        if (part.size > LIMITS.file) throw new UnusableFile('too-large', `${part.size} bytes`);
        return wholeOf(chunksOf(part));
      },
    }));
}
