/** Workbooks in every layout of docs/contract.md#tables with nothing wrong in them, and their points by hand: forms and figures. */
import type { Picture } from '#core/workbook/picture';
import { book, sheet, type Rows } from '#test/support/book';
import { DATA, form, HEALTH, HOME, patched, percent, SET, UNITS, workbook } from './base.ts';

/** A workbook about which nothing may be said. */
export interface CleanFixture {
  name: string;
  picture: Picture;
  /** By group name ("" where there is one): units in their order with points and rank. */
  ranking: Record<string, [unit: string, points: number, rank: number | null][]>;
  /** Sums by pillar of some units. */
  pillars?: Record<string, Record<string, number>>;
  period?: string;
}

const DEPARTMENTS: CleanFixture['ranking'] = {
  Sở: [
    ['Sở Nội vụ', 870, 1],
    ['Sở Y tế', 860, 2],
    ['Sở Công Thương', 450, 3],
  ],
};
const TWO: CleanFixture['ranking'] = {
  '': [
    ['Sở Nội vụ', 870, 1],
    ['Sở Y tế', 860, 2],
  ],
};

const FOOTER: Rows = [
  [],
  ['Ghi chú: số liệu tính đến hết ngày 30 tháng 9'],
  [],
  [null, null, null, 'Đồng Nai, ngày 05 tháng 10 năm 2026'],
  ['Nơi nhận:', null, null, 'TM. ỦY BAN NHÂN DÂN'],
  ['- Như trên;', null, null, 'KT. CHỦ TỊCH'],
  ['- Lưu: VT, TTCĐS.', null, null, 'PHÓ CHỦ TỊCH'],
  [],
  [null, null, null, 'Nguyễn Văn A'],
];

/** The rows of a form that is its own set: judged points of one unit, 300 + 700 in two pillars. */
const OWN_ROWS: Rows = [
  ['1', 'Nhận thức số', 300],
  ['1.1', 'Lãnh đạo chỉ đạo', 100, 90, 80.5],
  ['1.2', 'Tập huấn', 200, 150, 150],
  ['2', 'Dịch vụ công', 700],
  ['2.1', 'Hồ sơ trực tuyến', 400, 400, 380],
  ['2.2', 'Mức hài lòng', 300, 280, 270.25],
];
const OWN_HEADER = ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm thẩm định'];
/** 80.5 + 150 + 380 + 270.25. */
const OWN: CleanFixture['ranking'] = { '': [['Xã Lộc Thành', 880.75, 1]] };
const own = (...head: Rows): Picture =>
  book(sheet('Phiếu', [['PHIẾU CHẤM ĐIỂM'], ['Đơn vị: Xã Lộc Thành'], ...head, ...OWN_ROWS]));

const long = (name: string, period: string, rows: [string, number][]): Rows =>
  rows.map(([code, points]) => [name, code, period, points]);

