/** Words of the commands (vi), by id. */
export const cli = {
  'cli.column-maximum': 'Điểm tối đa',
  'cli.column-points': 'Tổng điểm',
  'cli.column-rank': 'Hạng',
  'cli.column-share': 'Tỷ lệ (%)',
  'cli.column-status': 'Trạng thái',
  'cli.column-unit': 'Đơn vị',
  'cli.counts': 'Vấn đề: {error} lỗi · {warning} cảnh báo · {note} ghi chú.',
  'cli.help-diff': [
    'Cách dùng: npm run -s score -- diff CŨ.xlsx MỚI.xlsx [--out OUT.xlsx] [--json FILE|-] [--set ID|FILE.json]',
    '           [--period KỲ] [--with KỲ-CŨ] [--lang vi|en] [--at THỜI-ĐIỂM] [--help]',
    '           npm run -s score -- diff SỔ.xlsx --period KỲ --with KỲ-KIA …',
    'So sánh hai sổ tính (hai kỳ, hai bản thẩm định, hai phiên bản bộ chỉ số), hoặc hai kỳ trong một sổ tính.',
    '--out: ghi sổ tính MỚI có thêm trang So sánh. Tệp gốc không bao giờ bị sửa.',
    '--json: ghi kết quả dạng JSON vào tệp, hoặc ra màn hình với “-”. Không có --out và --json: in bảng.',
    '--period: kỳ của bản mới; --with: kỳ của bản cũ (hai tệp: nếu không ghi thì như --period). Một tệp: kỳ trước là bản cũ.',
    'Mã kết thúc: 0 xong · 1 xong, có lỗi trong số liệu của một trong hai bản · 2 không dùng được tệp hoặc tùy chọn.',
  ].join('\n'),
  'cli.diff-one-file':
    'Chỉ có một tệp “{value}”. So sánh cần hai tệp (diff CŨ.xlsx MỚI.xlsx), hoặc một tệp với hai kỳ (--period KỲ --with KỲ-KIA).',
  'cli.diff-one-period': '--period và --with cùng là kỳ “{value}”. Đề nghị chọn hai kỳ khác nhau.',
  'cli.diff-period-empty':
    'Trong tệp “{file}” không có số liệu nào của kỳ “{value}”. Đề nghị kiểm tra cột Kỳ hoặc dòng Kỳ báo cáo, rồi chọn lại --period, --with.',
  'cli.diff-scoring': 'Đang kiểm tra, chấm điểm và so sánh …',
  'cli.diff-errors': 'Tệp “{file}” có {count} lỗi số liệu: đơn vị chưa đủ điều kiện xếp hạng không có điểm để so sánh.',
  'cli.diff-done': 'Xong. Đã ghi: {path}',
  'cli.diff-more': '… và {count} dòng nữa; dùng --out hoặc --json để có đủ.',
  'cli.done':
    'Xong: {error} lỗi, {warning} cảnh báo, {note} ghi chú; {ranked} đơn vị được xếp hạng, {blocked} đơn vị chưa đủ điều kiện xếp hạng. Đã ghi: {path}',
  'cli.fault':
    'Có lỗi trong chương trình, chưa ghi kết quả: {detail}. Đề nghị gửi tệp và dòng này cho người phát triển.',
  'cli.other-name':
    'Sổ tính đã có trang “{sheet}” không do Nghìn Điểm tạo ra (có thể đang ẩn), nên kết quả nằm ở trang “{name}”.',
  'cli.cells-kept':
    'Trang “{sheet}”: nội dung gõ thêm ở ô {cells} được giữ nguyên chỗ. Thứ tự các dòng bên cạnh có thể đã đổi, đề nghị xem lại.',
  'cli.cells-lost':
    'Trang “{sheet}”: bảng mới phủ lên nội dung gõ thêm ở ô {cells}, nên phần đó không còn trong tệp ghi ra; tệp gốc vẫn giữ.',
  'cli.comments-lost':
    'Trang “{sheet}”: ghi chú gắn ở ô {cells} không còn trong tệp ghi ra, vì dòng đó có thể đã là của đơn vị khác; tệp gốc vẫn giữ.',
  'cli.filter-cleared': 'Bộ lọc đang đặt ở trang {sheets} được bỏ để thấy đủ kết quả mới.',
  'cli.help': [
    'Cách dùng: npm run -s score -- IN.xlsx [--out OUT.xlsx] [--json FILE|-] [--set ID|FILE.json] [--lang vi|en]',
    '           [--period KỲ] [--at THỜI-ĐIỂM] [--check-only] [--help]',
    '--out: ghi sổ tính có các trang Kiểm tra, Xếp hạng … Tệp gốc không bao giờ bị sửa.',
    '--json: ghi kết quả dạng JSON vào tệp, hoặc ra màn hình với “-”.',
    '--set: bộ chỉ số có sẵn hoặc tệp JSON. --period: kỳ đánh giá. --at: thời điểm ghi trên kết quả.',
    '--check-only: chỉ kiểm tra, không chấm điểm. Không có --out và --json: in bảng xếp hạng.',
    'So sánh hai tệp hoặc hai kỳ: score -- diff CŨ.xlsx MỚI.xlsx; diff --help ghi đủ các tùy chọn.',
    'Mã kết thúc: 0 xong, không có lỗi · 1 xong, có lỗi trong số liệu · 2 không dùng được tệp hoặc tùy chọn.',
    'Việc khác: npm run -s score -- form … (làm phiếu tự chấm cho các đơn vị), collect … (gộp phiếu gửi về); form --help, collect --help nói rõ hơn.',
  ].join('\n'),
  'cli.help-form': [
    'Cách dùng: npm run -s score -- form SỔ.xlsx --out THƯ-MỤC|TỆP.zip [--units "Đơn vị A;Đơn vị B"] [--period KỲ]',
    '           [--set ID|FILE.json] [--json FILE|-] [--lang vi|en]',
    'Làm phiếu tự chấm cho từng đơn vị: mỗi đơn vị một tệp, tự tính điểm khi điền, chạy trong Excel, WPS, LibreOffice, Google Trang tính.',
    '--units: chỉ các đơn vị này (tên hoặc mã, ngăn cách bằng dấu chấm phẩy). --period: kỳ báo cáo ghi trên phiếu.',
  ].join('\n'),
  'cli.help-publish': [
    'Cách dùng: npm run -s score -- publish SỔ.xlsx --out THƯ-MỤC [--with-self] [--provisional] [--json FILE|-]',
    '           [--period KỲ] [--set ID|FILE.json] [--lang vi|en] [--at THỜI-ĐIỂM]',
    'Công bố kết quả xếp hạng: trang index.html và dữ liệu mở (xep-hang.csv, chi-tiet.csv, bo-chi-so.csv, ket-qua.json, datapackage.json).',
    'Không công bố lý do, ghi chú, tài liệu kiểm chứng, tên tệp, điểm tự chấm; --with-self: công bố cả điểm tự chấm.',
    '--provisional: công bố cả khi còn đơn vị chưa đủ điều kiện xếp hạng, ghi rõ TẠM TÍNH.',
    'Mã kết thúc: 0 xong · 1 xong, có lỗi trong số liệu · 2 không công bố được, chưa ghi tệp nào.',
  ].join('\n'),
  'cli.publish-blocked':
    'Chưa công bố: còn {count} đơn vị chưa đủ điều kiện xếp hạng. Đề nghị xử lý các lỗi ở trang Kiểm tra, hoặc thêm --provisional để công bố kết quả ghi rõ TẠM TÍNH.',
  'cli.publish-done': 'Xong: {count} tệp. Đã ghi: {path}',
  'cli.publish-provisional': 'Kết quả công bố ghi rõ TẠM TÍNH: còn đơn vị chưa đủ điều kiện xếp hạng.',
  'cli.out-missing': 'Thiếu --out: nơi ghi kết quả.',
  'cli.not-folder': '“{value}” là một tệp, không phải thư mục. Đề nghị chọn tên khác.',
  'cli.making-forms': 'Đang làm {count} phiếu …',
  'cli.forms-done': 'Xong: {count} phiếu. Đã ghi: {path}',
  'cli.help-collect': [
    'Cách dùng: npm run -s score -- collect SỔ.xlsx PHIẾU.xlsx|THƯ-MỤC|TỆP.zip … --out KẾT-QUẢ.xlsx',
    '           [--take TỆP]… [--period KỲ] [--set ID|FILE.json] [--json FILE|-] [--lang vi|en] [--at THỜI-ĐIỂM]',
    'Gộp phiếu các đơn vị gửi về vào một sổ tính: trang Số liệu (để chấm điểm) và trang Thu phiếu (ai đã gửi, phiếu nào có vấn đề).',
    'Thu lại bao nhiêu lần cũng được: Điểm thẩm định, Lý do thẩm định và các cột thêm tay ở lại cùng dòng của chúng.',
    '--take: khi một đơn vị gửi hai phiếu khác nhau, lấy phiếu này. --period: kỳ đang thu, nếu Thiết lập không ghi.',
    'Mã kết thúc: 0 mọi đơn vị đã gửi, không có lỗi · 1 còn thiếu hoặc có lỗi · 2 không dùng được tệp hoặc tùy chọn.',
  ].join('\n'),
  'cli.collect-reading': 'Đang đọc {count} phiếu …',
  'cli.collect-done':
    'Xong: {received} phiếu đã lấy trong {count} tệp, còn {missing} đơn vị chưa gửi; dòng mới {added}, dòng đổi {changed}, dòng giữ nguyên {kept}. Đã ghi: {path}',
  'cli.collect-no-forms': 'Chưa nêu phiếu nào: thêm tệp phiếu, thư mục hoặc tệp .zip sau tên sổ tính.',
  'cli.collect-no-set':
    'Sổ tính “{value}” không có bộ chỉ số để đọc phiếu. Đề nghị thêm trang Bộ chỉ số hoặc dùng --set.',
  'cli.collect-changed-in-array':
    'Không ghi được vào trang số liệu đã thu: một ô cần đổi thuộc công thức mảng ({detail}). Đề nghị thay công thức đó bằng giá trị.',
  'cli.take-unknown': '--take “{value}” không phải là tệp nào trong các phiếu đã đọc.',
  'cli.help-template': [
    'Cách dùng: npm run -s score -- template --out TỆP.xlsx [--set ID|FILE.json] [--list DANH-SÁCH] [--json FILE|-] [--lang vi|en]',
    'Làm sổ tính mẫu cho cơ quan chấm điểm: Bộ chỉ số, Đơn vị, Thiết lập, Số liệu.',
    '--set: bộ chỉ số có sẵn; không có thì sổ có ba dòng minh họa. --list: dong-nai-communes, dong-nai-departments, dong-nai-districts.',
  ].join('\n'),
  'cli.list-unknown': 'Không có danh sách đơn vị “{value}”. Có: {known}.',
  'cli.lists': 'Danh sách đơn vị có sẵn (--list): {known}.',
  'cli.template-done': 'Xong. Đã ghi: {path}',
  'cli.input-missing': 'Thiếu tệp đầu vào. {usage}',
  'cli.input-twice': 'Thừa tệp “{value}”. {usage}',
  'cli.language-unknown': '--lang chỉ nhận vi hoặc en, không phải “{value}”.',
  'cli.more': '… và {count} lỗi nữa; dùng --out để có bảng Kiểm tra đầy đủ.',
  'cli.more-cells': 'và {count} ô khác',
  'cli.not-found': 'Không tìm thấy tệp “{value}”.',
  'cli.not-json': 'nội dung không phải là JSON',
  'cli.not-printed': 'Không ghi được kết quả ra đầu ra chuẩn (đĩa đầy hoặc thiết bị từ chối). Chưa ghi tệp nào.',
  'cli.not-readable':
    'Không đọc được tệp “{value}”: kiểm tra quyền truy cập; thư mục, thiết bị và ống dẫn không phải là tệp.',
  'cli.not-writable': 'Không ghi được vào “{value}”: kiểm tra thư mục và quyền ghi. Tệp gốc vẫn nguyên vẹn.',
  'cli.option-twice': 'Tùy chọn {value} xuất hiện hai lần.',
  'cli.option-unknown': 'Không có tùy chọn “{value}”. Các tùy chọn: {known}.',
  'cli.out-is-input': '“{value}” chính là tệp gốc; tệp gốc không bao giờ bị ghi đè. Đề nghị chọn tên khác.',
  'cli.period-empty':
    'Trong tệp không có số liệu nào của kỳ “{value}”. Đề nghị kiểm tra cột Kỳ hoặc dòng Kỳ báo cáo, rồi chọn lại --period.',
  'cli.protected': 'Trang {sheets} đang được bảo vệ; nội dung được ghi mới, bảo vệ giữ nguyên.',
  'cli.reading': 'Đang đọc {file} …',
  'cli.same-file': '“{value}” được dùng cho hai việc trong cùng một lần chạy. Đề nghị chọn tên khác.',
  'cli.scoring': 'Đang kiểm tra và chấm điểm ({sheets} trang tính) …',
  'cli.set-unknown': 'Không có bộ chỉ số “{value}”, cũng không có tệp tên đó. Bộ có sẵn: {known}.',
  'cli.set-unusable': 'Tệp bộ chỉ số “{value}” không dùng được: {detail}',
  'cli.signed':
    'Sổ tính có chữ ký số. Nội dung thay đổi nên chữ ký không còn đúng: tệp kết quả không mang chữ ký. Tệp gốc vẫn giữ chữ ký.',
  'cli.status-blocked': 'chưa đủ điều kiện xếp hạng',
  'cli.status-ranked': 'xếp hạng',
  'cli.status-unranked': 'không xếp hạng',
  'cli.structure-protected': 'Cấu trúc sổ tính đang được bảo vệ; bảo vệ giữ nguyên trong tệp kết quả.',
  'cli.time-unreadable': '--at cần thời điểm dạng 2026-11-24T17:00:00+07:00, không phải “{value}”.',
  'cli.value-missing': 'Tùy chọn {value} thiếu giá trị đi kèm.',
  'cli.writing': 'Đang ghi {file} …',
  'cli.written': 'Đã chấm {sample} (số liệu giả lập). Sổ tính đã xếp hạng nằm ở: {file}',
};

declare module '#core/messages/ids' {
  interface Catalogues {
    cli: typeof cli;
  }
}
