/** One token of XML: where it lies in the bytes, and what it says. */
import { decodeEntities, escapeXml, FORBIDDEN } from './markup.ts';

/** A start tag: `from`–`to` is its name. With `empty` it is the whole element, and no CLOSE follows. */
export const OPEN = 1;
/** An end tag. */
export const CLOSE = 2;
/** Text: `from`–`to` is what it holds; with `cdata` it has no entities. `whole`: an end tag follows at once. */
export const TEXT = 3;
/** Nothing follows. */
export const END = 0;
export type Kind = typeof OPEN | typeof CLOSE | typeof TEXT | typeof END;

/** More attributes than this no element of a workbook has. */
export const ATTRIBUTES = 256;

const decoder = /* @__PURE__ */ new TextDecoder('utf-8', { ignoreBOM: true });

/** @returns the text of these bytes as it is written: entities and all. */
export function decoded(bytes: Uint8Array, from: number, to: number): string {
  return decoder.decode(bytes.subarray(from, to));
}

/** The token that came last. */
export class Token {
  /** The bytes that are in sight: positions are offsets into them, and hold until the next token. */
  bytes: Uint8Array = new Uint8Array(1);
  /** Where the token lies with its brackets, and its name or its text. */
  start = 0;
  end = 0;
  from = 0;
  to = 0;
  empty = false;
  cdata = false;
  whole = false;
  /** Of each attribute of a start tag: where its name begins and ends, and its value without the quotes. */
  protected readonly places = new Int32Array(4 * ATTRIBUTES);
  attributes = 0;

  protected startsWith(at: number, word: string): boolean {
    for (let k = 0; k < word.length; k += 1) if (this.bytes[at + k] !== word.charCodeAt(k)) return false;
    return true;
  }

  /** @returns whether the name of the tag is `prefix` and `local`; names of workbooks are ASCII. */
  isNamed(prefix: string, local: string): boolean {
    const { bytes, from } = this;
    const length = prefix.length;
    if (this.to - from !== length + local.length) return false;
    for (let k = 0; k < local.length; k += 1) if (bytes[from + length + k] !== local.charCodeAt(k)) return false;
    for (let k = 0; k < length; k += 1) if (bytes[from + k] !== prefix.charCodeAt(k)) return false;
    return true;
  }

  /** @returns whether these bytes of the window say `word`, which is ASCII. */
  isAt(from: number, to: number, word: string): boolean {
    return to - from === word.length && this.startsWith(from, word);
  }

  /** @returns the name of the tag. */
  name(): string {
    return decoded(this.bytes, this.from, this.to);
  }

  /** @returns the number of the attribute with this name, or -1; of two of one name the last. */
  indexOf(name: string): number {
    let index = this.attributes - 1;
    while (index >= 0 && !this.isAt(this.place(index, 0), this.place(index, 1), name)) index -= 1;
    return index;
  }

  /** @returns the raw value of an attribute of the start tag, or null. */
  attribute(name: string): string | null {
    const index = this.indexOf(name);
    return index < 0 ? null : decoded(this.bytes, this.place(index, 2), this.place(index, 3));
  }

  /** @returns whether the start tag has the attribute with this raw value. */
  says(name: string, value: string): boolean {
    const { places } = this;
    for (let place = 4 * (this.attributes - 1); place >= 0; place -= 4)
      if (
        this.isAt(places[place]!, places[place + 1]!, name) &&
        this.isAt(places[place + 2]!, places[place + 3]!, value)
      )
        return true;
    return false;
  }

  /** @returns where the name of attribute number `index` begins (0), where it ends (1), and its value (2, 3). */
  place(index: number, what: 0 | 1 | 2 | 3): number {
    return this.places[4 * index + what]!;
  }

  /** @returns the TEXT with its entities resolved. */
  told(): string {
    const text = decoded(this.bytes, this.from, this.to);
    return this.cdata ? text.replace(FORBIDDEN, '') : decodeEntities(text);
  }

  /** @returns the token as it is written; CDATA as ordinary text. */
  written(): string {
    return this.cdata ? escapeXml(this.told()) : decoded(this.bytes, this.start, this.end);
  }
}
