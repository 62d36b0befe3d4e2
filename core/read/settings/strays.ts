/** Settings that no table of settings holds, on a sheet that is called so: keys side by side over their values, "key: value" in one cell. */
import { clean } from '../../workbook/text.ts';
import type { CellRef, Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { settingKey, type SettingKey } from './keys.ts';
import type { FoundTable } from '../tables/found-table.ts';
import { isSettingsName } from '../tables/setting-tables.ts';

const LINE = /^([^:：]{2,60})[:：]\s*(\S.*)$/u;

/** @returns settings.invalid at each value that counts nowhere. A sheet with any table is no such sheet. */
export function settingStrays(tables: readonly FoundTable[], grids: readonly Grid[]): Remark[] {
  return grids.flatMap((grid, sheet) => {
    if (!isSettingsName(grid.picture.name) || tables.some((table) => table.sheet === sheet)) return [];
    const told = (key: SettingKey, value: string, at: CellRef): Remark => ({
      kind: 'settings.invalid',
      at,
      variant: 'aside',
      args: { key, value },
    });
    return grid.rows.flatMap(({ index: row, cells }) =>
      cells.flatMap((cell, column): Remark[] => {
        const text = clean(textOf(cell));
        if (text === '' || text.length > 300) return [];
        const [, word = '', value = ''] = LINE.exec(text) ?? [];
        const line = settingKey(word);
        if (line !== null) return [told(line, value, { sheet, row, column })];
        const key = settingKey(text);
        const below = grid.at(row + 1, column);
        if (key === null || isBlank(below) || settingKey(textOf(below)) !== null) return [];
        return [told(key, clean(shownText(below)), { sheet, row: row + 1, column })];
      }),
    );
  });
}