export const cleanForms: CleanFixture[] = [
  { name: 'an index set, a unit list and a long table', picture: workbook(), ranking: DEPARTMENTS },
  {
    name: 'an index set and a form a department',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Phiếu 1', form('Sở Y tế', HEALTH)),
      sheet('Phiếu 2', form('Sở Nội vụ', HOME)),
    ),
    ranking: TWO,
    pillars: { 'Sở Y tế': { '1': 250, '2': 610 } },
  },
  {
    name: 'forms whose unit stands in the next cell, in any text above, or on the sheet’s tab',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Đơn vị', UNITS),
      sheet('Phiếu 1', form('', HEALTH, { A2: 'Tên đơn vị:', B2: 'Sở Y tế' })),
      sheet('Phiếu 2', form('', HOME, { A2: 'Sở Nội vụ' })),
      sheet(
        'Sở Công Thương',
        form(
          '',
          {
            choice: 'Không',
            pairs: [
              [20, 40],
              [40, 100],
            ],
            rate: 0.5,
            count: 5,
          },
          { A2: 'Đơn vị tính: điểm' },
        ),
      ),
    ),
    ranking: DEPARTMENTS,
  },
  {
    name: 'Đơn vị: điểm is a measure, not a unit',
    picture: book(sheet('Bộ chỉ số', SET), sheet('Sở Y tế', form('', HEALTH, { A2: undefined, H3: 'Đơn vị: điểm' }))),
    ranking: { '': [['Sở Y tế', 860, 1]] },
  },
  {
    name: 'typed sums and totals that are right',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet(
        'Phiếu',
        form('Sở Y tế', HEALTH, { G5: 250, G6: 100, G7: 150, G8: 610, G9: 350, G10: 180, G11: 80, G12: 860 }),
      ),
    ),
    ranking: { '': [['Sở Y tế', 860, 1]] },
  },
  {
    name: 'a form that is its own index set',
    picture: own([], OWN_HEADER),
    ranking: OWN,
    pillars: { 'Xã Lộc Thành': { '1': 230.5, '2': 650.25 } },
  },
  {
    name: 'a form that is its own set, with Roman group rows as pillars',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        ['I', 'Nhận thức số', 300],
        ...OWN_ROWS.slice(1, 3),
        ['II', 'Dịch vụ công', 700],
        ...OWN_ROWS.slice(4),
        [null, 'Tổng cộng', 1000, 920, 880.75],
      ]),
    ),
    ranking: OWN,
    pillars: { 'Xã Lộc Thành': { '1': 230.5, '2': 650.25 } },
  },
  {
    name: 'codes that begin anew under every group row',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        ['I', 'Nhận thức số', 300],
        ['1', 'Lãnh đạo chỉ đạo', 100, 90, 80.5],
        ['2', 'Tập huấn', 200, 150, 150],
        ['II', 'Dịch vụ công', 700],
        ['1', 'Hồ sơ trực tuyến', 400, 400, 380],
        ['2', 'Mức hài lòng', 300, 280, 270.25],
      ]),
    ),
    ranking: OWN,
    pillars: { 'Xã Lộc Thành': { I: 230.5, II: 650.25 } },
  },
  {
    name: 'a merged header of two rows',
    picture: book(
      sheet(
        'Phiếu',
        [
          ['Đơn vị: Xã Lộc Thành'],
          ['Mã', 'Chỉ số', 'Điểm'],
          [null, null, 'Điểm tối đa', 'Tự chấm', 'Thẩm định'],
          ...OWN_ROWS,
        ],
        {
          merges: [
            { top: 1, left: 0, bottom: 2, right: 0 },
            { top: 1, left: 1, bottom: 2, right: 1 },
            { top: 1, left: 2, bottom: 1, right: 4 },
          ],
        },
      ),
    ),
    ranking: OWN,
  },
  {
    name: 'a header of two rows that only reads together',
    picture: book(
      sheet(
        'Phiếu',
        [
          ['Đơn vị: Xã Lộc Thành'],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm'],
          [null, null, null, 'tự chấm', 'thẩm định'],
          ...OWN_ROWS,
        ],
        { merges: [{ top: 1, left: 3, bottom: 1, right: 4 }] },
      ),
    ),
    ranking: OWN,
  },
  { name: 'an index row of letters', picture: own(OWN_HEADER, ['A', 'B', 'C', 'D', 'E']), ranking: OWN },
  { name: 'an index row of small letters', picture: own(OWN_HEADER, ['a', 'b', 'c', 'd', 'e']), ranking: OWN },
  {
    name: 'an index row of bracketed numbers',
    picture: own(OWN_HEADER, ['(1)', '(2)', '(3)', '(4)', '(5)']),
    ranking: OWN,
  },
  { name: 'an index row of numbers', picture: own(OWN_HEADER, [1, 2, 3, 4, 5]), ranking: OWN },
  {
    name: 'an English header over the Vietnamese one',
    picture: own(['Code', 'Indicator', 'Maximum', 'Self-assessed', 'Verified'], OWN_HEADER),
    ranking: OWN,
  },
  {
    name: 'header words with colons, remarks, footnote marks, other cases and line breaks',
    picture: own(['MÃ SỐ:', 'Tiêu chí (1)', 'Điểm tối đa*', 'Điểm tự\nchấm', 'ĐIỂM THẨM ĐỊNH (điểm)']),
    ranking: OWN,
  },
  {
    name: 'repeated headers, blank rows and a footer with signatures',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        ...OWN_ROWS.slice(0, 3),
        [],
        [],
        OWN_HEADER,
        ...OWN_ROWS.slice(3),
        ...FOOTER,
      ]),
    ),
    ranking: OWN,
  },
  {
    name: 'a long table with blank rows, repeated headers, a note between and a footer',
    picture: book(
      sheet('Bộ chỉ số', [...SET, ...FOOTER]),
      sheet('Đơn vị', [...UNITS, ...FOOTER]),
      sheet('Số liệu', [
        ...DATA.slice(0, 8),
        [],
        DATA[2]!,
        ...DATA.slice(8, 13),
        ['(Trang 2)'],
        DATA[2]!,
        ...DATA.slice(13),
        ...FOOTER,
      ]),
    ),
    ranking: DEPARTMENTS,
  },
  {
    name: 'codes stored as numbers: 4.1 shown as 4.10 is 4.10',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        [4, 'Chính quyền số', 1000],
        ...Array.from({ length: 10 }, (_, place): Rows[number] => [
          place === 9 ? { value: 4.1, format: '0.00' } : { value: (41 + place) / 10, format: '0.0' },
          `Thành phần ${'ABCDEGHIKL'[place]}`,
          100,
          null,
          50 + place,
        ]),
      ]),
    ),
    // 10 × 50 + (0 + … + 9)
    ranking: { '': [['Xã Lộc Thành', 545, 1]] },
  },
  {
    name: 'codes with a final point, and with a comma',
    picture: book(
      sheet('Bộ chỉ số', patched(SET, { A4: '1.', A5: '1.1.', A6: '1.2.' })),
      sheet('Đơn vị', UNITS),
      sheet('Số liệu', patched(DATA, { B4: '1,1', B5: '1,2', B6: '2.1.' })),
    ),
    ranking: DEPARTMENTS,
  },
  {
    name: 'three levels, the second without a row of its own',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        ['4', 'Chính quyền số', 1000],
        ['4.1', 'Hạ tầng', 400, null, 350],
        ['4.22.1', 'Hệ thống một cửa', 300, null, 250],
        ['4.22.2', 'Hệ thống văn bản', 300, null, 200.5],
      ]),
    ),
    ranking: { '': [['Xã Lộc Thành', 800.5, 1]] },
    pillars: { 'Xã Lộc Thành': { '4': 800.5 } },
  },
  {
    name: 'three levels, the second a sum',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        OWN_HEADER,
        ['4', 'Chính quyền số', 1000],
        ['4.1', 'Hạ tầng', 400, null, 350],
        ['4.22', 'Hệ thống', 600],
        ['4.22.1', 'Hệ thống một cửa', 300, null, 250],
        ['4.22.2', 'Hệ thống văn bản', 300, null, 200.5],
      ]),
    ),
    ranking: { '': [['Xã Lộc Thành', 800.5, 1]] },
  },
  {
    name: 'descriptions, continued in rows without a code',
    picture: book(
      sheet('Phiếu', [
        ['Đơn vị: Xã Lộc Thành'],
        ['STT', 'Mã', 'Tiêu chí', 'Cách xác định và tính điểm', 'Điểm chuẩn', 'Hội đồng thẩm định', 'Giải trình'],
        [1, '1', 'Nhận thức số', 'a) Có kế hoạch: 200 điểm;', 400, 300, 'Kế hoạch số 5'],
        [null, null, null, 'b) Có báo cáo: 200 điểm.'],
        [2, '2', 'Thể chế số', 'Theo văn bản đã ban hành', 600, 450.5],
        [null, null, '(gồm cả văn bản của cấp trên)'],
      ]),
    ),
    ranking: { '': [['Xã Lộc Thành', 750.5, 1]] },
  },
  {
    name: 'figures of several periods in a long table: the one that ends last counts',
    picture: book(
      sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['1', 'Nhận thức số', 400, 'Chấm điểm'],
        ['2', 'Thể chế số', 600, 'Chấm điểm'],
      ]),
      sheet('Số liệu', [
        ['Đơn vị', 'Mã chỉ số', 'Kỳ', 'Điểm thẩm định'],
        ...long('Xã An Bình', 'Quý I/2026', [
          ['1', 100],
          ['2', 200],
        ]),
        ...long('Xã An Bình', '6 tháng đầu năm 2026', [
          ['1', 150],
          ['2', 300],
        ]),
        ...long('Xã An Bình', 'Quý 3 năm 2026', [
          ['1', 300],
          ['2', 400.5],
        ]),
      ]),
    ),
    ranking: { '': [['Xã An Bình', 700.5, 1]] },
    period: 'Quý 3 năm 2026',
  },
  {
    name: 'forms of several periods: the settings say which counts',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Quý 1', form('Sở Y tế', { ...HEALTH, count: 3 }, { A3: 'Kỳ báo cáo: Quý I/2026' })),
      sheet('Quý 2', form('Sở Y tế', HEALTH, { A3: 'Kỳ báo cáo: Quý II/2026' })),
      sheet('Thiết lập', [['Kỳ báo cáo', '2026-Q1']]),
    ),
    // 8 reports were 80 points, 3 are 30.
    ranking: { '': [['Sở Y tế', 810, 1]] },
    period: '2026-Q1',
  },
  {
    name: 'index set, unit list and settings on hidden sheets',
    picture: book(
      sheet('Bộ chỉ số', SET, { visibility: 'hidden' }),
      sheet('Đơn vị', UNITS, { visibility: 'hidden' }),
      sheet('Số liệu', DATA),
      sheet('Thiết lập', [['Số chữ số thập phân', 1]], { visibility: 'hidden' }),
    ),
    ranking: DEPARTMENTS,
  },
  {
    name: 'units by their code, names left out',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Đơn vị', [
        ['Mã đơn vị', 'Tên đơn vị', 'Nhóm', 'Xếp hạng'],
        ['YT', 'Sở Y tế', 'Sở', 'Có'],
        ['NV', 'Sở Nội vụ', 'Sở', 'Có'],
        ['CT', 'Sở Công Thương', 'Sở', 'Không'],
      ]),
      sheet(
        'Số liệu',
        DATA.map((row, place) =>
          place < 2
            ? []
            : place === 2
              ? ['Mã đơn vị', ...row.slice(1)]
              : [place < 8 ? 'YT' : place < 13 ? 'NV' : 'CT', ...row.slice(1)],
        ),
      ),
    ),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, null],
      ],
    },
  },
  {
    name: 'one name in two groups, and figures that say which',
    picture: book(
      sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['1', 'Nhận thức số', 1000, 'Chấm điểm'],
      ]),
      sheet('Đơn vị', [
        ['Tên đơn vị', 'Nhóm'],
        ['Xã Tân Lập', 'Huyện Đồng Phú'],
        ['Xã Tân Lập', 'Huyện Chơn Thành'],
      ]),
      sheet('Số liệu', [
        ['Đơn vị', 'Nhóm', 'Mã chỉ số', 'Điểm thẩm định'],
        ['Xã Tân Lập', 'Huyện Đồng Phú', '1', 700],
        ['Xã Tân Lập', 'Huyện Chơn Thành', '1', 800],
      ]),
    ),
    ranking: { 'Huyện Đồng Phú': [['Xã Tân Lập', 700, 1]], 'Huyện Chơn Thành': [['Xã Tân Lập', 800, 1]] },
  },
  {
    name: 'every kind of rule',
    picture: book(
      sheet('Bộ chỉ số', [
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'Minh chứng'],
        ['1', 'Người đứng đầu ban chỉ đạo', 100, 'Chọn: Bí thư = 100%; Phó Bí thư = 50%; Chưa có = 0', 'Không'],
        ['2', 'Tham gia họp', 100, 'Cộng: Dự đủ họp = 50%; Chủ trì họp = 50%'],
        ['3', 'Còn tồn đọng', 100, '1 - a/b'],
        ['4', 'Theo kế hoạch', 100, 'a/b kế hoạch'],
        ['5', 'Mức độ', 100, 'Mức a/b: >= 90% = 100%; từ 50% đến dưới 90% = theo tỷ lệ; còn lại = 0'],
        ['6', 'Sáng kiến', 100, 'a/cao nhất'],
        ['7', 'Chậm báo cáo', 100, 'Trừ: a x 5'],
        ['8', 'Tổng hợp', 100, 'Tổng: [a/b] x 60 + [c x 10] x 40'],
        ['9', 'Kết quả tốt hơn', 100, 'Cao nhất: [a/b]; [c/d]'],
        ['10', 'Hội đồng chấm', 100, 'Chấm điểm'],
        ['11', 'Thông tin', 0, 'Không tính điểm'],
        ['12', 'Thưởng', 0, 'Điểm cộng, không quá 20: a x 2'],
        ['13', 'Phạt', 0, 'Điểm trừ: a x 5'],
      ]),
      sheet('Số liệu', [
        ['Đơn vị', 'Mã chỉ số', 'a', 'b', 'c', 'd', 'Lựa chọn', 'Điểm thẩm định'],
        ['Xã An Bình', '1', null, null, null, null, 'Phó Bí thư'], // 50
        ['Xã An Bình', '2', null, null, null, null, 'Chủ trì họp; Dự đủ họp'], // 100
        ['Xã An Bình', '3', 5, 20], // 75
        ['Xã An Bình', '4', 30, 25], // 100
        ['Xã An Bình', '5', 60, 100], // 60
        ['Xã An Bình', '6', 4], // 100
        ['Xã An Bình', '7', 3], // 85
        ['Xã An Bình', '8', 1, 2, 3], // 30 + 30
        ['Xã An Bình', '9', 1, 4, 3, 5], // 60
        ['Xã An Bình', '10', null, null, null, null, null, 77.25],
        ['Xã An Bình', '12', 15], // 20
        ['Xã An Bình', '13', 1], // -5
      ]),
    ),
    ranking: { '': [['Xã An Bình', 782.25, 1]] },
  },
  {
    name: 'percent formats are shares, and formulas are what they show',
    picture: workbook({
      data: { C7: { value: 0.9, format: '0.0%', formula: true }, C12: percent(0.85), C5: { value: 45, formula: true } },
    }),
    ranking: DEPARTMENTS,
  },
];
