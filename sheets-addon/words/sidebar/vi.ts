/** Words of the Google Sheets sidebar that the Excel pane does not need, or says otherwise (vi), by id. */
export const sidebar = {
  'sidebar.starting': 'Đang nối với sổ tính …',
  'sidebar.wait-check': 'Đang đọc và kiểm tra sổ tính …',
  'sidebar.wait-score': 'Đang chấm điểm và ghi các trang kết quả …',
  'sidebar.wait-sample': 'Đang chèn các trang mẫu và kiểm tra …',
  'sidebar.wait-edit': 'Đang ghi và kiểm tra lại …',
  'sidebar.wait-forms': 'Đang tạo phiếu …',
  'sidebar.wait-seconds': 'Đã chờ {seconds} giây.',
  'sidebar.wait-note':
    'Google không báo tiến độ và không dừng giữa chừng được. Sổ tính lớn có thể mất vài phút; đề nghị không sửa số liệu trong lúc chờ.',
  'pane.address-only': 'Trang này đang ẩn hoặc không còn, nên chưa đến được. Ô cần xem: {cell}',
  'sidebar.lost':
    'Google không trả kết quả trong lúc ghi, nên chưa rõ đã ghi xong chưa. Đề nghị kiểm tra lại để xem sổ tính nay thế nào, rồi mới làm tiếp.',
  'sidebar.google-says': 'Google báo: {detail}',
  'sidebar.silent':
    'Đã chờ {minutes} phút mà Google không trả lời. Đề nghị xem mạng còn nối không rồi làm lại; nếu vẫn vậy, đề nghị đóng bảng điều khiển rồi mở lại từ trình đơn.',
  'sidebar.theme-auto': 'Theo thiết bị',
  'sidebar.moved-on': 'Sổ tính đã đổi, nên phần này không lấy được nữa. Đề nghị kiểm tra lại.',
  'sidebar.parts': 'Các phần của bảng điều khiển',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    sidebar: typeof sidebar;
  }
}
