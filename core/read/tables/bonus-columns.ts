/** Columns of Điểm thưởng beside the scores: each indicator may have a bonus, within a maximum of its own, outside Tổng điểm. */
import { clean } from '../../workbook/text.ts';
import type { BonusColumns, Table } from '../assessment.ts';
import { isLonePoints, roleOfHeader } from '../headers/headers.ts';
import { looseRole } from '../headers/loose-headers.ts';

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
  over: Record<number, readonly string[]>,
): BonusColumns | undefined {
  if ((kind !== 'form' && kind !== 'set') || columns.maximum === undefined) return undefined;
  const taken = new Set(Object.values(columns));
  const found: { maximum: number[]; self: number[]; verified: number[] } = { maximum: [], self: [], verified: [] };
  for (const [key, header] of Object.entries(headers)) {
    const column = Number(key);
    const rest = taken.has(column) ? null : withoutBonus(header);
    if (rest === null) continue;
    const role = roleOfHeader(rest) === 'maximum' ? 'maximum' : sourceOf(rest, over[column] ?? []);
    if (role !== null) found[role].push(column);
  }
  const [maximum, ...more] = found.maximum;
  if (maximum === undefined || more.length > 0 || found.self.length > 1 || found.verified.length > 1) return undefined;
  return { maximum, self: found.self[0], verified: found.verified[0] };
}
