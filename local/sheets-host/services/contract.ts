/** What passes between Node and the services in the vm, as JSON. */
import type { Cell } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import type { CellStyle } from '#core/workbook/plan';

/** Methods: name → lists of parameter types; a property has none. */
export interface Signatures {
  interfaces: Record<string, Record<string, string[][]>>;
  enums: Record<string, string[]>;
  aliases: Record<string, string>;
}

export interface CellState {
  cell: Cell;
  /** Text of a formula, where it is known. */
  formula?: string;
  format?: string;
  look?: Omit<CellStyle, 'format'>;
  link?: string;
  note?: string;
  /** Not editable for this person. */
}

export interface ChartState {
  title: string;
  /** Areas of its ranges. */
  ranges: Area[];
  row: number;
  column: number;
  options: Record<string, unknown>;
}

export interface ProtectionState {
  /** null: the whole sheet. */
  area: Area | null;
  warningOnly: boolean;
  canEdit: boolean;
}

/** A sheet; cells by row, from column A on. */
export interface SheetState {
  name: string;
  hidden: boolean;
  rows: { index: number; cells: (CellState | null)[] }[];
  merges: Area[];
  maxRows?: number;
  maxColumns?: number;
  frozen?: { rows: number; columns: number };
  filter?: { area: Area; criteria: number[] } | null;
  charts?: ChartState[];
  protections?: ProtectionState[];
  /** Areas whose rules refuse every value that a script enters. */
  refusing?: Area[];
  widths?: number[];
  heights?: Record<number, number>;
  hiddenRows?: number[];
  hiddenColumns?: number[];
  tabColor?: string | null;
  /** A chart or a connected table on a sheet of its own. */
  isObject?: boolean;
  id?: number;
  selection?: string;
}

export interface BookState {
  locale: string;
  timeZone: string;
  sheets: SheetState[];
  active: string;
}

export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** A service call that fails. `at`: which one of the run, from 1; or `method`: every call of it, as often as `times` says. */
export interface Fault {
  at?: number;
  method?: string;
  times?: number;
  when: 'before' | 'after';
  text?: string;
}

export interface Conditions {
  authMode: AuthMode;
  /** Scopes that the manifest declares and the person granted. */
  granted: string[];
  declared: string[];
  /** Language of Google's own texts: they are never to be told by. */
  language: 'en' | 'vi' | 'other';
  lockBusy: boolean;
  /** No document behind the script: no lock, no document cache. */
  noDocument: boolean;
  /** The person may only look. */
  viewer: boolean;
  /** What the person answers a question. */
  answer: 'YES' | 'NO';
  faults: Fault[];
  /** Milliseconds that each service call takes on the clock; a handle takes none. */
  latency: number;
  /** One service call that takes much longer. */
  stall: { at: number; milliseconds: number } | null;
  /** ISO time at which a run starts. */
  now: string;
  /** Sheets that somebody else edits after the given number of service calls; one that is not there is made. `row` -1: left empty. */
  meanwhile: { at: number; sheet: string; row: number; column: number; value: string | number }[];
}

/** What a call of a top-level function came to. */
export interface Outcome {
  /** JSON of the result; null where Google would carry null. */
  result: unknown;
  /** Text of an exception that nobody caught. */
  thrown: string | null;
  /** The run ended at Google's consent screen. */
  consent: boolean;
  calls: Record<string, number>;
  /** Calls that may fail; builders of texts and charts stay on the script's side. */
  total: number;
  /** Of those the ones that ask or tell the spreadsheet something, or another service: each takes its time. */
  service: number;
  local: number;
  dialogs: string[];
  menus: string[][];
  sidebars: string[];
  lockHeld: boolean;
  /** Milliseconds on the clock. */
  elapsed: number;
}
