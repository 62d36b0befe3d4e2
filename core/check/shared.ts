/** What the checks share: look-ups made once a run, and the making of findings. */
import { toPlain } from '../exact/exact.ts';
import type { Indicator } from '../framework/framework.ts';
import { ceilingOf, needsOf } from '../framework/rules/index.ts';
import type { RuleNeeds } from '../framework/rules/rule.ts';
import { hasWords, say } from '../messages/index.ts';
import type { Message, MessageArgument } from '../messages/message.ts';
import type { CellRef, Entry, InputColumn, Remark, Table } from '../read/assessment.ts';
import { rowFinder } from '../read/grid.ts';
import { shownText } from '../read/tables.ts';
import { waiverKey } from '../read/waivers.ts';
import type { EntryScore, Scorecard } from '../score/scored.ts';
import { toA1 } from '../workbook/address.ts';
import { isEmpty, scalarOf, type Cell } from '../workbook/cell.ts';
import type { RowPicture } from '../workbook/picture.ts';
import type { CellEdit } from '../workbook/plan.ts';
import type { Check, CheckInput, Finding, Severity } from './finding.ts';
import type { CheckId } from '../messages/check-ids.ts';

/** Look-ups of one run; made on first use and kept as long as the input lives. */
export interface Context {
  rows: { get: (row: number) => RowPicture | undefined }[];
  cards: (Scorecard | undefined)[];
  remarks: Map<string, Remark[]>;
  waivers: Map<string, { by: string; reason: string }>;
  /** Value columns that any data table has. */
  columns: Set<InputColumn>;
  /** Cells whose text has a footnote's mark, as sheet, row and column. */
  footnotes: Set<string>;
  /** First entry of each unit: tells the unit's table. */
  firstEntry: (Entry | undefined)[];
}

const contexts = new WeakMap<CheckInput, Context>();
const needsCache = new WeakMap<Indicator, RuleNeeds>();
const NO_NEEDS: RuleNeeds = { figures: [], choice: null, labels: [], pairs: [], rates: [], counts: [] };

export const FIGURES = ['a', 'b', 'c', 'd'] as const;

const placeKey = ({ sheet, row, column }: CellRef): string => `${sheet} ${row} ${column}`;

