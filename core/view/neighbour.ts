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

/**
 * The key for the next (1) or the previous (−1) finding, as Excel and Sheets know none: F8 is Excel's own. On a list of choices Alt and
 * an arrow open that list.
 */
export function stepOf({ key, altKey, ctrlKey, metaKey, shiftKey }: StepKey, isOnChoice: boolean): 1 | -1 | null {
  if (!altKey || ctrlKey || metaKey || shiftKey || isOnChoice) return null;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : null;
}

/** What is looked at of a pressed key. */
interface StepKey {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}
