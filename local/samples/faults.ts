/** One workbook with every fault of the checks that one workbook can have. All of it is made up (minh họa). */
import type { Scalar } from '#core/workbook/cell';
import type { SheetPlan } from '#core/workbook/plan';
import { HIDDEN, HIDDEN_COLUMN, mark } from './raw.ts';
import { sampleSheet } from './sheets.ts';

type Row = (Scalar | null)[];
const NOTE = 'Sổ minh họa: mỗi dòng cố ý có một lỗi, để xem phần Kiểm tra nói gì.';

const SET: Row[] = [
  ['1', 'Nhận thức số', 90, null, null, null, null, null],
  ['1.1', 'Tỷ lệ hồ sơ trực tuyến', 20, 'a/b', 'Số hồ sơ trực tuyến', 'Tổng số hồ sơ', 'hỏi', 'Bắt buộc'],
  ['1.2', 'Tỷ lệ hài lòng', 20, 'tỷ lệ a', 'Tỷ lệ', null, 'đủ điểm', 'Không'],
  ['1.3', 'Có kế hoạch', 20, 'Có/Không', null, null, 'đủ điểm', 'Bắt buộc'],
  ['1.3', 'Có kế hoạch (chép lại)', 20, 'Có/Không', null, null, 'đủ điểm', 'Không'],
  ['1.4', 'Số cuộc họp', 20, 'Mức a: >= 4 = 20; >= 5 = 10; còn lại = 0', 'Số cuộc họp', null, 'đủ điểm', 'Không'],
  ['1.5', 'Số người được tập huấn', 20, 'a x 1', 'Số người', null, 'đủ điểm', 'Không'],
  ['1.6', 'Hội đồng đánh giá', 20, 'Chấm điểm', null, null, null, 'Không'],
  ['2', 'Chính quyền số', 110, null, null, null, null, null],
  ['2.1', 'Văn bản ký số', 20, 'nếu tốt thì được điểm', 'Số văn bản', null, 'đủ điểm', 'Không'],
  ['2.2', mark.footnote('Dân số (chỉ để biết)', '1'), 10, 'Không tính điểm', null, null, null, 'Không'],
  ['2.8', 'Văn bản  hai dấu cách', 20, 'a/b', 'Số văn bản', 'Tổng số văn bản', 'đủ điểm', 'Không'],
  ['2.9', 'Báo cáo đúng hạn', 20, 'a/b', 'Số báo cáo đúng hạn', 'Tổng số báo cáo', 'đủ điểm', 'Không'],
  ['2.1', 'Mã 2.10 bị bảng tính làm mất số 0', 20, 'a/b', 'Số lượt', 'Tổng số lượt', 'đủ điểm', 'Không'],
  ['2.11', 'Hồ sơ số hóa', 30, 'a/b', 'Số hồ sơ', 'Tổng số hồ sơ', 'đủ điểm', 'Không'],
  ['9.1', 'Chỉ số không thuộc chỉ số chính nào', 10, 'a/b', 'Số lượt', 'Tổng số lượt', 'đủ điểm', 'Không'],
  [null, 'Tổng cộng', 500, null, null, null, null, null],
];

const UNITS: Row[] = [
  [1, 'Sở Y tế', 'SYT', 'Sở', 'Có'],
  [2, 'Sở Tư pháp', 'STP', 'Sở', 'Có'],
  [3, 'Sở Nội vụ', 'SNV', 'Sở', 'Có'],
  [4, 'Sở Y tế', 'SYT', 'Sở', 'Có'],
  [5, 'Sở Xây dựng', 'SXD', 'Sở', 'Có'],
  [6, 'Sở Công Thương', 'SCT', 'Sở', 'Có'],
  [7, 'Sở Tài chính', 'STC', 'Sở', 'Có'],
  [8, 'Sở Ngoại vụ', 'SNG', 'Sở', 'Có'],
  [9, 'Sở Khoa học và Công nghệ', 'SKHCN', 'Sở', 'Có'],
  [null, 'Toàn tỉnh', null, 'Sở', null],
];

const CODES = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6', '2.1', '2.2', '2.8', '2.9', '2.10', '2.11', '9.1'];