/** @returns the run's look-ups. */
export function contextOf(input: CheckInput): Context {
  const known = contexts.get(input);
  if (known !== undefined) return known;
  const { assessment, scored } = input;
  const context: Context = {
    rows: assessment.picture.sheets.map((sheet) => ({ get: rowFinder(sheet.rows) })),
    cards: [],
    remarks: new Map(),
    waivers: new Map(),
    columns: new Set(),
    footnotes: new Set(
      assessment.picture.sheets.flatMap(({ footnotes = [] }, place) =>
        footnotes.map(({ row, column }) => placeKey({ sheet: place, row, column })),
      ),
    ),
    firstEntry: [],
  };
  for (const card of scored.cards) context.cards[card.unit] = card;
  for (const remark of assessment.remarks) {
    const list = context.remarks.get(remark.kind);
    if (list === undefined) context.remarks.set(remark.kind, [remark]);
    else list.push(remark);
  }
  for (const waiver of assessment.waivers) {
    context.waivers.set(waiverKey(waiver), { by: waiver.by, reason: waiver.reason });
  }
  for (const table of assessment.tables)
    for (const column of ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'] as const)
      if (table.columns[column] !== undefined && isData(table)) context.columns.add(column);
  for (const entry of assessment.entries) {
    if (context.firstEntry[entry.unit] === undefined) context.firstEntry[entry.unit] = entry;
    if (entry.readings.self !== undefined) context.columns.add('self');
    if (entry.readings.verified !== undefined) context.columns.add('verified');
  }
  contexts.set(input, context);
  return context;
}

/** @returns whether the table holds units' data. */
export function isData(table: Table): boolean {
  return table.kind === 'form' || table.kind === 'long' || table.kind === 'matrix' || table.kind === 'cross';
}

/** @returns the cell at a place of the picture. */
export function cellAt(input: CheckInput, at: CellRef): Cell {
  return contextOf(input).rows[at.sheet]?.get(at.row)?.cells[at.column] ?? null;
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
export function needs(indicator: Indicator | undefined): RuleNeeds {
  if (indicator === undefined || indicator.rule === null) return NO_NEEDS;
  let known = needsCache.get(indicator);
  if (known === undefined) {
    known = needsOf(indicator.rule);
    needsCache.set(indicator, known);
  }
  return known;
}

/** @returns the score of a unit's indicator. */
export function scoreOf(input: CheckInput, unit: number, indicator: number): EntryScore | undefined {
  return contextOf(input).cards[unit]?.entries[indicator];
}

/** @returns whether a unit has no data at all: then unit.missing speaks for all its rows. */
export function hasNoData(input: CheckInput, unit: number): boolean {
  const card = contextOf(input).cards[unit];
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
  const { footnotes } = contextOf(input);
  return footnotes.size > 0 && footnotes.has(placeKey(at));
}

/** @returns whether the cell holds a formula: such cells are never repaired. */
export function isFormula(cell: Cell): boolean {
  return typeof cell === 'object' && cell !== null && cell.formula === true;
}

/** What a finding is made of; what is left out is found from the cell, the unit and the indicator. */
interface Parts {
  at: CellRef | null;
  unit?: number | undefined;
  indicator?: { set: number; index: number } | undefined;
  column?: string;
  value?: string;
  variant?: string | undefined;
  args?: Message['args'] | undefined;
  repair?: CellEdit[] | null;
  readings?: CellEdit[][] | null;
}

/** Makes a finding and looks for its waiver. */
export function finding(input: CheckInput, id: CheckId, severity: Severity, parts: Parts): Finding {
  const { assessment } = input;
  const unit = parts.unit === undefined ? '' : (assessment.units[parts.unit]?.name ?? '');
  const place = parts.indicator;
  const indicator = place === undefined ? undefined : assessment.sets[place.set]?.indicators[place.index];
  const code = indicator?.code ?? '';
  const value = parts.value ?? (parts.at === null ? '' : shownAt(input, parts.at));
  const column = parts.column ?? '';
  const variant = parts.variant === undefined ? id : `${id}/${parts.variant}`;
  const maximum = indicator === undefined ? null : ceilingOf(indicator.rule, indicator.maximum);
  const args: Message['args'] = {
    unit,
    indicator: code,
    name: indicator?.name ?? '',
    value: printed(input, id, parts, value),
    cell: parts.at === null ? '' : toA1(parts.at.row, parts.at.column),
    column: columnName(input, column),
    maximum: maximum === null ? '' : { decimal: toPlain(maximum) },
    ...parts.args,
  };
  const foot = parts.at !== null && hasFootnote(input, parts.at);
  const made: Finding = {
    id,
    severity,
    at: parts.at,
    // The reader names what the set or the list does not have: an unknown unit, an unknown code.
    unit: unit !== '' || !id.startsWith('unit.') ? unit : textOf(args['name']),
    indicator: textOf(args['indicator']) || textOf(args['code']),
    column,
    value,
    message: { id: hasWords(`${variant}.what`) ? variant : id, args },
    repair: foot ? null : (parts.repair ?? null),
    ...(parts.readings && !foot ? { readings: parts.readings } : {}),
    waived: null,
  };
  made.waived = waiverFor(input, made);
  return made;
}

const LONGEST = 160;

/** Nobody reads a paragraph in a sentence about it; the finding's own value stays whole. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 10).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The value as words say it: a number of the sheet with the reader's own separators, anything else as it is shown. */
function printed(input: CheckInput, id: CheckId, parts: Parts, value: string): MessageArgument {
  const figure =
    (id.startsWith('value.') || id.startsWith('points.')) && parts.at !== null && /^-?\d+(?:\.\d+)?$/.test(value);
  return figure && typeof scalarOf(cellAt(input, parts.at!)) === 'number' ? { decimal: value } : shortened(value);
}

function textOf(argument: MessageArgument | undefined): string {
  return typeof argument === 'string' ? argument : '';
}

/** @returns the column's name as people read it. */
export function columnName(input: CheckInput, column: string): string {
  const id = `column.${column}`;
  return hasWords(id) ? say({ id, args: {} }, input.assessment.language) : column;
}

function waiverFor(input: CheckInput, made: Finding): Finding['waived'] {
  const { waivers } = contextOf(input);
  if (waivers.size === 0) return null;
  return waivers.get(waiverKey({ ...made, check: made.id })) ?? null;
}

/** A check whose findings the reader has noticed already: each remark of the kind becomes one. */
export function fromRemarks(
  input: CheckInput,
  id: CheckId,
  severity: Severity | ((remark: Remark) => Severity),
  readings?: (remark: Remark) => CellEdit[][] | null,
): Finding[] {
  return (contextOf(input).remarks.get(id) ?? []).map((remark) =>
    finding(input, id, typeof severity === 'string' ? severity : severity(remark), {
      at: remark.at,
      unit: remark.unit,
      indicator: remark.indicator,
      variant: remark.variant,
      args: remark.args,
      repair: remark.repair?.map((change) => edit(input, change.at, change.value, change.format)) ?? null,
      readings: readings?.(remark) ?? null,
    }),
  );
}

/** @returns a check that only passes on what the reader noticed. */
export function remarkCheck(id: CheckId, severity: Severity | ((remark: Remark) => Severity)): Check {
  return { id, run: (input) => fromRemarks(input, id, severity) };
}

/** @returns the reason why a check does not run. */
export function reason(id: CheckId): Message {
  return { id: `notrun.${id}`, args: {} };
}
