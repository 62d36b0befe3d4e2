/** What getValues, getNumberFormats and getFormulas say → neutral cells, and back. */
import type { Cell, RichCell, Scalar } from '#core/workbook/cell';

/** Error values come as their texts; a cell in the text format that says so is a text. */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#ERROR!']);

/** What a cell shows that is still being calculated. */
const LOADING = 'Loading...';

/** @returns a number format as the core knows it; undefined for the default, which reads back in several spellings. */
export function formatOf(format: string): string | undefined {
  if (format === '' || /^general$/i.test(format) || /^0\.#{15}$/.test(format)) return undefined;
  return format;
}

/** @returns a format as setNumberFormat takes it: "General" is refused on some accounts, "general" works. */
export function hostFormat(format: string): string {
  return /^general$/i.test(format) ? 'general' : format;
}

/** @returns whether what a cell says depends on its number format. */
export function needsFormat(value: unknown): boolean {
  return typeof value === 'string' ? ERRORS.has(value) : typeof value !== 'boolean' && value !== null;
}

export type Serial = (date: Date) => number;

const DAY = 86_400_000;
/** 1970-01-01 as a serial number. */
const EPOCH = 25_569;

/**
 * @returns how a date's serial number is found in the spreadsheet's own time zone. Date's own getters count in the script's zone, and
 * asking Utilities.formatDate would be one service call a date.
 */
export function serialIn(zone: string): Serial {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    era: 'short',
  });
  return (date) => {
    const parts: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(date)) parts[type] = value;
    const part = (name: string): number => Number(parts[name] ?? 0);
    const year = parts['era'] === 'BC' ? 1 - part('year') : part('year');
    const local = new Date(0);
    local.setUTCFullYear(year, part('month') - 1, part('day'));
    local.setUTCHours(part('hour') % 24, part('minute'), part('second'), ((date.getTime() % 1000) + 1000) % 1000);
    return Math.round((local.getTime() / DAY + EPOCH) * 1e9) / 1e9;
  };
}

/** @returns a time as "2026-11-24T17:00:00+07:00" in a zone, to the second. */
export function isoIn(zone: string, time: Date): string {
  const second = Math.floor(time.getTime() / 1000) * 1000;
  const local = Math.round((serialIn(zone)(new Date(second)) - EPOCH) * (DAY / 1000)) * 1000;
  const minutes = Math.round((local - second) / 60_000);
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const shift = `${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
  return new Date(local).toISOString().slice(0, 19) + (minutes === 0 ? 'Z' : shift);
}

/** Values made inside Apps Script are not always instances of this script's own Date. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}

/** @returns the neutral cell. Nothing that is no primitive but a date is ever echoed: pictures in cells break a whole write. */
export function cellOf(value: unknown, format: string, formula: string, serial: Serial): Cell {
  const rich = (own: Scalar | null, more: Partial<RichCell> = {}): RichCell =>
    formula === '' ? { value: own, ...more } : { value: own, ...more, formula: true };
  if (typeof value === 'number') {
    const own = formatOf(format);
    return own === undefined ? (formula === '' ? value : rich(value)) : rich(value, { format: own });
  }
  if (typeof value === 'string') {
    if (value === '') return null;
    if (ERRORS.has(value) && (formula !== '' || format !== '@')) return rich(value, { kind: 'error' });
    if (value === LOADING && formula !== '') return rich(null, { kind: 'uncalculated' });
    return formula === '' ? value : rich(value);
  }
  if (typeof value === 'boolean') return formula === '' ? value : rich(value);
  if (value === null || value === undefined) return null;
  if (isDate(value)) {
    const own = formatOf(format);
    return rich(serial(value), { kind: 'date', ...(own === undefined ? {} : { format: own }) });
  }
  return rich(null, { kind: 'other' });
}

/** @returns whether setValues might not leave a text as it is even where the format is '@': a formula, or an apostrophe that is taken away. */
export function needsRichText(text: string): boolean {
  return /^[=+']/.test(text);
}

/** @returns a text that stays a text whatever the cell's format is. */
export function richText(text: string, link?: string): GoogleAppsScript.Spreadsheet.RichTextValue {
  const builder = SpreadsheetApp.newRichTextValue().setText(text);
  return (link === undefined ? builder : builder.setLinkUrl(link)).build();
}