/** What differs from a clean row: by unit and code, by column position (2 = a, 3 = b, 4 = Lựa chọn, 5 tự chấm, 6 thẩm định, 7 lý do, 8 minh chứng). */
const FAULTS: Record<string, Record<number, Scalar | null>> = {
  'Sở Y tế 1.1': { 2: 0, 3: 0 },
  'Sở Y tế 1.2': { 2: 80 },
  'Sở Y tế 1.3': { 4: 'Có lẽ', 8: null },
  'Sở Y tế 1.4': { 2: mark.error('#REF!') },
  'Sở Y tế 1.5': { 2: 2.5 },
  'Sở Y tế 1.6': { 6: mark.error('#N/A') },
  'Sở Y tế 2.8': { 2: mark.formula('B1+1', null) },
  'Sở Y tế 2.9': { 2: mark.date(45000) },
  'Sở Y tế 2.11': { 2: '01 (0,727)' },
  'Sở Tư pháp 1.1': { 2: -3 },
  'Sở Tư pháp 1.2': { 2: '0,8' },
  'Sở Tư pháp 1.3': { 8: '…' },
  'Sở Tư pháp 1.4': { 2: '1.234' },
  'Sở Tư pháp 1.6': { 6: mark.formula('1+1', null) },
  'Sở Tư pháp 2.8': { 2: 60, 3: 50 },
  'Sở Tư pháp 2.9': { 3: null },
  'Sở Nội vụ 1.6': { 6: 'khá' },
  'Sở Nội vụ 1.1': { 5: 15, 8: null },
  'Sở Xây dựng 1.6': { 6: -2 },
  'Sở Xây dựng 1.1': { 5: 12, 6: 14 },
  'Sở Công Thương 1.6': { 6: 25 },
  'Sở Công Thương 2.9': { 8: mark.error('#NAME?') },
  'Sở Tài chính 1.6': { 6: '15,5' },
};

function data(): Row[] {
  const rows: Row[] = [];
  const units = ['Sở Y tế', 'Sở Tư pháp', 'Sở Nội vụ', 'Sở Xây dựng', 'Sở Công Thương', 'Sở Tài chính'];
  units.forEach((unit, place) => {
    const name = unit === 'Sở Nội vụ' ? 'Sở nội vụ' : unit;
    for (const code of CODES) {
      // The figures of 2.11 and 9.1 are the same for every unit: copied, it seems.
      const a = code === '2.11' || code === '9.1' ? 30 + place : 40 + place;
      const row: Row = [name, code, a, 60, null, null, null, null, 'Báo cáo số 12/BC'];
      if (code === '1.2') row[2] = 0.8;
      if (code === '1.3') row[4] = 'Có';
      if (code === '1.4' || code === '1.5') row[2] = 5;
      if (['1.2', '1.3', '1.4', '1.5', '1.6'].includes(code)) row[3] = null;
      if (['1.3', '1.6', '2.2'].includes(code)) row[2] = null;
      if (code === '1.6') [row[6], row[7]] = [15 + place / 4, 'Hội đồng chấm'];
      for (const [column, value] of Object.entries(FAULTS[`${unit} ${code}`] ?? {})) row[Number(column)] = value;
      if (code === '2.8' && unit !== 'Sở Y tế' && unit !== 'Sở Tư pháp') row[3] = unit === 'Sở Tài chính' ? 70 : mark.formula('50+20', 70);
      // A row that is left out, one that stands twice, one that is hidden.
      if (unit === 'Sở Tài chính' && code === '2.9') continue;
      rows.push(row);
      if (unit === 'Sở Tài chính' && code === '2.11') rows.push([...row.slice(0, 2), 12, ...row.slice(3)]);
      if (unit === 'Sở Tài chính' && code === '1.4') row[0] = HIDDEN + name;
    }
  });
  rows.push(['Sở Tài chính', '7.7', 1, 2, null, null, null, null, null]);
  rows.push(['Sở Tai chinh', '1.1', 1, 2, null, null, null, null, 'Báo cáo']);
  // No code: nobody can tell whose points these are.
  rows.push(['Sở Nội vụ', null, 12, 15, null, null, null, null, 'Báo cáo']);
  return rows;
}

