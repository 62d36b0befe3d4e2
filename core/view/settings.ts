/** The settings (docs/contract.md#settings) as a form shows them: what is written, what holds otherwise, which values a key takes. */
import { labelledSettings } from '../read/settings/lines.ts';
import { placeOf, type Place } from './outcome.ts';
import type { Assessment } from '../read/assessment.ts';
import { shownText } from '../read/cells/codes.ts';
import { gridOf } from '../read/cells/grid.ts';
import { SETTINGS, type KnownSetting, type SettingId, type SettingSection } from '../read/settings/keys.ts';
import { clean } from '../workbook/text.ts';

export type { SettingId } from '../read/settings/keys.ts';

/** A value that may be chosen. */
export interface SettingChoice {
  /** What is written; one that stands in the sheet as it is written there. */
  value: string;
  /** The word of docs/contract.md#settings that it is read as; null: it is none. */
  word: string | null;
}

export interface SettingItem {
  id: SettingId;
  key: string;
  section: SettingSection;
  /** As the sheet shows it; "" = not set. */
  value: string;
  /** What holds otherwise; "" where nothing does. */
  default: string;
  /** None: free text. What stands in the sheet is always among them. */
  choices: SettingChoice[];
  /** How a free text is written. */
  example: string;
  place: Place | null;
  /** The key can't take the value that stands there: the default holds. */
  invalid: boolean;
}

export interface SettingsView {
  /** The settings table's sheet, null where the workbook has none yet. */
  sheet: string | null;
  /** Those of one section stand together. */
  items: SettingItem[];
}

function choicesOf({ words = [], read }: KnownSetting, value: string): SettingChoice[] {
  const standing = read(value, value, null);
  const choices = words.map((word): SettingChoice => {
    const isStanding = standing !== null && read(word, word, null) === standing;
    return { value: isStanding ? value : word, word };
  });
  const isOther = words.length > 0 && value !== '' && choices.every((choice) => choice.value !== value);
  return isOther ? [...choices, { value, word: null }] : choices;
}

/** @returns every key, set or not, in the order of docs/contract.md#settings. */
export function settingsView(assessment: Assessment): SettingsView {
  const { settings, remarks, picture, sets } = assessment;
  const table = assessment.tables.find(({ kind }) => kind === 'settings');
  const items = SETTINGS.map((setting): SettingItem => {
    const { id, key, section, usual = '', example = '' } = setting;
    const at = settings.at[key] ?? null;
    const sheet = at === null ? undefined : picture.sheets[at.sheet];
    const text = at === null || sheet === undefined ? '' : shownText(gridOf(sheet, at.sheet).at(at.row, at.column));
    const value = labelledSettings(text).find((line) => line.key === key)?.value ?? clean(text);
    return {
      id,
      key,
      section,
      value,
      default: id === 'decimals' ? String(sets[0]?.decimals ?? 2) : usual,
      choices: choicesOf(setting, value),
      example,
      place: placeOf(assessment, at),
      invalid: remarks.some((remark) => remark.kind === 'settings.invalid' && remark.args?.['key'] === key),
    };
  });
  return { sheet: table === undefined ? null : (picture.sheets[table.sheet]?.name ?? null), items };
}
