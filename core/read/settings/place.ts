/** Where a setting is written: its own cell, else a row of the settings table, else a line above a table. */
import { isEmpty, kindOf, scalarOf, type Scalar } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { Assessment, CellRef, Table } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import { sheetGrid, type Grid } from '../cells/grid.ts';
import type { SettingKey } from './keys.ts';
import { labelledSettings } from './lines.ts';

/** New content of one cell; the cell of the value goes first. */
export interface SettingCell {
  at: CellRef;
  value: Scalar | null;
}

/**
 * @param text the value as people write it, @param value the same as a cell holds it; null takes the setting back to its default.
 * @returns the cells to write; null where the workbook has no table of settings.
 */
export function settingCells(
  { settings, picture, tables }: Assessment,
  key: SettingKey,
  text: string,
  value: Scalar | null,
): SettingCell[] | null {
  const at = settings.at[key];
  if (at !== undefined) {
    // "Tổng điểm: 960" keeps its label.
    const there = shownText(sheetGrid(picture, at.sheet).at(at.row, at.column));
    const line = labelledSettings(there).find((one) => one.key === key);
    return [{ at, value: line === undefined ? value : line.before + clean(text) + line.after }];
  }
  const table = tables.find(({ kind }) => kind === 'settings');
  if (table === undefined) return null;
  const { sheet, left } = table;
  const grid = sheetGrid(picture, sheet);
  // A key that is there without a value has no place in the settings yet.
  const fold = (word: string): string => clean(word).toLowerCase();
  for (let row = table.firstRow; row <= table.lastRow; row += 1) {
    const there = scalarOf(grid.at(row, left));
    if (typeof there === 'string' && fold(there) === fold(key))
      return [{ at: { sheet, row, column: left + 1 }, value }];
  }
  let row = table.lastRow + 1;
  while (!isFree(grid, row, left) || !isFree(grid, row, left + 1)) row += 1;
  return [
    { at: { sheet, row, column: left + 1 }, value },
    { at: { sheet, row, column: left }, value: key },
  ];
}

/**
 * @returns where a line "key: value" above a table finds room without being taken for the value of a label; null: nowhere.
 */
export function lineAbove({ picture }: Assessment, { sheet, headerTop, left, right }: Table): CellRef | null {
  const grid = sheetGrid(picture, sheet);
  for (let row = headerTop - 1; row >= 0; row -= 1) {
    const texts = (grid.row(row)?.cells ?? []).map((cell) => clean(shownText(cell))).filter((text) => text !== '');
    // "Tên đơn vị" and "Tên đơn vị:" wait for the next filled cell.
    if (!texts.every((text) => /[:：]\s*\S/.test(text))) continue;
    for (let column = left; column <= right; column += 1) {
      const merged = grid.picture.merges.some(
        (area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
      );
      if (!merged && isFree(grid, row, column)) return { sheet, row, column };
    }
  }
  return null;
}

function isFree(grid: Grid, row: number, column: number): boolean {
  return isEmpty(grid.at(row, column)) && kindOf(grid.at(row, column)) === null;
}
