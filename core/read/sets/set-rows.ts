/** The rows of an index set, or of a form that is its own set, as they stand in the sheet. */
import type { Exact } from '../../exact/exact.ts';
import { sign } from '../../exact/exact.ts';
import { kindOf, type Cell } from '../../workbook/cell.ts';
import { readNumber } from '../../workbook/number.ts';
import { clean } from '../../workbook/text.ts';
import type { CellRef, ColumnRole } from '../assessment.ts';
import { codeAt } from '../tables/child-codes.ts';
import { shownText } from '../cells/codes.ts';
import type { CodedTable } from '../tables/found-table.ts';
import { groupAt, groupName } from '../tables/group-marks.ts';

/** One coded row. `group` is the letter or Roman numeral of the group row above it, "" before the first. */
export interface SetRow {
  row: number;
  code: string;
  codeAt: CellRef;
  /** The code's cell is a date: what it shows is no code. */
  eaten: boolean;
  name: string;
  description: string;
  group: string;
  maximum: Exact | null;
  cell: (role: ColumnRole) => Cell;
  at: (role: ColumnRole) => CellRef | null;
}

export interface GroupRow {
  row: number;
  code: string;
  codeAt: CellRef;
  name: string;
  maximum: Exact | null;
  at: (role: ColumnRole) => CellRef | null;
}

/**
 * @param mark the setting Dấu thập phân: decides between two readings.
 * @returns a maximum ("20", "(5 điểm)", "30đ"); null where it is empty, unreadable, ambiguous or below 0.
 */
export function readMaximum(cell: Cell, mark: ',' | '.' | null): Exact | null {
  const reading = readNumber(cell, { unitWords: true });
  if (reading.kind === 'ambiguous' && mark !== null && !reading.percent)
    return reading.candidates[reading.separator === mark ? 1 : 0];
  return reading.kind === 'number' && !reading.percent && sign(reading.value) >= 0 ? reading.value : null;
}

/** @returns the table's coded rows and group rows in sheet order; texts that continue a row are joined to it. */
export function setRows(table: CodedTable, mark: ',' | '.' | null): { rows: SetRow[]; groups: GroupRow[] } {
  const { grid } = table;
  const rows: SetRow[] = [];
  const groups: GroupRow[] = [];
  const cellAt = (row: number, role: ColumnRole): Cell => {
    const column = table.columns[role];
    return column === undefined ? null : grid.at(row, column);
  };
  const refAt = (row: number, role: ColumnRole): CellRef | null => {
    const column = table.columns[role];
    return column === undefined ? null : { sheet: table.sheet, row, column };
  };
  const groupRows = new Set(table.groupRows);
  const continued = new Set(table.continuationRows);
  const all = [...table.dataRows, ...table.groupRows, ...table.continuationRows].sort((a, b) => a - b);
  let group = '';
  for (const row of all) {
    const text = (role: ColumnRole): string => clean(shownText(cellAt(row, role)));
    if (continued.has(row)) {
      const last = rows[rows.length - 1];
      if (last === undefined) continue;
      last.name = [last.name, text('name')].filter((part) => part !== '').join(' ');
      last.description = [last.description, text('description')].filter((part) => part !== '').join('\n');
      continue;
    }
    const maximum = readMaximum(cellAt(row, 'maximum'), mark);
    const code = codeAt(table, row);
    const place = { sheet: table.sheet, row, column: table.columns.code };
    if (groupRows.has(row)) {
      const mark = groupAt(table, row);
      group = 'group' in mark ? mark.group : text('code');
      const name = text('name') === '' ? groupName(table, row) : text('name');
      groups.push({ row, code: group, codeAt: place, name, maximum, at: (role) => refAt(row, role) });
      continue;
    }
    // A formula in error names no indicator: formula.error says so.
    if (kindOf(cellAt(row, 'code')) === 'error') continue;
    if (table.loneGroups.includes(row)) group = '';
    rows.push({
      row,
      code: 'code' in code ? code.code : text('code'),
      codeAt: place,
      eaten: 'date' in code,
      name: text('name'),
      description: text('description'),
      group,
      maximum,
      cell: (role) => cellAt(row, role),
      at: (role) => refAt(row, role),
    });
  }
  return { rows, groups };
}
