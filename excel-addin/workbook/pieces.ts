/** Large reads in pieces whose answers stay below what Excel sends at once: requests grow with size, with nothing else. */
import { hostError, isSize } from './errors.ts';
import { pause, REQUEST_BYTES, throwIfAborted, type Batch } from './session.ts';

/** A part of a read: queued, answered, and cut in two where the answer would be too large. */
export interface Piece {
  /** Estimated bytes of the answer. */
  bytes: number;
  /** Queues the loads. */
  ask(): void;
  /** Takes the answer in, many cells in slices; false = Excel answered null: too large, never empty. */
  take(): boolean | Promise<boolean>;
  /** Two smaller pieces, null where it can't be cut. */
  halves(): [Piece, Piece] | null;
}

/** Below this a refusal has nothing to do with size. */
const SMALLEST = 20_000;
/** Bytes of answers that are taken in before the page gets its turn. */
const TURN = 400_000;

function cut(piece: Piece, limit: number): Piece[] {
  if (piece.bytes <= limit) return [piece];
  const halves = piece.halves();
  return halves === null ? [piece] : halves.flatMap((half) => cut(half, limit));
}

/** Reads all pieces in order, as many a request as fit; halves and repeats what was too large. */
export async function readPieces(
  batch: Batch,
  pieces: Piece[],
  signal: AbortSignal,
  limit = REQUEST_BYTES,
): Promise<void> {
  let queue = pieces.flatMap((piece) => cut(piece, limit));
  let most = limit;
  let doubts = 0;
  while (queue.length > 0) {
    throwIfAborted(signal);
    let bytes = 0;
    let count = 0;
    while (count < queue.length && (count === 0 || bytes + queue[count]!.bytes <= most)) bytes += queue[count++]!.bytes;
    const chosen = queue.slice(0, count);
    queue = queue.slice(count);
    for (const piece of chosen) piece.ask();
    try {
      await batch.sync();
    } catch (error) {
      const size = isSize(error);
      // Older builds call a too large answer a GeneralException: that one is worth a single try in smaller pieces.
      if (size === null || (size === 'possible' && ++doubts > 1)) throw error;
      most = Math.min(most, bytes) / 2;
      if (most < SMALLEST && size === 'certain') throw error;
      const smaller = chosen.flatMap((piece) => cut(piece, most));
      if (smaller.length === 1 && size === 'certain') throw error;
      queue = [...smaller, ...queue];
      continue;
    }
    // The library has just read the whole answer: the page gets its turn before we do.
    await pause();
    const again: Piece[] = [];
    let taken = 0;
    for (const piece of chosen) {
      if (taken > TURN) {
        taken = 0;
        await pause();
      }
      taken += piece.bytes;
      if (await piece.take()) continue;
      const halves = piece.halves();
      if (halves === null) throw hostError('too-large');
      again.push(...halves);
    }
    queue = [...again, ...queue];
  }
}

/** @returns bytes of a text as JSON in UTF-8, closely enough for an estimate. */
export function jsonBytes(value: unknown): number {
  if (typeof value !== 'string') return String(value).length + 1;
  let bytes = value.length + 3;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value.charCodeAt(index);
    if (unit > 0x7ff) bytes += 2;
    else if (unit > 0x7f || unit === 34 || unit === 92) bytes += 1;
    else if (unit < 32) bytes += 5;
  }
  return bytes;
}