/** @returns the sheets, with marks that withMarks puts into effect. */
export function faultSheets(): SheetPlan[] {
  const set = sampleSheet({
    name: 'Bộ chỉ số',
    titles: ['BỘ CHỈ SỐ MINH HỌA'],
    note: NOTE,
    header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Cách tính', 'a (nhãn)', 'b (nhãn)', 'Khi không phát sinh', 'Minh chứng', 'Áp dụng cho'],
    codes: [0],
    widths: [7, 40, 10, 42, 22, 20, 14, 12, 18],
    rows: SET.map((row) => [...row, row[0] === '2.11' ? 'trừ Sở Ngoại vụ' : null]),
  });
  const units = sampleSheet({
    name: 'Đơn vị',
    titles: ['DANH SÁCH ĐƠN VỊ'],
    header: ['TT', 'Tên đơn vị', 'Mã đơn vị', 'Nhóm', 'Xếp hạng'],
    codes: [2],
    widths: [6, 30, 12, 14, 10],
    rows: UNITS,
  });
  const long = sampleSheet({
    name: 'Số liệu',
    titles: ['SỐ LIỆU MINH HỌA'],
    note: NOTE,
    header: ['Đơn vị', 'Mã chỉ số', 'a', 'b', `Lựa chọn${HIDDEN_COLUMN}`, 'Điểm tự chấm', 'Điểm thẩm định', 'Lý do thẩm định', 'Minh chứng'],
    codes: [1],
    widths: [24, 11, 12, 10, 14, 13, 15, 22, 24],
    rows: data(),
  });
  const last = long.rows.length;
  long.merges.push({ top: last - 12, left: 8, bottom: last - 11, right: 8 });
  while (long.rows.length < last + 14) long.rows.push({ cells: [] });
  long.rows.push({ cells: [null, null, { value: 123, style: 0 }] });
  // Formulas in the column of points, and one number typed over one of them.
  const rows = ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'].map(
    (code): Row => [code, `Chỉ số ${code}`, code === '1.2' ? 25 : 20, code < '1.5' ? mark.formula('10+5', 15) : 15],
  );
  const form = (name: string, unit: string, total: number): SheetPlan =>
    sampleSheet({
      name,
      titles: ['PHIẾU MINH HỌA', `Tên đơn vị: ${unit}`],
      header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm'],
      codes: [0],
      widths: [8, 40, 12, 12],
      rows: [...rows, [null, 'Tổng cộng', null, total]],
    });
  // Two columns of self-assessed points that differ, and one that says neither whose points it holds.
  const twice = sampleSheet({
    name: 'Phiếu SNG (2)',
    titles: ['PHIẾU MINH HỌA', 'Tên đơn vị: Sở Ngoại vụ'],
    header: ['Mã', 'Chỉ số', 'Điểm tối đa', 'Điểm tự chấm', 'Điểm đề xuất', 'Điểm chấm'],
    codes: [0],
    widths: [8, 40, 12, 12, 12, 12],
    rows: [...rows.map((row): Row => [...row, 14, 13]), [null, 'Tổng cộng', null, 90, 84, 78]],
  });
  const settings = sampleSheet({
    name: 'Thiết lập',
    titles: [],
    header: ['Thiết lập', 'Giá trị'],
    widths: [28, 40],
    rows: [
      ['Đồng hạng', '1225'],
      ['Số chữ số thập phân', 2],
    ],
  });
  // No header word for its units: nothing of it is read.
  const odd = sampleSheet({
    name: 'Bảng lạ',
    titles: [],
    header: ['TT', 'Nơi chấm', '1.1', '1.2'],
    widths: [6, 30, 8, 8],
    rows: [
      [1, 'Khoa học và Công nghệ', 12, 15],
      // In TCVN3: Chuyển đổi số.
      [2, 'ChuyÓn ®æi sè', 11, 14],
      [3, 'Bưu chính', 10, 13],
    ],
  });
  return [
    long,
    set,
    units,
    form('Phiếu SNG', 'Sở Ngoại vụ', 99),
    twice,
    { ...form('Phiếu ẩn', 'Sở Xây dựng', 90), visibility: 'hidden' },
    settings,
    odd,
  ];
}
