/** The settings (docs/contract.md#settings) as a form shows them: what is written, what holds otherwise, which words a key takes. */
import { labelledSettings } from '../read/setting-lines.ts';
import { placeOf, viewWord, type Place } from './outcome.ts';
import type { Language } from '../messages/index.ts';
import type { Assessment } from '../read/assessment.ts';
import { shownText } from '../read/codes.ts';
import { gridOf } from '../read/grid.ts';
import { SETTING_WORDS } from '../read/setting-words.ts';
import { clean } from '../workbook/text.ts';

/** What holds where a key says nothing, in the words of the sheet; "" where nothing does. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'Làm tròn': 'từng chỉ số',
  'Nguồn điểm': 'thẩm định > tính > tự chấm',
  'Thiếu số liệu': '0 điểm',
  'Khi không phát sinh': 'hỏi',
  'Xếp hạng theo': 'điểm',
  'Cơ sở xếp hạng': 'điểm công bố',
  'Đồng hạng': '1224',
  'Nhiều người chấm': 'hỏi',
};

/** Keys with a form of their own, or with words that do not explain themselves: there are words `setting-hint-<n>` for them. */
const FORMED = new Set([
  'Kỳ báo cáo',
  'Làm tròn',
  'Nguồn điểm',
  'Thiếu số liệu',
  'Khi không phát sinh',
  'Xếp hạng theo',
  'Cơ sở xếp hạng',
  'Đồng hạng',
  'Tiêu chí phụ',
  'Xếp loại',
  'Cột điểm chính thức',
  'Nhiều người chấm',
]);

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

/** @returns every key, set or not, in the order of docs/contract.md#settings. */
export function settingsView(assessment: Assessment, language: Language): SettingsView {
  const { settings, remarks, picture, sets } = assessment;
  const table = assessment.tables.find(({ kind }) => kind === 'settings');
  const items = SETTING_WORDS.map(([key, words], index): SettingItem => {
    const at = settings.at[key] ?? null;
    const sheet = at === null ? undefined : picture.sheets[at.sheet];
    const text = at === null || sheet === undefined ? '' : shownText(gridOf(sheet, at.sheet).at(at.row, at.column));
    const value = labelledSettings(text).find((line) => line.key === key)?.value ?? clean(text);
    const own = key === 'Số chữ số thập phân' ? String(sets[0]?.decimals ?? 2) : (DEFAULTS[key] ?? '');
    return {
      key,
      label: viewWord(`setting-${index + 1}`, {}, language),
      value,
      default: own,
      words: [...words],
      hint: FORMED.has(key) ? viewWord(`setting-hint-${index + 1}`, {}, language) : '',
      place: placeOf(assessment, at),
      invalid: remarks.some((remark) => remark.kind === 'settings.invalid' && remark.args?.['key'] === key),
    };
  });
  return { sheet: table === undefined ? null : (picture.sheets[table.sheet]?.name ?? null), items };
}
