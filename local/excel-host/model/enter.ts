/** What Excel makes of a value that is written or typed: "1.10" becomes 1.1, "1/2" a date, unless the format is text. */
import type { Scalar } from '#core/workbook/cell';
import type { StoredCell } from './cells.ts';

const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#SPILL!', '#CALC!']);
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

type Entry = Pick<StoredCell, 'value' | 'kind' | 'formula'> & { format?: string };

/** @returns the serial number of a date; 1 = 1900-01-01, with Excel's 29 February 1900. */
function serial(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const days = Math.round((time - Date.UTC(1899, 11, 30)) / 86_400_000);
  return days < 61 ? days - 1 : days;
}

function asDate(text: string, year: number): Entry | null {
  let match = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/.exec(text);
  if (match !== null) {
    const full = match[3] === undefined ? year : Number(match[3].length === 2 ? `20${match[3]}` : match[3]);
    const value = serial(full, Number(match[1]), Number(match[2]));
    return value === null ? null : { value, format: match[3] === undefined ? 'd-mmm' : 'm/d/yyyy' };
  }
  match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (match !== null) {
    const value = serial(Number(match[1]), Number(match[2]), Number(match[3]));
    return value === null ? null : { value, format: 'm/d/yyyy' };
  }
  match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (match !== null) return { value: (Number(match[1]) * 60 + Number(match[2])) / 1440, format: 'h:mm' };
  return null;
}

/** @returns what is stored; `format` where entering sets one on a General cell. The API reads en-US texts. */
export function enter(input: Scalar, format: string, year = 2026): Entry {
  if (typeof input !== 'string') return { value: input };
  if (input === '') return { value: null };
  if (input.startsWith("'")) return { value: input.slice(1) };
  if (format === '@') return { value: input };
  if (input.startsWith('=') && input.length > 1) return { value: null, formula: input };
  const text = input.trim();
  if (text === '') return { value: input };
  if (/^(true|false)$/i.test(text)) return { value: /^t/i.test(text) };
  if (ERRORS.has(text.toUpperCase())) return { value: text.toUpperCase(), kind: 'error' };
  if (/\d/.test(text) && NUMBER.test(text)) return { value: Number(text.replaceAll(',', '')) };
  if (/^[+-]?[\d.,]+\s*%$/.test(text)) {
    const number = Number(text.replace('%', '').replaceAll(',', '').trim());
    if (!Number.isNaN(number)) return { value: number / 100, format: text.includes('.') ? '0.00%' : '0%' };
  }
  return asDate(text, year) ?? { value: input };
}
