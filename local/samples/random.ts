/** A small seeded generator, so that the samples are the same on every machine. */
export class Seeded {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  /** @returns a whole number within low … high, both included. */
  whole(low: number, high: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return low + Math.floor((this.state / 4294967296) * (high - low + 1));
  }
  /** @returns true in `percent` of 100 cases. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }
}
