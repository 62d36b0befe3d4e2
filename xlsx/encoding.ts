/** The bytes of a part as UTF-8: UTF-16 is turned into it, a mark is left out, and invalid bytes are 'broken', never guessed. */
import { sourceOf, type Source } from './tokens.ts';
import { UnusableFile } from './unusable.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const NUL = 0;
/** Enough of a part to see which encoding it declares: 512 characters. */
const HEAD = 2048;

/** @returns the encoding by the mark, or by how "<" is written where there is no mark; null for those that no workbook has. */
function encodingOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c, d] = bytes;
  const wide = c === NUL && d === NUL;
  if ((a === NUL && b === NUL) || (b === NUL && wide) || (a === 0xff && b === 0xfe && wide)) return null;
  if ((a === 0xff && b === 0xfe) || b === NUL) return 'utf-16le';
  return (a === 0xfe && b === 0xff) || a === NUL ? 'utf-16be' : 'utf-8';
}

/** Throws where the head of a part declares another encoding than it has. */
function checkDeclared(text: string, encoding: Encoding): void {
  if (!text.startsWith('<?xml')) return;
  const end = text.indexOf('?>');
  const head = text.slice(0, end < 0 ? 512 : Math.min(512, end));
  const declared = /\sencoding\s*=\s*["']([^"']*)/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  const known =
    encoding === 'utf-8' ? ['utf-8', 'utf8', 'us-ascii', 'ascii'] : ['utf-16', 'utf-16le', 'utf-16be', 'utf-8'];
  if (!known.includes(declared)) throw new UnusableFile('broken', 'encoding');
}

/** @returns the chunks as one. */
export function joined(chunks: Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

/** Goes over the bytes of UTF-8; a chunk may end inside a character. */
class Utf8Check {
  /** Bytes that are still to come of a character, and between what the next one lies. */
  private missing = 0;
  private low = 0x80;
  private high = 0xbf;

  push(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!;
      if (this.missing > 0) {
        if (byte < this.low || byte > this.high) throw new UnusableFile('broken', 'encoding');
        this.missing -= 1;
        this.low = 0x80;
        this.high = 0xbf;
      } else if (byte >= 0x80) this.begin(byte);
    }
  }

  /** The first byte of a character tells how many follow; none is longer than it need be, none is half a pair of UTF-16. */
  private begin(byte: number): void {
    if (byte < 0xc2 || byte > 0xf4) throw new UnusableFile('broken', 'encoding');
    this.missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.low = 0xa0;
    if (byte === 0xed) this.high = 0x9f;
    if (byte === 0xf0) this.low = 0x90;
    if (byte === 0xf4) this.high = 0x8f;
  }

  end(): void {
    if (this.missing > 0) throw new UnusableFile('broken', 'encoding');
  }
}

/** UTF-16 has no chunks: no large workbook is written in it. */
function fromUtf16(source: Source, first: Uint8Array, encoding: Encoding): Source {
  let text: string;
  const bytes = joined([first, wholeOf(source)]);
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile('broken', 'encoding');
  }
  checkDeclared(text, encoding);
  return sourceOf(new TextEncoder().encode(text));
}

/** @returns the chunks of a part as UTF-8 without a mark. They throw 'broken' where they are not what they say they are. */
export function utf8Of(source: Source): Source {
  const check = new Utf8Check();
  let from: Source | null = null;
  const begin = (): Source => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let chunk = source(); chunk !== null; chunk = size < HEAD ? source() : null) {
      chunks.push(chunk);
      size += chunk.length;
    }
    const first = joined(chunks);
    const encoding = encodingOf(first);
    if (encoding === null) throw new UnusableFile('broken', 'encoding');
    if (encoding !== 'utf-8') return fromUtf16(source, first, encoding);
    const bare = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? first.subarray(3) : first;
    checkDeclared(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bare.subarray(0, HEAD)), encoding);
    let head: Uint8Array | null = bare;
    return () => {
      const chunk = head ?? source();
      head = null;
      if (chunk === null) check.end();
      else check.push(chunk);
      return chunk;
    };
  };
  return () => {
    try {
      return (from ??= begin())();
    } catch (error) {
      // What is wrong with the part as it is packed goes before what is wrong with its text.
      while (source() !== null);
      throw error;
    }
  };
}

/** @returns all chunks of a source. */
export function wholeOf(source: Source): Uint8Array {
  const chunks: Uint8Array[] = [];
  for (let chunk = source(); chunk !== null; chunk = source()) chunks.push(chunk);
  return joined(chunks);
}
