/** A figure below that of an earlier period of the same year: figures are cumulative from 1 January. */
import { compare, toPlain } from '../exact/exact.ts';
import type { Entry } from '../read/assessment.ts';
import { figuresBeside, isEarlierInYear, periodsThat, type Beside } from './earlier.ts';
import type { Check } from './finding.ts';
import type { CheckInput } from './input.ts';
import { setOf } from './shared.ts';

/** Of several earlier periods that say more, the one that says most. */
function decreased(input: CheckInput): Beside[] {
  const worst = new Map<Entry, Map<string, Beside>>();
  for (const period of periodsThat(input, isEarlierInYear))
    for (const beside of figuresBeside(input, period)) {
      const { entry, figure, now, before, isRate } = beside;
      if (isRate || compare(now, before) >= 0) continue;
      const own = worst.get(entry) ?? new Map<string, Beside>();
      worst.set(entry, own);
      const known = own.get(figure);
      if (known === undefined || compare(before, known.before) > 0) own.set(figure, beside);
    }
  return [...worst.values()].flatMap((own) => [...own.values()]);
}

export const valueDecreased: Check = {
  severity: 'warning',
  notRun: (input) =>
    input.earlier !== null && periodsThat(input, isEarlierInYear).length > 0 ? null : 'value.decreased',
  run: (input) =>
    decreased(input).map(({ entry, figure, before, period }) => ({
      at: entry.readings[figure]?.at ?? null,
      unit: entry.unit,
      indicator: { set: setOf(input, entry.unit), index: entry.indicator },
      column: figure,
      args: { before: { decimal: toPlain(before) }, period },
    })),
};
