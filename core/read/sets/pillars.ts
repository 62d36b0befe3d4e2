/** The pillars of an index set: their names and maxima stand in rows of their own, in group rows or in the column Nhóm. */
import type { Exact } from '../../exact/exact.ts';
import type { Indicator, Pillar } from '../../framework/framework.ts';
import { clean } from '../../workbook/text.ts';
import type { Remark } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';
import type { GroupRow, SetRow } from './set-rows.ts';

/** @returns the code of the pillar that a code is under. */
export const topOf = (code: string): string => code.split('.')[0] ?? code;

interface Above {
  name: string;
  maximum: Exact | null;
  at: Pillar['at'];
}

/** A pillar's name and maximum: its own row, else the group row above, else (the name) the column Nhóm. */
function above(first: SetRow, own: SetRow | undefined, groups: readonly GroupRow[]): Above | null {
  const source = own ?? groups.filter((group) => group.row < first.row && group.code === first.group).pop();
  if (source !== undefined) {
    return {
      name: source.name,
      maximum: source.maximum,
      at: { code: source.codeAt, maximum: source.at('maximum') },
    };
  }
  const name = clean(shownText(first.cell('group')));
  return name === '' ? null : { name, maximum: null, at: null };
}

/**
 * @param indicators the set's, in its order, @param rows those of the set, @param below the indicators under a code.
 * @returns its pillars in the order of their indicators, and framework.code-orphan at the first code of one that nothing names.
 */
export function pillarsOf(
  indicators: readonly Indicator[],
  rows: readonly SetRow[],
  groups: readonly GroupRow[],
  below: (code: string) => number[],
): { pillars: Pillar[]; remarks: Remark[] } {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const firsts = new Map<string, SetRow>();
  for (const { code, pillar } of indicators) {
    const row = byCode.get(code);
    if (row !== undefined && !firsts.has(pillar)) firsts.set(pillar, row);
  }
  const found = [...firsts].map(([code, first]) => ({ code, first, above: above(first, byCode.get(code), groups) }));
  const rowOf = (known: Above | null): number => known?.at?.code.row ?? -1;
  const isShared = (known: Above): boolean =>
    rowOf(known) >= 0 && found.filter((other) => rowOf(other.above) === rowOf(known)).length > 1;
  const someKnown = found.some((pillar) => pillar.above !== null);
  return {
    pillars: found.map(({ code, above: known }) => ({
      code,
      name: known?.name ?? '',
      // A group row over several pillars names them all, but its maximum is none of theirs.
      maximum: known === null || isShared(known) ? null : known.maximum,
      at: known?.at ?? null,
      indicators: below(code),
    })),
    remarks: found
      .filter(({ above: known }) => known === null && someKnown)
      .map(({ code, first }) => ({
        kind: 'framework.code-orphan',
        at: first.codeAt,
        args: { code: first.code, pillar: code },
      })),
  };
}
