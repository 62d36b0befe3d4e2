/** What the checks share: look-ups by place, unit and indicator. */
import type { Indicator } from '../framework/framework.ts';
import { NO_NEEDS, needsOf } from '../framework/rules/index.ts';
import type { RuleNeeds } from '../framework/rules/rule.ts';
import type { CheckId } from '../messages/check-ids.ts';
import { hasWords, say } from '../messages/index.ts';
import type { CellRef, Remark, Table } from '../read/assessment.ts';
import { shownText } from '../read/tables/tables.ts';
import type { EntryScore } from '../score/scored.ts';
import { toA1 } from '../workbook/address.ts';
import { isEmpty, scalarOf, type Cell } from '../workbook/cell.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { Severity, Told } from './finding.ts';
import { placeKey, type CheckInput } from './input.ts';

export const FIGURES = ['a', 'b', 'c', 'd'] as const;

/** @returns the cell at a place of the picture. */
export function cellAt(input: CheckInput, at: CellRef): Cell {
  return input.rows[at.sheet]?.get(at.row)?.cells[at.column] ?? null;
}

/** @returns the text the sheet shows at a place, "" where nothing is. */
export function shownAt(input: CheckInput, at: CellRef): string {
  const cell = cellAt(input, at);
  return isEmpty(cell) ? '' : shownText(cell);
}

/** @returns the header cell of a column: the lowest header row that says something there. */
export function headerAt(input: CheckInput, table: Table, column: number): CellRef {
  for (let row = table.headerBottom; row >= table.headerTop; row--) {
    const at = { sheet: table.sheet, row, column };
    if (!isEmpty(cellAt(input, at))) return at;
  }
  return { sheet: table.sheet, row: table.headerBottom, column };
}

/** @returns the index of the set by which a unit is scored. */
export function setOf(input: CheckInput, unit: number): number {
  const group = input.assessment.units[unit]?.group;
  return group === undefined ? -1 : (input.assessment.groups[group]?.set ?? -1);
}

/** @returns the indicator of an entry. */
export function indicatorOf(input: CheckInput, unit: number, indicator: number): Indicator | undefined {
  return input.assessment.sets[setOf(input, unit)]?.indicators[indicator];
}

/** @returns what the indicator's rule needs; nothing where it has no readable rule. */
export function needs(input: CheckInput, indicator: Indicator | undefined): RuleNeeds {
  if (indicator === undefined || indicator.rule === null) return NO_NEEDS;
  let known = input.needs.get(indicator);
  if (known === undefined) input.needs.set(indicator, (known = needsOf(indicator.rule)));
  return known;
}

/** @returns the score of a unit's indicator. */
export function scoreOf(input: CheckInput, unit: number, indicator: number): EntryScore | undefined {
  return input.cards[unit]?.entries[indicator];
}

/** @returns whether a unit has no data at all: then unit.missing speaks for all its rows. */
export function hasNoData(input: CheckInput, unit: number): boolean {
  const card = input.cards[unit];
  return (
    (input.assessment.units[unit]?.dataAt ?? null) === null ||
    (card !== undefined && card.blockedBy.includes('no-data'))
  );
}

/** @returns an edit that puts a new value into a cell. */
export function edit(input: CheckInput, at: CellRef, value: string | number, format?: string): CellEdit {
  const sheet = input.assessment.picture.sheets[at.sheet]?.name ?? '';
  const before = scalarOf(cellAt(input, at));
  return { sheet, cell: toA1(at.row, at.column), before, value, ...(format === undefined ? {} : { format }) };
}

/** @returns whether a mark of a footnote was left out of the cell's text: a repair would take it away, so none is offered. */
export function hasFootnote(input: CheckInput, at: CellRef): boolean {
  return input.footnotes.size > 0 && input.footnotes.has(placeKey(at));
}

/** @returns whether the cell holds a formula: such cells are never repaired. */
export function isFormula(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && cell.formula === true;
}

/** @returns the column's name as people read it. */
export function columnName(input: CheckInput, column: string): string {
  const id = `column.${column}`;
  return hasWords(id) ? say({ id, args: {} }, input.assessment.language) : column;
}

/** Whose severity depends on what the reader noticed. */
export type Graded = Severity | ((remark: Remark) => Severity);

/** @returns what the reader noticed of a kind, as a check tells it. */
export function fromRemarks(
  input: CheckInput,
  id: CheckId,
  severity?: Graded,
  readings?: (remark: Remark) => CellEdit[][] | null,
): Told[] {
  return (input.remarks.get(id) ?? []).map((remark) => ({
    at: remark.at,
    severity: typeof severity === 'function' ? severity(remark) : severity,
    unit: remark.unit,
    indicator: remark.indicator,
    variant: remark.variant,
    args: remark.args,
    repair: remark.repair?.map((change) => edit(input, change.at, change.value, change.format)) ?? null,
    readings: readings?.(remark) ?? null,
  }));
}
