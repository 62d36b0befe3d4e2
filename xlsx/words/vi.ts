/** Words for files that can't be used (vi), by id. */
export const file = {
  'file.bomb': 'Tệp có dung lượng sau giải nén lớn bất thường (có thể là tệp độc hại), nên không mở.',
  'file.broken': 'Tệp .xlsx bị hỏng: thiếu hoặc sai phần bên trong. Đề nghị mở bằng Excel, lưu lại rồi thử lại.',
  'file.doctype': 'Tệp chứa khai báo DOCTYPE mà sổ tính hợp lệ không có, nên không mở.',
  'file.duplicate-name': 'Tệp .xlsx bị hỏng: hai phần bên trong trùng tên. Đề nghị mở bằng Excel và lưu lại.',
  'file.empty': 'Tệp rỗng.',
  'file.encrypted':
    'Tệp có mật khẩu mở. Đề nghị mở bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc), lưu lại rồi thử lại.',
  'file.macro': 'Tệp chứa macro (.xlsm). Đề nghị lưu thành .xlsx (Sổ làm việc Excel) rồi thử lại.',
  'file.no-sheets': 'Sổ tính không có trang tính nào.',
  'file.not-workbook': 'Tệp không phải là sổ tính .xlsx.',
  'file.not-zip': 'Tệp không phải là sổ tính .xlsx.',
  'file.ods': 'Tệp là sổ tính OpenDocument (.ods). Đề nghị lưu thành .xlsx rồi thử lại.',
  'file.old-xls': 'Tệp là định dạng Excel cũ (.xls). Đề nghị mở bằng Excel, lưu thành .xlsx rồi thử lại.',
  'file.too-large': 'Tệp vượt giới hạn (64 MB nén, 6 triệu ô có nội dung).',
  'file.truncated': 'Tệp .xlsx bị hỏng, nội dung không đầy đủ (tải hoặc chép dở). Đề nghị lấy lại tệp rồi thử lại.',
  'file.xlsb': 'Tệp là sổ tính nhị phân (.xlsb). Đề nghị mở bằng Excel, lưu thành .xlsx rồi thử lại.',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    file: typeof file;
  }
}
