/** What the checks are given: a run's assessment and scores, with look-ups made once. */
import type { Indicator } from '../framework/framework.ts';
import type { RuleNeeds } from '../framework/rules/rule.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type {
  Assessment,
  CellRef,
  Entry,
  InputColumn,
  Reading,
  ReadingProblem,
  Remark,
  Table,
} from '../read/assessment.ts';
import { rowFinder } from '../read/cells/grid.ts';
import { waiverKey } from '../read/waivers/waivers.ts';
import type { Scorecard, Scored } from '../score/scored.ts';
import { checkOfProblem } from '../score/waivers.ts';
import type { RowPicture } from '../workbook/picture.ts';

/** Reads the same workbook for another of its periods. */
export type ReadPeriod = (period: string) => Assessment;

export interface Read {
  entry: Entry;
  reading: Reading;
}

/** The picture is assessment.picture. */
export interface CheckInput {
  assessment: Assessment;
  scored: Scored;
  rows: { get: (row: number) => RowPicture | undefined }[];
  cards: (Scorecard | undefined)[];
  remarks: Map<CheckId, Remark[]>;
  /** Readings that something is to be said of, by the check that says it. */
  readings: Map<CheckId, Read[]>;
  waivers: Map<string, { by: string; reason: string }>;
  /** Value columns that any data table has. */
  columns: Set<InputColumn>;
  /** Cells whose text has a footnote's mark, as `placeKey` says them. */
  footnotes: Set<string>;
  /** First entry of each unit: tells the unit's table. */
  firstEntry: (Entry | undefined)[];
  /** Reads the workbook for another of its periods; null: nobody can. */
  earlier: ReadPeriod | null;
  /** What rules need, worked out when first asked for. */
  needs: Map<Indicator, RuleNeeds>;
}

const COLUMNS: readonly InputColumn[] = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'];
const POINTS = ['self', 'verified'] as const;

/** @returns sheet, row and column in one word. */
export function placeKey({ sheet, row, column }: CellRef): string {
  return `${sheet} ${row} ${column}`;
}

/** @returns whether the table holds units' data. */
export function isData(table: Table): boolean {
  return table.kind === 'form' || table.kind === 'long' || table.kind === 'matrix' || table.kind === 'cross';
}

/** @returns whether a column holds points. */
export function isPoints(column: InputColumn): boolean {
  return column === 'self' || column === 'verified';
}

/** @returns what is to be said of a reading: a number that had two readings is said even where the bounds have settled it. */
export function problemOf(reading: Reading): ReadingProblem | null {
  return reading.problem ?? (reading.taken === undefined ? null : 'ambiguous-number');
}

/** Puts a value under a key that may have several. */
function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** One pass over all entries; every check then takes its own share. */
function readingsBy(entries: readonly Entry[], footnotes: ReadonlySet<string>): CheckInput['readings'] {
  const map: CheckInput['readings'] = new Map();
  for (const entry of entries) {
    if (entry.unremarkable === true) continue;
    for (const column of COLUMNS) {
      const reading = entry.readings[column];
      if (reading === undefined) continue;
      const problem = problemOf(reading);
      // A number beside a footnote's mark can be nothing but text, and is told as that.
      if (problem === null && (reading.textNumber !== true || footnotes.has(placeKey(reading.at)))) continue;
      const text = isPoints(column) ? 'points.text-number' : 'value.text-number';
      push(map, problem === null ? text : checkOfProblem(column, problem), { entry, reading });
    }
  }
  return map;
}

/** @returns the run with its look-ups. */
export function checkInput(assessment: Assessment, scored: Scored, earlier: ReadPeriod | null = null): CheckInput {
  const { picture, tables, entries } = assessment;
  const footnotes = new Set(
    picture.sheets.flatMap(({ footnotes: marks = [] }, sheet) => marks.map((mark) => placeKey({ ...mark, sheet }))),
  );
  const input: CheckInput = {
    assessment,
    scored,
    rows: picture.sheets.map((sheet) => ({ get: rowFinder(sheet.rows) })),
    cards: [],
    remarks: new Map(),
    readings: readingsBy(entries, footnotes),
    waivers: new Map(assessment.waivers.map((one) => [waiverKey(one), { by: one.by, reason: one.reason }])),
    columns: new Set(),
    footnotes,
    firstEntry: [],
    earlier,
    needs: new Map(),
  };
  for (const card of scored.cards) input.cards[card.unit] = card;
  for (const remark of assessment.remarks) push(input.remarks, remark.kind, remark);
  for (const table of tables)
    for (const column of COLUMNS) if (table.columns[column] !== undefined && isData(table)) input.columns.add(column);
  for (const entry of entries) {
    input.firstEntry[entry.unit] ??= entry;
    // Most tables have them as columns of their own, and no entry needs to be asked.
    for (const column of POINTS)
      if (!input.columns.has(column) && entry.readings[column] !== undefined) input.columns.add(column);
  }
  return input;
}
