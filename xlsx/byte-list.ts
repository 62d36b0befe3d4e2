/** Bytes that are gathered one stretch after the other. */
export class ByteList {
  bytes: Uint8Array = new Uint8Array(1 << 12);
  length = 0;

  /** Adds the bytes from `from` to `to`. */
  push(source: Uint8Array, from = 0, to = source.length): void {
    const end = this.length + to - from;
    if (end > this.bytes.length) {
      const wider = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      wider.set(this.bytes.subarray(0, this.length));
      this.bytes = wider;
    }
    // Nearly all stretches are a few bytes, for which a view would cost more than they do.
    if (to - from < 32) for (let i = from; i < to; i += 1) this.bytes[this.length + i - from] = source[i]!;
    else this.bytes.set(source.subarray(from, to), this.length);
    this.length = end;
  }

  /** @returns what was gathered. */
  all(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}
