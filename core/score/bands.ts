/** Xếp loại: the first band whose lower bound the share reaches. */
import { compare, type Exact } from '../exact/exact.ts';
import type { Band } from '../read/assessment.ts';

/** @returns the label for a share in percent; null without bands, without a share, or below the last bound. */
export function bandOf(bands: Band[], share: Exact | null): string | null {
  if (share === null) return null;
  for (const band of bands) {
    if (band.from === null) return band.label;
    const order = compare(share, band.from);
    if (order > 0 || (order === 0 && band.inclusive)) return band.label;
  }
  return null;
}
