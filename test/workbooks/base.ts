/** The clean workbook that most faults are put into: an index set, a unit list and the figures of three departments. */
import type { CheckId } from '#core/messages/check-ids';
import type { Severity } from '#core/check/finding';
import type { Cell } from '#core/workbook/cell';
import type { Picture, SheetPicture } from '#core/workbook/picture';
import { book, sheet, type Rows } from '#test/support/book';

/** A workbook with one fault, and everything that must be said about it. */
export interface Fixture {
  id: CheckId;
  /** The fault, as an official would tell it. */
  name: string;
  picture: Picture;
  /** "Sheet!A1" of its finding; null where it has no cell. */
  cell: string | null;
  severity: Severity;
  /** Units that must not be ranked; all others must. */
  blocked?: string[];
  /** Findings that follow of necessity, as "id Sheet!A1". */
  also?: string[];
  /** Published points of some units, by hand. */
  points?: Record<string, number>;
}

/** Cells to change, by address ("C5"); undefined empties the cell. */
export type Patch = Record<string, Cell | undefined>;

/** @returns the rows with the patch laid over them. */
export function patched(rows: Rows, patch: Patch): Rows {
  const copy = rows.map((row) => [...row]);
  for (const address of Object.keys(patch)) {
    const [, letter, number] = /^([A-Z])(\d+)$/.exec(address)!;
    const row = Number(number) - 1;
    while (copy.length <= row) copy.push([]);
    const cells = copy[row]!;
    const column = letter!.charCodeAt(0) - 65;
    while (cells.length <= column) cells.push(null);
    cells[column] = patch[address];
  }
  return copy;
}

/** @returns the rows without the given ones (numbered from 1, as the sheet shows them). */
export function without(rows: Rows, ...numbers: number[]): Rows {
  return rows.filter((_, index) => !numbers.includes(index + 1));
}

export const percent = (value: number): Cell => ({ value, format: '0%' });
export const formula = (value: number): Cell => ({ value, formula: true });
export const errorCell = (code: string): Cell => ({ value: code, kind: 'error', formula: true });
export const uncalculated: Cell = { value: null, kind: 'uncalculated', formula: true };
export const dateCell = (shown: string, value = 46000): Cell => ({ value, kind: 'date', format: 'dd/mm/yyyy', shown });

/** Rows 4–11; A Mã … I Áp dụng cho. */
export const SET: Rows = [
  ['BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC SỞ'],
  [],
  [
    'Mã',
    'Chỉ số',
    'Điểm tối đa',
    'Cách tính',
    'Khi không phát sinh',
    'Minh chứng',
    'a (nhãn)',
    'b (nhãn)',
    'Áp dụng cho',
  ],
  ['1', 'Nhận thức số', 300],
  ['1.1', 'Người đứng đầu chủ trì họp về chuyển đổi số', 100, 'Có/Không'],
  ['1.2', 'Công chức được tập huấn', 200, 'a/b', null, null, 'Công chức được tập huấn', 'Tổng số công chức'],
  ['2', 'Dịch vụ công', 700],
  ['2.1', 'Hồ sơ nộp trực tuyến', 400, 'a/b đạt 80%', null, null, 'Hồ sơ trực tuyến', 'Tổng số hồ sơ'],
  ['2.2', 'Người dân hài lòng', 200, 'tỷ lệ a'],
  ['2.3', 'Báo cáo đúng hạn', 100, 'a x 10'],
  [null, 'Tổng cộng', 1000],
];

/** Rows 2–4; B the names. */
export const UNITS: Rows = [
  ['STT', 'Tên đơn vị', 'Nhóm'],
  [1, 'Sở Y tế', 'Sở'],
  [2, 'Sở Nội vụ', 'Sở'],
  [3, 'Sở Công Thương', 'Sở'],
];

