/** Units ranked together by points can reach different maxima. */
import { compare, toPlain, type Exact } from '../exact/exact.ts';
import type { Check, Finding } from './finding.ts';
import { contextOf, finding, hasNoData, headerAt, isData } from './shared.ts';

export const frameworkUnequalMaxima: Check = {
  id: 'framework.unequal-maxima',
  run: (input) => {
    const { assessment } = input;
    if (assessment.settings.rankBy !== 'points') return [];
    const { cards } = contextOf(input);
    const found: Finding[] = [];
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
      found.push(finding(input, 'framework.unequal-maxima', 'warning', { at, variant, args }));
    }
    return found;
  },
};
