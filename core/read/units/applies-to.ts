/** Áp dụng cho names groups, units and codes: a name that none of the workbook's has is said, since the indicator passes it by. */
import type { IndexSet } from '../../framework/framework.ts';
import { clean, foldUnit } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import type { RawUnit } from './units.ts';

/** @returns settings.invalid remarks, one a cell with names that exist nowhere; none where there are no units yet. */
export function strangersIn(sets: IndexSet[], units: readonly RawUnit[], grids: readonly Grid[]): Remark[] {
  if (units.length === 0) return [];
  const known = new Set<string>();
  for (const { name, code, groupName } of units)
    for (const word of [name, code, groupName]) if (word !== null && word !== '') known.add(foldUnit(word));
  const remarks: Remark[] = [];
  for (const { indicators } of sets)
    for (const { appliesTo, at } of indicators) {
      const cell = at?.appliesTo ?? null;
      if (cell === null) continue;
      const names = [...appliesTo.include, ...appliesTo.exclude]
        .filter((word) => !known.has(foldUnit(word)))
        .map(clean);
      if (names.length === 0) continue;
      const value = clean(shownText(grids[cell.sheet]?.at(cell.row, cell.column)));
      remarks.push({
        kind: 'settings.invalid',
        at: cell,
        variant: 'applies-to',
        args: { key: 'Áp dụng cho', value, names: names.join('; ') },
      });
    }
  return remarks;
}
