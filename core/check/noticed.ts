/** Checks whose faults the reader notices: all that is left to say is how grave each is. */
import type { CheckId } from '../messages/check-ids.ts';
import type { Check } from './finding.ts';
import { fromRemarks, type Graded } from './shared.ts';

const GRADES = {
  /** More than one index set fits: at each header concerned. */
  'framework.several': 'error',
  /** A code stands twice in the index set: at its second occurrence. */
  'framework.code-duplicate': 'error',
  /** A spreadsheet turned a code into a number or a date (4.10 → 4.1). */
  'framework.code-eaten': ({ variant }) => (variant?.startsWith('date') === true ? 'error' : 'warning'),
  /** A code whose pillar has neither row nor Nhóm while other pillars have. */
  'framework.code-orphan': 'warning',
  /** Cách tính holds prose only and is taken for a description. */
  'framework.rules-prose': 'note',
  /** A unit stands twice in the list, or two forms are of one unit and period. */
  'unit.duplicate': 'error',
  /** A unit in the data that the list does not have. Without its group a unit is ranked all the same, by itself. */
  'unit.unknown': ({ variant }) => (variant === 'no-group' ? 'warning' : 'error'),
  /** A unit name that matches the list only after folding. */
  'unit.name-variant': 'note',
  /** A code that the index set does not have. */
  'row.indicator-unknown': 'warning',
  /** A second row for the same unit and indicator; equal values are only a warning. */
  'row.indicator-duplicate': ({ variant }) =>
    variant === undefined || /differ|conflict/.test(variant) ? 'error' : 'warning',
  /** A data table on a hidden sheet, not counted. */
  'sheet.hidden': 'note',
  /** Content outside every table that looks like data. */
  'row.stray': 'note',
  /** A column of figures that nothing claims: where its header says points, it may be what decides. */
  'column.unread': ({ variant }) => (variant === 'note' || variant === 'text' ? 'note' : 'error'),
  /** A table on a sheet from which nothing was read, while units or data are missing. */
  'table.unread': ({ variant }) => (variant === 'aside' || variant === 'list' ? 'warning' : 'error'),
  /** Figures whose row has no readable code or unit. A maximum without points beside it is the set's affair: nobody's are lost. */
  'row.unread': ({ variant }) => (variant === 'maximum' ? 'warning' : 'error'),
  /** A row that was taken for a sum or a mean by its name or its figures. */
  'row.summary': 'note',
} as const satisfies Partial<Record<CheckId, Graded>>;

type NoticedId = keyof typeof GRADES;

const NOT_RUN: Partial<Record<NoticedId, Check['notRun']>> = {
  'unit.unknown': ({ assessment, remarks }) =>
    assessment.listed || remarks.has('unit.unknown') ? null : 'unit.unknown',
};

export const NOTICED_CHECKS = Object.fromEntries(
  Object.entries<Graded>(GRADES).map(([key, grade]): [string, Check] => {
    const id = key as NoticedId;
    return [id, { severity: 'note', notRun: NOT_RUN[id], run: (input) => fromRemarks(input, id, grade) }];
  }),
) as Record<NoticedId, Check>;
