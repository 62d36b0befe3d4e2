/** Conditions of Xếp loại name codes of a set: where no set has one, nobody can be said to meet it. */
import type { IndexSet } from '../../framework/framework.ts';
import type { Remark, Settings } from '../assessment.ts';

/** @returns the codes of a set that points are given for. */
function scoredCodes({ indicators, pillars, sums }: IndexSet): string[] {
  const counts = (index: number): boolean => indicators[index]?.role === 'points';
  return [
    ...indicators.filter(({ index }) => counts(index)),
    ...[...pillars, ...sums].filter((item) => item.indicators.some(counts)),
  ].map(({ code }) => code);
}

/** @returns the settings, without bands where a condition names what no set gives points for, and settings.invalid there. */
export function settleBandConditions(
  settings: Settings,
  sets: readonly IndexSet[],
): { settings: Settings; remarks: Remark[] } {
  const at = settings.at['Xếp loại'];
  const codes = settings.bands.flatMap(({ conditions }) => conditions.map(({ code }) => code));
  if (at === undefined || sets.length === 0 || codes.length === 0) return { settings, remarks: [] };
  const known = new Set(sets.flatMap(scoredCodes));
  const unknown = codes.filter((code, place) => !known.has(code) && codes.indexOf(code) === place);
  if (unknown.length === 0) return { settings, remarks: [] };
  const args = { key: 'Xếp loại', value: unknown.join('; ') };
  return {
    settings: { ...settings, bands: [] },
    remarks: [{ kind: 'settings.invalid', at, variant: 'condition', args }],
  };
}
