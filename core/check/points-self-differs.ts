/** Self-assessed points that are not what the figures give. */
import { equals, roundHalfUp, toFixed } from '../exact/exact.ts';
import type { Check, Told } from './finding.ts';
import { setOf } from './shared.ts';

export const pointsSelfDiffers: Check = {
  severity: 'warning',
  notRun: (input) => (input.columns.has('self') ? null : 'points.self-differs'),
  run: (input) => {
    const { assessment, scored } = input;
    const found: Told[] = [];
    for (const card of scored.cards) {
      const set = setOf(input, card.unit);
      const decimals = assessment.settings.decimals ?? assessment.sets[set]?.decimals ?? 2;
      for (const score of card.entries) {
        const { self, calculated } = score;
        if (self === null || calculated === null || equals(self, calculated)) continue;
        if (equals(roundHalfUp(self, decimals), roundHalfUp(calculated, decimals))) continue;
        const reading = score.entry?.readings.self;
        if (reading === undefined || reading.empty) continue;
        found.push({
          at: reading.at,
          unit: card.unit,
          indicator: { set, index: score.indicator },
          column: 'self',
          args: { calculated: { decimal: toFixed(calculated, decimals) } },
        });
      }
    }
    return found;
  },
};
