/** The lines of a form's table: pillars and the sums within them above what they sum. */
import type { Exact } from '../exact/exact.ts';
import type { IndexSet } from '../framework/framework.ts';

export type Line =
  | { kind: 'indicator'; index: number }
  /** `carries`: its points may stand in the row; a group row (a lone letter or Roman numeral) carries none. */
  | {
      kind: 'sum';
      code: string;
      name: string;
      maximum: Exact | null;
      indicators: number[];
      carries: boolean;
      pillar: boolean;
    };

/** @returns the lines; `included`: the indicators that apply. */
export function linesOf(set: IndexSet, included: ReadonlySet<number>): Line[] {
  const lines: Line[] = [];
  const pillarCodes = new Set(set.pillars.map(({ code }) => code));
  const sum = (
    row: { code: string; name: string; maximum: Exact | null; indicators: number[] },
    pillar: boolean,
  ): void => {
    const indicators = row.indicators.filter((index) => included.has(index));
    if (indicators.length === 0) return;
    // All of its indicators: the maximum stated holds; of some only their sum does.
    const maximum = indicators.length === row.indicators.length ? row.maximum : null;
    const { code, name } = row;
    lines.push({ kind: 'sum', code, name, maximum, indicators, carries: /\d/.test(code), pillar });
  };
  for (const pillar of set.pillars) {
    // A pillar that is scored itself has its own row.
    const alone = pillar.indicators.some((index) => set.indicators[index]?.code === pillar.code);
    if (!alone) sum(pillar, true);
    for (const index of pillar.indicators) {
      for (const row of set.sums) if (row.indicators[0] === index && !pillarCodes.has(row.code)) sum(row, false);
      if (included.has(index)) lines.push({ kind: 'indicator', index });
    }
  }
  return lines;
}

/** @returns whether a code can stand in a form's column Mã and is read there as a code: of extra points beside a maximum it can't. */
export function isCode(code: string): boolean {
  return /^[\p{L}\d]+(\.[\p{L}\d]+)*$/u.test(code) && /\d/.test(code);
}
