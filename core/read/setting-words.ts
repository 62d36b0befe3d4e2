/** The keys of the settings (docs/contract.md#settings) with the words that each takes. */

/** Keys as the sheet writes them (Vietnamese in every language), with the words each takes; none: free text. */
export const SETTING_WORDS: readonly (readonly [key: string, words: readonly string[]])[] = [
  ['Tên bộ chỉ số', []],
  ['Căn cứ', []],
  ['Kỳ báo cáo', []],
  ['Tổng điểm', []],
  ['Số chữ số thập phân', ['0', '1', '2', '3', '4', '5', '6']],
  ['Làm tròn', ['từng chỉ số', 'tổng']],
  ['Nguồn điểm', []],
  ['Thiếu số liệu', ['0 điểm', 'chặn']],
  ['Khi không phát sinh', ['đủ điểm', '0 điểm', 'loại', 'quy đổi', 'hỏi']],
  ['Dấu thập phân', ['phẩy', 'chấm']],
  ['Xếp hạng theo', ['điểm', 'tỷ lệ']],
  ['Cơ sở xếp hạng', ['điểm công bố', 'điểm chưa làm tròn']],
  ['Đồng hạng', ['1224', '1223', '1234']],
  ['Tiêu chí phụ', []],
  ['Xếp loại', []],
  ['Cơ quan chủ quản', []],
  ['Cơ quan ban hành', []],
  ['Địa danh', []],
  ['Người ký', []],
  ['Chức danh', []],
  ['Cột điểm chính thức', []],
  ['Nhiều người chấm', ['trung bình', 'hỏi']],
];

/** How a key without words of its own is written, as the sheet takes it. */
export const SETTING_EXAMPLES: Readonly<Record<string, string>> = {
  'Kỳ báo cáo': 'Quý III/2026',
  'Tổng điểm': '1000',
  'Nguồn điểm': 'thẩm định > tính > tự chấm',
  'Tiêu chí phụ': '1; 4.2',
  'Xếp loại': 'Tốt >= 90%; Khá >= 70%; Trung bình >= 50%; Yếu',
  'Cột điểm chính thức': 'Điểm thẩm định (lần 2)',
};
