/** From data tables to entries: one unit × indicator each, with its readings; what fits nowhere becomes a remark. */
import { compare } from '../../exact/exact.ts';
import { ceilingOf } from '../../framework/rules/index.ts';
import { isEmpty, kindOf, type Cell } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import {
  INPUT_COLUMNS,
  readingOf,
  type Assessment,
  type CellRef,
  type InputColumn,
  type Reading,
  type Readings,
  type Settings,
  type TypedFigure,
} from '../assessment.ts';
import { bonusCode } from '../sets/bonus.ts';
import { codeAt } from '../tables/child-codes.ts';
import { readCode, shownText } from '../cells/codes.ts';
import {
  VALUE_ROLES,
  type CrossTable,
  type FormTable,
  type FoundTable,
  type LongTable,
  type MatrixTable,
} from '../tables/found-table.ts';
import type { Places } from '../units/owned.ts';
import type { Grid } from '../cells/grid.ts';
import { groupSums, setGroups, type GroupedRow } from './group-rows.ts';
import { entryContext, EntryReadings, type EntryContext } from './inputs.ts';
import { EntrySource, ReadingStore, StoredEntry, type Input } from './stored-entry.ts';
import { meanReading } from '../headers/judges.ts';
import { indicatorFor, isSumCode, type SetIndex } from '../sets/set-index.ts';
import { mendEaten } from '../sets/sets.ts';
import { figureOf, statesTotal } from '../cells/summaries.ts';
import { hasFigures, unreadRow } from '../unread/rows.ts';

function sameReading(left: Reading, right: Reading): boolean {
  if (left.problem !== null || right.problem !== null)
    return shownText(left.cell) === shownText(right.cell) && left.problem === right.problem;
  if (left.value !== null && right.value !== null) return compare(left.value, right.value) === 0;
  if (left.value !== null || right.value !== null) return false;
  return JSON.stringify(left.labels) === JSON.stringify(right.labels);
}

function placesOf({ columns }: FoundTable): Places {
  const places: Places = {};
  for (const role of VALUE_ROLES) if (columns[role] !== undefined) places[role] = columns[role];
  return places;
}

type Result = Pick<Assessment, 'entries' | 'statedMaxima' | 'typed' | 'remarks'>;

/** The inputs at their places; `judges`: of several people's columns. */
function inputsAt(places: Places, judges: FoundTable['judges'] = {}): Input[] {
  return INPUT_COLUMNS.flatMap((name): Input[] => {
    const column = places[name];
    return column === undefined ? [] : [{ name, column, several: name in judges }];
  });
}

