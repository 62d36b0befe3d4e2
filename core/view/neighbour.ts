/** The way from one finding to the next. Apart from the list, so that a pane can carry it without the core. */

/**
 * @param from position in the filtered list, −1 before the first.
 * @param gone what stood at `from` is no more: the next one has its place.
 * @returns position of the next (or previous) one; at an end it starts over. −1 where nothing matches.
 */
export function neighbour(total: number, from: number, step: 1 | -1, gone = false): number {
  if (total === 0) return -1;
  if (gone && from >= 0 && step === 1) return from % total;
  if (from < 0) return step === 1 ? 0 : total - 1;
  return (from + step + total) % total;
}
