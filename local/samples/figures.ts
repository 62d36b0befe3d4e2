/** Synthetic inputs that fit an indicator's rule: what a unit might have reported. */
import type { FigureName, Indicator } from '#core/framework/framework';
import { needsOf } from '#core/framework/rules/index';
import { toNumber } from '#core/exact/exact';
import type { Seeded } from './random.ts';

export interface SampleFigures {
  figures: Partial<Record<FigureName, number>>;
  choice: string | null;
  verified: number | null;
}

/** @returns inputs for one unit; `level` (0 … 100) says how well the unit does. */
export function sampleFigures(indicator: Indicator, random: Seeded, level: number): SampleFigures {
  const rule = indicator.rule;
  if (rule === null || rule.kind === 'judged') {
    const maximum = indicator.maximum === null ? 0 : toNumber(indicator.maximum);
    return { figures: {}, choice: null, verified: Math.round((maximum * random.whole(level, 100)) / 25) / 4 };
  }
  const needs = needsOf(rule);
  const figures: SampleFigures['figures'] = {};
  for (const pair of needs.pairs) {
    const whole = random.whole(40, 900);
    figures[pair.whole] = whole;
    figures[pair.part] = Math.min(pair.target ? Math.round(whole * 1.1) : whole, Math.round((whole * random.whole(level, 104)) / 100));
  }
  for (const name of needs.rates) figures[name] ??= random.whole(level, 99) / 100;
  for (const name of needs.figures) figures[name] ??= rule.kind === 'deduction' ? random.whole(0, 2) : random.whole(1, 12);
  let choice: string | null = null;
  if (needs.choice === 'yes-no') choice = random.chance(level) ? 'Có' : 'Không';
  else if (needs.choice === 'choice') choice = needs.labels[random.whole(0, needs.labels.length - 1)]!;
  else if (needs.choice === 'parts') choice = random.chance(level) ? needs.labels.join('; ') : needs.labels[0]!;
  return { figures, choice, verified: null };
}