/** Columns in which two rows of one unit and indicator say something different; null where they have none in common. */
function differing(one: StoredEntry, other: StoredEntry): InputColumn[] | null {
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

function readingsAt(inputs: readonly Input[], grid: Grid, row: number, context: EntryContext): EntryReadings {
  const cells = grid.row(row)?.cells;
  const readings = new EntryReadings(context);
  for (const { name, column } of inputs) {
    const cell = cells?.[column] ?? null;
    // What is empty needs no reading of its own.
    if (cell !== null) readings.read(name, cell, grid.sheet, row, column);
  }
  readings.settle();
  return readings;
}

/** The readings, with the means of several people's points where the setting averages them. */
function withMeans(
  readings: Readings,
  judges: NonNullable<FoundTable['judges']>,
  grid: Grid,
  row: number,
  context: EntryContext,
): Readings {
  const found: Readings = {};
  for (const name of INPUT_COLUMNS) found[name] = readings[name];
  for (const name of ['self', 'verified'] as const) {
    const each = judges[name]?.flatMap(
      (column) => readingsAt([{ name, column, several: true }], grid, row, context)[name] ?? [],
    );
    if (each !== undefined) found[name] = each.length === 0 ? undefined : meanReading(each);
  }
  return found;
}

/** Collects entries; a second row of one unit and indicator never counts, and is compared with the first. */
export class Entries implements Result {
  readonly entries: StoredEntry[] = [];
  readonly statedMaxima: Assessment['statedMaxima'] = [];
  readonly typed: TypedFigure[] = [];
  readonly remarks: Assessment['remarks'] = [];
  private readonly store = new ReadingStore();
  /** By unit, set and indicator the first entry that is there already. */
  private readonly placed: StoredEntry[][][] = [];
  /** Further ones of other tables, by the first. */
  private readonly further = new Map<StoredEntry, StoredEntry[]>();
  private readonly contexts: EntryContext[][] = [];
  private readonly unknown = new Set<string>();

  constructor(private readonly settings: Settings) {}

  /** `quiet`: two forms of one unit have been told already, so their rows are not told again. */
  private add(entry: StoredEntry, set: number, quiet: boolean): void {
    const bySet = (this.placed[entry.unit] ??= []);
    const byIndicator = (bySet[set] ??= []);
    const first = byIndicator[entry.indicator];
    if (first === undefined) {
      byIndicator[entry.indicator] = entry;
      this.entries.push(entry);
      return;
    }
    const further = this.further.get(first) ?? [];
    for (const other of [first, ...further]) {
      const columns = differing(entry, other);
      if (columns === null) continue;
      if (columns.length > 0) other.disputed = [...(other.disputed ?? []), ...columns];
      if (!quiet) this.sayRepeated(entry, other, set, columns.length > 0 ? 'differs' : 'equal');
      return;
    }
    // Another table adds what this one does not say: scoring joins the two.
    this.further.set(first, [...further, entry]);
    this.entries.push(entry);
  }

  private sayRepeated(entry: StoredEntry, other: StoredEntry, set: number, variant: 'differs' | 'equal'): void {
    const { unit, indicator, row, codeAt: at } = entry;
    this.remarks.push({
      kind: 'row.indicator-duplicate',
      // Two rows of a matrix share the code above them: the second row's own cell tells which.
      at: other.row === row || other.codeAt.row !== at.row ? at : { ...at, row },
      unit,
      indicator: { set, index: indicator },
      variant,
      args: {},
    });
  }

  /** What the cells of an indicator are read by. */
  private contextOf({ set, place, needs }: SetIndex, indicator: number): EntryContext {
    const contexts = (this.contexts[place] ??= set.indicators.map(({ rule, maximum, index }) =>
      entryContext({
        rule,
        needs: needs[index] ?? null,
        maximum: ceilingOf(rule, maximum),
        decimalMark: this.settings.decimalMark,
      }),
    ));
    const context = contexts[indicator];
    if (context === undefined) throw new Error(`no indicator ${indicator} in the set`);
    return context;
  }

  /** Reads the inputs of one entry and keeps it. `judges`: columns of several people whose mean is the input. */
  private keep(
    source: EntrySource,
    { unit, row, indicator }: { unit: number; row: number; indicator: number },
    index: SetIndex,
    quiet: boolean,
    judges: FoundTable['judges'] = undefined,
  ): void {
    const context = this.contextOf(index, indicator);
    const { grid, inputs } = source;
    let readings: Readings = readingsAt(inputs, grid, row, context);
    if (judges !== undefined) readings = withMeans(readings, judges, grid, row, context);
    const labels = readings.choice?.labels ?? null;
    this.add(
      new StoredEntry(unit, indicator, row, source, labels, this.store, this.store.keep(source, readings)),
      index.place,
      quiet,
    );
  }

  private sayUnknown(table: FoundTable, at: CellRef, code: string): void {
    const key = table.kind === 'long' ? `${table.index} ${code}` : `${at.sheet} ${at.row} ${at.column}`;
    if (this.unknown.has(key)) return;
    this.unknown.add(key);
    this.remarks.push({ kind: 'row.indicator-unknown', at, args: { code } });
  }

  /** Rows of one unit that stand together: a form, or a unit's rows of a long table. `own`: the table is its own set, which said what is wrong with its codes. */
  addRows(
    table: FormTable | LongTable | CrossTable,
    rows: readonly number[],
    unit: number,
    index: SetIndex,
    options: { own: boolean; quiet: boolean; places?: Places; repeated?: boolean },
  ): void {
    const { columns, grid } = table;
    const codeColumn = columns.code;
    const places = options.places ?? placesOf(table);
    const source = new EntrySource(table.index, grid, inputsAt(places, table.judges), {
      column: codeColumn,
      row: null,
    });
    const said = options.own || options.repeated === true;
    const placeOf = ({ row }: { row: number }): CellRef => ({ sheet: table.sheet, row, column: codeColumn });
    const coded = rows.map((row): GroupedRow & { error: boolean } => {
      const code = codeAt(table, row);
      const cell = grid.at(row, codeColumn);
      const text = 'code' in code ? code.code : 'date' in code ? code.date : clean(shownText(cell));
      // An error is no code either, and is said as formula.error.
      return { row, code: text, eaten: 'date' in code, error: kindOf(cell) === 'error', group: '' };
    });
    setGroups(table, coded);
    if (table.kind === 'form' || table.kind === 'cross')
      for (const { row, pillars } of groupSums(table, coded, index)) this.typedRow(table, row, unit, pillars, places);
    mendEaten(coded, placeOf, said ? [] : this.remarks);
    for (const item of coded) {
      const { row, code, eaten, error, group } = item;
      if (eaten || error) continue;
      const indicator = indicatorFor(index, code, group);
      if (indicator === undefined) {
        if (isSumCode(index.set, code) || isSumCode(index.set, `${group}.${code}`))
          this.typedRow(table, row, unit, [code], places);
        else {
          const placed = table.ownCodes.has(row);
          if (!placed) this.sayUnknown(table, placeOf(item), code);
          // No code at all where figures stand: the unit lacks them wherever they belong.
          if (placed || (table.kind === 'long' && 'text' in readCode(code) && hasFigures(table, row)))
            this.remarks.push(...unreadRow(table, row, unit, Object.values(places)));
        }
        continue;
      }
      this.keep(source, { unit, row, indicator }, index, options.quiet, table.judges);
      if (table.bonus !== undefined) this.addBonus(table, source, { row, unit, indicator }, index, options.quiet);
      if (columns.maximum !== undefined && !said) {
        const stated = { sheet: table.sheet, row, column: columns.maximum };
        const owner = table.kind === 'cross' ? null : unit;
        this.statedMaxima.push({
          at: stated,
          cell: grid.at(row, columns.maximum),
          set: index.place,
          indicator,
          unit: owner,
        });
      }
    }
  }

  /** The bonus points beside an indicator's scores; where the set has no bonus for it, points there are told. */
  private addBonus(
    table: FoundTable,
    { grid, code }: EntrySource,
    { row, unit, indicator: base }: { row: number; unit: number; indicator: number },
    index: SetIndex,
    quiet: boolean,
  ): void {
    const { self, verified } = table.bonus ?? {};
    const inputs = inputsAt({ self, verified });
    const indicator = index.byCode.get(bonusCode(index.set.indicators[base]?.code ?? '').toUpperCase());
    if (indicator !== undefined) {
      this.keep(new EntrySource(table.index, grid, inputs, code), { row, unit, indicator }, index, quiet);
      return;
    }
    const given = inputs.map(({ column }) => column).filter((column) => (figureOf(grid.at(row, column)) ?? 0) !== 0);
    if (given.length > 0) this.remarks.push(...unreadRow(table, row, unit, given));
  }

  /** A pillar's row in a form: what is typed there is compared, never added. */
  private typedRow(table: FoundTable, row: number, unit: number, pillars: string[], places: Places): void {
    for (const source of ['self', 'verified'] as const) {
      const column = places[source];
      // One person's sum says nothing of the mean.
      if (column === undefined || table.judges?.[source] !== undefined) continue;
      const cell = table.grid.at(row, column);
      if (!isEmpty(cell))
        this.typed.push({ kind: 'pillar', source, unit, pillars, at: { sheet: table.sheet, row, column }, cell });
    }
  }

  /** The Tổng row of a form. */
  addTypedTotals(table: FormTable | CrossTable, unit: number, places: Places = placesOf(table)): void {
    const { columns, grid } = table;
    const nameColumn = columns.name ?? columns.code;
    for (const row of table.sumRows) {
      const name = clean(shownText(grid.at(row, nameColumn)) || shownText(grid.at(row, columns.code)));
      if (!statesTotal(table, row, name)) continue;
      for (const source of ['self', 'verified'] as const) {
        const column = places[source];
        if (column === undefined || table.judges?.[source] !== undefined) continue;
        const cell = grid.at(row, column);
        if (!isEmpty(cell))
          this.typed.push({
            kind: 'total',
            source,
            unit,
            at: { sheet: table.sheet, row, column },
            cell,
            ...(table.bonus === undefined ? {} : { bonusApart: true }),
          });
      }
    }
  }

  /** Ranks and bands typed below a bảng ngang. */
  addTypedResults(table: CrossTable, unit: number, places: Places): void {
    const column = places.verified ?? places.self;
    if (column === undefined) return;
    for (const { row, kind } of table.resultRows) {
      const cell = table.grid.at(row, column);
      if (!isEmpty(cell)) this.typed.push({ kind, source: null, unit, at: { sheet: table.sheet, row, column }, cell });
    }
  }

  /** One unit's row of a matrix: its cells are points. */
  addMatrixRow(table: MatrixTable, row: number, unit: number, index: SetIndex, titled: 'self' | 'verified'): void {
    const { grid, pointColumns } = table;
    const cellOf = (column: number): { cell: Cell; at: CellRef } => ({
      cell: grid.at(row, column),
      at: { sheet: table.sheet, row, column },
    });
    const sourceOf = (column: number): 'self' | 'verified' => pointColumns[column] ?? titled;
    // One header twice is two columns; Tự chấm and Thẩm định of one indicator are read as one.
    const parts: { indicator: number; columns: number[] }[] = [];
    for (const [key, indicator] of Object.entries(table.indicatorColumns)) {
      const column = Number(key);
      const part = parts.find(
        (one) => one.indicator === indicator && one.columns.every((other) => sourceOf(other) !== sourceOf(column)),
      );
      if (part === undefined) parts.push({ indicator, columns: [column] });
      else part.columns.push(column);
    }
    const sources = new Set(parts.flatMap(({ columns }) => columns.map(sourceOf)));
    for (const { indicator, columns } of parts) {
      const inputs = inputsAt(Object.fromEntries(columns.map((column) => [sourceOf(column), column])));
      const code = { column: columns[0] ?? table.left, row: table.headerBottom };
      this.keep(new EntrySource(table.index, grid, inputs, code), { unit, row, indicator }, index, false);
    }
    for (const [key, what] of Object.entries(table.sumColumns)) {
      const { cell, at } = cellOf(Number(key));
      const source = sourceOf(Number(key));
      if (isEmpty(cell) || !sources.has(source)) continue;
      this.typed.push(
        what === 'total'
          ? { kind: 'total', source, unit, at, cell }
          : { kind: 'pillar', source, unit, pillars: [what], at, cell },
      );
    }
    for (const kind of ['rank', 'band'] as const) {
      const column = table.columns[kind];
      if (column === undefined) continue;
      const { cell, at } = cellOf(column);
      if (!isEmpty(cell)) this.typed.push({ kind, source: null, unit, at, cell });
    }
  }

  /** The row of maxima of a matrix, where another set holds. */
  addStatedMaxima(table: MatrixTable, row: number, index: SetIndex): void {
    for (const [key, indicator] of Object.entries(table.indicatorColumns)) {
      const column = Number(key);
      const at = { sheet: table.sheet, row, column };
      this.statedMaxima.push({ at, cell: table.grid.at(row, column), set: index.place, indicator, unit: null });
    }
  }
}
