/** What a cell shows, and what stands in a code column. */
import { fromNumber, toFixed } from '../exact/exact.ts';
import type { Cell } from '../workbook/cell.ts';
import { isPercentFormat, kindOf, scalarOf } from '../workbook/cell.ts';
import { clean } from '../workbook/text.ts';

export type CodeReading = { code: string } | { group: string } | { text: string } | { empty: true } | { date: string };

/** @returns the text a cell shows: 4.1 formatted "0.00" is "4.10". */
export function shownText(cell: Cell | undefined): string {
  if (typeof cell === 'object' && cell !== null && cell.shown !== undefined && !/^#+$/.test(cell.shown))
    return cell.shown;
  const value = scalarOf(cell);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = typeof cell === 'object' && cell !== null ? cell.format : undefined;
  if (format !== undefined && kindOf(cell) === null) {
    const picture = /^[#0,]*0(?:\.(0+))?%?$/.exec(
      format
        .split(';')[0]!
        .replace(/"[^"]*"|\\./g, '')
        .trim(),
    );
    if (picture !== null) {
      const percent = isPercentFormat(format);
      return toFixed(fromNumber(percent ? value * 100 : value), picture[1]?.length ?? 0) + (percent ? '%' : '');
    }
  }
  return String(Number(value.toPrecision(15)));
}

const CODE = /^(?=.*\d)[\p{L}\d]+(?:\.[\p{L}\d]+)*$/u;
const GROUP = /^(?:\p{L}|[IVXLC]+)$/u;

/** Reads a cell of a code column: a code, a group's letter or Roman numeral, other text, nothing, or a date (an eaten code). */
export function readCode(cell: Cell | undefined): CodeReading {
  const kind = kindOf(cell);
  if (kind === 'date') return { date: shownText(cell) };
  const shown = clean(shownText(cell));
  if (shown === '') return { empty: true };
  if (kind === 'error') return { text: shown };
  const text = shown.replace(/,/g, '.').replace(/\.$/, '');
  if (GROUP.test(text)) return { group: text };
  return CODE.test(text) ? { code: text } : { text: shown };
}
