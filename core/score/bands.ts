/** Xếp loại: the first band whose lower bound the share reaches. */
import { compareEstimates, estimateOf, type Estimate } from '../exact/estimate.ts';
import type { Band } from '../read/assessment.ts';

/** @returns the label for a share in percent; null without bands or below the last bound. */
export function bandOf(bands: Band[], share: Estimate): string | null {
  for (const band of bands) {
    if (band.from === null) return band.label;
    const order = compareEstimates(share, estimateOf(band.from));
    if (order > 0 || (order === 0 && band.inclusive)) return band.label;
  }
  return null;
}
