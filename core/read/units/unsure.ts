/** Units of whom too little is said: forms without a name, and units without a group beside others. */
import type { Remark } from '../assessment.ts';
import type { FoundTable } from '../tables/found-table.ts';
import { givesGroups } from '../tables/unit-groups.ts';
import type { Unnamed } from './owned.ts';
import type { RawUnit, Units } from './units.ts';

/** @returns unit.unknown at each form without a name: beside others it is nobody's. */
export function unnamedForms(forms: readonly Unnamed[], units: Units): Remark[] {
  if (units.list.length < 2) return [];
  return forms.map(({ unit, at, name }) => ({
    kind: 'unit.unknown',
    at,
    unit,
    variant: 'unnamed',
    args: { name },
    blocks: [unit],
  }));
}

/**
 * @returns unit.unknown at units that a list or table with groups gives none: in a ranking of their own nobody meant, unless they have a set
 * of their own.
 */
export function groupless(
  { list, grouped: listed }: Units,
  tables: readonly FoundTable[],
  setOfUnit: readonly (number | null)[],
): Remark[] {
  const setOf = ({ index }: RawUnit): number | null => setOfUnit[index] ?? null;
  const sets = new Set(list.filter(({ groupName }) => groupName !== '').map(setOf));
  if (sets.size === 0) return [];
  const grouped = tables.filter((table) => givesGroups(table) && (table.kind === 'units') === listed);
  const rows = new Set(grouped.flatMap(({ sheet, dataRows }) => dataRows.map((row) => `${sheet} ${row}`)));
  return list.flatMap((unit): Remark[] => {
    const { index, name, groupName, ranked, dataAt } = unit;
    const at = listed ? unit.listedAt : dataAt;
    if (groupName !== '' || !ranked || dataAt === null || at === null || !sets.has(setOf(unit))) return [];
    if (!rows.has(`${at.sheet} ${at.row}`)) return [];
    return [{ kind: 'unit.unknown', at, unit: index, variant: 'no-group', args: { name } }];
  });
}
