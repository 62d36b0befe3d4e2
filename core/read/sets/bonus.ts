/** Điểm thưởng beside the scores of an index set: each indicator may have a bonus, within a maximum of its own, outside Tổng điểm. */
import { sign, ZERO, type Exact } from '../../exact/exact.ts';
import type { Indicator } from '../../framework/framework.ts';
import { clean } from '../../workbook/text.ts';
import type { BonusColumns, CellRef } from '../assessment.ts';
import { figureOf } from '../cells/summaries.ts';
import { asExtra } from '../headers/extra-points.ts';
import type { CodedTable } from '../tables/found-table.ts';
import { readMaximum, type SetRow } from './set-rows.ts';

/** @returns the code of an indicator's bonus. */
export function bonusCode(code: string): string {
  return `${code}+`;
}

/** @returns the bonus of an indicator's row; null where its maximum is 0 or empty and nobody was given one. */
export function bonusOf(
  base: Indicator,
  row: SetRow,
  { sheet, headers, grid }: CodedTable,
  bonus: BonusColumns,
  mark: ',' | '.' | null,
): Omit<Indicator, 'index'> | null {
  const at: CellRef = { sheet, row: row.row, column: bonus.maximum };
  const cap: Exact | null = readMaximum(grid.at(at.row, at.column), mark);
  const given = [bonus.self, bonus.verified].some((column) => {
    const figure = column === undefined ? null : figureOf(grid.at(row.row, column));
    return figure !== null && figure !== 0;
  });
  if ((cap === null || sign(cap) === 0) && !given) return null;
  const word = clean((headers[bonus.maximum] ?? '').replace(/\s*tối đa/iu, ''));
  return {
    ...base,
    code: bonusCode(base.code),
    name: `${base.name} – ${word}`,
    bonusOf: base.code,
    ruleText: '',
    ruleError: null,
    labels: {},
    notArising: null,
    evidenceRequired: false,
    ...asExtra('bonus', cap ?? ZERO),
    at: base.at && { ...base.at, maximum: at, rule: null, notArising: null },
  };
}
