/** Reading the zip container: own directory reader with limits. */
import { Inflate } from 'fflate';
import { UnusableFile } from './unusable.ts';

/** One part of the package, still compressed. */
export interface Part {
  name: string;
  method: 0 | 8;
  crc: number;
  size: number;
  data: Uint8Array;
}

const MB = 1024 * 1024;
/** Tried before anything is unpacked. */
export const LIMITS = {
  file: 64 * MB,
  unpacked: 768 * MB,
  ratio: 250,
  ratioAbove: 32 * MB,
  /** One part alone: no sheet is packed more tightly. */
  partRatio: 200,
  partRatioAbove: 8 * MB,
  /** A part that is read as a tree: content types, relationships, workbook, styles. */
  tree: 16 * MB,
  relationships: 32 * MB,
  parts: 4096,
  /** An archive of workbooks, and the files in it. */
  archive: 512 * MB,
  files: 32_768,
  sheets: 4000,
  cells: 6_000_000,
};

/** Four tables: what a byte does to the CRC that is followed by none, one, two or three others. */
const CRC_TABLES = /* @__PURE__ */ ((): Uint32Array[] => {
  const tables = [0, 1, 2, 3].map(() => new Uint32Array(256));
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    tables[0]![n] = c >>> 0;
  }
  for (let k = 1; k < 4; k += 1)
    for (let n = 0; n < 256; n += 1) {
      const c = tables[k - 1]![n]!;
      tables[k]![n] = (tables[0]![c & 255]! ^ (c >>> 8)) >>> 0;
    }
  return tables;
})();

/** @returns the CRC-32 of the bytes. */
export function crc32(bytes: Uint8Array): number {
  return (crcOn(0xffffffff, bytes) ^ 0xffffffff) >>> 0;
}

/** Carries a running, still inverted CRC on over more bytes, four at a time. */
export function crcOn(running: number, bytes: Uint8Array): number {
  const [last, third, second, first] = CRC_TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  const whole = bytes.length - (bytes.length % 4);
  let c = running;
  for (let i = 0; i < whole; i += 4) {
    c ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    c = first[c & 255]! ^ second[(c >>> 8) & 255]! ^ third[(c >>> 16) & 255]! ^ last[c >>> 24]!;
  }
  for (let i = whole; i < bytes.length; i += 1) c = last[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
  return c;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  outer: for (let i = 0; i + word.length * 2 <= bytes.length; i += 2) {
    for (let k = 0; k < word.length; k += 1) {
      if (bytes[i + 2 * k] !== word.charCodeAt(k) || bytes[i + 2 * k + 1] !== 0) continue outer;
    }
    return true;
  }
  return false;
}

/** Tells apart what is no zip at all: nothing, an old .xls or a password-protected file (both are CFB), a cut download. */
function refuseOther(bytes: Uint8Array, most: number): void {
  if (bytes.length === 0) throw new UnusableFile('empty');
  if (bytes.length > most) throw new UnusableFile('too-large', `${bytes.length} bytes`);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0) {
    if (holdsUtf16(bytes, 'EncryptedPackage')) throw new UnusableFile('encrypted');
    if (holdsUtf16(bytes, 'Workbook') || holdsUtf16(bytes, 'Book')) throw new UnusableFile('old-xls');
    throw new UnusableFile('not-zip', 'compound file');
  }
  const pk = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!pk) throw new UnusableFile('not-zip');
}

function findEnd(view: DataView): number {
  const from = Math.max(0, view.byteLength - 22 - 65535);
  for (let i = view.byteLength - 22; i >= from; i -= 1) {
    if (view.getUint32(i, true) === 0x06054b50 && i + 22 + view.getUint16(i + 20, true) <= view.byteLength) return i;
  }
  throw new UnusableFile('truncated', 'no end of central directory');
}

function big(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 4294967296;
}

/** What differs between a package of parts and an archive of files. */
export interface Container {
  /** Bytes of the whole. */
  most: number;
  entries: number;
  /** @returns the name of an entry; `isUtf8`: the entry says so. */
  nameOf(name: Uint8Array, isUtf8: boolean, extra: Uint8Array): string;
  /** @returns what no two entries may share. */
  keyOf(name: string): string;
}

const utf8 = /* @__PURE__ */ new TextDecoder('utf-8');
const PACKAGE: Container = {
  most: LIMITS.file,
  entries: LIMITS.parts,
  nameOf: (name) => utf8.decode(name),
  keyOf,
};

