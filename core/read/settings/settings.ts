/** The settings sheet (Thiết lập): keys as docs/contract.md#settings writes them; what a key cannot take is said, and the default holds. */
import { isEmpty, kindOf, scalarOf, type Cell } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { CellRef, Remark, Settings } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { settingOf, SETTINGS, type SettingKey, type SettingValues } from './keys.ts';
import { partsOf } from './values.ts';

/** One row of a settings table: the key as docs/contract.md#settings writes it, and its value. */
export interface SettingRow {
  key: SettingKey;
  cell: Cell;
  at: CellRef;
  /** A line that may stand over each of several tables: what the first says holds, the others go unsaid. */
  repeatable?: boolean;
}

/** @returns what holds where nothing is set. */
export function defaultSettings(): Settings {
  const values = Object.fromEntries(SETTINGS.map(({ id, otherwise }) => [id, otherwise])) as unknown as SettingValues;
  const { parent, issuer, place, signer, position, number, date, attachedTo, preparer, recipients, ...rest } = values;
  const print = { parent, issuer, place, signer, position, number, date, attachedTo, preparer, recipients };
  return { ...rest, print, at: {} };
}

/** Characters of a list or a choice. */
const LONGEST = 1000;

/**
 * @param rows settings rows in sheet order; of a key that occurs twice the first counts.
 * @returns the settings, and settings.invalid remarks at the values that a key cannot take. Empty values leave the default.
 */
export function readSettings(rows: readonly SettingRow[]): { settings: Settings; remarks: Remark[] } {
  const settings = defaultSettings();
  const remarks: Remark[] = [];
  const said = new Map<string, string>();
  // How numbers are written decides how the others are read.
  const isMark = ({ key }: SettingRow): boolean => key === 'Dấu thập phân';
  for (const { key, cell, at, repeatable } of [...rows.filter(isMark), ...rows.filter((row) => !isMark(row))]) {
    if (isEmpty(cell)) continue;
    const setting = settingOf(key);
    const isOdd = kindOf(cell) !== null && !(setting.isDay === true && kindOf(cell) === 'date');
    const shown = isOdd ? String(scalarOf(cell) ?? '') : shownText(cell);
    const text = setting.section === 'print' ? partsOf(shown).join('; ') : clean(shown);
    const before = said.get(key);
    if (before !== undefined) {
      if (before !== text && repeatable !== true)
        remarks.push({ kind: 'settings.invalid', at, variant: 'twice', args: { key, value: text, first: before } });
      continue;
    }
    said.set(key, text);
    settings.at[key] = at;
    const tooLong = text.length > LONGEST && setting.isLong !== true;
    const taken = isOdd || text === '' || tooLong ? null : setting.read(text, cell, settings.decimalMark);
    if (taken === null) remarks.push({ kind: 'settings.invalid', at, args: { key, value: text } });
    else Object.assign(setting.id in settings.print ? settings.print : settings, { [setting.id]: taken });
  }
  return { settings, remarks };
}
