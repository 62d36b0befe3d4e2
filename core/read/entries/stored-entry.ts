/**
 * Entries, and what was read of their cells in columns: a workbook of the whole country has a million input cells. Of most only a number, a
 * label or nothing is kept, and whether it counts; a Reading with its cell and place is made when somebody asks for it.
 */
import type { Exact } from '../../exact/exact.ts';
import type { Cell } from '../../workbook/cell.ts';
import type { CellRef, Entry, InputColumn, Reading, ReadingProblem, Readings } from '../assessment.ts';
import type { Grid } from '../cells/grid.ts';

/** An input column and where it stands; `several`: one of several people's columns was read, each row its own. */
export interface Input {
  name: InputColumn;
  column: number;
  several: boolean;
}

/** What entries of a table share: where their inputs and their codes stand. */
export interface EntrySource {
  /** Index into Assessment.tables. */
  table: number;
  grid: Grid;
  inputs: readonly Input[];
  /** The column of the code, and its row where that is not the entry's own. */
  code: { column: number; row: number | null };
}

/** What was read of the inputs of all entries, one entry's after the other's. */
export class ReadingStore {
  private readonly values: (Exact | null)[] = [];
  private readonly labels = new Map<number, Reading['labels']>();
  private readonly states: (ReadingProblem | 'empty' | null)[] = [];
  /** Readings of which there is more to say, whole. */
  private readonly whole = new Map<number, Reading>();

  /** @param readings those of the source's inputs; absent: empty. @returns the place of the first. */
  keep({ inputs }: EntrySource, readings: Readings): number {
    const first = this.values.length;
    for (const { name, several } of inputs) {
      const reading = readings[name];
      if (reading === undefined) {
        this.values.push(null);
        this.states.push('empty');
        continue;
      }
      const { value, labels, empty, problem, candidates, textNumber, of } = reading;
      if (several || candidates !== undefined || textNumber !== undefined || of !== undefined)
        this.whole.set(this.values.length, reading);
      if (labels !== null) this.labels.set(this.values.length, labels);
      this.values.push(value);
      this.states.push(empty ? 'empty' : problem);
    }
    return first;
  }

  /** @returns a reading that was kept whole. */
  wholeAt(place: number): Reading | undefined {
    return this.whole.size === 0 ? undefined : this.whole.get(place);
  }

  valueAt(place: number): Exact | null {
    return this.values[place] ?? null;
  }

  labelsAt(place: number): Reading['labels'] {
    return this.labels.get(place) ?? null;
  }

  stateAt(place: number): ReadingProblem | 'empty' | null {
    return this.states[place] ?? null;
  }
}

/** A reading looked up in the store: its cell and its place are those of its row and column. */
class StoredReading implements Reading {
  constructor(
    private readonly store: ReadingStore,
    private readonly place: number,
    private readonly input: Input,
    private readonly grid: Grid,
    private readonly row: number,
  ) {}

  get column(): InputColumn {
    return this.input.name;
  }

  get at(): CellRef {
    return { sheet: this.grid.sheet, row: this.row, column: this.input.column };
  }

  get cell(): Cell {
    return this.grid.at(this.row, this.input.column);
  }

  get value(): Exact | null {
    return this.store.valueAt(this.place);
  }

  get labels(): Reading['labels'] {
    return this.store.labelsAt(this.place);
  }

  get empty(): boolean {
    return this.store.stateAt(this.place) === 'empty';
  }

  get problem(): ReadingProblem | null {
    const state = this.store.stateAt(this.place);
    return state === 'empty' ? null : state;
  }
}

/** The readings of one entry, each looked up by its name. */
class StoredReadings implements Readings {
  constructor(private readonly entry: StoredEntry) {}

  get a(): Reading | undefined {
    return this.entry.reading('a');
  }

  get b(): Reading | undefined {
    return this.entry.reading('b');
  }

  get c(): Reading | undefined {
    return this.entry.reading('c');
  }

  get d(): Reading | undefined {
    return this.entry.reading('d');
  }

  get choice(): Reading | undefined {
    return this.entry.reading('choice');
  }

  get self(): Reading | undefined {
    return this.entry.reading('self');
  }

  get verified(): Reading | undefined {
    return this.entry.reading('verified');
  }
}

/** An entry whose readings stand in the store from the place `first` on. */
export class StoredEntry implements Entry {
  disputed: InputColumn[] | undefined = undefined;

  constructor(
    readonly unit: number,
    readonly indicator: number,
    readonly row: number,
    private readonly source: EntrySource,
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
    for (let place = this.first; place < this.first + this.source.inputs.length; place += 1) {
      const state = this.store.stateAt(place);
      if ((state !== null && state !== 'empty') || this.store.wholeAt(place) !== undefined) return false;
    }
    return true;
  }

  /** @returns what was read of an input; undefined where the table has no such column. */
  reading(name: InputColumn): Reading | undefined {
    const { inputs, grid } = this.source;
    for (let place = 0; place < inputs.length; place += 1) {
      const input = inputs[place];
      if (input?.name !== name) continue;
      const at = this.first + place;
      return this.store.wholeAt(at) ?? new StoredReading(this.store, at, input, grid, this.row);
    }
    return undefined;
  }
}
