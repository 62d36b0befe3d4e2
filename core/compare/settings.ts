/** Settings that hold something else on the other side: in the words of the sheet, whether they are written there or hold by default. */
import { toNumber, type Exact } from '../exact/exact.ts';
import type { Assessment } from '../read/assessment.ts';
import { samePeriod } from '../read/periods/periods.ts';
import { bandsText } from '../read/settings/bands.ts';
import { SETTINGS, type KnownSetting, type SettingValues } from '../read/settings/keys.ts';
import { sourcesText } from '../read/settings/values.ts';
import { decimalsOf } from '../score/index.ts';
import type { SettingChange } from './comparison.ts';

/** What holds, with what the set and the data give where nothing is written: total, decimals, period. */
function heldBy(assessment: Assessment): SettingValues {
  const { settings, sets, period, groups } = assessment;
  const { print, at: _at, ...rest } = settings;
  const ranked = new Set(groups.map((group) => group.set));
  const only = ranked.size > 1 ? undefined : sets[[...ranked][0] ?? 0];
  const total: Exact | null = settings.total ?? only?.total ?? null;
  const decimals = only === undefined ? settings.decimals : decimalsOf(assessment, only);
  return { ...rest, ...print, total, decimals, period: period ?? settings.period };
}

function textOf(setting: KnownSetting, held: SettingValues): string | number | null {
  const { id, words = [], read } = setting;
  switch (id) {
    case 'total':
      return held.total === null ? null : toNumber(held.total);
    case 'decimals':
      return held.decimals;
    case 'sources':
      return sourcesText(held.sources);
    case 'bands':
      return bandsText(held.bands) || null;
    case 'tieBreakers':
      return held.tieBreakers.join('; ') || null;
    default: {
      const value = held[id];
      return words.find((word) => read(word, word, null) === value) ?? (value || null);
    }
  }
}

/** "Quý I/2026" and "2026-Q1" are one. */
function isSamePeriod(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : samePeriod(one, other);
}

/** @returns the settings that hold something else now, in the order of docs/contract.md#settings. */
export function compareSettings(old: Assessment, now: Assessment): SettingChange[] {
  const [before, after] = [heldBy(old), heldBy(now)];
  return SETTINGS.flatMap((setting): SettingChange[] => {
    const change = { key: setting.key, old: textOf(setting, before), new: textOf(setting, after) };
    const same = setting.id === 'period' ? isSamePeriod(before.period, after.period) : change.old === change.new;
    return same ? [] : [change];
  });
}
