/**
 * Entries, and what was read of their cells in columns: a workbook of the whole country has a million input cells. Of most only a number, a
 * label or nothing is kept, and whether it counts; a Reading with its cell and place is made when somebody asks for it.
 */
import type { Exact } from '../../exact/exact.ts';
import type { Cell } from '../../workbook/cell.ts';
import {
  readingOf,
  type CellRef,
  type Entry,
  type InputColumn,
  type Reading,
  type ReadingProblem,
  type Readings,
} from '../assessment.ts';
import type { Grid } from '../cells/grid.ts';

/** An input column and where it stands; `several`: one of several people's columns was read, each row its own. */
export interface Input {
  name: InputColumn;
  column: number;
  several: boolean;
}

/** What entries of a table share: where their inputs and their codes stand. */
export class EntrySource {
  /** By name the place among the inputs; absent: the table has no such column. */
  readonly placeOf: Readonly<Record<InputColumn, number | undefined>>;

  /**
   * @param table index into Assessment.tables.
   * @param code the column of the code, and its row where that is not the entry's own.
   */
  constructor(
    readonly table: number,
    readonly grid: Grid,
    readonly inputs: readonly Input[],
    readonly code: { column: number; row: number | null },
  ) {
    const place = (wanted: InputColumn): number | undefined => {
      const found = inputs.findIndex(({ name }) => name === wanted);
      return found < 0 ? undefined : found;
    };
    this.placeOf = {
      a: place('a'),
      b: place('b'),
      c: place('c'),
      d: place('d'),
      choice: place('choice'),
      self: place('self'),
      verified: place('verified'),
    };
  }
}

/** The states of readings, each by its number in the store. */
const STATES: readonly (ReadingProblem | 'empty' | null)[] = [
  null,
  'empty',
  'error-cell',
  'uncalculated',
  'date',
  'ambiguous-number',
  'not-a-number',
  'negative',
  'part-exceeds-whole',
  'percent-scale',
  'choice-unknown',
  'above-maximum',
];
const FINE = 0;
const EMPTY = 1;
const NUMBERS = new Map(STATES.map((state, number) => [state, number]));
/** Beside a state: there is more to say of the reading, and it is kept whole. */
const WHOLE = 0x80;

/** What was read of the inputs of all entries, one entry's after the other's. */
export class ReadingStore {
  private readonly values: (Exact | null)[] = [];
  private states = new Uint8Array(1024);
  private readonly whole = new Map<number, Reading>();

  private push(value: Exact | null, state: number): void {
    const place = this.values.push(value) - 1;
    if (place === this.states.length) {
      const longer = new Uint8Array(2 * place);
      longer.set(this.states);
      this.states = longer;
    }
    this.states[place] = state;
  }

  /** @param readings those of the source's inputs; absent: empty. @returns the place of the first. */
  keep({ inputs }: EntrySource, readings: Readings): number {
    const first = this.values.length;
    for (const { name, several } of inputs) {
      const reading = readingOf(readings, name);
      if (reading === undefined) {
        this.push(null, EMPTY);
        continue;
      }
      const { value, empty, problem, candidates, textNumber, of } = reading;
      let state = empty ? EMPTY : problem === null ? FINE : (NUMBERS.get(problem) ?? FINE);
      if (several || candidates !== undefined || textNumber !== undefined || of !== undefined) {
        this.whole.set(this.values.length, reading);
        state |= WHOLE;
      }
      this.push(value, state);
    }
    return first;
  }

  /** @returns a reading that was kept whole. */
  wholeAt(place: number): Reading | undefined {
    return ((this.states[place] ?? FINE) & WHOLE) === 0 ? undefined : this.whole.get(place);
  }

  valueAt(place: number): Exact | null {
    return this.values[place] ?? null;
  }

  isEmptyAt(place: number): boolean {
    return this.states[place] === EMPTY;
  }

  problemAt(place: number): ReadingProblem | null {
    const state = STATES[this.states[place] ?? FINE] ?? null;
    return state === 'empty' ? null : state;
  }

  /** @returns whether nothing is to be said of any of so many readings. */
  isPlain(first: number, count: number): boolean {
    for (let place = first; place < first + count; place += 1) if ((this.states[place] ?? FINE) > EMPTY) return false;
    return true;
  }
}

/** A reading looked up in the store: its cell and its place are those of its row and column. */
class StoredReading implements Reading {
  constructor(
    private readonly store: ReadingStore,
    private readonly place: number,
    private readonly input: Input,
    private readonly entry: StoredEntry,
  ) {}

  get column(): InputColumn {
    return this.input.name;
  }

  get at(): CellRef {
    return { sheet: this.entry.source.grid.sheet, row: this.entry.row, column: this.input.column };
  }

  get cell(): Cell {
    return this.entry.source.grid.at(this.entry.row, this.input.column);
  }

  get value(): Exact | null {
    return this.store.valueAt(this.place);
  }

  get labels(): Reading['labels'] {
    return this.input.name === 'choice' ? this.entry.labels : null;
  }

  get empty(): boolean {
    return this.store.isEmptyAt(this.place);
  }

  get problem(): ReadingProblem | null {
    return this.store.problemAt(this.place);
  }
}

/** The readings of one entry, each looked up by its name. */
class StoredReadings implements Readings {
  constructor(private readonly entry: StoredEntry) {}

  get a(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.a);
  }

  get b(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.b);
  }

  get c(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.c);
  }

  get d(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.d);
  }

  get choice(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.choice);
  }

  get self(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.self);
  }

  get verified(): Reading | undefined {
    return this.entry.readingAt(this.entry.source.placeOf.verified);
  }
}

/** An entry whose readings stand in the store from the place `first` on. */
export class StoredEntry implements Entry {
  disputed: InputColumn[] | undefined = undefined;

  /** @param labels those of its choice. */
  constructor(
    readonly unit: number,
    readonly indicator: number,
    readonly row: number,
    readonly source: EntrySource,
    readonly labels: Reading['labels'],
    private readonly store: ReadingStore,
    private readonly first: number,
  ) {}

  get table(): number {
    return this.source.table;
  }

  get codeAt(): CellRef {
    const { grid, code } = this.source;
    return { sheet: grid.sheet, row: code.row ?? this.row, column: code.column };
  }

  get readings(): Readings {
    return new StoredReadings(this);
  }

  /** Asked of every entry by the checks: no reading is made for it. */
  get unremarkable(): boolean {
    return this.store.isPlain(this.first, this.source.inputs.length);
  }

  /** @returns what was read of the input at a place among the source's; undefined where the table has no such column. */
  readingAt(place: number | undefined): Reading | undefined {
    const input = place === undefined ? undefined : this.source.inputs[place];
    if (input === undefined || place === undefined) return undefined;
    const at = this.first + place;
    return this.store.wholeAt(at) ?? new StoredReading(this.store, at, input, this);
  }
}
