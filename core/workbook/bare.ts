/** Whether a workbook is as good as new: only there are sheets of a sample no intrusion. */
import type { Picture } from './picture.ts';

/** A title and a few notes; no table of anybody's. */
export const BARE_CELLS = 20;

/** @param ours names of the sheets that we wrote: they don't count. */
export function isBare(picture: Picture, ours: ReadonlySet<string>): boolean {
  let filled = 0;
  for (const { name, rows } of picture.sheets) {
    if (ours.has(name)) continue;
    for (const { cells } of rows) {
      for (const cell of cells) if (cell !== null && cell !== '') filled += 1;
      if (filled > BARE_CELLS) return false;
    }
  }
  return true;
}
