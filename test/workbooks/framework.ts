/** Faults of index sets and settings. */
import { ALL, DATA, dateCell, errorCell, patched, SET, UNITS, without, workbook, type Fixture } from './base.ts';
import type { Cell } from '#core/workbook/cell';
import { book, sheet, type Rows } from '#test/support/book';

/** A form that is its own set, of eleven components 4.1 … 4.11; `tenth` is what stands as the code of 4.10. */
function eleven(tenth: Cell): Rows {
  return [
    ['PHIẾU CHẤM ĐIỂM'],
    ['Đơn vị: Sở Xây dựng'],
    ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
    ['4', 'Chính quyền số', 1000],
    ...Array.from({ length: 11 }, (_, place): Cell[] => [
      place === 9 ? tenth : `4.${place + 1}`,
      `Nội dung thành phần ${'ABCDEGHIKLM'[place]}`,
      place === 10 ? 500 : 50,
      place === 10 ? 400 : 40,
    ]),
    [null, 'Tổng cộng', 1000],
  ];
}

const PROSE: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Nhận thức số', 400, 'Theo Quyết định số 12'],
  ['2', 'Thể chế số', 600, 'Hội đồng xem xét hồ sơ gửi kèm'],
];

const SECOND_SET = patched(SET, { A1: 'BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CÁC HUYỆN', C5: 200, C6: 100 });

