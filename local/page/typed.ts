/** What a person types into a cell of an Excel with Vietnamese regional settings, and what the cell shows them to edit. */
import { isDateFormat } from '#core/workbook/cell';
import { isBlank, type StoredCell } from '../excel-host/model/cells.ts';
import { shown } from '../excel-host/model/shown.ts';

/** Swaps the marks of a formula outside its quotes: "," ↔ ";" between arguments, "." ↔ "," in numbers. */
function swapMarks(formula: string, toLocal: boolean): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\d)([.,])(?=\d)|[,;]/g,
    (part: string, digit?: string, mark?: string) => {
      if (digit !== undefined) {
        if (toLocal) return mark === '.' ? `${digit},` : `${digit};`;
        return mark === ',' ? `${digit}.` : part;
      }
      if (part === ',' && toLocal) return ';';
      return part === ';' && !toLocal ? ',' : part;
    },
  );
}

const NUMBER = /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+|(?=,\d))(?:,(\d*))?(\s?%)?$/;
const DATE = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}|\d{2}))?$/;

/** @returns the same in the marks that Excel's model reads (en-US); what is no number, date or formula is returned as it is. */
export function fromTyped(text: string, format: string): string {
  if (format === '@' || text.startsWith("'")) return text;
  if (text.startsWith('=')) return swapMarks(text, false);
  const trimmed = text.trim();
  const number = NUMBER.exec(trimmed);
  if (number !== null) {
    const [, sign = '', whole = '', fraction, percent] = number;
    const digits = whole === '' ? '0' : whole.replaceAll('.', '');
    return `${sign}${digits}${fraction ? `.${fraction}` : ''}${percent === undefined ? '' : '%'}`;
  }
  const date = DATE.exec(trimmed);
  if (date !== null) {
    const [, day = '', month = '', year] = date;
    const full = year === undefined ? '2026' : year.length === 2 ? `20${year}` : year;
    // Days that no month has stay text, as they do in Excel.
    return Number(month) > 12 ? `'${text}` : `${full}-${month}-${day}`;
  }
  // A point is no decimal mark here: "1.5" is text, "12:30" a time.
  return /^[+-]?[\d.,]+%?$/.test(trimmed) ? `'${text}` : text;
}

/** @returns what the editor begins with. */
export function toEdit(cell: StoredCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.formula !== undefined) return swapMarks(cell.formula, true);
  if (isBlank(cell)) return '';
  const { value, format } = cell;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (isDateFormat(format)) return textOf(cell);
    if (/%/.test(format)) return `${String(Number((value * 100).toPrecision(15))).replace('.', ',')}%`;
    return String(value).replace('.', ',');
  }
  const text = value ?? '';
  // Typed again without the mark, this text would become something else.
  return format !== '@' && fromTyped(text, format) !== text ? `'${text.replace(/^'/, "''")}` : text;
}

/** @returns what the cell shows in Vietnamese regional settings: day before month, a comma before decimals. */
export function textOf(cell: StoredCell | undefined): string {
  if (cell === undefined) return '';
  const local = /^m\/d\/yyyy$/i.test(cell.format) ? { ...cell, format: 'dd/mm/yyyy' } : cell;
  return shown(local, ',');
}
