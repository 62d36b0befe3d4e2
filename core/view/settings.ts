/** The settings (docs/contract.md#settings) as a form shows them: what is written, what holds otherwise, which words a key takes. */
import { labelledSettings } from '../read/setting-lines.ts';
import { placeOf, viewWord, type Place } from './outcome.ts';
import { hasWords, say, type Language } from '../messages/index.ts';
import type { Assessment } from '../read/assessment.ts';
import { shownText } from '../read/codes.ts';
import { gridOf } from '../read/grid.ts';
import { SETTINGS, type SettingId } from '../read/setting-keys.ts';
import { clean } from '../workbook/text.ts';

export interface SettingItem {
  key: string;
  /** The key in the reader's language. */
  label: string;
  /** As the sheet shows it; "" = not set. */
  value: string;
  default: string;
  words: string[];
  /** How a free text is written, what the words mean; "" where neither needs saying. */
  hint: string;
  place: Place | null;
  /** The key can't take the value that stands there: the default holds. */
  invalid: boolean;
}

export interface SettingsView {
  /** The settings table's sheet, null where the workbook has none yet. */
  sheet: string | null;
  items: SettingItem[];
}

/** What the words of a setting mean; "" where they explain themselves. */
function hintOf(id: SettingId, language: Language): string {
  const words = `view.setting-hint-${id}`;
  return hasWords(words) ? say({ id: words, args: {} }, language) : '';
}

/** @returns every key, set or not, in the order of docs/contract.md#settings. */
export function settingsView(assessment: Assessment, language: Language): SettingsView {
  const { settings, remarks, picture, sets } = assessment;
  const table = assessment.tables.find(({ kind }) => kind === 'settings');
  const items = SETTINGS.map(({ id, key, words = [], usual = '' }): SettingItem => {
    const at = settings.at[key] ?? null;
    const sheet = at === null ? undefined : picture.sheets[at.sheet];
    const text = at === null || sheet === undefined ? '' : shownText(gridOf(sheet, at.sheet).at(at.row, at.column));
    const value = labelledSettings(text).find((line) => line.key === key)?.value ?? clean(text);
    const own = id === 'decimals' ? String(sets[0]?.decimals ?? 2) : usual;
    return {
      key,
      label: viewWord(`setting-${id}`, {}, language),
      value,
      default: own,
      words: [...words],
      hint: hintOf(id, language),
      place: placeOf(assessment, at),
      invalid: remarks.some((remark) => remark.kind === 'settings.invalid' && remark.args?.['key'] === key),
    };
  });
  return { sheet: table === undefined ? null : (picture.sheets[table.sheet]?.name ?? null), items };
}
