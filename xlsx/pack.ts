/** Writing the zip container: parts are packed as their text comes, unchanged ones are copied as they are. */
import { Deflate, deflateSync } from 'fflate';
import { sourceOf, Tokens } from './tokens.ts';
import { crc32, crcOn, type Part } from './zip.ts';

/** Characters that are encoded and compressed at a time. */
const CHUNK = 1 << 17;
/** How hard a sheet is packed: more takes half as long again for a twentieth of its size. */
const FAST = 3;
/** Larger texts are packed like sheets. */
const LARGE = 8 * 1024 * 1024;

/** A part that is being packed. */
class Packing {
  private readonly chunks: Uint8Array[] = [];
  private crc = 0xffffffff;
  private size = 0;
  private readonly deflate: Deflate;

  constructor(private readonly name: string) {
    this.deflate = new Deflate({ level: FAST }, (chunk) => void this.chunks.push(chunk));
  }

  push(bytes: Uint8Array): void {
    this.crc = crcOn(this.crc, bytes);
    this.size += bytes.length;
    this.deflate.push(bytes, false);
  }

  end(): Part {
    this.deflate.push(new Uint8Array(0), true);
    const data = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      data.set(chunk, at);
      at += chunk.length;
    }
    return { name: this.name, method: 8, crc: (this.crc ^ 0xffffffff) >>> 0, size: this.size, data };
  }
}

/** Pieces of text or bytes → chunks of bytes, small pieces together. */
function* encoded(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let held = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') held += piece;
    if (typeof piece === 'string' && held.length < CHUNK) continue;
    if (held !== '') yield encoder.encode(held);
    held = '';
    if (typeof piece !== 'string') yield piece;
  }
  if (held !== '') yield encoder.encode(held);
}

/** Packs XML that comes in pieces: neither its text nor its bytes are ever there as a whole. Throws 'broken' where it is not well-formed. */
export function packPieces(name: string, pieces: Iterable<string | Uint8Array>): Part {
  const packing = new Packing(name);
  const chunks = encoded(pieces);
  const check = new Tokens(() => {
    const next = chunks.next();
    if (next.done === true) return null;
    packing.push(next.value);
    return next.value;
  });
  check.finish();
  return packing.end();
}

/** @returns a new part of a whole text. Throws 'broken' where it is not well-formed. */
export function pack(name: string, text: string): Part {
  const bytes = new TextEncoder().encode(text);
  new Tokens(sourceOf(bytes)).finish();
  const data = deflateSync(bytes, { level: bytes.length > LARGE ? FAST : 6 });
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, data };
}

/** @returns a file of an archive: what is packed already (a workbook is) or would not get smaller stays as it is. */
export function packFile(name: string, bytes: Uint8Array): Part {
  const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const data = isPacked ? bytes : deflateSync(bytes, { level: bytes.length > LARGE ? FAST : 6 });
  const smaller = data.length < bytes.length;
  return { name, method: smaller ? 8 : 0, crc: crc32(bytes), size: bytes.length, data: smaller ? data : bytes };
}

/** Writes a package: same parts, same bytes (every date is 1980-01-01, sizes in the local headers). */
export function writeZip(parts: Part[]): Uint8Array {
  const encoder = new TextEncoder();
  const names = parts.map((part) => encoder.encode(part.name));
  let total = 22;
  parts.forEach((part, i) => (total += 76 + 2 * names[i]!.length + part.data.length));
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
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
