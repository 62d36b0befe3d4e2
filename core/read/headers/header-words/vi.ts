/** Words over columns as people write them, those of a role mean the same; docs/contract.md#header-words says how they are compared. Readers fold them, the help shows them. */
import type { ColumnRole } from '../../assessment.ts';

/** A role that a header's own words give. */
export type HeaderRole = keyof typeof HEADER_WORDS;

export const HEADER_WORDS = {
  order: 'STT | TT | Số TT | Số thứ tự',
  code: 'Mã | Mã số | Mã chỉ số | Mã tiêu chí | Mã chỉ tiêu',
  name: 'Chỉ số | Chỉ tiêu | Tiêu chí | Nội dung | Tên chỉ số | Tên tiêu chí | Tên chỉ tiêu | Chỉ số, chỉ số thành phần | Tiêu chí, tiêu chí thành phần | Chỉ số/Chỉ số thành phần | Tiêu chí/Tiêu chí thành phần | Chỉ số thành phần | Tiêu chí thành phần | Nội dung chỉ số | Nội dung tiêu chí',
  maximum: 'Điểm tối đa | Điểm chuẩn | Thang điểm | Mức điểm | Số điểm tối đa',
  rule: 'Cách tính',
  description:
    'Cách xác định và tính điểm | Phương pháp xác định và cách cho điểm | Cách tính điểm | Cách chấm điểm | Quy định chấm | Quy định chấm điểm | Phương pháp xác định | Phương thức đánh giá | Cách xác định | Phương pháp tính | Phương pháp tính điểm | Cách cho điểm | Mô tả | Hướng dẫn | Hướng dẫn chấm điểm | Phương pháp đánh giá | Cách đánh giá',
  labelA: 'a (nhãn)',
  labelB: 'b (nhãn)',
  labelC: 'c (nhãn)',
  labelD: 'd (nhãn)',
  notArising: 'Khi không phát sinh',
  appliesTo: 'Áp dụng cho',
  group: 'Nhóm | Khối | Cụm | Nhóm đơn vị',
  basis: 'Căn cứ',
  unit: 'Đơn vị | Cơ quan | Tên đơn vị | Địa phương | Tên cơ quan | Tỉnh | Huyện | Xã | Xã, phường | Xã/phường | Xã, phường, thị trấn | Xã, phường, đặc khu | Sở, ngành | Sở/ngành | Sở, ban, ngành | Huyện, thành phố | Đơn vị thực hiện | Cơ quan, đơn vị | Tỉnh, thành phố | Đơn vị đánh giá | Đơn vị được đánh giá',
  unitCode: 'Mã đơn vị',
  previousPoints: 'Điểm kỳ trước',
  previousRank: 'Hạng kỳ trước',
  a: 'a | Số liệu a | Kết quả thực hiện a',
  b: 'b | Số liệu b | Chỉ tiêu phải thực hiện b',
  c: 'c | Số liệu c',
  d: 'd | Số liệu d',
  choice: 'Lựa chọn',
  self: 'Tự đánh giá | Tự chấm | Điểm tự chấm | Điểm số tự chấm | Điểm tự đánh giá | Điểm đề xuất',
  verified: 'Thẩm định | Điểm thẩm định | Hội đồng thẩm định | Điểm hội đồng thẩm định | Điểm đạt được | Điểm đánh giá',
  reason: 'Lý do thẩm định',
  evidence:
    'Tài liệu kiểm chứng | Minh chứng | Giải trình | Tài liệu giải trình | Giải trình kết quả | Minh chứng/Ghi chú | Có minh chứng | Các yêu cầu và tài liệu kiểm chứng',
  note: 'Ghi chú',
  period: 'Kỳ | Kỳ báo cáo | Kỳ đánh giá',
  difference: 'Chênh lệch',
  status: 'Trạng thái',
  total: 'Tổng | Tổng điểm | Tổng cộng | Tổng số điểm | Tổng số | Cộng | Điểm tổng',
  rank: 'Thứ hạng | Hạng | Xếp hạng | Xếp thứ | Vị thứ | Thứ tự xếp hạng | Tham gia xếp hạng | Được xếp hạng',
  band: 'Xếp loại',
} as const satisfies Partial<Record<ColumnRole, string>>;
