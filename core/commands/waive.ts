/** The verb "waive": writes reason and name beside a finding on Kiểm tra, the only store of waivers. */
import * as z from 'zod/mini';
import type { Finding } from '../check/finding.ts';
import { checkIdOf } from '../messages/check-numbers.ts';
import { shownText } from '../read/cells/codes.ts';
import { columnReader } from '../read/waivers/columns.ts';
import { fieldsOf, type Field } from '../read/waivers/headers.ts';
import { toA1 } from '../workbook/address.ts';
import { scalarOf, type Scalar } from '../workbook/cell.ts';
import type { Picture, SheetPicture } from '../workbook/picture.ts';
import type { CellEdit, Plan, SheetPlan } from '../workbook/plan.ts';
import { clean } from '../workbook/text.ts';
import { ownSheetNames, writeMark } from '../write/index.ts';
import { findingsPlan } from './plan.ts';
import { places, refusal, texts, verb, type Writing } from './verb.ts';

type Lines = { name: string; rows: { index: number; texts: string[]; values: (Scalar | null)[] }[] };

function ofPicture(sheet: SheetPicture): Lines {
  return {
    name: sheet.name,
    rows: sheet.rows.map((row) => ({
      index: row.index,
      texts: row.cells.map((cell) => clean(shownText(cell))),
      values: row.cells.map((cell) => scalarOf(cell)),
    })),
  };
}

function ofPlan(sheet: SheetPlan): Lines {
  return {
    name: sheet.name,
    rows: sheet.rows.map((row, index) => ({
      index,
      texts: row.cells.map((cell) => clean(cell?.value === null || cell === null ? '' : String(cell.value))),
      values: row.cells.map((cell) => cell?.value ?? null),
    })),
  };
}

function edits(sheet: Lines, finding: Finding, by: string, reason: string): CellEdit[] | null {
  let columns: Map<Field, number> | null = null;
  const keyOf = columnReader();
  const keyIn = (field: Field, text: string): string =>
    field === 'column' ? keyOf(text) : field === 'check' ? checkIdOf(text) : text;
  const wanted: [Field, string][] = [
    ['check', finding.id],
    ['unit', finding.unit],
    ['indicator', finding.indicator],
    ['column', finding.column],
    ['value', clean(finding.value)],
  ];
  for (const row of sheet.rows) {
    if (columns === null) {
      columns = fieldsOf(row.texts);
      continue;
    }
    const known = columns;
    const columnOf = (field: Field): number => {
      const column = known.get(field);
      if (column === undefined) throw new Error(`The sheet of findings has no column ${field}.`);
      return column;
    };
    const textOf = (field: Field): string => row.texts[columnOf(field)] ?? '';
    const says = (field: Field, text: string): boolean => keyIn(field, textOf(field)) === clean(text);
    if (!wanted.every(([field, text]) => says(field, text))) continue;
    return (['reason', 'by'] as const).map((field) => ({
      sheet: sheet.name,
      cell: toA1(row.index, columnOf(field)),
      before: row.values[columnOf(field)] ?? null,
      value: clean(field === 'reason' ? reason : by),
    }));
  }
  return null;
}

/**
 * @param planned the findings sheet of this run's plan, for a workbook that has no row for the finding yet.
 * @returns the two cells to write; `first`: the plan must be written before. null where the finding has no row in either.
 */
export function waive(
  picture: Picture,
  planned: () => readonly SheetPlan[],
  finding: Finding,
  words: { by: string; reason: string },
): { edits: CellEdit[]; first: boolean } | null {
  const ours = new Set(ownSheetNames(picture));
  for (const sheet of picture.sheets) {
    if (!ours.has(sheet.name)) continue;
    const there = edits(ofPicture(sheet), finding, words.by, words.reason);
    if (there !== null) return { edits: there, first: false };
  }
  for (const sheet of planned()) {
    const there = edits(ofPlan(sheet), finding, words.by, words.reason);
    if (there !== null) return { edits: there, first: true };
  }
  return null;
}

/** The same for the desk. */
export const waiver = verb({
  input: () => z.strictObject({ index: places(), by: texts(), reason: texts() }),
  writes: true,
  answer: (ran, { index, by, reason }): Writing => {
    const finding = ran.outcome.findings[index];
    let plan: Plan | null = null;
    const planned = (): Plan['sheets'] => (plan = findingsPlan(ran)).sheets;
    const done = finding === undefined ? null : waive(ran.picture, planned, finding, { by, reason });
    if (done === null) return refusal('waive-no-row');
    return { plan: done.first ? plan : null, edits: done.edits, expected: writeMark(ran.picture), refused: null };
  },
});
