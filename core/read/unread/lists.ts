/** A list of units that nobody read: its groups, codes and former ranks are lost without it. */
import { clean } from '../../workbook/text.ts';
import type { ColumnRole, Remark } from '../assessment.ts';
import { readCode, shownText } from '../cells/codes.ts';
import { isBlank, textOf, type Grid } from '../cells/grid.ts';
import { roleOfHeader } from '../headers/headers.ts';
import { isLeftAside } from '../headers/loose-headers.ts';

const DEEPEST = 30;
const TOLD = new Set<ColumnRole>(['group', 'unitCode', 'previousPoints', 'previousRank']);

/** What units share in a published ranking. */
const ASIDE = new Set<ColumnRole>(['band', 'rank', 'status', 'note', 'reason', 'evidence']);

/** A header row over rows of known units, and what it does not say. */
function listIn(grid: Grid, isUnit: (text: string) => boolean): { row: number; column: number; word: string } | null {
  for (const { index, cells } of grid.rows.slice(0, DEEPEST)) {
    const columns = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));
    const heads = columns.map((column) => textOf(cells[column]));
    if (columns.length < 2 || heads.includes('')) continue;
    const rows: number[] = [];
    // A name alone over others is that of their group.
    let titles = 0;
    for (let at = index + 1; rows.length < 200; at += 1) {
      const row = grid.row(at);
      const filled = columns.filter((column) => !isBlank(row?.cells[column] ?? null)).length;
      if (filled === 0) break;
      const group = columns.some((column) => 'group' in readCode(row?.cells[column] ?? null));
      if (filled === 1 || (filled === 2 && group)) titles += 1;
      else rows.push(at);
    }
    if (rows.length < 2) continue;
    const texts = (column: number): string[] => rows.map((at) => clean(shownText(grid.at(at, column))));
    const named = columns.find((column) => texts(column).filter(isUnit).length * 2 >= rows.length);
    if (named === undefined) continue;
    const roles = heads.map(roleOfHeader);
    const word = roles[columns.indexOf(named)] === 'unit' ? 'Nhóm' : 'Tên đơn vị';
    // What several units share parts them; a column of notes or of figures does not.
    const shared = columns.some((column, place) => {
      const role = roles[place] ?? null;
      if (column === named || (role === null ? isLeftAside(heads[place] ?? '') : ASIDE.has(role))) return false;
      const filled = texts(column).filter((text) => text !== '' && !('code' in readCode(text)));
      return filled.length > 1 && new Set(filled).size < filled.length;
    });
    if (shared || titles > 1 || roles.some((role) => role !== null && TOLD.has(role)))
      return { row: index, column: columns[0] ?? 0, word };
  }
  return null;
}

/** @returns table.unread for each sheet that lists the units of the data and was not read as their list. */
export function unreadLists(
  grids: readonly Grid[],
  isRead: (sheet: number) => boolean,
  units: { has: (name: string) => boolean },
): Remark[] {
  return grids.flatMap((grid, sheet): Remark[] => {
    if (isRead(sheet)) return [];
    const list = listIn(grid, (text) => units.has(text));
    if (list === null) return [];
    const at = { sheet, row: list.row, column: list.column };
    return [{ kind: 'table.unread', at, variant: 'list', args: { word: list.word } }];
  });
}
