/** Words of the page on which the add-in can be tried without Excel (vi), by id. */
export const page = {
  'page.title': 'Nghìn Điểm – thử không cần Excel',
  'page.open': 'Mở .xlsx …',
  'page.save': 'Lưu .xlsx',
  'page.sample': 'Sổ tính mẫu',
  'page.sample-arrived': 'Sở, ngành (còn lỗi cần sửa)',
  'page.sample-departments': 'Sở, ngành (21 × 40)',
  'page.sample-districts': 'Cấp huyện (11 × 64)',
  'page.sample-communes': 'Cấp xã (95 × 62)',
  'page.sample-real': 'Cần Giuộc 2025 (biểu thật)',
  'page.sample-faults': 'Sổ tính có đủ loại lỗi',
  'page.sample-own': 'Tệp của bạn',
  'page.language': 'English',
  'page.language-label': 'English – chuyển trang này sang tiếng Anh',
  'page.workbook': 'Sổ tính',
  'page.tools': 'Mở, lưu, ngôn ngữ',
  'page.workbook-and-pane': 'Sổ tính và bảng điều khiển',
  'page.workbook-in': 'Sổ tính đang mở trong',
  'page.host-excel': 'Excel',
  'page.host-sheets': 'Google Trang tính',
  'page.pane': 'Bảng điều khiển Nghìn Điểm',
  'page.grid': 'Trang tính {name}',
  'page.sheets': 'Các trang tính',
  'page.address': 'Ô đang chọn',
  'page.content': 'Nội dung ô {cell}',
  'page.cell-empty': '{cell}, trống',
  'page.cell': '{cell}, {text}',
  'page.drop': 'Thả tệp .xlsx vào đây để mở',
  'page.opening': 'Đang mở {name} …',
  'page.opened': 'Đã mở {name}: {sheets} trang tính. Tệp gốc không bị sửa.',
  'page.saved': 'Đã lưu {name} vào thư mục tải xuống.',
  'page.not-opened': 'Không mở được {name}. {why}',
  'page.not-xlsx': 'Đề nghị thả một tệp .xlsx.',
  'page.not-found': 'Không tải được tệp từ máy chủ cục bộ. Đề nghị xem lệnh npm start còn chạy không.',
  'page.fault': 'Có lỗi trong chương trình: {detail}.',
  'page.protected': 'Ô {cell} đang được bảo vệ hoặc sổ tính chỉ mở để đọc, nên không sửa được.',
  'page.not-saved': 'Chưa lưu được: {detail}.',
  'page.start-building': 'Đang dựng bảng điều khiển và trang thử …',
  'page.start-certificate': 'Đang tạo chứng chỉ cho https://localhost …',
  'page.start-serving': 'Mở {address} trong Chrome hoặc Edge. Nhấn Ctrl+C để dừng.',
  'page.start-asks':
    'Trình duyệt sẽ hỏi một lần vì chứng chỉ do chính máy này tạo: chọn “Nâng cao”, rồi “Tiếp tục truy cập localhost”.',
  'page.start-trusted': 'Dùng chứng chỉ của office-addin-dev-certs đã có trên máy: trình duyệt không hỏi gì.',
  'page.start-option': 'Không hiểu tùy chọn “{value}”.',
  'page.start-help':
    'Cách dùng: npm start -- [--port 3000] [--lang vi|en]\n--port: cổng của https://localhost, từ 0 đến 65535 (0: cổng trống bất kỳ).\n--lang: ngôn ngữ của các dòng này.',
  'page.start-port': 'Không mở được cổng {port} ({why}). Dùng cổng khác: npm start -- --port 3001',
  'page.start-busy': 'Cổng {port} đang bận. Đề nghị dùng cổng khác: npm start -- --port 3001',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    page: typeof page;
  }
}
