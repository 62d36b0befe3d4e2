/** A hidden column whose values decide official points: what ranks is not what readers see. */
import { columnLetters } from '../workbook/address.ts';
import type { InputColumn } from '../read/assessment.ts';
import type { EntryScore } from '../score/scored.ts';
import type { Check } from './finding.ts';
import type { CheckInput } from './input.ts';
import { FIGURES, headerAt } from './shared.ts';
import { at } from '../workbook/at.ts';

const CALCULATED: readonly InputColumn[] = [...FIGURES, 'choice'];
/** Wider than any sheet: a table and a column in one number. */
const WIDTH = 16_384;

/** The columns whose cells made, or hold up, an entry's official points. */
function decidingColumns({ entry, decidedBy }: EntryScore): number[] {
  if (entry === null || decidedBy === null) return [];
  const columns = decidedBy === 'calculated' ? CALCULATED : [decidedBy];
  return columns.flatMap((column) => {
    const reading = entry.readings[column];
    if (reading === undefined || reading.empty) return [];
    return reading.of?.map(({ at }) => at.column) ?? [reading.at.column];
  });
}

/** Deciding columns for which `holds`, as table × WIDTH + column, ascending. */
function deciding({ assessment, scored }: CheckInput, holds: (sheet: number, column: number) => boolean): number[] {
  const found = new Set<number>();
  for (const card of scored.cards)
    for (const score of card.entries) {
      const table = assessment.tables[score.entry?.table ?? -1];
      if (table === undefined) continue;
      for (const column of decidingColumns(score))
        if (holds(table.sheet, column)) found.add(table.index * WIDTH + column);
    }
  return [...found].sort((x, y) => x - y);
}

export const columnHidden: Check = {
  severity: 'note',
  notRun: (input) => {
    const { sheets } = input.assessment.picture;
    if (sheets.every(({ askedColumns }) => askedColumns === undefined)) return null;
    const asked = sheets.map(({ askedColumns }) => (askedColumns === undefined ? null : new Set(askedColumns)));
    const open = deciding(input, (sheet, column) => asked[sheet]?.has(column) === false);
    return open.length === 0 ? null : 'column.hidden';
  },
  run: (input) => {
    const hidden = input.assessment.picture.sheets.map(({ hiddenColumns }) => new Set(hiddenColumns));
    if (hidden.every(({ size }) => size === 0)) return [];
    return deciding(input, (sheet, column) => hidden[sheet]?.has(column) === true).map((key) => {
      const table = at(input.assessment.tables, Math.floor(key / WIDTH));
      const column = key % WIDTH;
      const header = headerAt(input, table, column);
      const args = { letter: columnLetters(column), header: table.headers[column] ?? '' };
      return { at: header, args };
    });
  },
};
