/** Gathers calls until a request is full by estimate, then sends it. */
import type { Batch } from './session.ts';

/** Bytes that a call takes on the wire beside its own arguments: paths, ids, the actions around it. */
export const CALL_BYTES = 420;

export class Outbox {
  private pending = 0;
  private readonly batch: Batch;
  private readonly limit: number;
  private readonly before: () => void;

  /** `before` runs before each request: a place to stop. */
  constructor(batch: Batch, limit: number, before: () => void = () => undefined) {
    this.batch = batch;
    this.limit = limit;
    this.before = before;
  }

  /** Makes room for calls of so many bytes: what is pending goes first where both would be too large. */
  async room(bytes: number): Promise<void> {
    if (this.pending > 0 && this.pending + bytes > this.limit) await this.flush();
    this.pending += bytes;
  }

  async flush(): Promise<void> {
    if (this.pending === 0) return;
    this.before();
    this.pending = 0;
    await this.batch.sync();
  }
}
