/** Words of the pages beside the pane (vi), by id: they are written by the build, so no add-in carries them. */
export const site = {
  'site.old-engine':
    'Máy này dùng trình duyệt cũ (Internet Explorer hoặc Edge cũ) để chạy tiện ích, không đủ cho Nghìn Điểm. Cần Microsoft 365 bản 16.0.13530 trở lên hoặc Excel 2021, kèm WebView2; hoặc dùng Excel trên web.',
  'site.support-title': 'Nghìn Điểm – trợ giúp',
  'site.support-about':
    'Nghìn Điểm kiểm tra, chấm điểm và xếp hạng các sổ tính bộ chỉ số 1.000 điểm ngay trong Excel. Số liệu không rời khỏi máy: tiện ích không mở kết nối nào.',
  'site.support-start-title': 'Bắt đầu',
  'site.support-start':
    'Mở sổ tính có bộ chỉ số, vào thẻ Trang đầu, bấm “{button}”, rồi bấm “{check}”. Bấm một vấn đề để đến ô của nó; bấm “{score}” để ghi bảng xếp hạng. Chưa có sổ tính: bấm “{sample}”.',
  'site.support-blank-title': 'Bảng điều khiển để trống hoặc báo không tải được Office',
  'site.support-blank':
    'Nhờ quản trị mạng cho phép địa chỉ {address} và địa chỉ của trang này, rồi mở lại bảng điều khiển. Cần Excel 2021, Microsoft 365 hoặc Excel trên web.',
  'site.support-write-title': 'Không ghi được',
  'site.support-write':
    'Nhấn Enter nếu đang sửa một ô; bỏ bảo vệ trang và cấu trúc sổ tính; bật chỉnh sửa nếu sổ tính chỉ mở để đọc. Bảng xếp hạng cũ vẫn nguyên vẹn khi một lần ghi không xong.',
  'site.support-report-title': 'Báo lỗi',
  'site.support-report':
    'Gửi cho người cài đặt tiện ích ở cơ quan bạn: câu báo lỗi nguyên văn, phiên bản {version}, và phiên bản Excel. Đừng gửi kèm số liệu.',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    site: typeof site;
  }
}
