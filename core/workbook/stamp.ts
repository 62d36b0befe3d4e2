/** How our own sheets, copies of them included, are known again: they are never input. */
import { scalarOf } from './cell.ts';
import type { SheetPicture } from './picture.ts';

/** What the stamp line in column A of our sheets begins with. */
export const STAMP = 'Nghìn Điểm · ';

/** Names are the same in both languages: a workbook is passed round between readers of both. */
export const SHEET_NAMES = {
  ranking: 'Xếp hạng',
  details: 'Chi tiết điểm',
  findings: 'Kiểm tra',
  comparison: 'So sánh',
} as const;

/** The hidden sheet that lists our sheets. */
export const STATE_SHEET = '_nghin_diem';

/** @returns whether a sheet carries our stamp line in column A of rows 1–6. */
export function isStamped(sheet: SheetPicture): boolean {
  for (const row of sheet.rows) {
    if (row.index > 5) return false;
    const first = scalarOf(row.cells[0]);
    if (
      typeof first === 'string' &&
      first
        .slice(0, 4 * STAMP.length)
        .normalize('NFC')
        .startsWith(STAMP)
    )
      return true;
  }
  return false;
}
