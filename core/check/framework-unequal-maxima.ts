/** Units ranked together by points can reach different maxima. */
import { compare, toPlain, type Exact } from '../exact/exact.ts';
import type { Check, Told } from './finding.ts';
import { hasNoData, headerAt } from './shared.ts';
import { isData } from './input.ts';

export const frameworkUnequalMaxima: Check = {
  severity: 'warning',
  run: (input) => {
    const { assessment } = input;
    if (assessment.settings.rankBy !== 'points') return [];
    const { cards } = input;
    const found: Told[] = [];
    for (const group of assessment.groups) {
      let low: Exact | null = null;
      let high: Exact | null = null;
      for (const unit of group.units) {
        const card = cards[unit];
        if (card === undefined || card.status === 'unranked' || hasNoData(input, unit)) continue;
        if (low === null || compare(card.maximum, low) < 0) low = card.maximum;
        if (high === null || compare(card.maximum, high) > 0) high = card.maximum;
      }
      if (low === null || high === null || compare(low, high) === 0) continue;
      const table =
        assessment.tables.find((one) => one.kind === 'units') ?? assessment.tables.find((one) => isData(one));
      const column = table?.columns.unit ?? table?.columns.name ?? table?.columns.code ?? table?.left;
      const at = table === undefined || column === undefined ? null : headerAt(input, table, column);
      const args = { group: group.name, low: { decimal: toPlain(low) }, high: { decimal: toPlain(high) } };
      const variant = group.name === '' ? undefined : 'group';
      found.push({ at, variant, args });
    }
    return found;
  },
};
