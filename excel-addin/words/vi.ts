/** Words for what a spreadsheet host refuses or leaves out (vi), by id: what happened, why, what next. */
export const host = {
  'host.cell-editing': 'Một ô đang được sửa dở nên Excel chưa nhận lệnh. Đề nghị nhấn Enter trong ô đó rồi làm lại.',
  'host.changed':
    'Sổ tính đã thay đổi sau khi được đọc, nên chưa ghi kết quả. Đề nghị kiểm tra hoặc chấm lại với số liệu mới.',
  'host.changed-cell':
    'Ô {cell} nay có nội dung khác lúc kiểm tra, nên chưa sửa ô nào. Đề nghị kiểm tra lại rồi sửa theo kết quả mới.',
  'host.filtered-cell':
    'Ô {cell} đang bị bộ lọc che, Excel có thể ghi nhầm dòng, nên chưa sửa ô nào. Đề nghị bỏ lọc rồi làm lại.',
  'host.focus': 'Một sổ tính khác đang được chọn nên Excel không nhận lệnh. Đề nghị quay lại sổ tính này rồi làm lại.',
  'host.formula-cell': 'Ô {cell} chứa công thức, nên không ghi đè. Đề nghị sửa công thức bằng tay.',
  'host.half-written':
    'Excel dừng giữa lúc ghi, và chưa trả lại được các ô sau: {cells}. Những ô này đang mang giá trị mới, các ô khác vẫn như cũ. Đề nghị bấm “Hoàn tác lần sửa”, hoặc xem từng ô.',
  'host.late':
    'Excel gặp sự cố trong lúc ghi, nên chưa rõ các trang {sheets} đã ghi xong chưa. Số liệu của bạn vẫn nguyên. Đề nghị xem sổ tính rồi làm lại: mọi trang sẽ được ghi lại đầy đủ.',
  'host.lost': 'Mất kết nối với sổ tính. Đề nghị đóng bảng điều khiển rồi mở lại; sổ tính vẫn nguyên vẹn.',
  'host.maybe-written':
    'Excel không trả lời giữa lúc ghi, nên chưa rõ các ô sau đã ghi chưa: {cells}. Đề nghị xem các ô đó; nếu đã ghi, “Hoàn tác lần sửa” trả lại như trước.',
  'host.not-ours': 'Trang “{sheet}” không do Nghìn Điểm tạo ra, nên không ghi đè. Đề nghị chấm lại để dùng tên khác.',
  'host.plan-invalid':
    'Kết quả không ghi được ({detail}), sổ tính chưa thay đổi. Đề nghị gửi dòng này cho người phát triển.',
  'host.press-enter': 'Excel chưa trả lời. Nếu đang sửa một ô, đề nghị nhấn Enter trong ô đó.',
  'host.protected':
    'Trang “{sheet}” đang được bảo vệ, nên không ghi gì. Đề nghị bỏ bảo vệ trang (Xem lại › Bảo vệ) rồi làm lại.',
  'host.protected-somewhere':
    'Excel không cho ghi: trang hoặc sổ tính đang được bảo vệ, hoặc chưa có quyền sửa. Đề nghị bỏ bảo vệ rồi làm lại.',
  'host.read-only': 'Sổ tính chỉ mở để đọc. Đề nghị bật chỉnh sửa hoặc lưu một bản sao, rồi làm lại.',
  'host.sheet-missing': 'Không còn trang “{sheet}”. Có thể trang đã bị xóa hoặc đổi tên; đề nghị kiểm tra lại.',
  'host.structure-protected':
    'Cấu trúc sổ tính đang được bảo vệ nên không thêm được trang. Đề nghị bỏ bảo vệ (Xem lại › Bảo vệ sổ làm việc) rồi làm lại.',
  'host.timeout':
    'Excel không trả lời. Đề nghị nhấn Enter nếu đang sửa ô; nếu vẫn vậy, đề nghị đóng bảng điều khiển rồi mở lại.',
  'host.too-large': 'Số liệu quá lớn so với mức Excel cho phép trong một lần. Đề nghị tách sổ tính rồi làm lại.',
  'host.too-old': 'Excel này quá cũ: cần Excel 2021, Microsoft 365 hoặc Excel trên web.',
  'host.unknown':
    'Excel báo lỗi ({code}), chưa rõ vì sao. Đề nghị làm lại; nếu vẫn vậy, đề nghị đóng bảng điều khiển rồi mở lại.',
  'host.warn-chart': 'Chưa vẽ được biểu đồ trên trang “{sheet}”; số liệu vẫn đủ.',
  'host.warn-filter': 'Trang “{sheet}” đang lọc: đã bỏ lọc để ghi đúng dòng.',
  'host.warn-filter-set': 'Chưa đặt được nút lọc trên trang “{sheet}”; số liệu vẫn đủ.',
  'host.warn-freeze': 'Chưa cố định được dòng tiêu đề trên trang “{sheet}”; số liệu vẫn đủ.',
  'host.warn-links': 'Chưa đặt được liên kết trên trang “{sheet}”; địa chỉ ô vẫn ghi bằng chữ.',
  'host.warn-print': 'Chưa đặt được trang in cho “{sheet}”; số liệu vẫn đủ.',
  'host.warn-tab': 'Chưa đặt được màu thẻ cho trang “{sheet}”.',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    excel: typeof host;
  }
}
