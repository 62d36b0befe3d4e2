/** Words of findings (vi): rows and tables that were not read, or not read as data. */
export const findingsRows: Readonly<Record<string, string>> = {
  'row.unread.what': 'Dòng “{name}” có điểm ({value}) nhưng không có mã chỉ số đọc được.',
  'row.unread.why': 'Không biết điểm này thuộc chỉ số nào nên không được tính; đơn vị chưa được xếp hạng.',
  'row.unread.todo': 'Ghi mã của chỉ số vào cột mã (ví dụ 1.1), hoặc xóa số nếu không dùng.',
  'row.unread/maximum.what': 'Dòng “{name}” có điểm tối đa ({value}) nhưng không có mã chỉ số đọc được.',
  'row.unread/maximum.why': 'Dòng này không được đọc là chỉ số, nên không đơn vị nào được chấm ở đây.',
  'row.unread/maximum.todo': 'Ghi mã của chỉ số vào cột mã (ví dụ 1.1), hoặc bỏ điểm tối đa nếu chỉ là ghi chú.',
  'row.unread/unit.what': 'Dòng “{name}” có số ({value}) nhưng không có tên đơn vị.',
  'row.unread/unit.why': 'Không biết số này của đơn vị nào nên không được tính.',
  'row.unread/unit.todo': 'Ghi tên đơn vị vào dòng, hoặc xóa số nếu không dùng.',
  'row.summary.what': 'Dòng “{name}” được hiểu là dòng tổng hoặc trung bình.',
  'row.summary.why':
    'Dòng này không có số thứ tự hay mã như các dòng khác, tên hoặc số liệu cho thấy là số cộng hay trung bình.',
  'row.summary.todo': 'Nếu đây là một đơn vị hay chỉ số, ghi số thứ tự hoặc mã cho dòng.',
  'unit.duplicate/column.what': 'Đơn vị “{name}” đứng đầu hai cột điểm (cột kia ở ô {other}).',
  'unit.duplicate/column.why': 'Không biết cột nào đúng nên chưa xếp hạng đơn vị.',
  'unit.duplicate/column.todo': 'Giữ lại cột đúng, hoặc sửa tên đơn vị ở đầu cột.',
};
