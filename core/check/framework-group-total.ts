/** The components of a pillar (or of a row between) do not add up to its maximum. */
import { equals, sum, toPlain, type Exact } from '../exact/exact.ts';
import type { Check, Told } from './finding.ts';

export const frameworkGroupTotal: Check = {
  severity: 'warning',
  run: (input) => {
    const found: Told[] = [];
    for (const set of input.assessment.sets)
      for (const row of [...set.pillars, ...set.sums]) {
        const at = row.at?.maximum ?? null;
        if (at === null || row.maximum === null) continue;
        const parts = row.indicators.map((index) => set.indicators[index]!).filter((part) => part.role === 'points');
        const maxima: Exact[] = [];
        for (const part of parts) if (part.maximum !== null) maxima.push(part.maximum);
        if (maxima.length < parts.length || parts.length === 0) continue;
        const actual = sum(maxima);
        if (equals(actual, row.maximum)) continue;
        const args = {
          indicator: row.code,
          name: row.name,
          sum: { decimal: toPlain(actual) },
          total: { decimal: toPlain(row.maximum) },
        };
        found.push({ at, args });
      }
    return found;
  },
};
