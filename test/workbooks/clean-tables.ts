/** Clean workbooks: matrices, groups, settings and several sets. */
import { book, sheet, type Rows } from '#test/support/book';
import { DATA, SET, UNITS, workbook } from './base.ts';
import type { CleanFixture } from './clean.ts';

const MATRIX: Rows = [
  [1, 'Xã An Bình', 300, 450.5],
  [2, 'Xã Bình Minh', 350, 500],
  [3, 'Xã Cẩm Mỹ', 200, 300.25],
];
const THREE: CleanFixture['ranking'] = {
  '': [
    ['Xã Bình Minh', 850, 1],
    ['Xã An Bình', 750.5, 2],
    ['Xã Cẩm Mỹ', 500.25, 3],
  ],
};
const JUDGED: Rows = [
  ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
  ['1', 'Nhận thức số', 400, 'Chấm điểm'],
  ['2', 'Thể chế số', 600, 'Chấm điểm'],
];
const settings = (...rows: Rows) => workbook({ settings: [['THIẾT LẬP'], [], ...rows] });

export const cleanTables: CleanFixture[] = [
  {
    name: 'a matrix of codes with its maxima',
    picture: book(
      sheet('Bảng điểm', [['BẢNG ĐIỂM'], [], ['TT', 'Đơn vị', '1', '2'], [null, 'Điểm tối đa', 400, 600], ...MATRIX]),
    ),
    ranking: THREE,
  },
  {
    name: 'a matrix of names with its maxima, between an index row and means',
    picture: book(
      sheet('Bảng điểm', [
        ['STT', 'Địa phương', 'Nhận thức số', 'Thể chế số'],
        ['(1)', '(2)', '(3)', '(4)'],
        [null, 'Điểm chuẩn', 400, 600],
        ...MATRIX,
        [null, 'Trung bình', 283.33, 416.92],
        [null, 'Cao nhất', 350, 500],
      ]),
    ),
    ranking: THREE,
    pillars: { 'Xã An Bình': { '1': 300, '2': 450.5 } },
  },
  {
    name: 'a matrix of components beside their pillars, totals and ranks',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1.1', '1.2', '1', '2.1', '2', 'Tổng điểm', 'Xếp hạng', 'Xếp loại'],
        [null, 'Điểm tối đa', 100, 300, 400, 600, 600, 1000],
        [1, 'Xã An Bình', 100, 200, 300, 450.5, 450.5, 750.5, 2, 'Khá'],
        [2, 'Xã Bình Minh', 50, 300, 350, 500, 500, 850, 1, 'Tốt'],
        [3, 'Xã Cẩm Mỹ', 90, 110, 200, 300.25, 300.25, 500.25, 3, 'Yếu'],
      ]),
    ),
    ranking: THREE,
    pillars: { 'Xã Bình Minh': { '1': 350, '2': 500 } },
  },
  {
    name: 'a matrix without maxima on a set of the workbook',
    picture: book(sheet('Bộ chỉ số', JUDGED), sheet('Bảng điểm', [['TT', 'Đơn vị', '1', '2'], ...MATRIX])),
    ranking: THREE,
  },
  {
    name: 'a matrix of the set’s names',
    picture: book(
      sheet('Bộ chỉ số', JUDGED),
      sheet('Bảng điểm', [['TT', 'Đơn vị', 'Nhận thức số', 'Thể chế số'], ...MATRIX]),
    ),
    ranking: THREE,
  },
  {
    name: 'a matrix of self-assessed points',
    picture: book(
      sheet('Bảng điểm', [
        ['BẢNG TỔNG HỢP ĐIỂM TỰ CHẤM'],
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 400, 600],
        ...MATRIX,
      ]),
    ),
    ranking: THREE,
  },
  {
    name: 'a matrix in groups',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 400, 600],
        ['I', 'Nhóm cơ quan chuyên môn'],
        [1, 'Sở Y tế', 300, 500],
        [2, 'Sở Nội vụ', 350, 500],
        ['II', 'Nhóm đơn vị sự nghiệp'],
        [1, 'Trường Cao đẳng', 200, 300],
        [2, 'Trường Chính trị', 100, 300],
      ]),
    ),
    ranking: {
      'Nhóm cơ quan chuyên môn': [
        ['Sở Nội vụ', 850, 1],
        ['Sở Y tế', 800, 2],
      ],
      'Nhóm đơn vị sự nghiệp': [
        ['Trường Cao đẳng', 500, 1],
        ['Trường Chính trị', 400, 2],
      ],
    },
  },
  {
    name: 'a matrix with a footer, notes and signatures',
    picture: book(
      sheet('Bảng điểm', [
        ['TT', 'Đơn vị', '1', '2'],
        [null, 'Điểm tối đa', 400, 600],
        ...MATRIX,
        [],
        [null, 'Nơi nhận:', null, 'NGƯỜI LẬP BIỂU'],
        [null, '- Sở Khoa học và Công nghệ;'],
        [null, '- Lưu: VT.', null, 'Trần Thị B'],
      ]),
    ),
    ranking: THREE,
  },
  {
    name: 'a unit list in groups, by column and by group rows',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Đơn vị', [
        ['STT', 'Tên đơn vị', 'Mã đơn vị'],
        ['I', 'Khối tổng hợp'],
        [1, 'Sở Nội vụ', 'NV'],
        ['II', 'Khối văn xã'],
        [2, 'Sở Y tế', 'YT'],
        [3, 'Sở Công Thương', 'CT'],
      ]),
      sheet('Số liệu', DATA),
    ),
    ranking: {
      'Khối tổng hợp': [['Sở Nội vụ', 870, 1]],
      'Khối văn xã': [
        ['Sở Y tế', 860, 1],
        ['Sở Công Thương', 450, 2],
      ],
    },
  },
  {
    name: 'unit lists and data with another word for the unit',
    picture: book(
      sheet('Bộ chỉ số', SET),
      sheet('Đơn vị', [['TT', 'Tên cơ quan', 'Nhóm'], ...UNITS.slice(1)]),
      sheet('Số liệu', [['Cơ quan', ...DATA[2]!.slice(1)], ...DATA.slice(3)]),
    ),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, 3],
      ],
    },
  },
  {
    name: 'every setting',
    picture: settings(
      ['Tên bộ chỉ số', 'Bộ chỉ số chuyển đổi số'],
      ['Căn cứ', 'Quyết định số 1/QĐ-UBND'],
      ['Kỳ báo cáo', 'Năm 2026'],
      ['Tổng điểm', 1000],
      ['Số chữ số thập phân', 1],
      ['Làm tròn', 'Tổng'],
      ['Nguồn điểm', 'thẩm định > tính > tự chấm'],
      ['Thiếu số liệu', 'Chặn'],
      ['Khi không phát sinh', 'quy đổi'],
      ['Dấu thập phân', 'phẩy'],
      ['Xếp hạng theo', 'tỷ lệ'],
      ['Cơ sở xếp hạng', 'điểm công bố'],
      ['Đồng hạng', 1223],
      ['Tiêu chí phụ', '2; 1.1'],
      ['Xếp loại', 'Tốt >= 90%; Khá >= 70%; Trung bình > 50%; Yếu'],
      ['Cơ quan chủ quản', 'UBND tỉnh Đồng Nai'],
      ['Cơ quan ban hành', 'Sở Khoa học và Công nghệ'],
      ['Địa danh', 'Đồng Nai'],
      ['Người ký', 'Nguyễn Văn A'],
      ['Chức danh', 'Giám đốc'],
    ),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, 3],
      ],
    },
    period: 'Năm 2026',
  },
  {
    name: 'two index sets, each with its long table and its units',
    picture: book(
      sheet('Các sở', SET),
      sheet('Các xã', [
        ['BỘ CHỈ SỐ CÁC XÃ'],
        ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính'],
        ['A1', 'Nhận thức số', 400, 'Chấm điểm'],
        ['A2', 'Thể chế số', 600, 'Chấm điểm'],
      ]),
      sheet('Đơn vị', [...UNITS, [4, 'Xã An Bình', 'Xã'], [5, 'Xã Bình Minh', 'Xã']]),
      sheet('Số liệu sở', DATA),
      sheet('Số liệu xã', [
        ['Đơn vị', 'Mã chỉ số', 'Điểm thẩm định'],
        ['Xã An Bình', 'A1', 300],
        ['Xã An Bình', 'A2', 450.5],
        ['Xã Bình Minh', 'A1', 350],
        ['Xã Bình Minh', 'A2', 500],
      ]),
    ),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, 3],
      ],
      Xã: [
        ['Xã Bình Minh', 850, 1],
        ['Xã An Bình', 750.5, 2],
      ],
    },
  },
  {
    name: 'two forms with the same codes and maxima are one set',
    picture: book(
      ...(['Xã An Bình', 'Xã Bình Minh'] as const).map((unit, place) =>
        sheet(unit, [
          [`Đơn vị: ${unit}`],
          ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm thẩm định'],
          ['1', 'Nhận thức số', 400, [300, 350][place]!],
          ['2', 'Thể chế số', 600, [450.5, 500][place]!],
        ]),
      ),
    ),
    ranking: {
      '': [
        ['Xã Bình Minh', 850, 1],
        ['Xã An Bình', 750.5, 2],
      ],
    },
  },
  {
    name: 'our own sheets are no input',
    picture: workbook({
      more: [
        sheet('Xếp hạng', [
          ['Nghìn Điểm · Bộ chỉ số · 2026'],
          ['TT', 'Hạng', 'Đơn vị', '1', '2', 'Tổng điểm'],
          [1, 1, 'Sở Nội vụ', 1, 2, 3],
        ]),
        sheet('Xếp hạng (2)', [
          ['XẾP HẠNG'],
          [],
          ['Nghìn Điểm · Bộ chỉ số · 2026'],
          ['TT', 'Đơn vị', '1.1'],
          [null, 'Điểm tối đa', 5],
          [1, 'Sở Y tế', 1],
        ]),
      ],
    }),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, 3],
      ],
    },
  },
  {
    name: 'other sheets with texts and figures that are no tables of ours',
    picture: workbook({
      more: [
        sheet('Hướng dẫn', [['HƯỚNG DẪN'], ['1. Nhập số liệu vào các ô màu vàng'], ['Hạn nộp', 15]]),
        sheet('Kinh phí', [
          ['TT', 'Nội dung', 'Kinh phí', 'Ghi chú'],
          [1, 'Tập huấn', 120, 'đã chi'],
          [2, 'Máy chủ', 800],
        ]),
      ],
    }),
    ranking: {
      Sở: [
        ['Sở Nội vụ', 870, 1],
        ['Sở Y tế', 860, 2],
        ['Sở Công Thương', 450, 3],
      ],
    },
  },
];
