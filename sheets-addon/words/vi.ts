/** Words of the Google Sheets add-on (vi), by id: menu, and what a call that failed says. `addon.<code>` per failure. */
export const sheetsAddon = {
  'addon.menu-title': 'Nghìn Điểm',
  'addon.menu-check': 'Kiểm tra sổ tính',
  'addon.menu-score': 'Chấm điểm và xếp hạng',
  'addon.menu-panel': 'Mở bảng điều khiển',
  'addon.menu-help': 'Trợ giúp',
  'addon.busy':
    'Một người khác (hoặc một thẻ khác) đang chấm sổ tính này, nên chưa làm gì. Đề nghị đợi khoảng một phút rồi làm lại.',
  'addon.changed': 'Sổ tính đã thay đổi sau khi được đọc, nên chưa ghi kết quả. Đề nghị kiểm tra hoặc chấm lại.',
  'addon.changed-cell':
    'Ô {cell} nay có nội dung khác lúc kiểm tra, nên chưa sửa ô nào. Đề nghị kiểm tra lại rồi sửa theo kết quả mới.',
  'addon.fault':
    'Có lỗi trong chương trình, nên việc này chưa xong: {detail}. Đề nghị gửi dòng này cho người phát triển.',
  'addon.formula-cell': 'Ô {cell} chứa công thức, nên không ghi đè. Đề nghị sửa công thức bằng tay.',
  'addon.input': 'Bảng điều khiển đã cũ so với tiện ích. Đề nghị đóng bảng điều khiển rồi mở lại từ trình đơn.',
  'addon.loss':
    'Chưa ghi kết quả: bảng mới sẽ phủ lên nội dung có người gõ thêm trên trang của Nghìn Điểm, hoặc bỏ bộ lọc ở đó.',
  'addon.loss-ask': 'Vẫn ghi?',
  'addon.not-ours': 'Trang “{sheet}” không do Nghìn Điểm tạo ra, nên không ghi đè. Đề nghị chấm lại để dùng tên khác.',
  'addon.plan-invalid':
    'Kết quả không ghi được ({detail}), sổ tính chưa thay đổi. Đề nghị gửi dòng này cho người phát triển.',
  'addon.protected':
    'Trang “{sheet}” đang được bảo vệ và bạn không có quyền sửa, nên không ghi gì. Đề nghị nhờ chủ sổ tính bỏ bảo vệ (Dữ liệu › Bảo vệ trang tính và dải ô) rồi làm lại.',
  'addon.protected-cell':
    'Ô {cell} nằm trong vùng được bảo vệ mà bạn không có quyền sửa, nên chưa sửa ô nào. Đề nghị nhờ chủ sổ tính cho quyền rồi làm lại.',
  'addon.read-only':
    'Google không cho ghi vào sổ tính này ({detail}), có thể bạn chỉ có quyền xem. Đề nghị xin quyền chỉnh sửa hoặc tạo bản sao, rồi làm lại.',
  'addon.scope':
    'Tiện ích chưa được cấp đủ quyền (sổ tính này và hiện bảng điều khiển), có thể một ô trong màn hình cấp quyền chưa được chọn. Đề nghị chọn Nghìn Điểm › Kiểm tra sổ tính, cấp đủ các quyền được hỏi, rồi làm lại.',
  'addon.service':
    'Google Trang tính đang gặp sự cố ({detail}). Bảng xếp hạng cũ, nếu có, vẫn nguyên. Đề nghị đợi một phút rồi làm lại.',
  'addon.service-late':
    'Google Trang tính gặp sự cố trong lúc ghi ({detail}), nên chưa rõ các trang kết quả đã ghi xong chưa. Số liệu của bạn vẫn nguyên. Đề nghị đợi một phút rồi chấm lại: mọi trang sẽ được ghi lại đầy đủ.',
  'addon.half-written':
    'Google Trang tính gặp sự cố giữa lúc ghi, và chưa trả lại được các ô sau: {cells}. Những ô này đang mang giá trị mới, các ô khác vẫn như cũ. Đề nghị xem từng ô rồi kiểm tra lại.',
  'addon.maybe-written':
    'Google Trang tính gặp sự cố giữa lúc ghi và không trả lời nữa, nên chưa rõ các ô sau đã ghi chưa: {cells}. Đề nghị xem các ô đó rồi kiểm tra lại.',
  'addon.sheet-only':
    'Đã ghi trang {sheets}, nhưng Google Trang tính gặp sự cố trước khi ghi được lý do chấp nhận. Đề nghị làm lại.',
  'addon.setting-refused': '“{value}” không hợp với mục này, nên chưa ghi.',
  'addon.sheet-missing': 'Không còn trang “{sheet}”. Có thể trang đã bị xóa hoặc đổi tên; đề nghị kiểm tra lại.',
  'addon.time':
    'Sổ tính quá lớn so với 6 phút mà Google cho mỗi lần chạy, nên đã dừng trước khi ghi: chưa có gì thay đổi. Đề nghị làm lại lúc khác, hoặc tách sổ tính theo nhóm.',
  'addon.too-large':
    'Sổ tính cùng với kết quả cần {cells} ô, vượt giới hạn 10 triệu ô của một sổ tính Google, nên chưa ghi gì. Đề nghị xóa bớt trang không dùng hoặc tách sổ tính.',
  'addon.waive-no-row': 'Không tìm thấy dòng của vấn đề này trên trang Kiểm tra. Đề nghị kiểm tra lại.',
  'addon.unread':
    'Google Trang tính gặp sự cố khi đọc lại ({detail}), nên kết quả trên màn hình là của lần trước. Đề nghị kiểm tra lại.',
  'addon.unread-time':
    'Hết 6 phút mà Google cho mỗi lần chạy trước khi đọc lại xong, nên kết quả trên màn hình là của lần trước. Đề nghị kiểm tra lại.',
  'addon.accounts':
    'Bảng điều khiển không gọi được tiện ích. Việc này thường xảy ra khi trình duyệt đăng nhập nhiều tài khoản Google. Đề nghị đăng nhập trước tiên bằng tài khoản đang mở sổ tính này (hoặc mở sổ tính trong cửa sổ ẩn danh), rồi mở lại bảng điều khiển. Các lệnh trong trình đơn vẫn dùng được.',
  'addon.no-answer':
    'Google không trả về kết quả. Đề nghị làm lại; nếu vẫn vậy, đề nghị đóng bảng điều khiển rồi mở lại từ trình đơn.',
  'addon.checked': 'Đã kiểm tra: {error} lỗi, {warning} cảnh báo, {note} ghi chú. Danh sách nằm ở trang “{sheet}”.',
  'addon.scored': 'Đã chấm và ghi: {sheets}. Vấn đề: {error} lỗi, {warning} cảnh báo, {note} ghi chú.',
  'addon.no-set':
    'Sổ tính này chưa có bộ chỉ số: cần một bảng có Mã, Chỉ số và Điểm tối đa. Chưa xếp hạng được; xem trang “{sheet}”.',
  'addon.failed-title': 'Chưa làm được',
  'addon.warn-notes':
    'Trang “{sheet}”: ghi chú ở ô {cells} được giữ nguyên chỗ. Dòng đó nay có thể là của đơn vị khác, đề nghị xem lại.',
  'addon.warn-filter': 'Trang “{sheet}” đang lọc: đã bỏ lọc để ghi đúng dòng.',
  'addon.warn-filter-set': 'Chưa đặt được nút lọc trên trang “{sheet}”; số liệu vẫn đủ. Chấm lại sẽ đặt tiếp.',
  'addon.warn-chart': 'Chưa vẽ được biểu đồ trên trang “{sheet}”; số liệu vẫn đủ. Chấm lại sẽ vẽ tiếp.',
  'addon.warn-freeze': 'Chưa cố định được dòng tiêu đề trên trang “{sheet}”; số liệu vẫn đủ. Chấm lại sẽ đặt tiếp.',
  'addon.warn-tab': 'Chưa đặt được màu thẻ cho trang “{sheet}”; số liệu vẫn đủ.',
  'addon.warn-size': 'Chưa chỉnh được độ rộng cột và chiều cao dòng trên trang “{sheet}”; số liệu vẫn đủ.',
  'addon.warn-time':
    'Gần hết thời gian Google cho phép, nên trang “{sheet}” chưa được trình bày đủ (biểu đồ, bộ lọc, cố định tiêu đề). Số liệu vẫn đủ; chấm lại sẽ đặt tiếp.',
  'addon.help-title': 'Trợ giúp Nghìn Điểm',
  'addon.help':
    'Nghìn Điểm kiểm tra, chấm điểm và xếp hạng sổ tính bộ chỉ số 1.000 điểm ngay trong sổ tính này.\n\n1. Kiểm tra sổ tính: liệt kê mọi vấn đề kèm ô, lý do và cách xử lý trên trang Kiểm tra.\n2. Chấm điểm và xếp hạng: ghi các trang Xếp hạng, Chi tiết điểm và Kiểm tra. Các trang của bạn không bị sửa.\n3. Mở bảng điều khiển: xem vấn đề, sửa hoặc chấp nhận, xếp hạng, thiết lập ở bên phải.\n\nĐể in: Tệp › In › Ngang, A4. Số liệu chỉ nằm trong Google, không được gửi đi nơi nào khác.',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    sheets: typeof sheetsAddon;
  }
}
