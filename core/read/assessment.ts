/** The assessment: what `read` understood of a workbook. Every value keeps its cell; nothing is dropped in silence. */
import type { Exact } from '../exact/exact.ts';
import type { FigureName, IndexSet } from '../framework/framework.ts';
import type { CheckId } from '../messages/check-ids.ts';
import type { Language, Message } from '../messages/message.ts';
import type { Cell } from '../workbook/cell.ts';
import type { Area, CellRef, Picture } from '../workbook/picture.ts';
import type { HeldSettings, PointSource } from './settings/held.ts';
import type { SettingKey } from './settings/keys.ts';

export type { CellRef } from '../workbook/picture.ts';
export type { Band, BandCondition, BandQuota, PointSource } from './settings/held.ts';

/** The settings that hold for a workbook. */
export interface Settings extends HeldSettings {
  /** Where each key's value stands, by key as docs/contract.md#settings writes it; empty without a settings sheet. */
  at: Partial<Record<SettingKey, CellRef>>;
}

/** Why a value is there but does not count, in the order of docs/contract.md#checks: the first that applies. */
export type ReadingProblem =
  | 'error-cell'
  | 'uncalculated'
  | 'date'
  | 'ambiguous-number'
  | 'not-a-number'
  | 'negative'
  | 'part-exceeds-whole'
  | 'percent-scale'
  | 'choice-unknown'
  | 'above-maximum';

export type InputColumn = FigureName | 'choice' | 'self' | 'verified';

/** All input columns, figures first. */
export const INPUT_COLUMNS: readonly InputColumn[] = ['a', 'b', 'c', 'd', 'choice', 'self', 'verified'];

/** One input cell, read. `value`/`labels` are set only when the reading is certain or one reading was taken. */
export interface Reading {
  column: InputColumn;
  at: CellRef;
  cell: Cell;
  value: Exact | null;
  /** Lựa chọn: the rule's own labels that were chosen; 'not-applicable' stands for Không áp dụng. */
  labels: string[] | 'not-applicable' | null;
  /** null = fine or merely empty. */
  problem: ReadingProblem | null;
  /** Both readings of an ambiguous number or percentage, canonical decimal texts; `taken` = the one that counts. */
  candidates?: { decimal: string }[];
  taken?: { decimal: string };
  /** A number stored as text, read without doubt. */
  textNumber?: true;
  /** Points of several people, of which `value` is the mean; `at` and `cell` are the first one's. */
  of?: { value: Exact; at: CellRef }[];
  empty: boolean;
}

/** Readings by column: to be asked for by name, never listed (core/read/entries/stored-entry.ts makes them when asked). */
export type Readings = Partial<Record<InputColumn, Reading>>;

/** By a name that is not known beforehand an object finds its properties slowly, and each input of each entry is asked for. */
export function readingOf(readings: Readings, column: InputColumn): Reading | undefined {
  switch (column) {
    case 'a':
      return readings.a;
    case 'b':
      return readings.b;
    case 'c':
      return readings.c;
    case 'd':
      return readings.d;
    case 'choice':
      return readings.choice;
    case 'self':
      return readings.self;
    case 'verified':
      return readings.verified;
  }
}

/** @returns whether any of the readings is not empty. */
export function saysAnything(readings: Readings): boolean {
  return INPUT_COLUMNS.some((column) => readings[column]?.empty === false);
}

/** One unit × indicator in the data. Columns the table does not have are absent. */
export interface Entry {
  unit: number;
  indicator: number;
  table: number;
  row: number;
  /** Cell of the code (forms, long tables) or the column's header (matrix). */
  codeAt: CellRef;
  readings: Readings;
  /** Whether no reading has a problem, was a text, or could be read in two ways; absent where nobody has looked. */
  readonly unremarkable?: boolean;
  /** Columns in which another row for the same unit, indicator and period says something different: none of them is certain. */
  disputed?: InputColumn[];
}

export interface Unit {
  index: number;
  /** Blanks cleaned, NFC. */
  name: string;
  code: string | null;
  /** Index into Assessment.groups. */
  group: number;
  ranked: boolean;
  /** In the unit list; null where there is no list. */
  listedAt: CellRef | null;
  /** First name cell in the data. */
  dataAt: CellRef | null;
  previousPoints: Exact | null;
  previousRank: number | null;
}

/** A ranking group: units ranked against one another on one index set. */
export interface Group {
  index: number;
  name: string;
  /** Index into Assessment.sets. */
  set: number;
  units: number[];
}

export type TableKind = 'set' | 'units' | 'form' | 'long' | 'matrix' | 'cross' | 'settings';

/** Bảng ngang: a column of a unit's points. `source`: what its header says they are, null where it says nothing. */
export interface CrossColumn {
  column: number;
  name: string;
  /** The cell that names the unit. */
  at: CellRef;
  source: 'self' | 'verified' | null;
}

