/** Words of findings (en), by id; columns as findings name them; why a check could not run. */
import { checks } from './checks.ts';
import { findingsFramework } from './findings-framework.ts';
import { findingsRows } from './findings-rows.ts';
import { findingsValues } from './findings-values.ts';

export const findings: Readonly<Record<string, string>> = {
  ...checks,
  ...findingsFramework,
  ...findingsRows,
  ...findingsValues,
  'column.choice': 'the choice',
  'column.self': 'Self-assessed points',
  'column.verified': 'Verified points',
  'column.figure': 'figure {column}',
  'column.figure-named': 'figure {column} – {label}',
  'because.divisor': 'the divisor is 0',
  'because.choice': 'Không áp dụng was chosen',
  'notrun.no-choice': 'there is no column Lựa chọn',
  'notrun.no-figures': 'there is no column of figures a, b, c, d',
  'notrun.no-points': 'there is no column of self-assessed or verified points',
  'notrun.row.maximum-differs': 'no table of figures states Điểm tối đa beside the index set',
  'notrun.unit.unknown': 'there is no unit list',
  'notrun.unit.missing': 'there is no unit list',
  'notrun.row.hidden': 'the spreadsheet program does not tell which rows are hidden',
  'notrun.column.hidden':
    'the spreadsheet program does not tell of all hidden columns (tables with many columns of indicators or units)',
  'notrun.value.outlier': 'there are no figures of a previous period',
  'notrun.points.self-differs': 'there is no column Điểm tự chấm',
  'notrun.points.verified-without-reason': 'there is no column Lý do thẩm định',
  'notrun.points.total-differs': 'there are no typed totals or ranks to compare',
  'notrun.evidence.missing': 'there is no column for evidence',
  'notrun.evidence.placeholder': 'there is no column for evidence',
};
