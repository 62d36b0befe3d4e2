/** Waivers are read from our own findings sheet only, and only where somebody gave a reason and a name. */
import { expect, it } from 'vitest';
import { readWaivers } from '#core/read/waivers';
import type { Cell } from '#core/workbook/cell';

const header = ['TT', 'Mức', 'Mã kiểm tra', 'Đơn vị', 'Chỉ số', 'Cột', 'Giá trị', 'Lý do miễn trừ', 'Người quyết định'];
const picture = (first: string, rows: Cell[][]) => ({
  sheets: [
    {
      name: 'Kiểm tra',
      visibility: 'visible' as const,
      rows: [['KIỂM TRA'], [first], [], header, ...rows].map((cells, index) => ({ index, cells })),
      merges: [],
      hiddenRowsKnown: true,
    },
  ],
});
const row = (reason: Cell, by: Cell): Cell[] => [1, 'Lỗi', 'value.negative', 'Sở Y tế', '1.1', 'a', -5, reason, by];
const stamp = 'Nghìn Điểm · Bộ chỉ số · Năm 2025';

it('reads a waiver with its reason and who decided', () => {
  expect(
    readWaivers(picture(stamp, [row(' Đã  đối chiếu', 'Trưởng phòng'), row('Thiếu người', null), row(null, 'A')])),
  ).toEqual([
    {
      check: 'value.negative',
      unit: 'Sở Y tế',
      indicator: '1.1',
      column: 'a',
      value: '-5',
      reason: 'Đã đối chiếu',
      by: 'Trưởng phòng',
    },
  ]);
});

it("takes nothing from a person's own sheet that looks alike", () => {
  expect(readWaivers(picture('Bảng của tôi', [row('lý do', 'người')]))).toEqual([]);
});
