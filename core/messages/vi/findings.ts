/** Words of findings (vi), by id; columns as findings name them; why a check could not run. */
import { checks } from './checks.ts';
import { findingsFramework } from './findings-framework.ts';
import { findingsRows } from './findings-rows.ts';
import { findingsValues } from './findings-values.ts';

export const findings = {
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
};
