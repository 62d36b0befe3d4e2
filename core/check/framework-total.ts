/** The maxima of a set do not add up to the declared total. */
import { equals, sum, toPlain, type Exact } from '../exact/exact.ts';
import type { Check, Told } from './finding.ts';

export const frameworkTotal: Check = {
  severity: 'warning',
  run: (input) => {
    const found: Told[] = [];
    for (const set of input.assessment.sets) {
      if (set.totalAt === null) continue;
      const maxima: Exact[] = [];
      let whole = true;
      for (const indicator of set.indicators) {
        if (indicator.role !== 'points') continue;
        if (indicator.maximum === null) whole = false;
        else maxima.push(indicator.maximum);
      }
      // An unreadable maximum is a finding of its own; the sum would only repeat it.
      if (!whole) continue;
      const actual = sum(maxima);
      if (equals(actual, set.total)) continue;
      const args = { sum: { decimal: toPlain(actual) }, total: { decimal: toPlain(set.total) } };
      const variant = set.totalAssumed === true ? 'default' : undefined;
      found.push({ at: set.totalAt, variant, args });
    }
    return found;
  },
};
