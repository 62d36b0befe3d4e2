/** An empty or unreadable Điểm tối đa, or one above 0 where no points are given. */
import { isZero } from '../exact/exact.ts';
import type { Check, Told } from './finding.ts';
import { fromRemarks } from './shared.ts';

export const frameworkMaximumMissing: Check = {
  severity: 'error',
  run: (input) => {
    const found: Told[] = fromRemarks(input, 'framework.maximum-missing');
    input.assessment.sets.forEach((set, at) => {
      for (const indicator of set.indicators) {
        const place = indicator.at?.maximum ?? indicator.at?.code ?? null;
        if (place === null) continue;
        const without = indicator.role !== 'points';
        if (without ? indicator.maximum === null || isZero(indicator.maximum) : indicator.maximum !== null) continue;
        found.push({
          at: place,
          indicator: { set: at, index: indicator.index },
          variant: without ? 'no-points' : undefined,
        });
      }
    });
    return found;
  },
};
