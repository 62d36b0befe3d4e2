/** Figures of other periods in the same workbook: what value.decreased and value.outlier compare this period's with. */
import { matchedUnits } from '../compare/units.ts';
import type { Exact } from '../exact/exact.ts';
import type { FigureName } from '../framework/framework.ts';
import type { Assessment, Entry } from '../read/assessment.ts';
import { readPeriod, type Period } from '../read/periods/periods.ts';
import type { CheckInput } from './input.ts';
import { FIGURES, needs, setOf } from './shared.ts';

/** A figure of this period beside the same unit's of another one. */
export interface Beside {
  entry: Entry;
  figure: FigureName;
  now: Exact;
  before: Exact;
  /** A share of 1: it does not grow over the year. */
  isRate: boolean;
  period: string;
}

/** @returns the periods of the workbook, as written, that stand to this one as asked. */
export function periodsThat({ assessment }: CheckInput, stands: (other: Period, own: Period) => boolean): string[] {
  const own = assessment.period === null ? null : readPeriod(assessment.period);
  if (own === null) return [];
  return assessment.periods.filter((text) => {
    const other = readPeriod(text);
    return other !== null && stands(other, own);
  });
}

/** @returns whether another period is an earlier one of the same year: figures are cumulative from 1 January. */
export function isEarlierInYear(other: Period, own: Period): boolean {
  return other.year === own.year && other.end < own.end;
}

/** @returns whether another period is the same one a year before. */
export function isYearBefore(other: Period, own: Period): boolean {
  return other.year === own.year - 1 && other.end === own.end && other.months === own.months;
}

/** By unit and code the entries that hold figures. */
function entriesOf({ entries, units, groups, sets }: Assessment): Map<string, Entry>[] {
  const found: Map<string, Entry>[] = units.map(() => new Map());
  const codes = units.map(({ group }) => sets[groups[group]?.set ?? -1]?.indicators.map(({ code }) => code) ?? []);
  for (const entry of entries) {
    const code = codes[entry.unit]?.[entry.indicator];
    const own = found[entry.unit];
    if (code !== undefined && own !== undefined && !own.has(code)) own.set(code, entry);
  }
  return found;
}

/** @returns every figure that both periods have, of units that are the same. */
export function* figuresBeside(input: CheckInput, period: string): Generator<Beside> {
  const other = input.earlier?.(period);
  if (other === undefined) return;
  const { assessment } = input;
  const oldOf = matchedUnits(other, assessment);
  const before = entriesOf(other);
  for (const entry of assessment.entries) {
    const unit = oldOf[entry.unit] ?? null;
    const indicator = assessment.sets[setOf(input, entry.unit)]?.indicators[entry.indicator];
    const was = unit === null || indicator === undefined ? undefined : before[unit]?.get(indicator.code);
    if (was === undefined) continue;
    const { rates } = needs(input, indicator);
    for (const figure of FIGURES) {
      const [one, two] = [was.readings[figure], entry.readings[figure]];
      if (one === undefined || two === undefined || one.value === null || two.value === null) continue;
      if (one.problem !== null || two.problem !== null) continue;
      yield { entry, figure, now: two.value, before: one.value, isRate: rates.includes(figure), period };
    }
  }
}
