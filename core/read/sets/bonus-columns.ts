/** Điểm thưởng beside the scores of an index set: each indicator may have a bonus, within a maximum of its own, outside Tổng điểm. */
import { sign, ZERO, type Exact } from '../../exact/exact.ts';
import type { Indicator } from '../../framework/framework.ts';
import { clean } from '../../workbook/text.ts';
import type { BonusColumns, CellRef, Table } from '../assessment.ts';
import type { Grid } from '../cells/grid.ts';
import { asExtra } from '../headers/extra-points.ts';
import { isLonePoints, roleOfHeader } from '../headers/headers.ts';
import { looseRole } from '../headers/loose-headers.ts';
import { readMaximum, type SetRow } from './set-rows.ts';
import { figureOf } from '../cells/summaries.ts';

const BONUS = /(?<!\p{L})(?:thưởng|cộng)(?: thêm)?(?!\p{L})/iu;

/** What a header says once the word for a bonus is taken out of it; null where it has none. */
function withoutBonus(text: string): string | null {
  const whole = clean(text).normalize('NFC');
  if (whole.length > 160 || !BONUS.test(whole)) return null;
  const rest = clean(whole.replace(BONUS, ' ').replace(/\(\s*(?:điểm)?\s*\)/giu, ' '));
  return /(?<!\p{L})điểm(?!\p{L})/iu.test(rest) ? rest : clean(`Điểm ${rest}`);
}

/** Whose bonus points a column holds, by its own words, else by those over it; a lone "Điểm thưởng" is the verified one. */
function sourceOf(rest: string, over: readonly string[]): 'self' | 'verified' | null {
  for (const words of [rest, ...over]) {
    const role = roleOfHeader(words) ?? looseRole(words);
    if (role === 'self' || role === 'verified') return role;
  }
  return isLonePoints(rest) ? 'verified' : null;
}

/**
 * @returns the columns of Điểm thưởng tối đa and of the bonus points beside the scores; undefined where the table has no such maximum, or two
 * columns claim one of them.
 */
export function bonusColumns(
  { kind, columns, headers }: Pick<Table, 'kind' | 'columns' | 'headers'>,
  over: Record<number, string[]>,
): BonusColumns | undefined {
  if ((kind !== 'form' && kind !== 'set') || columns.maximum === undefined) return undefined;
  const taken = new Set(Object.values(columns));
  const found: { maximum: number[]; self: number[]; verified: number[] } = { maximum: [], self: [], verified: [] };
  for (const key of Object.keys(headers)) {
    const column = Number(key);
    const rest = taken.has(column) ? null : withoutBonus(headers[column]!);
    if (rest === null) continue;
    const role = roleOfHeader(rest) === 'maximum' ? 'maximum' : sourceOf(rest, over[column] ?? []);
    if (role !== null) found[role].push(column);
  }
  const [maximum, ...more] = found.maximum;
  if (maximum === undefined || more.length > 0 || found.self.length > 1 || found.verified.length > 1) return undefined;
  return { maximum, self: found.self[0], verified: found.verified[0] };
}

/** @returns the code of an indicator's bonus. */
export function bonusCode(code: string): string {
  return `${code}+`;
}

/** @returns the bonus of an indicator's row; null where its maximum is 0 or empty and nobody was given one. */
export function bonusOf(
  base: Indicator,
  row: SetRow,
  { sheet, headers }: Pick<Table, 'sheet' | 'headers'>,
  bonus: BonusColumns,
  grid: Grid,
  mark: ',' | '.' | null,
): Omit<Indicator, 'index'> | null {
  const at: CellRef = { sheet, row: row.row, column: bonus.maximum };
  const cap: Exact | null = readMaximum(grid.at(at.row, at.column), mark);
  const given = [bonus.self, bonus.verified].some((column) => {
    const figure = column === undefined ? null : figureOf(grid.at(row.row, column));
    return figure !== null && figure !== 0;
  });
  if ((cap === null || sign(cap) === 0) && !given) return null;
  const word = clean(headers[bonus.maximum]!.replace(/\s*tối đa/iu, ''));
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
    at: {
      code: base.at!.code,
      name: base.at!.name,
      maximum: at,
      rule: null,
      notArising: null,
      appliesTo: base.at!.appliesTo,
    },
  };
}
