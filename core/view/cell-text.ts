/** A cell as a person sees it, for previews: texts in quotation marks, so that “0,8” is told from 0,8 and blanks are seen. */
import { printDecimal } from '../messages/fill.ts';
import type { Language } from '../messages/message.ts';
import { formatted, shownText } from '../read/cells/codes.ts';
import { kindOf, scalarOf, type Cell } from '../workbook/cell.ts';

/** @returns the digits with the language's decimal mark; between thousands a mark only where the format puts one. */
function withMarks(text: string, format: string | undefined, language: Language): string {
  const grouped = /[#0?],[#0?]/.test(format ?? '');
  return text.replace(/\d+(?:\.\d+)?/, (digits) =>
    grouped ? printDecimal(digits, language) : language === 'vi' ? digits.replace('.', ',') : digits,
  );
}

/** @returns what the cell shows; "" for an empty cell. */
export function cellText(cell: Cell, language: Language): string {
  const value = scalarOf(cell);
  if (value === null || value === '') return '';
  if (kindOf(cell) !== null || typeof value === 'boolean') return shownText(cell);
  if (typeof value === 'string') return `“${value}”`;
  const format = typeof cell === 'object' && cell !== null ? cell.format : undefined;
  const bare = format === undefined || /^general$/i.test(format) ? null : formatted(value, format);
  return withMarks(bare ?? String(Number(value.toPrecision(15))), bare === null ? undefined : format, language);
}
