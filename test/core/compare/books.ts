/** Pairs of workbooks: rows of an index set, a unit list, figures and settings, and what a run over both says differs. */
import { diffWorkbooks, type DiffOutcome } from '#core/commands/diff';
import { comparisonJson, type ComparisonJson } from '#core/view/comparison';
import type { Cell } from '#core/workbook/cell';
import type { Picture } from '#core/workbook/picture';
import { book, sheet, type Rows } from '#test/support/book';

export interface Parts {
  /** Mã, Chỉ số, Điểm tối đa, Cách tính, Khi không phát sinh, Áp dụng cho. */
  set: Cell[][];
  /** Tên đơn vị, Mã đơn vị, Nhóm. */
  units: Cell[][];
  /** Đơn vị, Mã chỉ số, a, b, Lựa chọn, Điểm tự chấm, Điểm thẩm định, Lý do thẩm định. */
  data: Cell[][];
  settings?: Record<string, Cell>;
}

export const DATA = ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'Lựa chọn', 'Điểm tự chấm', 'Điểm thẩm định', 'Lý do thẩm định'];

/** @returns the workbook of these parts; the sheet Đơn vị only where units are named. */
export function bookOf({ set, units, data, settings = {} }: Parts): Picture {
  const heads: Rows = [['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Khi không phát sinh', 'Áp dụng cho']];
  const sheets = [sheet('Bộ chỉ số', [...heads, ...set]), sheet('Số liệu', [DATA, ...data])];
  if (units.length > 0) sheets.push(sheet('Đơn vị', [['Tên đơn vị', 'Mã đơn vị', 'Nhóm'], ...units]));
  if (Object.keys(settings).length > 0) sheets.push(sheet('Thiết lập', Object.entries(settings)));
  return book(...sheets);
}

/** @returns the run of `diff` over two pictures. */
export function diffOf(
  old: Picture,
  now: Picture,
  periods: { old?: string; now?: string } = {},
  language: 'vi' | 'en' = 'vi',
): DiffOutcome {
  return diffWorkbooks(
    {
      old: { picture: old, name: 'cu.xlsx', period: periods.old ?? null },
      now: { picture: now, name: 'moi.xlsx', period: periods.now ?? null },
    },
    { language, at: '2026-11-24T17:00:00+07:00', version: 'test' },
  );
}

/** @returns the JSON of an outcome. */
export function jsonOf({ comparison, old, now }: DiffOutcome): ComparisonJson {
  return comparisonJson(comparison, old.assessment, now.assessment);
}

/** @returns the JSON of two workbooks' comparison. */
export function differences(old: Parts, now: Parts): ComparisonJson {
  return jsonOf(diffOf(bookOf(old), bookOf(now)));
}