export const frameworkFaults: Fixture[] = [
  {
    id: 'framework.none',
    name: 'a workbook without any index set',
    picture: book(sheet('Báo cáo', [['BÁO CÁO THÁNG 9'], ['Đã tổ chức 3 cuộc họp'], ['Kinh phí', 120]])),
    cell: null,
    severity: 'error',
  },
  {
    id: 'framework.none',
    name: 'a matrix of names without maxima may hold raw figures',
    picture: book(
      sheet('Số liệu', [
        ['TT', 'Tỉnh', 'Dân số', 'Thu ngân sách'],
        [1, 'Đồng Nai', 3256, 61000],
        [2, 'Bình Phước', 1024, 13000],
      ]),
    ),
    cell: null,
    severity: 'error',
  },
  {
    id: 'data.none',
    name: 'an index set and nothing else',
    picture: book(sheet('Bộ chỉ số', SET)),
    cell: 'Bộ chỉ số!A3',
    severity: 'error',
  },
  {
    id: 'data.none',
    name: 'a unit list that nobody handed anything in for',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Đơn vị', UNITS)),
    cell: 'Bộ chỉ số!A3',
    severity: 'error',
    also: ['B2', 'B3', 'B4'].map((cell) => `unit.missing Đơn vị!${cell}`),
    blocked: ALL,
  },
  {
    id: 'framework.several',
    name: 'two index sets, and figures that fit both',
    picture: book(sheet('Các sở', SET), sheet('Các huyện', SECOND_SET), sheet('Số liệu', DATA)),
    cell: 'Số liệu!B3',
    severity: 'error',
  },
  {
    id: 'framework.total',
    name: 'the maxima add up to 1000 where the Tổng row says 990',
    picture: workbook({ set: { C11: 990 } }),
    cell: 'Bộ chỉ số!C11',
    severity: 'warning',
  },
  {
    id: 'framework.total',
    name: 'without a Tổng row the maxima must add up to 1000',
    picture: workbook({ set: { C7: 650, C8: 350, B11: undefined, C11: undefined } }),
    cell: 'Bộ chỉ số!C3',
    severity: 'warning',
    points: { 'Sở Nội vụ': 820 },
  },
  {
    id: 'framework.group-total',
    name: 'components of 300 points under a pillar of 250',
    picture: workbook({ set: { C4: 250 } }),
    cell: 'Bộ chỉ số!C4',
    severity: 'warning',
  },
  {
    id: 'framework.code-duplicate',
    name: 'two components have the code 2.2',
    picture: workbook({
      set: { A10: '2.2', C11: 900, C7: 600 },
      data: {
        A8: undefined,
        B8: undefined,
        C8: undefined,
        A13: undefined,
        B13: undefined,
        C13: undefined,
        A18: undefined,
        B18: undefined,
        C18: undefined,
      },
    }),
    cell: 'Bộ chỉ số!A10',
    severity: 'error',
  },
  {
    id: 'framework.code-eaten',
    name: '4.10 was typed as a number and became 4.1',
    picture: book(sheet('Phiếu', eleven(4.1))),
    cell: 'Phiếu!A14',
    severity: 'warning',
    points: { 'Sở Xây dựng': 800 },
  },
  {
    id: 'framework.code-eaten',
    name: '4.10 became the 4th of October',
    picture: book(sheet('Phiếu', patched(eleven(dateCell('04/10/2026')), { C4: 950, C15: 500, C16: 950 }))),
    cell: 'Phiếu!A14',
    severity: 'error',
  },
  {
    id: 'framework.code-orphan',
    name: '3.1 stands without a row 3, while 1 and 2 have theirs',
    picture: workbook({ set: { A10: '3.1', C7: 600 }, data: { B8: '3.1', B13: '3.1', B18: '3.1' } }),
    cell: 'Bộ chỉ số!A10',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'framework.rule-unreadable',
    name: 'a rule in words that no parser knows',
    picture: workbook({ set: { D6: 'a chia cho b' } }),
    cell: 'Bộ chỉ số!D6',
    severity: 'error',
    blocked: ALL,
  },
  {
    id: 'framework.rule-unreadable',
    name: 'an unreadable rule blocks only those who have no verified points',
    picture: workbook({ set: { D6: 'a' }, data: { G5: 150, G10: 100 } }),
    cell: 'Bộ chỉ số!D6',
    severity: 'error',
    blocked: ['Sở Công Thương'],
    points: { 'Sở Y tế': 860 },
  },
  {
    id: 'framework.rule-unreadable',
    name: 'a rule that begins with a minus became a formula in error',
    picture: workbook({ set: { D6: errorCell('#NAME?') } }),
    cell: 'Bộ chỉ số!D6',
    severity: 'error',
    blocked: ALL,
  },
  {
    id: 'framework.rule-bands',
    name: 'bands that do not say what holds below the last',
    picture: workbook({ set: { D10: 'Mức a: >= 8 = 100; >= 5 = 50' } }),
    cell: 'Bộ chỉ số!D10',
    severity: 'warning',
    points: { 'Sở Y tế': 880, 'Sở Công Thương': 450 },
  },
  {
    id: 'framework.rules-prose',
    name: 'the column Cách tính holds prose only',
    picture: book(
      sheet('Bộ chỉ số', PROSE),
      sheet('Phiếu', [
        ['Đơn vị: Sở Tài chính'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
        ['1', 'Nhận thức số', 400, 300],
        ['2', 'Thể chế số', 600, 450.5],
      ]),
    ),
    cell: 'Bộ chỉ số!D1',
    severity: 'note',
    points: { 'Sở Tài chính': 750.5 },
  },
  {
    id: 'framework.maximum-missing',
    name: 'a component without Điểm tối đa',
    picture: workbook({ set: { C10: undefined } }),
    cell: 'Bộ chỉ số!C10',
    severity: 'error',
    blocked: ALL,
  },
  {
    id: 'framework.maximum-missing',
    name: 'Điểm tối đa in words',
    picture: workbook({ set: { C10: 'một trăm' } }),
    cell: 'Bộ chỉ số!C10',
    severity: 'error',
    blocked: ALL,
  },
  {
    id: 'framework.maximum-missing',
    name: 'Không tính điểm, but with points',
    picture: workbook({ set: { D10: 'Không tính điểm', C7: 600, C11: 900 } }),
    cell: 'Bộ chỉ số!C10',
    severity: 'error',
  },
  {
    id: 'framework.maximum-missing',
    name: 'a matrix of codes without maxima and without a set',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2'],
        [1, 'Xã An Bình', 30, 40],
        [2, 'Xã Bình Minh', 35, 45],
      ]),
    ),
    cell: 'Bảng điểm!C1',
    severity: 'error',
  },
  {
    id: 'framework.unequal-maxima',
    name: 'one department is not asked for 2.3, and the ranking is by points',
    picture: book(
      sheet('Bộ chỉ số', patched(SET, { I10: 'trừ Sở Công Thương' })),
      sheet('Đơn vị', UNITS),
      sheet('Số liệu', without(DATA, 18)),
    ),
    cell: 'Đơn vị!B1',
    severity: 'warning',
    points: { 'Sở Công Thương': 400 },
  },
  {
    id: 'settings.invalid',
    name: 'Làm tròn has a value that it cannot have',
    picture: workbook({ settings: [['Làm tròn', 'lên trên']] }),
    cell: 'Thiết lập!B1',
    severity: 'warning',
  },
  {
    id: 'settings.invalid',
    name: 'an indicator has a policy that does not exist',
    picture: workbook({ set: { E8: 'bỏ qua' } }),
    cell: 'Bộ chỉ số!E8',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  },
  ...(
    [
      ['Đồng hạng', '1233'],
      ['Số chữ số thập phân', 'hai'],
      ['Nguồn điểm', 'thẩm định > thanh tra'],
      ['Xếp loại', 'Tốt 90; Khá 70'],
      ['Xếp loại', 'Tốt >= 90% và không quá 20% của Giỏi trở lên; Khá'],
      ['Xếp loại', 'Tốt >= 90% và 9.9 >= 50%; Khá'],
      ['Tiêu chí phụ', '9.9'],
      ['Tổng điểm', 'một nghìn'],
    ] as const
  ).map(([key, value]): Fixture => ({
    id: 'settings.invalid',
    name: `${key}: ${value}`,
    picture: workbook({ settings: [[key, value]] }),
    cell: 'Thiết lập!B1',
    severity: 'warning',
    points: { 'Sở Y tế': 860 },
  })),
];
