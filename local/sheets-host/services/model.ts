/** The spreadsheet as Google keeps it: cells with a value, a formula, a format and a look; sheets with what lies around the cells. */
import { isDateFormat } from '#core/workbook/cell';
import type { Area } from '#core/workbook/picture';
import type { CellStyle } from '#core/workbook/plan';
import { areaFromA1, columnLetters } from '#core/workbook/address';
import type { ChartState, ProtectionState } from './contract.ts';

export type Look = Readonly<Omit<CellStyle, 'format'>>;

/** 'error': a text that is an error value · 'other': a picture. */
export interface Stored {
  value: number | string | boolean | null;
  kind?: 'error' | 'other';
  formula?: string;
  format: string;
  look: Look;
  link?: string;
  note?: string;
}

export const PLAIN: Look = Object.freeze({});

/** Looks are shared: a sheet of a million cells has a dozen of them. */
const shared = new Map<string, Look>();
const steps = new WeakMap<Look, Map<string, Look>>();

/** @returns the look with one property set, or taken away (undefined). */
export function withLook<P extends keyof Look>(look: Look, property: P, value: Look[P] | undefined): Look {
  let known = steps.get(look);
  if (known === undefined) steps.set(look, (known = new Map()));
  const step = `${property}=${String(value)}`;
  const there = known.get(step);
  if (there !== undefined) return there;
  const made: Record<string, unknown> = { ...look };
  if (value === undefined) delete made[property];
  else made[property] = value;
  const key = JSON.stringify(Object.entries(made).sort((x, y) => (x[0] < y[0] ? -1 : 1)));
  let one = shared.get(key);
  if (one === undefined) shared.set(key, (one = key === '[]' ? PLAIN : Object.freeze(made)));
  known.set(step, one);
  return one;
}

/** Reads back for a cell without a format of its own. */
export const DEFAULT_FORMAT = '0.###############';

export class SheetModel {
  readonly id: number;
  name: string;
  hidden = false;
  isObject = false;
  maxRows = 1_000;
  maxColumns = 26;
  rows: (Stored | undefined)[][] = [];
  merges: Area[] = [];
  frozen = { rows: 0, columns: 0 };
  filter: { area: Area; criteria: Set<number> } | null = null;
  charts: (ChartState & { id: number })[] = [];
  protections: ProtectionState[] = [];
  refusing: Area[] = [];
  widths = new Map<number, number>();
  heights = new Map<number, number>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();
  tabColor: string | null = null;
  selection = 'A1';
  isDeleted = false;

  constructor(id: number, name: string) {
    this.id = id;
    this.name = name;
  }

  at(row: number, column: number): Stored | undefined {
    return this.rows[row]?.[column];
  }

  make(row: number, column: number): Stored {
    const line = (this.rows[row] ??= []);
    return (line[column] ??= { value: null, format: '', look: PLAIN });
  }

  /** Last row and column with content, 0 where there is none. */
  extent(): { rows: number; columns: number } {
    let rows = 0;
    let columns = 0;
    this.rows.forEach((line, row) =>
      line?.forEach((cell, column) => {
        if (cell === undefined || (cell.value === null && cell.formula === undefined && cell.kind === undefined))
          return;
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
      }),
    );
    return { rows, columns };
  }

  /** Cuts everything at and beyond a row or column that is gone. */
  cut(rows: number, columns: number): void {
    this.maxRows = rows;
    this.maxColumns = columns;
    if (this.rows.length > rows) this.rows.length = rows;
    for (const line of this.rows) if (line !== undefined && line.length > columns) line.length = columns;
    this.merges = this.merges.filter((area) => area.bottom < rows && area.right < columns);
    if (this.filter !== null && (this.filter.area.bottom >= rows || this.filter.area.right >= columns)) {
      const { area, criteria } = this.filter;
      const bottom = Math.min(area.bottom, rows - 1);
      this.filter = { area: { ...area, bottom, right: Math.min(area.right, columns - 1) }, criteria };
    }
  }
}

export class BookModel {
  sheets: SheetModel[] = [];
  active: SheetModel | null = null;
  locale = 'vi_VN';
  timeZone = 'Asia/Ho_Chi_Minh';
  private nextId = 0;

  add(name: string, index = this.sheets.length): SheetModel {
    const sheet = new SheetModel(this.nextId, name);
    this.nextId = this.nextId === 0 ? 1_204_817 : this.nextId * 3 + 7;
    this.sheets.splice(index, 0, sheet);
    return sheet;
  }

