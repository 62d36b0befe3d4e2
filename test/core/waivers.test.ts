/** Waivers are read from our own findings sheet only, and only where somebody gave a reason and a name. */
import { expect, it } from 'vitest';
import { readWaivers } from '#core/read/waivers/waivers';
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

it.each(['value.negative', 'KT-06 Số liệu âm', 'KT-06 Negative figure', 'KT-06', 'kt 6'])(
  'reads the check as our versions have written it, and as people shorten it: %s',
  (check) => {
    const cells = row('Đã đối chiếu', 'Trưởng phòng');
    cells[2] = check;
    expect(readWaivers(picture(stamp, [cells]))).toMatchObject([{ check: 'value.negative', value: '-5' }]);
  },
);

it.each(['Lý do chấp nhận', 'Chấp nhận, không sửa (Lý do chấp nhận)', 'Lý do miễn trừ', 'Reason for accepting'])(
  'reads the reason under the words of every version: %s',
  (words) => {
    const sheet = picture(stamp, [row('Đã đối chiếu', 'Trưởng phòng')]);
    sheet.sheets[0]!.rows[3]!.cells = header.map((one) => (one === 'Lý do miễn trừ' ? words : one));
    expect(readWaivers(sheet)).toMatchObject([{ reason: 'Đã đối chiếu', by: 'Trưởng phòng' }]);
  },
);

it("takes nothing from a person's own sheet that looks alike", () => {
  expect(readWaivers(picture('Bảng của tôi', [row('lý do', 'người')]))).toEqual([]);
});
