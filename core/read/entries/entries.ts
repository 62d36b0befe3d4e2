/** From data tables to entries: one unit × indicator each, with its readings; what fits nowhere becomes a remark. */
import { ceilingOf } from '../../framework/rules/index.ts';
import { kindOf } from '../../workbook/cell.ts';
import { clean } from '../../workbook/text.ts';
import type { Assessment, CellRef, Readings, Settings, TypedFigure } from '../assessment.ts';
import { bonusCode } from '../sets/bonus.ts';
import { codeAt } from '../tables/child-codes.ts';
import { readCode, shownText } from '../cells/codes.ts';
import type { CrossTable, FormTable, FoundTable, LongTable, MatrixTable } from '../tables/found-table.ts';
import type { Places } from '../units/owned.ts';
import { groupSums, setGroups, type GroupedRow } from './group-rows.ts';
import { entryContext, type EntryContext } from './inputs.ts';
import { differing } from './repeated.ts';
import { readingsAt, withMeans } from './row-readings.ts';
import { bonusSource, matrixSource, placesOf, sourceOf } from './sources.ts';
import { ReadingStore, StoredEntry, type EntrySource } from './stored-entry.ts';
import { indicatorFor, isSumCode, type SetIndex } from '../sets/set-index.ts';
import { mendEaten } from '../sets/sets.ts';
import { figureOf } from '../cells/summaries.ts';
import { typedInRow, typedPillars, typedResults, typedTotals } from './typed.ts';
import { hasFigures, unreadRow } from '../unread/rows.ts';

type Result = Pick<Assessment, 'entries' | 'statedMaxima' | 'typed' | 'remarks'>;

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
  private readonly sources = new Map<FoundTable, EntrySource>();

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

  /** That of a table whose units all have the same columns. */
  private sourceOf(table: FormTable | LongTable | CrossTable, places: Places): EntrySource {
    const known = this.sources.get(table);
    if (known !== undefined) return known;
    const source = sourceOf(table, places);
    this.sources.set(table, source);
    return source;
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
    const source = options.places === undefined ? this.sourceOf(table, places) : sourceOf(table, places);
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
      for (const { row, pillars } of groupSums(table, coded, index))
        this.typed.push(...typedPillars(table, row, unit, pillars, places));
    mendEaten(coded, placeOf, said ? [] : this.remarks);
    for (const item of coded) {
      const { row, code, eaten, error, group } = item;
      if (eaten || error) continue;
      const indicator = indicatorFor(index, code, group);
      if (indicator === undefined) {
        if (isSumCode(index.set, code) || isSumCode(index.set, `${group}.${code}`))
          this.typed.push(...typedPillars(table, row, unit, [code], places));
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
      this.addBonus(table, source, { row, unit, indicator }, index, options.quiet);
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
    beside: EntrySource,
    { row, unit, indicator: base }: { row: number; unit: number; indicator: number },
    index: SetIndex,
    quiet: boolean,
  ): void {
    const source = bonusSource(table, beside);
    if (source === null) return;
    const indicator = index.byCode.get(bonusCode(index.set.indicators[base]?.code ?? '').toUpperCase());
    if (indicator !== undefined) {
      this.keep(source, { row, unit, indicator }, index, quiet);
      return;
    }
    const given = source.inputs
      .map(({ column }) => column)
      .filter((column) => (figureOf(table.grid.at(row, column)) ?? 0) !== 0);
    if (given.length > 0) this.remarks.push(...unreadRow(table, row, unit, given));
  }

  /** The Tổng row of a form. */
  addTypedTotals(table: FormTable | CrossTable, unit: number, places: Places = placesOf(table)): void {
    this.typed.push(...typedTotals(table, unit, places));
  }

  /** Ranks and bands typed below a bảng ngang. */
  addTypedResults(table: CrossTable, unit: number, places: Places): void {
    this.typed.push(...typedResults(table, unit, places));
  }
  /** The units' rows of a matrix: their cells are points. */
  addMatrixRows(
    table: MatrixTable,
    rows: readonly { row: number; unit: number }[],
    index: SetIndex,
    titled: 'self' | 'verified',
  ): void {
    const shared = matrixSource(table, titled);
    for (const { row, unit } of rows) {
      for (const { indicator, source } of shared.parts) this.keep(source, { unit, row, indicator }, index, false);
      this.typed.push(...typedInRow(table, row, unit, shared));
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
