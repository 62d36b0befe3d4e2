/** Whether two rows of one unit and indicator say the same. */
import { compare } from '../../exact/exact.ts';
import { INPUT_COLUMNS, readingOf, type Entry, type InputColumn, type Reading } from '../assessment.ts';
import { shownText } from '../cells/codes.ts';

function sameReading(left: Reading, right: Reading): boolean {
  if (left.problem !== null || right.problem !== null)
    return shownText(left.cell) === shownText(right.cell) && left.problem === right.problem;
  if (left.value !== null && right.value !== null) return compare(left.value, right.value) === 0;
  if (left.value !== null || right.value !== null) return false;
  return JSON.stringify(left.labels) === JSON.stringify(right.labels);
}

/** @returns the columns in which two rows of one unit and indicator say something different; null where they have none in common. */
export function differing(one: Entry, other: Entry): InputColumn[] | null {
  const sameTable = one.table === other.table;
  const found: InputColumn[] = [];
  let shared = sameTable;
  for (const column of INPUT_COLUMNS) {
    const mine = readingOf(one.readings, column);
    const theirs = readingOf(other.readings, column);
    if (mine === undefined || theirs === undefined || (mine.empty && theirs.empty)) continue;
    if (!sameTable && (mine.empty || theirs.empty)) continue;
    shared = true;
    if (mine.empty !== theirs.empty || !sameReading(mine, theirs)) found.push(column);
  }
  return shared ? found : null;
}
