/** What settings and their values are called in the reader's language. The value itself, as the sheet writes it, stands behind its meaning. */
import type { Under } from '#core/messages/ids';
import type { SettingId } from '#core/view/settings';
import type { PanelWord } from './words.ts';

type Word = Under<'pane.'>;

/** When a setting matters, or how a free text is written. */
const HINTS: Partial<Record<SettingId, Word>> = {
  period: 'setting-hint-period',
  sources: 'setting-hint-sources',
  officialColumn: 'setting-hint-officialColumn',
  judges: 'setting-hint-judges',
  notArising: 'setting-hint-notArising',
  decimalMark: 'setting-hint-decimalMark',
  tieBreakers: 'setting-hint-tieBreakers',
  bands: 'setting-hint-bands',
};

/** @returns what is to be known of a setting; "" where it explains itself. */
export function hintOf(id: SettingId, example: string, word: PanelWord): string {
  const hint = HINTS[id];
  return hint === undefined ? '' : word(hint, { example });
}

/** @returns what a value that may be chosen means: "Sau hai đơn vị cùng hạng 2 là hạng 4 (1224)". */
export function meaningOf(id: SettingId, value: string, word: PanelWord): string {
  if (id === 'decimals')
    return word('setting-digits', { count: value, example: { decimal: (12.345678).toFixed(Number(value)) } });
  // A test holds the values of the table against the words.
  return `${word(`setting-${id}/${value}` as Word)} (${value})`;
}

/** @returns what holds where nothing is set, in words; "" where nothing does. */
export function defaultOf(id: SettingId, value: string, isChoice: boolean, word: PanelWord): string {
  if (id === 'decimalMark') return word('setting-default-decimalMark');
  return isChoice ? meaningOf(id, value, word) : value;
}
