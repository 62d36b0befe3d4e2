/** Excel's own values → neutral cells. */
import { isDateFormat, type Cell, type RichCell } from '#core/workbook/cell';

/** What Excel says of one cell. */
export interface RawCell {
  value: unknown;
  /** Excel.RangeValueType as text. */
  type: string;
  format: string;
  formula: boolean;
}

function rich(value: RichCell['value'], raw: RawCell, kind?: RichCell['kind'], format?: string): RichCell {
  const cell: RichCell = { value };
  if (kind !== undefined) cell.kind = kind;
  if (format !== undefined) cell.format = format;
  if (raw.formula) cell.formula = true;
  return cell;
}

/** @returns a number format, undefined for General. */
function formatOf(format: string): string | undefined {
  return format === '' || format.toLowerCase() === 'general' ? undefined : format;
}

/** @returns the cell; numbers in `dates` formats are dates (Excel's own word, where it was asked), else the format tells. */
export function cellOf(raw: RawCell, dates: ReadonlyMap<string, boolean>): Cell {
  const { value, type } = raw;
  if (type === 'Error') return rich(String(value), raw, 'error');
  if (typeof value === 'number') {
    const format = formatOf(raw.format);
    if (format === undefined) return raw.formula ? rich(value, raw) : value;
    return rich(value, raw, (dates.get(format) ?? isDateFormat(format)) ? 'date' : undefined, format);
  }
  if (typeof value === 'boolean') return raw.formula ? rich(value, raw) : value;
  if (typeof value === 'string' && (type === 'String' || type === 'Empty' || type === 'Unknown'))
    return value === '' ? null : raw.formula ? rich(value, raw) : value;
  return type === 'Empty' ? null : rich(null, raw, 'other');
}

/** @returns whether a format's kind is beyond doubt without asking Excel: digits alone. */
export function isDigitFormat(format: string): boolean {
  return /^[#0,.%?+\-;()_ @]*$/.test(format);
}