function readDirectory(bytes: Uint8Array, container: Container): Part[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const end64 = big(view, end - 12);
    count = big(view, end64 + 32);
    at = big(view, end64 + 48);
  }
  if (count > container.entries) throw new UnusableFile('bomb', `${count} parts`);
  if (at > end) throw new UnusableFile('truncated', 'directory outside the file');
  const parts: Part[] = [];
  const seen = new Set<string>();
  const places: [from: number, to: number][] = [];
  let packed = 0;
  let unpacked = 0;
  let relationships = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new UnusableFile('broken', 'directory');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const crc = view.getUint32(at + 16, true);
    let compressed = view.getUint32(at + 20, true);
    let size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    let local = view.getUint32(at + 42, true);
    const nameEnd = at + 46 + nameLength;
    const extraEnd = nameEnd + extraLength;
    const name = container.nameOf(
      bytes.subarray(at + 46, nameEnd),
      (flags & 0x800) !== 0,
      bytes.subarray(nameEnd, extraEnd),
    );
    for (let x = nameEnd; x + 4 <= extraEnd; x += 4 + view.getUint16(x + 2, true)) {
      if (view.getUint16(x, true) !== 1) continue;
      let field = x + 4;
      const next = (): number => ((field += 8), big(view, field - 8));
      if (size === 0xffffffff) size = next();
      if (compressed === 0xffffffff) compressed = next();
      if (local === 0xffffffff) local = next();
    }
    at = extraEnd + view.getUint16(at + 32, true);
    if (flags & 1) throw new UnusableFile('encrypted', name);
    packed += compressed;
    unpacked += size;
    if (size > LIMITS.partRatioAbove && size > LIMITS.partRatio * compressed) throw new UnusableFile('bomb', name);
    if (/\.rels$/i.test(name)) relationships += size;
    if (name.endsWith('/')) continue;
    const key = container.keyOf(name);
    if (seen.has(key)) throw new UnusableFile('duplicate-name', name);
    seen.add(key);
    if (method !== 0 && method !== 8) throw new UnusableFile('broken', `method ${method} of ${name}`);
    if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) throw new UnusableFile('broken', name);
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (start + compressed > bytes.length) throw new UnusableFile('truncated', name);
    places.push([local, start + compressed]);
    parts.push({ name, method, crc, size, data: bytes.subarray(start, start + compressed) });
  }
  // Overlapping entries would let a small file unpack to anything.
  places.sort((x, y) => x[0] - y[0]);
  if (packed > bytes.length || places.some(([, to], i) => i + 1 < places.length && to > places[i + 1]![0]))
    throw new UnusableFile('bomb', 'overlapping parts');
  if (relationships > LIMITS.relationships) throw new UnusableFile('bomb', 'relationships');
  if (unpacked > LIMITS.unpacked) throw new UnusableFile('bomb', `${unpacked} bytes unpacked`);
  if (unpacked > LIMITS.ratioAbove && unpacked > LIMITS.ratio * bytes.length) throw new UnusableFile('bomb', 'ratio');
  return parts;
}

/** @returns the key that part names are compared by: lower case, forward slashes, no leading slash. */
export function keyOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Reads the directory of a package; nothing is unpacked yet. Throws UnusableFile. */
export function readZip(bytes: Uint8Array): Map<string, Part> {
  return new Map(readEntries(bytes, PACKAGE).map((part) => [keyOf(part.name), part]));
}

/** @returns the entries of a container in the order of its directory, folders left out; nothing is unpacked yet. Throws UnusableFile. */
export function readEntries(bytes: Uint8Array, container: Container): Part[] {
  refuseOther(bytes, container.most);
  try {
    return readDirectory(bytes, container);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile('broken', 'directory');
  }
}

/** Compressed bytes that are unpacked at a time: a chunk is some ten times as long, at worst a thousand times. */
const STEP = 16 * 1024;

/** Unpacks a part chunk by chunk: stops at the declared size, and checks size and CRC where it ends. Throws UnusableFile once, then gives null. */
export function chunksOf(part: Part): () => Uint8Array | null {
  const ready: Uint8Array[] = [];
  let crc = 0xffffffff;
  let filled = 0;
  let at = 0;
  let over = false;
  const take = (chunk: Uint8Array): void => {
    filled += chunk.length;
    if (filled > part.size) throw new UnusableFile('bomb', `${part.name} is longer than declared`);
    crc = crcOn(crc, chunk);
    if (chunk.length > 0) ready.push(chunk);
  };
  const inflate = new Inflate(take);
  const { data } = part;
  const step = (): void => {
    const from = at;
    at += STEP;
    const last = at >= data.length;
    if (part.method === 0) {
      if (data.length !== part.size) throw new UnusableFile('broken', part.name);
      take(data.subarray(from, at));
    } else {
      try {
        inflate.push(data.subarray(from, at), last);
      } catch (error) {
        if (error instanceof UnusableFile) throw error;
        throw new UnusableFile('broken', part.name);
      }
    }
    if (!last) return;
    over = true;
    if (filled !== part.size) throw new UnusableFile('broken', `${part.name} is shorter than declared`);
    if ((crc ^ 0xffffffff) >>> 0 !== part.crc) throw new UnusableFile('broken', `CRC of ${part.name}`);
  };
  return () => {
    try {
      while (ready.length === 0 && !over) step();
    } catch (error) {
      over = true;
      ready.length = 0;
      throw error;
    }
    return ready.shift() ?? null;
  };
}
