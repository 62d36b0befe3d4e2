/** Numbers as people type them. A text is a number only where it can be read in one way; nothing is ever guessed. */
import { divide, exact, fromDecimal, fromNumber, type Exact } from '../exact/exact.ts';
import { isEmpty, isPercentFormat, kindOf, scalarOf, type Cell } from './cell.ts';
import { clean } from './text.ts';

/**
 * - `number`: `percent` = a text with % or a percent-formatted cell (the value is the share, 80% is 0.8); `text` = stored as text.
 * - `ambiguous`: [with the separator as thousands, with it as the decimal mark]; `separator` = the one in the text.
 */
export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'number'; value: Exact; text: boolean; percent: boolean }
  | { kind: 'ambiguous'; candidates: [Exact, Exact]; separator: ',' | '.'; percent: boolean }
  | { kind: 'problem'; problem: 'error-cell' | 'uncalculated' | 'date' | 'not-a-number' };

/** `unitWords`: the cell states points, so "(5 điểm)", "(30đ)" and "30đ" are read, too (elsewhere đ may be đồng). */
export interface NumberOptions {
  unitWords?: boolean;
}

type Digits = { one: string } | { thousands: string; decimal: string; separator: ',' | '.' } | null;

const HUNDRED = exact(100);

/** Whether the parts between separators are groups of thousands: 1 to 3 digits without a leading 0, then threes. */
function isGrouped(parts: readonly string[]): boolean {
  return parts.every((part, index) => (index === 0 ? /^[1-9]\d{0,2}$/ : /^\d{3}$/).test(part));
}

/** Reads digits and separators without sign or words into canonical decimal texts. */
function readDigits(text: string): Digits {
  // Nothing before the mark: it can only be decimal.
  if (/^[.,]\d+$/.test(text)) return { one: `0.${text.slice(1)}` };
  if (!/^\d+(?:[., ]\d+)*$/.test(text)) return null;
  const parts = text.split(/[., ]/);
  const separators = text.replace(/\d+/g, '');
  const kinds = new Set(separators).size;
  if (kinds === 0) return { one: text };
  const last = separators[separators.length - 1]!;
  if (kinds === 1) {
    const grouped = isGrouped(parts);
    if (last === ' ' || parts.length > 2) return grouped ? { one: parts.join('') } : null;
    const decimal = parts.join('.');
    return grouped ? { thousands: parts.join(''), decimal, separator: last === '.' ? '.' : ',' } : { one: decimal };
  }
  // Two kinds: the last is the decimal mark, stands once, and is no blank; the other one groups what is before it.
  const whole = parts.slice(0, -1);
  if (kinds > 2 || last === ' ' || separators.indexOf(last) !== separators.length - 1 || !isGrouped(whole)) return null;
  return { one: `${whole.join('')}.${parts[parts.length - 1]!}` };
}

/** Characters that a number can have, with the words around it. */
const LONGEST = 100;

function readText(text: string, options: NumberOptions): NumberReading {
  let rest = clean(text).toLowerCase();
  if (rest === '') return { kind: 'empty' };
  if (rest.length > LONGEST) return { kind: 'problem', problem: 'not-a-number' };
  if (options.unitWords === true) {
    const bracketed = /^\( ?(.*? ?(?:điểm|đ)) ?\)$/.exec(rest);
    if (bracketed !== null) rest = bracketed[1]!;
    rest = rest.replace(/(\d) ?đ$/, '$1');
  }
  rest = rest.replace(/(\d) ?điểm$/, '$1');
  const percent = /\d ?%$/.test(rest);
  if (percent) rest = rest.slice(0, -1).trimEnd();
  const signed = /^([-+\u2212\u2013\u2010\u2011]) ?(?=[\d.,])/.exec(rest);
  if (signed !== null) rest = rest.slice(signed[0].length);
  const minus = signed !== null && signed[1] !== '+' ? '-' : '';
  const digits = readDigits(rest);
  if (digits === null) return { kind: 'problem', problem: 'not-a-number' };
  const valueOf = (decimal: string): Exact => {
    const value = fromDecimal(minus + decimal);
    return percent ? divide(value, HUNDRED) : value;
  };
  if ('one' in digits) return { kind: 'number', value: valueOf(digits.one), text: true, percent };
  const candidates: [Exact, Exact] = [valueOf(digits.thousands), valueOf(digits.decimal)];
  return { kind: 'ambiguous', candidates, separator: digits.separator, percent };
}

/** Reads a cell as a number. A text of nothing but blanks is empty: nobody sees anything in it. */
export function readNumber(cell: Cell | undefined, options: NumberOptions = {}): NumberReading {
  const kind = kindOf(cell);
  if (kind === 'error') return { kind: 'problem', problem: 'error-cell' };
  if (kind === 'uncalculated' || kind === 'date') return { kind: 'problem', problem: kind };
  if (kind === 'other') return { kind: 'problem', problem: 'not-a-number' };
  if (isEmpty(cell)) return { kind: 'empty' };
  const value = scalarOf(cell);
  if (typeof value === 'string') return readText(value, options);
  if (typeof value !== 'number' || !Number.isFinite(value)) return { kind: 'problem', problem: 'not-a-number' };
  const format = typeof cell === 'object' && cell !== null ? cell.format : undefined;
  return { kind: 'number', value: fromNumber(value), text: false, percent: isPercentFormat(format) };
}
