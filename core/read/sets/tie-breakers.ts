/** Tiêu chí phụ are codes of a set: one that no set has is said, and the default (none) holds. */
import type { IndexSet } from '../../framework/framework.ts';
import type { Remark, Settings } from '../assessment.ts';

/** @returns the settings with the tie breakers that hold, and settings.invalid where they do not. */
export function settleTieBreakers(
  settings: Settings,
  sets: readonly IndexSet[],
): { settings: Settings; remarks: Remark[] } {
  const at = settings.at['Tiêu chí phụ'];
  const known = new Set(
    sets.flatMap((set) => [...set.indicators, ...set.pillars, ...set.sums].map((item) => item.code)),
  );
  if (at === undefined || sets.length === 0 || settings.tieBreakers.every((code) => known.has(code)))
    return { settings, remarks: [] };
  const args = { key: 'Tiêu chí phụ', value: settings.tieBreakers.join('; ') };
  return { settings: { ...settings, tieBreakers: [] }, remarks: [{ kind: 'settings.invalid', at, args }] };
}
