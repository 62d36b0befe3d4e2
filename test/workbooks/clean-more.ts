/** Clean workbooks: what looks like a fault and is none. */
import type { Cell } from '#core/workbook/cell';
import { book, sheet, type Rows } from '#test/support/book';
import { DATA, form, HEALTH, HOME, patched, SET, UNITS, workbook } from './base.ts';
import type { CleanFixture } from './clean.ts';

const DEPARTMENTS: CleanFixture['ranking'] = {
  Sở: [
    ['Sở Nội vụ', 870, 1],
    ['Sở Y tế', 860, 2],
    ['Sở Công Thương', 450, 3],
  ],
};
const HEAD: Rows = [
  ['TT', 'Đơn vị', '1', '2'],
  [null, 'Điểm tối đa', 400, 600],
];
const judgedSet = (title: string, first: number): Rows => [
  [title],
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Nhận thức số', first, 'Chấm điểm'],
  ['2', 'Thể chế số', 1000 - first, 'Chấm điểm'],
];
const judgedForm = (unit: string, first: number, points: [number, number]): Rows => [
  [`Đơn vị: ${unit}`],
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
  ['1', 'Nhận thức số', first, points[0]],
  ['2', 'Thể chế số', 1000 - first, points[1]],
];

export const cleanMore: CleanFixture[] = [
  {
    name: 'a matrix goes on below one blank row and below a repeated header',
    picture: book(
      sheet('Bảng điểm', [
        ...HEAD,
        [1, 'Xã An Bình', 300, 500],
        [],
        [2, 'Xã Bình Minh', 350, 500],
        HEAD[0]!,
        [3, 'Xã Cẩm Mỹ', 200, 300],
      ]),
    ),
    ranking: {
      '': [
        ['Xã Bình Minh', 850, 1],
        ['Xã An Bình', 800, 2],
        ['Xã Cẩm Mỹ', 500, 3],
      ],
    },
  },
  {
    name: 'two sets with the same codes: forms go with the one of their maxima',
    picture: book(
      sheet('Các sở', judgedSet('BỘ CHỈ SỐ CÁC SỞ', 400)),
      sheet('Các xã', judgedSet('BỘ CHỈ SỐ CÁC XÃ', 300)),
      sheet('Phiếu 1', judgedForm('Sở Y tế', 400, [350, 500])),
      sheet('Phiếu 2', judgedForm('Xã An Bình', 300, [250, 600])),
    ),
    ranking: { 'BỘ CHỈ SỐ CÁC SỞ': [['Sở Y tế', 850, 1]], 'BỘ CHỈ SỐ CÁC XÃ': [['Xã An Bình', 850, 1]] },
  },
  {
    name: 'merged titles, group rows and signatures',
    picture: book(
      sheet(
        'Phiếu',
        [
          ['PHIẾU CHẤM ĐIỂM NĂM 2026'],
          ['Đơn vị: Xã An Bình'],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
          ['I', 'NHÓM CHỈ SỐ NHẬN THỨC'],
          ['1', 'Nhận thức số', 400, 350],
          ['2', 'Thể chế số', 600, 500.5],
          [],
          [null, null, 'NGƯỜI LẬP'],
        ],
        {
          merges: [
            { top: 0, left: 0, bottom: 0, right: 3 },
            { top: 3, left: 1, bottom: 3, right: 3 },
            { top: 7, left: 2, bottom: 7, right: 3 },
          ],
        },
      ),
    ),
    ranking: { '': [['Xã An Bình', 850.5, 1]] },
  },
  {
    name: 'a long table with a row of sums',
    picture: workbook({ data: { A19: 'Tổng cộng', C19: 333 } }),
    ranking: DEPARTMENTS,
  },
  {
    name: 'empty sheets and sheets of a title only',
    picture: workbook({
      more: [sheet('Trang1', []), sheet('Bìa', [[], [null, 'BÁO CÁO ĐÁNH GIÁ CHỈ SỐ CỦA CÁC ĐƠN VỊ']])],
    }),
    ranking: DEPARTMENTS,
  },
  {
    name: 'cells of an empty text',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Đơn vị', UNITS),
      sheet(
        'Số liệu',
        patched(DATA, {
          F5: { value: '', formula: true },
          G5: { value: '', formula: true },
          C4: { value: '', formula: true },
        }),
      ),
    ),
    ranking: DEPARTMENTS,
  },
  {
    name: 'self points that are right to the last decimal, though the double is not',
    picture: workbook({ data: { F5: 149.99999999999997, C15: 1, D15: 3, F15: 66.67 } }),
    // 200 × 1/3 = 66.67
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 416.67, 3],
      ],
    },
  },
  {
    name: 'verified points that differ, with a reason',
    picture: workbook({ data: { F5: 150, G5: 140, H5: 'Thiếu danh sách', F10: 100, G10: 100 } }),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 850, 2],
        ['Sở Công Thương', 450, 3],
      ],
    },
  },
  {
    name: 'ticks, TRUE, Đạt and Chưa for Có and Không',
    picture: workbook({ data: { E4: true, E9: '✓', E14: 'Chưa' } }),
    ranking: DEPARTMENTS,
  },
  {
    name: 'policies of every indicator, none of them needed',
    picture: workbook({ set: { E5: 'Đủ điểm', E6: 'Loại', E8: 'Quy đổi', E9: '0 điểm', E10: 'hỏi' } }),
    ranking: DEPARTMENTS,
  },
  {
    name: 'an indicator for some units, ranked by share',
    picture: book(
      sheet('Bộ chỉ số', patched(SET, { I10: 'trừ Sở Công Thương' })),
      sheet('Đơn vị', UNITS),
      sheet('Số liệu', DATA.slice(0, 17)),
      sheet('Thiết lập', [['Xếp hạng theo', 'tỷ lệ']]),
    ),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 400, 3],
      ],
    },
  },
  {
    name: 'only self points count by Nguồn điểm',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu 1', form('Sở Y tế', HEALTH, { G6: 100, G7: 150, G9: 350, G10: 180, G11: 80, H7: 150 })),
      sheet('Phiếu 2', form('Sở Nội vụ', HOME, { G6: 100, G7: 100, G9: 400, G10: 170, G11: 100 })),
      sheet('Thiết lập', [['Nguồn điểm', 'tự chấm']]),
    ),
    ranking: {
      '': [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
      ],
    },
  },
  {
    name: 'Hà Nội, Nam Định and Bộ Nội vụ begin like measures and are units',
    picture: book(
      ...['Hà Nội', 'Nam Định', 'Bộ Nội vụ'].map((unit, place) =>
        sheet(`Phiếu ${place + 1}`, judgedForm(unit, 400, [300 - place, 500])),
      ),
    ),
    ranking: {
      '': [
        ['Hà Nội', 800, 1],
        ['Nam Định', 799, 2],
        ['Bộ Nội vụ', 798, 3],
      ],
    },
  },
  {
    name: 'two columns of full points are no copies',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 500, 500],
        ...['An', 'Bình', 'Cẩm', 'Định', 'Gia'].map((name, place): Cell[] => [place + 1, `Xã ${name}`, 500, 500]),
      ]),
    ),
    ranking: {
      '': ['An', 'Bình', 'Cẩm', 'Định', 'Gia'].map((name): [string, number, number] => [`Xã ${name}`, 1000, 1]),
    },
  },
];
