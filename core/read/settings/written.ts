/** All settings that a workbook writes: in tables of settings, and in lines above other tables. */
import type { Remark, Settings } from '../assessment.ts';
import type { FoundTables } from '../tables/tables.ts';
import { settingLines } from './lines.ts';
import { settingRows } from './rows.ts';
import { readSettings } from './settings.ts';

/** @returns the settings, the defaults where nothing is written, and what of them could not be read. */
export function settingsOf({ tables, grids }: FoundTables): { settings: Settings; remarks: Remark[] } {
  const written = settingRows(tables, grids);
  const { settings, remarks } = readSettings([...written.rows, ...settingLines(tables)]);
  return { settings, remarks: [...written.remarks, ...remarks] };
}
