/** What a cell shows, and what stands in a code column. */
import { fromNumber, toFixed } from '../../exact/exact.ts';
import type { Cell } from '../../workbook/cell.ts';
import { isPercentFormat, kindOf, scalarOf } from '../../workbook/cell.ts';
import { dateText } from '../../workbook/date-text.ts';
import { remembered } from '../../workbook/remember.ts';
import { clean } from '../../workbook/text.ts';

export type CodeReading = { code: string } | { group: string } | { text: string } | { empty: true } | { date: string };

/** A number format's digits, and the words before and after them; null where it is none that codes and names are written in. */
function pictureOf(
  format: string,
): { before: string; whole: number; least: number; most: number; after: string } | null {
  let before = '';
  let digits = '';
  let after = '';
  const section = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(format)![0];
  for (const [token] of section.matchAll(/"[^"]*"|\[[^\]]*\]|[\\_*].|./gsu)) {
    if (/^[[_*]/.test(token)) continue;
    if (/^[0#?.,]$/.test(token)) {
      if (after !== '') return null;
      digits += token;
      continue;
    }
    const literal = token[0] === '"' ? token.slice(1, -1) : token[0] === '\\' ? token.slice(1) : token;
    if (literal === token && !/^[-+%()/: $\u00a0]$/.test(token)) return null;
    if (digits === '') before += literal;
    else after += literal;
  }
  const match = /^([0#?,]*)(?:\.([0#?]*))?$/.exec(digits);
  if (match === null || !/[0#?]/.test(digits)) return null;
  const decimals = match[2] ?? '';
  const whole = match[1]!.replace(/[^0]/g, '').length;
  return { before, whole, least: decimals.replace(/[^0]/g, '').length, most: decimals.length, after };
}

/** @returns a number as its format shows it, without thousands separators; null where the format is beyond us. */
export function formatted(value: number, format: string): string | null {
  const picture = pictureOf(format);
  if (picture === null) return null;
  const { before, whole, least, most, after } = picture;
  const fixed = toFixed(fromNumber(isPercentFormat(format) ? value * 100 : value), most);
  const [units, decimals = ''] = fixed.replace('-', '').split('.') as [string, string?];
  let kept = decimals.length;
  while (kept > least && decimals[kept - 1] === '0') kept -= 1;
  const digits = units.padStart(whole, '0') + (kept > 0 ? `.${decimals.slice(0, kept)}` : '');
  return `${before}${fixed.startsWith('-') ? '-' : ''}${digits}${after}`.trim();
}

/** @returns the text a cell shows: 4.1 formatted "0.00" is "4.10". */
export function shownText(cell: Cell | undefined): string {
  if (typeof cell === 'object' && cell !== null && cell.shown !== undefined && !/^#+$/.test(cell.shown))
    return cell.shown;
  const value = scalarOf(cell);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const day = kindOf(cell) === 'date' ? dateText(value) : null;
  if (day !== null) return day;
  const format = typeof cell === 'object' && cell !== null ? cell.format : undefined;
  if (format !== undefined && kindOf(cell) === null) {
    const text = formatted(value, format);
    if (text !== null) return text;
  }
  // Whole numbers and hundredths have no digits past the fifteenth.
  const hundredths = value * 100;
  if (Math.round(hundredths) / 100 === value && hundredths < 1e15 && hundredths > -1e15) return String(value);
  return String(Number(value.toPrecision(15)));
}

const CODE = /^(?=.*\d)[\p{L}\d]+(?:\.[\p{L}\d]+)*$/u;
const GROUP = /^(?:\p{L}|[IVXLC]+|[ivxlc]+)$/u;

/** Footnote marks behind a code: "1.1*", "1.1¹", "1.1 (1)". */
const MARKS = /\s?(?:[*¹²³⁰⁴-⁹†‡]+|\(\*+\)|[([]\d{1,2}[)\]])$/;
/** "(1.1)", "1.1)": a code with a point needs no bracket to be told from a marker. */
const BRACKETED = /^\(?([\p{L}\d]+(?:\.[\p{L}\d]+)+)\)$/u;

/** Reads a cell of a code column: a code, a group's letter or Roman numeral, other text, nothing, or a date (an eaten code). */
export function readCode(cell: Cell | undefined): CodeReading {
  const kind = kindOf(cell);
  if (kind === 'date') return { date: shownText(cell) };
  const raw = shownText(cell);
  if (kind === 'error' && clean(raw) !== '') return { text: clean(raw) };
  return codeIn(raw);
}

const codeIn = remembered((raw): CodeReading => {
  const shown = clean(raw);
  if (shown === '') return { empty: true };
  const text = shown.replace(/,/g, '.').replace(/\.$/, '');
  if (GROUP.test(text)) return { group: text };
  if (CODE.test(text)) return { code: text };
  const bare = text.length > 40 ? text : text.replace(MARKS, '').replace(BRACKETED, '$1').replace(/\.$/, '');
  return CODE.test(bare) ? { code: bare } : { text: shown };
});
