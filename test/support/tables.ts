/** Workbooks from rows of an index set and figures by unit: the layout index set + long table + unit list + settings. */
import type { ResultJson, ResultUnit } from '#core/view/result';
import type { Cell } from '#core/workbook/cell';
import { book, run, sheet, type Rows } from './book.ts';

/** Mã, Điểm tối đa, Cách tính, Khi không phát sinh, Áp dụng cho. */
export type IndicatorRow = [code: string, maximum: Cell, rule: Cell, policy?: string, appliesTo?: string];
/** One row of the long table: unit, code, and the cells that are filled. */
export type DataRow = [unit: string, code: string, cells: Record<string, Cell>];

const HEADERS: Record<string, string> = { l: 'Lựa chọn', s: 'Điểm tự chấm', v: 'Điểm thẩm định' };
const COLUMNS = ['a', 'b', 'c', 'd', 'l', 's', 'v'];

/** @returns the result for such a workbook. `units`: name, Nhóm, Xếp hạng. */
export function score(
  indicators: IndicatorRow[],
  data: DataRow[],
  options: { units?: [string, string, string?][]; settings?: Record<string, Cell> } = {},
): ResultJson {
  const set: Rows = [
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'Áp dụng cho'],
    ...indicators.map(([code, maximum, rule, policy, appliesTo]): Cell[] => [
      code,
      `Chỉ số ${code}`,
      maximum,
      rule,
      policy ?? null,
      appliesTo ?? null,
    ]),
  ];
  const rows: Rows = [
    ['Đơn vị', 'Mã chỉ số', ...COLUMNS.map((name) => HEADERS[name] ?? name)],
    ...data.map(([unit, code, cells]): Cell[] => [unit, code, ...COLUMNS.map((name) => cells[name] ?? null)]),
  ];
  const sheets = [sheet('Bộ chỉ số', set), sheet('Số liệu', rows)];
  if (options.units !== undefined) {
    sheets.push(
      sheet('Đơn vị', [
        ['Tên đơn vị', 'Nhóm', 'Xếp hạng'],
        ...options.units.map(([name, group, ranked]): Cell[] => [name, group, ranked ?? 'Có']),
      ]),
    );
  }
  if (options.settings !== undefined) sheets.push(sheet('Thiết lập', Object.entries(options.settings)));
  return run(book(...sheets));
}

/** @returns the unit of that name. */
export function unitOf(result: ResultJson, name: string): ResultUnit {
  return result.groups.flatMap((group) => group.ranking).find((unit) => unit.unit === name)!;
}

/** @returns the findings but the total's (such sets are never 1,000 points), as "id sheet!cell". */
export function said(result: ResultJson): string[] {
  return result.findings
    .filter(({ id }) => id !== 'framework.total')
    .map(({ id, sheet: name, cell }) => `${id} ${name}!${cell}`)
    .sort();
}
