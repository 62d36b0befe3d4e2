/** Words of findings (vi), by id; columns as findings name them; why a check could not run. */
import { checks } from './checks.ts';
import { findingsFramework } from './findings-framework.ts';
import { findingsRows } from './findings-rows.ts';
import { findingsValues } from './findings-values.ts';

export const findings: Readonly<Record<string, string>> = {
  ...checks,
  ...findingsFramework,
  ...findingsRows,
  ...findingsValues,
  'column.choice': 'Lựa chọn',
  'column.self': 'Điểm tự chấm',
  'column.verified': 'Điểm thẩm định',
  'column.figure': 'số liệu {column}',
  'column.figure-named': 'số liệu {column} – {label}',
  'because.divisor': 'mẫu số bằng 0',
  'because.choice': 'ghi Không áp dụng',
  'notrun.no-choice': 'không có cột Lựa chọn',
  'notrun.no-figures': 'không có cột số liệu a, b, c, d',
  'notrun.no-points': 'không có cột Điểm tự chấm hay Điểm thẩm định',
  'notrun.row.maximum-differs': 'bảng số liệu không ghi Điểm tối đa bên cạnh bộ chỉ số',
  'notrun.unit.unknown': 'không có danh sách đơn vị',
  'notrun.unit.missing': 'không có danh sách đơn vị',
  'notrun.row.hidden': 'phần mềm bảng tính không cho biết dòng nào đang ẩn',
  'notrun.column.hidden': 'phần mềm bảng tính không cho biết mọi cột đang ẩn (bảng nhiều cột chỉ số hoặc đơn vị)',
  'notrun.value.outlier': 'không có số liệu kỳ trước',
  'notrun.points.self-differs': 'không có cột Điểm tự chấm',
  'notrun.points.verified-without-reason': 'không có cột Lý do thẩm định',
  'notrun.points.total-differs': 'không có tổng điểm hoặc hạng ghi sẵn để so sánh',
  'notrun.evidence.missing': 'không có cột Tài liệu kiểm chứng',
  'notrun.evidence.placeholder': 'không có cột Tài liệu kiểm chứng',
};