/** Column roles (docs/contract.md#header-words). `a` … `d`, `choice`, `self`, `verified` are the value columns. */
export type ColumnRole =
  | 'order'
  | 'code'
  | 'name'
  | 'maximum'
  | 'rule'
  | 'description'
  | 'labelA'
  | 'labelB'
  | 'labelC'
  | 'labelD'
  | 'notArising'
  | 'evidenceRequired'
  | 'appliesTo'
  | 'group'
  | 'basis'
  | 'unit'
  | 'unitCode'
  | 'ranked'
  | 'previousPoints'
  | 'previousRank'
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'choice'
  | 'self'
  | 'verified'
  | 'reason'
  | 'evidence'
  | 'note'
  | 'period'
  | 'difference'
  | 'status'
  | 'total'
  | 'rank'
  | 'band';

/** Điểm thưởng tối đa of an index set, and the columns of bonus points beside its scores. */
export interface BonusColumns {
  maximum: number;
  self?: number;
  verified?: number;
}

/** A table found in a sheet. Rows inclusive, 0-based. */
export interface Table {
  index: number;
  kind: TableKind;
  sheet: number;
  /** Header rows, without the index row. */
  headerTop: number;
  headerBottom: number;
  firstRow: number;
  lastRow: number;
  /** Leftmost and rightmost column of its header. */
  left: number;
  right: number;
  columns: Partial<Record<ColumnRole, number>>;
  /** Columns of several people whose points are averaged; the first of them stands in `columns`, too. */
  judges?: Partial<Record<'self' | 'verified', readonly number[]>>;
  /** Points beside the maxima and scores that are outside Tổng điểm, each within its own maximum. */
  bonus?: BonusColumns;
  /** Header texts by column, as people read them. */
  headers: Record<number, string>;
  /** Index into Assessment.sets, null where undecided or not a data table. */
  set: number | null;
  /** Rows that were read as data (or index-set rows). */
  dataRows: readonly number[];
  /** Matrix only: indicator index (in its set) by column; typed sums by column: 'total', or a pillar's code. */
  indicatorColumns?: Record<number, number>;
  sumColumns?: Record<number, string>;
  /** Bảng ngang only, from the left. */
  unitColumns?: readonly CrossColumn[];
}

/** Checks of what could not be read, which hold units up. */
export type BlockingId = 'column.unread' | 'column.several' | 'row.unread' | 'unit.duplicate' | 'unit.unknown';

interface Noticed {
  at: CellRef | null;
  unit?: number;
  indicator?: { set: number; index: number };
  /** Variant of the message where a check has several. */
  variant?: string;
  args?: Message['args'];
  /** Safe repair: new content of cells. */
  repair?: { at: CellRef; value: string | number; format?: string }[];
  /** What a person has to choose between: headers that claim one role. */
  choices?: string[];
}

/** Something the reader noticed that a check turns into a finding: `kind` is the check's id, `args` fill its message. */
export type Remark = Noticed &
  (
    | { kind: CheckId; blocks?: undefined }
    // Units that have no points as long as this holds; a waiver of its finding lets them count.
    | { kind: BlockingId; blocks?: number[] }
  );

/** A figure, sum, rank or band a person typed that is compared with ours (points.total-differs), never added. */
export interface TypedFigure {
  kind: 'total' | 'pillar' | 'rank' | 'band';
  source: PointSource | null;
  unit: number | null;
  /** The pillars whose points it sums. */
  pillars?: string[];
  /** A sum of the scores alone: the bonus points beside them have a column of their own. */
  bonusApart?: true;
  at: CellRef;
  cell: Cell;
}

/** A table as it was recognised; `area` without the rows after its last one. */
export interface Recognised {
  kind: TableKind;
  sheet: number;
  area: Area;
  /** The set's title, or its place where it has none. */
  set: string | null;
  units: number;
  indicators: number;
  /** Header cells. */
  columns: Partial<Record<ColumnRole, CellRef>>;
  /** Header cells that nothing claims, over figures. */
  unread: CellRef[];
  /** own: our sheet · hidden: data on a hidden sheet · period: all of another period. */
  skipped: 'own' | 'hidden' | 'period' | null;
}

export interface Waiver {
  check: string;
  unit: string;
  indicator: string;
  column: string;
  value: string;
  by: string;
  reason: string;
}

export interface Assessment {
  picture: Picture;
  language: Language;
  settings: Settings;
  sets: IndexSet[];
  groups: Group[];
  units: Unit[];
  tables: Table[];
  entries: Entry[];
  /** Period that counts, as people wrote it; null where the data has none. */
  period: string | null;
  /** All periods that the data name, as written. */
  periods: string[];
  /** The period before it in the same workbook, from which previous points and ranks are worked out; null: none, or people typed them. */
  periodBefore: string | null;
  /** Maximum stated in a form's row or a matrix, beside the set's own: for row.maximum-differs. */
  statedMaxima: { at: CellRef; cell: Cell; set: number; indicator: number; unit: number | null }[];
  typed: TypedFigure[];
  remarks: Remark[];
  waivers: Waiver[];
  recognised: Recognised[];
  /** Whether any unit list was found. */
  listed: boolean;
}
