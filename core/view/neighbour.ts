/** The way from one finding to the next. Apart from the list, so that a pane can carry it without the core. */

/**
 * @param from position in the filtered list, −1 before the first.
 * @returns position of the next (or previous) one; at an end it starts over. −1 where nothing matches.
 */
export function neighbour(total: number, from: number, step: 1 | -1): number {
  if (total === 0) return -1;
  if (from < 0) return step === 1 ? 0 : total - 1;
  return (from + step + total) % total;
}
