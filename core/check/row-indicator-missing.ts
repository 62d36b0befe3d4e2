/** A unit's table has no row (or column) for an indicator that applies to it. */
import type { Check, Told } from './finding.ts';
import { hasNoData, headerAt, setOf } from './shared.ts';

export const rowIndicatorMissing: Check = {
  severity: 'warning',
  run: (input) => {
    const { assessment, scored, firstEntry } = input;
    const severity = assessment.settings.missing === 'block' ? 'error' : 'warning';
    const found: Told[] = [];
    for (const card of scored.cards) {
      if (hasNoData(input, card.unit)) continue;
      for (const score of card.entries) {
        if (score.entry !== null) continue;
        const waived = score.state === 'waived';
        if (score.state !== 'missing' && !waived && score.blockedBy !== 'missing') continue;
        const first = firstEntry[card.unit];
        const table = first === undefined ? undefined : assessment.tables[first.table];
        const column = table?.columns.code ?? table?.columns.unit ?? table?.left;
        const at = table === undefined || column === undefined ? null : headerAt(input, table, column);
        found.push({
          severity: (isWaived) => (waived && !isWaived ? null : severity),
          at: at ?? assessment.units[card.unit]?.dataAt ?? null,
          unit: card.unit,
          indicator: { set: setOf(input, card.unit), index: score.indicator },
          value: '',
          variant: table?.kind === 'matrix' ? 'column' : undefined,
        });
      }
    }
    return found;
  },
};
