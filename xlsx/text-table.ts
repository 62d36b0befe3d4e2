/** Texts by their bytes: one that comes again is not decoded again, and all that say the same are one string. */
import { ByteList } from './byte-list.ts';
import { decodeEntities } from './markup.ts';
import { decoded } from './token.ts';

/** Different texts that are remembered, and how many bytes they may have together; others are decoded each time. */
const TEXTS = 1 << 15;
const BYTES = 1 << 22;
const SLOTS = 1 << 16;
/** Slots that are looked into, so that texts made to fall into one slot cost no more than others. */
const TRIES = 8;

export class TextTable {
  /** Number of a text in each slot; 0: none. Made when first needed. */
  private slots: Uint16Array | null = null;
  private readonly texts: string[] = [''];
  /** The bytes of all texts one after the other, and where each ends. */
  private readonly bytes = new ByteList();
  private readonly ends: number[] = [0];

  /** `finished` makes the text of a cell from what is written. */
  constructor(readonly finished: (written: string) => string) {}

  /** @returns the text that these bytes stand for, entities resolved. */
  at(bytes: Uint8Array, from: number, to: number): string {
    let hash = to - from;
    for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 15;
    const slots = (this.slots ??= new Uint16Array(SLOTS));
    for (let turn = 0; turn < TRIES; turn += 1) {
      const slot = (hash + turn) & (SLOTS - 1);
      const number = slots[slot]!;
      if (number === 0) return this.add(slots, slot, bytes, from, to);
      if (this.isSame(number, bytes, from, to)) return this.texts[number]!;
    }
    return this.read(bytes, from, to);
  }

  private read(bytes: Uint8Array, from: number, to: number): string {
    return this.finished(decodeEntities(decoded(bytes, from, to)));
  }

  private isSame(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const begin = this.ends[number - 1]!;
    if (this.ends[number]! - begin !== to - from) return false;
    const own = this.bytes.bytes;
    for (let k = to - from - 1; k >= 0; k -= 1) if (own[begin + k] !== bytes[from + k]) return false;
    return true;
  }

  private add(slots: Uint16Array, slot: number, bytes: Uint8Array, from: number, to: number): string {
    const text = this.read(bytes, from, to);
    if (this.texts.length > TEXTS || this.bytes.length + to - from > BYTES) return text;
    this.bytes.push(bytes, from, to);
    slots[slot] = this.texts.length;
    this.texts.push(text);
    this.ends.push(this.bytes.length);
    return text;
  }
}
