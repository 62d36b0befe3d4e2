/** What Sheets makes of a value that a script enters, as if it were typed: by the spreadsheet's locale. */
import { isDateFormat } from '#core/workbook/cell';
import type { Stored } from './model.ts';

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERROR!']);
const DAY = 86_400_000;
const EPOCH = 25_569;

function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY + EPOCH : null;
}

function asDate(text: string, vietnamese: boolean): { value: number; format: string } | null {
  const found = (value: number | null): { value: number; format: string } | null =>
    value === null ? null : { value, format: vietnamese ? 'dd/mm/yyyy' : 'm/d/yyyy' };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return found(serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const full = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text);
  if (full !== null) {
    const [first, second] = [Number(full[1]), Number(full[2])];
    return found(serialOf(Number(full[3]), vietnamese ? second : first, vietnamese ? first : second));
  }
  const monthYear = /^(\d{1,2})\/(\d{4})$/.exec(text);
  if (monthYear !== null) return found(serialOf(Number(monthYear[2]), Number(monthYear[1]), 1));
  // Day and month without a year; whether vi_VN also takes "1.10" is open, so it does here.
  const short = (vietnamese ? /^(\d{1,2})[/.-](\d{1,2})$/ : /^(\d{1,2})[/-](\d{1,2})$/).exec(text);
  if (short === null) return null;
  const [first, second] = [Number(short[1]), Number(short[2])];
  return found(serialOf(2026, vietnamese ? second : first, vietnamese ? first : second));
}

function asNumber(text: string, vietnamese: boolean): { value: number; format?: string } | null {
  const bracket = /^\((.+)\)$/.exec(text);
  let bare = (bracket === null ? text : bracket[1]!).trim();
  const percent = bare.endsWith('%');
  if (percent) bare = bare.slice(0, -1).trim();
  const [decimal, thousand] = vietnamese ? [',', '.'] : ['.', ','];
  // A blank groups digits, however many.
  bare = bare.replace(/(\d) (?=\d)/g, '$1');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${thousand}\\d{3})+(\\${decimal}\\d+)?$`);
  if (grouped.test(bare)) bare = bare.split(thousand).join('');
  const plain = new RegExp(`^[+-]?(\\d+(\\${decimal}\\d*)?|\\${decimal}\\d+)(e[+-]?\\d+)?$`, 'i');
  if (!plain.test(bare)) return null;
  const value = Number(bare.replace(decimal, '.')) * (bracket === null ? 1 : -1) * (percent ? 0.01 : 1);
  return percent ? { value, format: /[.,]/.test(bare) ? '0.00%' : '0%' } : { value };
}

/** Enters a value into a cell. The text format keeps a text a text, but not one that begins with "=" (nor, for all we know, "+"). */
export function enter(cell: Stored, value: unknown, locale: string): void {
  delete cell.kind;
  delete cell.formula;
  delete cell.link;
  if (typeof value === 'number' || typeof value === 'boolean') {
    cell.value = value;
    return;
  }
  if (Object.prototype.toString.call(value) === '[object Date]') {
    cell.value = (value as Date).getTime() / DAY + EPOCH;
    if (cell.format === '') cell.format = 'dd/mm/yyyy';
    return;
  }
  const text = String(value);
  if (text === '') {
    cell.value = null;
    return;
  }
  if (/^[=+]/.test(text) && text.length > 1) {
    cell.formula = text.startsWith('=') ? text : `=${text}`;
    cell.value = '#ERROR!';
    cell.kind = 'error';
    return;
  }
  // Seen to be kept as well: what a product writes must be right either way.
  if (text.startsWith("'")) {
    cell.value = text.slice(1);
    return;
  }
  const vietnamese = locale.startsWith('vi');
  if (cell.format === '@') {
    cell.value = text;
    return;
  }
  if (ERRORS.has(text)) {
    cell.value = text;
    cell.kind = 'error';
    return;
  }
  if (/^(?:true|false)$/i.test(text)) {
    cell.value = text.toLowerCase() === 'true';
    return;
  }
  const number = asDate(text, vietnamese) ?? asNumber(text, vietnamese);
  cell.value = number === null ? text : number.value;
  if (number?.format !== undefined && cell.format === '') cell.format = number.format;
}

/** Day, month and year as the format orders them; that is all the stand-in shows of dates. */
function shownDate(serial: number, format: string): string {
  const date = new Date(Math.round((serial - EPOCH) * DAY));
  const two = (value: number): string => String(value).padStart(2, '0');
  const parts: Record<string, string> = {
    yyyy: String(date.getUTCFullYear()),
    mm: two(date.getUTCMonth() + 1),
    m: String(date.getUTCMonth() + 1),
    dd: two(date.getUTCDate()),
    d: String(date.getUTCDate()),
  };
  return format.replace(/yyyy|mm?|dd?/g, (part) => parts[part] ?? part);
}

/** @returns what a cell shows; formats that are more than digits keep their words around the number. */
export function shown(cell: Stored | undefined, locale: string): string {
  if (cell === undefined || cell.value === null) return '';
  if (typeof cell.value === 'boolean') return cell.value ? 'TRUE' : 'FALSE';
  if (typeof cell.value === 'string') return cell.value;
  if (isDateFormat(cell.format)) return shownDate(cell.value, cell.format);
  const code = cell.format.split(';')[0] ?? '';
  const match = /^((?:"[^"]*"|\\.|[^#0"\\])*)([#0,]*0?(?:\.([0#]+))?)(%?)((?:"[^"]*"|\\.|[^"\\])*)$/.exec(code);
  const words = (text: string): string => text.replace(/"([^"]*)"/g, '$1').replace(/\\(.)/g, '$1');
  const places = match?.[3]?.replace(/#/g, '').length ?? null;
  const scaled = match?.[4] === '%' ? cell.value * 100 : cell.value;
  let digits =
    match === null || code === '' || code === '@' || (places === null && !/0/.test(match[2] ?? ''))
      ? String(Number(scaled.toPrecision(15)))
      : scaled.toFixed(places ?? 0);
  if (locale.startsWith('vi')) digits = digits.replace('.', ',');
  return match === null || code === '' ? digits : `${words(match[1]!)}${digits}${match[4]!}${words(match[5]!)}`;
}
