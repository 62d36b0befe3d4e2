/** Words of findings (en), by id; columns as findings name them; why a check could not run. */
import { checks } from './checks.ts';
import { findingsFramework } from './findings-framework.ts';
import { findingsRows } from './findings-rows.ts';
import { findingsValues } from './findings-values.ts';
import type { SameWords } from '../ids.ts';
import type { findings as vi } from '../vi/findings.ts';

export const findings: SameWords<typeof vi> = {
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
};