  find(name: string): SheetModel | null {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  /** Formulas that point at a deleted sheet are broken for good. */
  remove(sheet: SheetModel): void {
    this.sheets = this.sheets.filter((one) => one !== sheet);
    sheet.isDeleted = true;
    const quoted = `'${sheet.name.replaceAll("'", "''")}'!`;
    for (const other of this.sheets)
      for (const line of other.rows)
        for (const cell of line ?? [])
          if (cell?.formula !== undefined && (cell.formula.includes(quoted) || cell.formula.includes(`${sheet.name}!`)))
            cell.formula = '=#REF!';
  }

  cells(): number {
    return this.sheets.reduce((total, sheet) => total + sheet.maxRows * sheet.maxColumns, 0);
  }

  /** SUBTOTAL(3; …): filled cells but those in rows that a filter hides. */
  private shownCount(name: string, address: string): Pick<Stored, 'value' | 'kind'> {
    const sheet = this.find(name);
    const area = areaFromA1(address);
    if (sheet === null || area === null) return { value: '#REF!', kind: 'error' };
    const isFiltered = sheet.filter !== null && sheet.filter.criteria.size > 0;
    let value = 0;
    for (let row = area.top; row <= area.bottom; row += 1) {
      if (isFiltered && sheet.hiddenRows.has(row)) continue;
      for (let column = area.left; column <= area.right; column += 1)
        if ((sheet.at(row, column)?.value ?? null) !== null) value += 1;
    }
    return { value };
  }

  /** What a cell comes to: a simple reference is followed, any other formula keeps its stored result. */
  result(cell: Stored | undefined, depth = 0): Stored | undefined {
    if (cell?.formula === undefined || depth > 20) return cell;
    if (cell.formula === '=#REF!') return { ...cell, value: '#REF!', kind: 'error' };
    const count = /^=SUBTOTAL\(3;'((?:[^']|'')+)'!([A-Z]+\d+:[A-Z]+\d+|[A-Z]+\d+)\)$/.exec(cell.formula);
    if (count !== null) return { ...cell, ...this.shownCount(count[1]!.replaceAll("''", "'"), count[2]!) };
    const match = /^='?((?:[^'!]|'')+?)'?!\$?([A-Z]+)\$?(\d+)$/.exec(cell.formula);
    if (match === null) return cell;
    const sheet = this.find(match[1]!.replaceAll("''", "'"));
    if (sheet === null) return { ...cell, value: '#REF!', kind: 'error' };
    let column = 0;
    for (const letter of match[2]!) column = column * 26 + letter.charCodeAt(0) - 64;
    const target = this.result(sheet.at(Number(match[3]) - 1, column - 1), depth + 1);
    return { ...cell, value: target?.value ?? '', ...(target?.kind === undefined ? {} : { kind: target.kind }) };
  }
}

export function isDateCell(cell: Stored): boolean {
  return typeof cell.value === 'number' && cell.format !== '' && isDateFormat(cell.format);
}

export function a1Of(area: Area): string {
  const first = `${columnLetters(area.left)}${area.top + 1}`;
  const last = `${columnLetters(area.right)}${area.bottom + 1}`;
  return first === last ? first : `${first}:${last}`;
}

export function overlaps(one: Area, other: Area): boolean {
  return one.top <= other.bottom && other.top <= one.bottom && one.left <= other.right && other.left <= one.right;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right
  );
}

const DAY = 86_400_000;
const EPOCH = 25_569;

function localParts(time: number, zone: string): number {
  const parts: Record<string, number> = {};
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  for (const { type, value } of format.formatToParts(time)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour % 24, minute, second);
}

/** @returns the instant at which clocks in the zone show the serial number. */
export function instantOf(serial: number, zone: string): number {
  const wanted = Math.round((serial - EPOCH) * DAY);
  let time = wanted;
  for (let round = 0; round < 3; round += 1)
    time += wanted - localParts(Math.floor(time / 1000) * 1000, zone) - (wanted % 1000 === 0 ? 0 : wanted % 1000);
  return time;
}

/** @returns a time as `yyyy-MM-dd'T'HH:mm:ssXXX` prints it in a zone. */
export function printInstant(time: number, zone: string): string {
  const local = localParts(Math.floor(time / 1000) * 1000, zone);
  const minutes = Math.round((local - Math.floor(time / 1000) * 1000) / 60_000);
  const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');
  const shift = minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  return `${new Date(local).toISOString().slice(0, 19)}${shift}`;
}
