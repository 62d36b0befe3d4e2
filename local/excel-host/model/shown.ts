/** The text a cell shows: enough of number formats for what our sheets and the samples use. */
import { isDateFormat } from '#core/workbook/cell';
import type { StoredCell } from './cells.ts';

/** Excel's word for a number format's kind. */
export function categoryOf(format: string): string {
  if (/^general$/i.test(format)) return 'General';
  if (format === '@') return 'Text';
  if (/%/.test(format.replace(/"[^"]*"|\\./g, ''))) return 'Percentage';
  if (isDateFormat(format))
    return /^(m\/d\/yyyy|d-mmm|dd\/mm\/yyyy|d\/m\/yyyy|yyyy-mm-dd)$/i.test(format)
      ? 'Date'
      : /^h{1,2}:mm(:ss)?$/i.test(format)
        ? 'Time'
        : 'Custom';
  return /^[#,]*0(\.0+)?$/.test(format) ? 'Number' : 'Custom';
}

function dateText(value: number, format: string): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round((value < 60 ? value + 1 : value) * 86_400_000));
  const two = (number: number): string => String(number).padStart(2, '0');
  return format.replace(/yyyy|yy|mmm|mm|m|dd|d|hh|h|ss|s/gi, (part) => {
    const low = part.toLowerCase();
    if (low === 'yyyy') return String(date.getUTCFullYear());
    if (low === 'yy') return two(date.getUTCFullYear() % 100);
    if (low.startsWith('m') && /h/i.test(format)) return two(date.getUTCMinutes());
    if (low.startsWith('m')) return low === 'm' ? String(date.getUTCMonth() + 1) : two(date.getUTCMonth() + 1);
    if (low.startsWith('d')) return low === 'd' ? String(date.getUTCDate()) : two(date.getUTCDate());
    if (low.startsWith('h')) return low === 'h' ? String(date.getUTCHours()) : two(date.getUTCHours());
    return two(date.getUTCSeconds());
  });
}

function numberText(value: number, format: string, decimal: string): string {
  const group = decimal === ',' ? '.' : ',';
  if (/^general$/i.test(format)) return String(Number(value.toPrecision(11))).replace('.', decimal);
  if (isDateFormat(format)) return dateText(value, format);
  // Sections: above 0; below 0; 0. What is left out goes by the first.
  const sections = format.split(';');
  const first = sections[value < 0 ? 1 : value === 0 ? 2 : 0] ?? sections[0]!;
  const quiet = first.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]|_./g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
  const match = /[#0,?]*[#0?](?:\.([#0?]+))?/.exec(quiet);
  if (match === null) return quiet;
  const scaled = quiet.includes('%') ? value * 100 : value;
  const places = match[1] ?? '';
  let text = Math.abs(scaled).toFixed(places.length);
  for (let at = places.length - 1; at >= 0 && places[at] === '#' && text.endsWith('0'); at -= 1)
    text = text.slice(0, -1);
  // As Excel does, the decimal sign stays where the format has one: 6 under "0.##" is "6,".
  const [digits = '0', part] = text.split('.');
  let whole = digits;
  if (match[0].includes(',')) whole = whole.replace(/\B(?=(\d{3})+$)/g, group);
  whole = whole.padStart((match[0].split('.')[0]!.match(/0/g) ?? []).length, '0');
  const sign = scaled < 0 && !format.includes(';') ? '-' : '';
  return quiet.replace(match[0], () => sign + whole + (part === undefined ? '' : decimal + part));
}

/** @returns what the cell shows; the decimal sign follows the regional setting, never the API's values. */
export function shown(cell: StoredCell | undefined, decimal: string): string {
  if (cell === undefined || cell.value === null) return '';
  const { value, format } = cell;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return format === '@' ? String(value).replace('.', decimal) : numberText(value, format, decimal);
}
