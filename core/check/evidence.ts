/** Evidence cells of entries that claim points where Minh chứng is Bắt buộc: what both evidence checks walk over. */
import { sign } from '../exact/exact.ts';
import type { CellRef, Entry } from '../read/assessment.ts';
import type { CheckInput } from './input.ts';
import { indicatorOf, scoreOf, shownAt } from './shared.ts';
import { isData } from './input.ts';

export interface Evidence {
  entry: Entry;
  at: CellRef;
  text: string;
}

/** @returns whether any data table has a column for evidence. */
export function hasEvidenceColumn({ assessment }: CheckInput): boolean {
  return assessment.tables.some((table) => isData(table) && table.columns.evidence !== undefined);
}

/** Points claimed: the unit's own, else what its figures give, else what was verified. */
function claims(input: CheckInput, entry: Entry): boolean {
  const score = scoreOf(input, entry.unit, entry.indicator);
  const points = score?.self ?? score?.calculated ?? score?.verified ?? null;
  return points !== null && sign(points) > 0;
}

/** @returns the evidence cell of every entry that must have one. */
export function requiredEvidence(input: CheckInput): Evidence[] {
  const found: Evidence[] = [];
  for (const entry of input.assessment.entries) {
    const table = input.assessment.tables[entry.table];
    const column = table?.columns.evidence;
    if (table === undefined || column === undefined) continue;
    if (indicatorOf(input, entry.unit, entry.indicator)?.evidenceRequired !== true || !claims(input, entry)) continue;
    const at = { sheet: table.sheet, row: entry.row, column };
    found.push({ entry, at, text: shownAt(input, at).trim() });
  }
  return found;
}
