/** The departments' figures as forms really come in: a dozen things to mend, all of them made up (minh họa). */
import type { Scalar } from '#core/workbook/cell';

type Row = (Scalar | null)[];

/** Columns of the long table by position. */
const UNIT = 0;
const CODE = 1;
const A = 2;
const CHOICE = 6;
const EVIDENCE = 8;

const NO_BREAK_SPACE = '\u00a0';

/** Whose figures were pasted from Word: each ends in a space that can't be seen, so that it is text. */
const PASTED = 'Sở Tư pháp';
const PASTED_CODES = ['2.2', '3.1', '3.2', '4.2', '4.3', '4.4'];

/** What else was typed: unit, indicator, column, value. */
const TYPED: [string, string, number, Scalar | null][] = [
  ['Sở Nội vụ', '1.4', A, '1.234'],
  ['Sở Nội vụ', '8.2', A, '0,85'],
  ['Sở Y tế', '2.2', A, 940],
  ['Sở Y tế', '2.1', EVIDENCE, null],
  ['Sở Xây dựng', '2.1', CHOICE, 'Đang làm'],
  ['Sở Công Thương', '2.1', EVIDENCE, '…'],
];

/** @returns the same rows with those cells changed; every place must be there. */
export function asTheyArrive(rows: Row[]): Row[] {
  const changes = new Map(TYPED.map(([unit, code, column, value]) => [`${unit}|${code}`, { column, value }]));
  const pasted = new Set(PASTED_CODES.map((code) => `${PASTED}|${code}`));
  const arrived = rows.map((row) => {
    const key = `${row[UNIT]}|${row[CODE]}`;
    const change = changes.get(key);
    changes.delete(key);
    if (pasted.delete(key)) return row.with(A, `${row[A]}${NO_BREAK_SPACE}`);
    return change === undefined ? row : row.with(change.column, change.value);
  });
  if (changes.size > 0 || pasted.size > 0) throw new Error(`no such row: ${[...changes.keys(), ...pasted].join(', ')}`);
  return arrived;
}
