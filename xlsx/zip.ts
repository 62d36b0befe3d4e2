/** The zip container: own directory reader with limits, and a writer that copies unchanged parts as they are. */
import { Deflate, deflateSync, Inflate } from 'fflate';
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
/** Characters that are encoded and compressed at a time. */
const CHUNK = 1 << 18;
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
  sheets: 4000,
  cells: 6_000_000,
};

const CRC_TABLE = /* @__PURE__ */ ((): Uint32Array => {
  const table = new Uint32Array(256);
  for (let n = 0; n < 256; n += 1) {
    let c = n;
    for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    table[n] = c >>> 0;
  }
  return table;
})();

/** @returns the CRC-32 of the bytes. */
export function crc32(bytes: Uint8Array): number {
  return (crcOn(0xffffffff, bytes) ^ 0xffffffff) >>> 0;
}

/** Carries a running, still inverted CRC on over more bytes. */
function crcOn(running: number, bytes: Uint8Array): number {
  let c = running;
  for (let i = 0; i < bytes.length; i += 1) c = CRC_TABLE[(c ^ bytes[i]!) & 255]! ^ (c >>> 8);
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
function refuseOther(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new UnusableFile('empty');
  if (bytes.length > LIMITS.file) throw new UnusableFile('too-large', `${bytes.length} bytes`);
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

function readDirectory(bytes: Uint8Array): Part[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  let count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if ((count === 0xffff || at === 0xffffffff) && end >= 20 && view.getUint32(end - 20, true) === 0x07064b50) {
    const end64 = big(view, end - 12);
    count = big(view, end64 + 32);
    at = big(view, end64 + 48);
  }
  if (count > LIMITS.parts) throw new UnusableFile('bomb', `${count} parts`);
  if (at > end) throw new UnusableFile('truncated', 'directory outside the file');
  const utf8 = new TextDecoder('utf-8');
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
    const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const extraEnd = at + 46 + nameLength + extraLength;
    for (let x = at + 46 + nameLength; x + 4 <= extraEnd; x += 4 + view.getUint16(x + 2, true)) {
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
    const key = keyOf(name);
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
  refuseOther(bytes);
  let parts: Part[];
  try {
    parts = readDirectory(bytes);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    throw new UnusableFile('broken', 'directory');
  }
  return new Map(parts.map((part) => [keyOf(part.name), part]));
}

/** Unpacks one part; stops at the declared size and checks the CRC. */
export function unpack(part: Part): Uint8Array {
  let out: Uint8Array;
  if (part.method === 0) {
    if (part.data.length !== part.size) throw new UnusableFile('broken', part.name);
    out = part.data;
  } else {
    out = new Uint8Array(part.size);
    let filled = 0;
    const inflate = new Inflate((chunk) => {
      if (filled + chunk.length > part.size) throw new UnusableFile('bomb', `${part.name} is longer than declared`);
      out.set(chunk, filled);
      filled += chunk.length;
    });
    const step = 32 * 1024;
    try {
      for (let i = 0; i < part.data.length; i += step) {
        inflate.push(part.data.subarray(i, i + step), i + step >= part.data.length);
      }
    } catch (error) {
      if (error instanceof UnusableFile) throw error;
      throw new UnusableFile('broken', part.name);
    }
    if (filled !== part.size) throw new UnusableFile('broken', `${part.name} is shorter than declared`);
  }
  if (crc32(out) !== part.crc) throw new UnusableFile('broken', `CRC of ${part.name}`);
  return out;
}

/** Packs a text that comes in pieces: neither the text nor its bytes are ever there as a whole. */
export function packPieces(name: string, pieces: Iterable<string>): Part {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let crc = 0xffffffff;
  let size = 0;
  const deflate = new Deflate({ level: 4 }, (chunk) => void chunks.push(chunk));
  const push = (text: string, last: boolean): void => {
    const bytes = encoder.encode(text);
    crc = crcOn(crc, bytes);
    size += bytes.length;
    deflate.push(bytes, last);
  };
  let held = '';
  for (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    push(held, false);
    held = '';
  }
  push(held, true);
  const data = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    data.set(chunk, at);
    at += chunk.length;
  }
  return { name, method: 8, crc: (crc ^ 0xffffffff) >>> 0, size, data };
}

/** @returns a new part from text or bytes. */
export function pack(name: string, content: string | Uint8Array): Part {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const data = deflateSync(bytes, { level: bytes.length > 8 * MB ? 3 : 6 });
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, data };
}

/** Writes a package: same parts, same bytes (every date is 1980-01-01, sizes in the local headers). */
export function writeZip(parts: Part[]): Uint8Array {
  const encoder = new TextEncoder();
  const names = parts.map((part) => encoder.encode(part.name));
  let total = 22;
  parts.forEach((part, i) => (total += 76 + 2 * names[i]!.length + part.data.length));
  const out = new Uint8Array(total);
  const view = viewOf(out);
  const offsets: number[] = [];
  let at = 0;
  const common = (part: Part, name: Uint8Array): void => {
    const wide = name.some((byte) => byte > 127);
    for (const value of [20, wide ? 0x800 : 0, part.method, 0, 0x21]) {
      view.setUint16(at, value, true);
      at += 2;
    }
    for (const value of [part.crc, part.data.length, part.size]) {
      view.setUint32(at, value, true);
      at += 4;
    }
    view.setUint16(at, name.length, true);
    at += 4;
  };
  parts.forEach((part, i) => {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    at += 4;
    common(part, names[i]!);
    out.set(names[i]!, at);
    at += names[i]!.length;
    out.set(part.data, at);
    at += part.data.length;
  });
  const directory = at;
  parts.forEach((part, i) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    at += 6;
    common(part, names[i]!);
    at += 10;
    view.setUint32(at, offsets[i]!, true);
    at += 4;
    out.set(names[i]!, at);
    at += names[i]!.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, parts.length, true);
  view.setUint16(at + 10, parts.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}