/** Rows 4–8 Sở Y tế, 9–13 Sở Nội vụ, 14–18 Sở Công Thương; 1.1, 1.2, 2.1, 2.2, 2.3 each. */
export const DATA: Rows = [
  ['SỐ LIỆU NĂM 2026'],
  [],
  [
    'Đơn vị',
    'Mã chỉ số',
    'a',
    'b',
    'Lựa chọn',
    'Điểm tự chấm',
    'Điểm thẩm định',
    'Lý do thẩm định',
    'Tài liệu kiểm chứng',
  ],
  ['Sở Y tế', '1.1', null, null, 'Có'],
  ['Sở Y tế', '1.2', 45, 60],
  ['Sở Y tế', '2.1', 70, 100],
  ['Sở Y tế', '2.2', percent(0.9)],
  ['Sở Y tế', '2.3', 8],
  ['Sở Nội vụ', '1.1', null, null, 'Có'],
  ['Sở Nội vụ', '1.2', 30, 60],
  ['Sở Nội vụ', '2.1', 80, 100],
  ['Sở Nội vụ', '2.2', percent(0.85)],
  ['Sở Nội vụ', '2.3', 10],
  ['Sở Công Thương', '1.1', null, null, 'Không'],
  ['Sở Công Thương', '1.2', 20, 40],
  ['Sở Công Thương', '2.1', 40, 100],
  ['Sở Công Thương', '2.2', percent(0.5)],
  ['Sở Công Thương', '2.3', 5],
];

/** 100 + 150 + 350 + 180 + 80; 100 + 100 + 400 + 170 + 100; 0 + 100 + 200 + 100 + 50. */
export const POINTS: Record<string, number> = { 'Sở Y tế': 860, 'Sở Nội vụ': 870, 'Sở Công Thương': 450 };
export const ALL = ['Sở Công Thương', 'Sở Nội vụ', 'Sở Y tế'];

export interface Changes {
  set?: Patch;
  units?: Patch;
  data?: Patch;
  settings?: Rows;
  dataExtra?: Parameters<typeof sheet>[2];
  more?: SheetPicture[];
}

/** @returns the clean workbook with these changes. */
export function workbook(changes: Changes = {}): Picture {
  return book(
    sheet('Bộ chỉ số', patched(SET, changes.set ?? {})),
    sheet('Đơn vị', patched(UNITS, changes.units ?? {})),
    sheet('Số liệu', patched(DATA, changes.data ?? {}), changes.dataExtra),
    ...(changes.settings === undefined ? [] : [sheet('Thiết lập', changes.settings)]),
    ...(changes.more ?? []),
  );
}

/** @returns a form of one department on the set above: rows 5–12, D a, E b, F Lựa chọn, G self, H verified. */
export function form(
  unit: string,
  figures: { choice: string; pairs: [number, number][]; rate: number; count: number },
  patch: Patch = {},
): Rows {
  const [trained, online] = figures.pairs as [[number, number], [number, number]];
  return patched(
    [
      ['PHIẾU ĐÁNH GIÁ CHUYỂN ĐỔI SỐ'],
      [`Tên đơn vị: ${unit}`],
      [],
      ['Mã', 'Chỉ số', 'Điểm tối đa', 'a', 'b', 'Lựa chọn', 'Điểm tự chấm', 'Điểm thẩm định', 'Ghi chú'],
      ['1', 'Nhận thức số', 300],
      ['1.1', 'Người đứng đầu chủ trì họp về chuyển đổi số', 100, null, null, figures.choice],
      ['1.2', 'Công chức được tập huấn', 200, ...trained],
      ['2', 'Dịch vụ công', 700],
      ['2.1', 'Hồ sơ nộp trực tuyến', 400, ...online],
      ['2.2', 'Người dân hài lòng', 200, percent(figures.rate)],
      ['2.3', 'Báo cáo đúng hạn', 100, figures.count],
      [null, 'Tổng cộng', 1000],
    ],
    patch,
  );
}

export const HEALTH = {
  choice: 'Có',
  pairs: [
    [45, 60],
    [70, 100],
  ] as [number, number][],
  rate: 0.9,
  count: 8,
};
export const HOME = {
  choice: 'Có',
  pairs: [
    [30, 60],
    [80, 100],
  ] as [number, number][],
  rate: 0.85,
  count: 10,
};
