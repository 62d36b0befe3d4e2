/** Words of findings (vi): rows and tables that were not read, or not read as data. */
export const findingsRows = {
  'column.unread.what': 'Cột “{header}” có điểm nhưng không rõ là điểm tự chấm hay điểm thẩm định, nên chưa được đọc.',
  'column.unread.why': 'Cột này có thể là điểm quyết định; các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.unread.todo':
    'Đổi tiêu đề thành “Điểm tự chấm” hoặc “Điểm thẩm định”; nếu không dùng cột này, ghi lý do chấp nhận “không dùng cột này”.',
  'column.unread/note.what': 'Cột “{header}” có số nhưng không được đọc.',
  'column.unread/note.why': 'Tiêu đề không phải tên cột nào được tính, nên số ở cột này không ảnh hưởng kết quả.',
  'column.unread/note.todo': 'Nếu cột này cần được tính, đổi tiêu đề (ví dụ a, b, Điểm tự chấm, Điểm thẩm định).',
  'column.unread/rules.what': 'Cột “{header}” có cách tính điểm nhưng không được đọc.',
  'column.unread/rules.why':
    'Cách tính chỉ được đọc ở cột có tiêu đề “Cách tính”; các chỉ số ở đây được coi là chấm điểm.',
  'column.unread/rules.todo': 'Nếu đây là cách tính, đổi tiêu đề thành “Cách tính”.',
  'column.unread/text.what': 'Cột “{header}” không được đọc.',
  'column.unread/text.why':
    'Nội dung giống cột “{word}”, nhưng tiêu đề không cho biết điều đó nên không ảnh hưởng kết quả.',
  'column.unread/text.todo': 'Nếu đây là {word}, đổi tiêu đề thành “{word}”.',
  'column.several/role.what': 'Hai cột cùng một loại nhưng khác nhau: {columns}.',
  'column.several/role.why':
    'Chỉ một cột được đọc (ô {first}); không rõ cột nào đúng nên các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.several/role.todo': 'Đổi tiêu đề hoặc xóa cột không dùng.',
  'column.several/lacking.what':
    'Bảng này không có cột “{column}” mà thiết lập Cột điểm chính thức nêu; cột “{header}” đang được đọc thay.',
  'column.several/lacking.why':
    'Điểm chính thức của các đơn vị phải lấy từ cùng một loại cột; các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.several/lacking.todo':
    'Bổ sung cột “{column}”, đổi tiêu đề cho khớp, hoặc sửa thiết lập Cột điểm chính thức.',
  'column.unread/period.what': 'Cột “{header}” ghi kỳ {period}, khác kỳ đang chấm ({chosen}), nên không được đọc.',
  'column.unread/period.why':
    'Điểm của kỳ khác không thể thay điểm của kỳ này; các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.unread/period.todo':
    'Nếu là điểm của kỳ này, sửa kỳ trong tiêu đề; nếu là điểm kỳ trước, đổi tiêu đề thành “Điểm kỳ trước”.',
  'column.several.what': 'Nhiều cột cùng là một loại điểm và khác nhau: {columns}.',
  'column.several.why': 'Không biết cột nào là chính thức; các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.several.todo':
    'Ghi vào trang Thiết lập dòng “Cột điểm chính thức” với tiêu đề của cột được tính, ví dụ: {header}.',
  'column.several/judges.what': 'Nhiều cột cùng là một loại điểm và khác nhau: {columns}.',
  'column.several/judges.why': 'Không biết cột nào là chính thức; các đơn vị của bảng chưa đủ điều kiện xếp hạng.',
  'column.several/judges.todo':
    'Nếu đây là điểm của nhiều người chấm, ghi vào trang Thiết lập dòng “Nhiều người chấm” với giá trị trung bình; nếu chỉ một cột được tính, ghi “Cột điểm chính thức” với tiêu đề của cột đó.',
  'column.several/equal.what': 'Nhiều cột cùng là một loại điểm: {columns}. Số liệu ở mọi dòng bằng nhau.',
  'column.several/equal.why': 'Cột “{first}” được tính; các cột kia bằng nó nên không ảnh hưởng kết quả.',
  'column.several/equal.todo': 'Nếu các cột có thể khác nhau về sau, ghi “Cột điểm chính thức” vào trang Thiết lập.',
  'column.hidden.what': 'Cột {letter} (“{header}”) đang bị ẩn nhưng quyết định điểm chính thức.',
  'column.hidden.why': 'Người xem không thấy số quyết định thứ hạng, và có thể tưởng cột khác được tính.',
  'column.hidden.todo': 'Bỏ ẩn cột để kiểm tra; nếu không dùng cột này, xóa cột rồi chấm lại.',
  'notrun.column.hidden': 'phần mềm bảng tính không cho biết mọi cột đang ẩn (bảng nhiều cột chỉ số hoặc đơn vị)',
  'row.unread.what': 'Dòng “{name}” có điểm ({value}) nhưng không có mã chỉ số đọc được.',
  'row.unread.why': 'Không biết điểm này thuộc chỉ số nào nên không được tính; đơn vị chưa đủ điều kiện xếp hạng.',
  'row.unread.todo': 'Ghi mã của chỉ số vào cột mã (ví dụ 1.1), hoặc xóa số nếu không dùng.',
  'row.unread/maximum.what': 'Dòng “{name}” có điểm tối đa ({value}) nhưng không có mã chỉ số đọc được.',
  'row.unread/maximum.why': 'Dòng này không được đọc là chỉ số, nên không đơn vị nào được chấm ở đây.',
  'row.unread/maximum.todo': 'Ghi mã của chỉ số vào cột mã (ví dụ 1.1), hoặc bỏ điểm tối đa nếu chỉ là ghi chú.',
  'row.unread/unit.what': 'Dòng “{name}” có số ({value}) nhưng không có tên đơn vị.',
  'row.unread/unit.why': 'Không biết số này của đơn vị nào nên không được tính.',
  'row.unread/unit.todo': 'Ghi tên đơn vị vào dòng, hoặc xóa số nếu không dùng.',
  'row.unread/number.what': 'Dòng “{name}” có số ({value}) nhưng số thứ tự không phải là số như các đơn vị khác.',
  'row.unread/number.why': 'Không biết đây là đơn vị hay tên nhóm nên không được tính.',
  'row.unread/number.todo': 'Nếu là đơn vị, ghi số thứ tự bằng số; nếu là tên nhóm, xóa số liệu của dòng.',
  'row.summary.what': 'Dòng “{name}” được hiểu là dòng tổng hoặc trung bình.',
  'row.summary.why':
    'Dòng này không có số thứ tự hay mã như các dòng khác, tên hoặc số liệu cho thấy là số cộng hay trung bình.',
  'row.summary.todo': 'Nếu đây là một đơn vị hay chỉ số, ghi số thứ tự hoặc mã cho dòng.',
  'unit.duplicate/column.what': 'Đơn vị “{name}” đứng đầu hai cột điểm (cột kia ở ô {other}).',
  'unit.duplicate/column.why': 'Không biết cột nào đúng nên đơn vị chưa đủ điều kiện xếp hạng.',
  'unit.duplicate/column.todo': 'Giữ lại cột đúng, hoặc sửa tên đơn vị ở đầu cột.',
  'table.unread.what': 'Trang này có bảng {count} dòng số liệu nhưng không đọc được: thiếu cột “{word}”.',
  'table.unread.why': 'Tiêu đề cột không cho biết bảng chứa gì, nên không số nào ở đây được tính.',
  'table.unread.todo': 'Nếu cột “{header}” là {word}, đổi tiêu đề thành “{word}”.',
  'table.unread/word.what': 'Trang này có bảng {count} dòng số liệu nhưng không đọc được: thiếu cột “{word}”.',
  'table.unread/word.why': 'Tiêu đề cột không cho biết bảng chứa gì, nên không số nào ở đây được tính.',
  'table.unread/word.todo': 'Thêm cột “{word}”, hoặc xóa bảng nếu không dùng.',
  'table.unread/aside.what': 'Trang này giống một phiếu hoặc bộ chỉ số nhưng không đọc được: thiếu cột “{word}”.',
  'table.unread/aside.why': 'Không số nào ở đây được tính; kết quả chỉ theo các trang khác.',
  'table.unread/aside.todo': 'Nếu trang này phải được tính, sửa tiêu đề cột cho có “{word}”; nếu không, chấp nhận.',
  'table.unread/list.what':
    'Trang này ghi tên các đơn vị nhưng không được đọc là danh sách đơn vị: thiếu cột “{word}”.',
  'table.unread/list.why': 'Nhóm xếp hạng, mã đơn vị và thứ hạng kỳ trước chỉ được lấy từ danh sách đọc được.',
  'table.unread/list.todo': 'Nếu đây là danh sách đơn vị, sửa tiêu đề cột cho có “{word}”; nếu không, chấp nhận.',
  'unit.unknown/unnamed.what': 'Phiếu này chưa ghi tên đơn vị; tên trang “{name}” không phải tên đơn vị.',
  'unit.unknown/unnamed.why': 'Không biết điểm ở đây của đơn vị nào nên chưa tính và xếp hạng được.',
  'unit.unknown/unnamed.todo': 'Ghi “Tên đơn vị: …” phía trên bảng, hoặc đặt tên trang là tên đơn vị.',
  'unit.unknown/no-group.what': 'Bảng có cột nhóm nhưng không ghi {name} thuộc nhóm nào.',
  'unit.unknown/no-group.why': 'Đơn vị này được xếp hạng riêng, ngoài các nhóm của bảng.',
  'unit.unknown/no-group.todo': 'Ghi tên nhóm vào dòng của đơn vị.',
  'table.unread/no-set.what': 'Bảng này chưa là bộ chỉ số: thiếu cột “{word}”.',
  'table.unread/no-set.why': 'Sổ tính không có bộ chỉ số nào khác nên chưa chấm được điểm.',
  'table.unread/no-set.todo':
    'Thêm cột “{word}” hoặc đổi tiêu đề của cột đó thành “{word}”, hoặc chọn một bộ chỉ số có sẵn.',
  'table.unread/unit-column.what':
    'Bảng này có cột “{word}” nên được hiểu là số liệu của nhiều đơn vị, không phải bộ chỉ số.',
  'table.unread/unit-column.why': 'Sổ tính không có bộ chỉ số nào khác nên chưa chấm được điểm.',
  'table.unread/unit-column.todo':
    'Nếu đây là phiếu của một đơn vị, bỏ hoặc đổi tiêu đề cột đó; nếu không, thêm trang bộ chỉ số.',
};
