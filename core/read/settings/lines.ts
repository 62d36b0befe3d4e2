/** Settings as lines "key: value" above a table (docs/contract.md#settings): what the head of a form says of its unit is none. */
import { clean } from '../../workbook/text.ts';
import { shownText } from '../cells/codes.ts';
import type { Grid } from '../cells/grid.ts';
import type { FoundTable } from '../tables/found-table.ts';
import { linesAbove, surroundings } from '../tables/places.ts';
import { settingKey, settingOf, type SettingKey } from './keys.ts';
import { readSettings, type SettingRow } from './settings.ts';

/** A paragraph holds no settings. */
const LONGEST = 1000;

/** A setting in a cell: "Tổng điểm: 960" is a line of its text. */
export interface LabelledSetting {
  key: SettingKey;
  /** What stands before the value and behind it; the value itself is "" where it stands in the next cell. */
  before: string;
  value: string;
  after: string;
}

/** @returns the settings that the lines of a cell's text name before a colon. */
export function labelledSettings(text: string): LabelledSetting[] {
  const found: LabelledSetting[] = [];
  for (const { 0: whole, 1: words = '', index } of text.matchAll(
    /^[ \t]*(?:(?:[-–•*+]|\d{1,2}[.)])[ \t]*)?([^:：\r\n]{2,60})[:：][ \t]*/gm,
  )) {
    const key = settingKey(words);
    const from = index + whole.length;
    const [line = ''] = /^[^\r\n]*/.exec(text.slice(from)) ?? [];
    if (key !== null)
      found.push({ key, before: text.slice(0, from), value: clean(line), after: text.slice(from + line.length) });
  }
  return found;
}

/**
 * @param tables what was recognised. Above a form its unit's own points, band and signature stand, so that only keys count there which
 * have no other use; a period is a setting only where the data have no place for one.
 * @returns settings in lines above tables, in sheet order. A word of heads whose value the key can't take is no setting.
 */
export function settingLines(tables: readonly FoundTable[]): SettingRow[] {
  const isDated = tables.some(({ kind }) => kind === 'form' || kind === 'long' || kind === 'cross');
  return tables.flatMap((table) => {
    if (table.kind === 'settings') return [];
    const { grid } = table;
    const cells = new Map(
      linesAbove(table, surroundings(table, tables)).map(({ at }) => [`${at.row} ${at.column}`, at]),
    );
    return [...cells.values()].flatMap((at) =>
      labelledSettings(shownText(grid.at(at.row, at.column)).slice(0, LONGEST)).flatMap(
        ({ key, value }): SettingRow[] => {
          const { isOfHeads } = settingOf(key);
          if (isOfHeads && (table.kind === 'form' || (key === 'Kỳ báo cáo' && isDated))) return [];
          const next = value === '' ? nextFilled(grid, at.row, at.column) : at.column;
          if (next === null) return [];
          const row = {
            key,
            cell: value === '' ? grid.at(at.row, next) : value,
            at: { ...at, column: next },
            repeatable: true,
          };
          return isOfHeads && readSettings([row]).remarks.length > 0 ? [] : [row];
        },
      ),
    );
  });
}

/** The next filled cell of a row; null where there is none, or it is another label. */
function nextFilled(grid: Grid, row: number, column: number): number | null {
  const cells = grid.row(row)?.cells ?? [];
  for (let at = column + 1; at < cells.length; at += 1) {
    const text = clean(shownText(cells[at]));
    if (text !== '') return /[:：]$/.test(text) ? null : at;
  }
  return null;
}
