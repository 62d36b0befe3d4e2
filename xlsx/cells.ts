/** What a sheet's cell means: number, text, date, error, by its type and its format. */
import type { Cell, RichCell } from '#core/workbook/cell';
import type { RawCell } from './scan.ts';
import type { Footnoted } from './strings.ts';
import { unescapeText } from './text.ts';
import { UnusableFile } from './unusable.ts';

export interface Style {
  format: string | undefined;
  date: boolean;
}

/** What all cells of a workbook have in common. */
export interface Context {
  strings: (string | Footnoted)[];
  /** The mark that was left out of the cell read last. */
  footnote: string | null;
  styles: Style[];
  shift: number;
}

/** An ISO date of a strict file → serial number (1900 system). */
function serialOf(iso: string): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?T?(?:(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(iso);
  if (match === null || iso === '') return null;
  const days =
    match[1] === undefined
      ? 0
      : Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / 86_400_000 + 25_569;
  return days + (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
}

function rich(value: RichCell['value'], raw: RawCell, kind?: RichCell['kind'], format?: string): Cell {
  const cell: RichCell = { value };
  if (kind !== undefined) cell.kind = kind;
  if (format !== undefined) cell.format = format;
  if (raw.formula) cell.formula = true;
  return cell;
}

function textCell(text: string, raw: RawCell): Cell {
  if (text === '') return null;
  return raw.formula ? rich(text, raw) : text;
}

/** A text of the file, whose footnote marks the context takes. */
function storedCell(stored: string | Footnoted, raw: RawCell, context: Context): Cell {
  if (typeof stored === 'string') return textCell(stored, raw);
  context.footnote = stored.footnote;
  return textCell(stored.text, raw);
}

const TYPES = new Set(['', 'n', 's', 'str', 'inlineStr', 'b', 'e', 'd']);

/** @returns the cell that a picture shows; the marks of its footnotes go into the context. Throws 'broken' where the file cannot mean it. */
export function cellOf(raw: RawCell, context: Context): Cell {
  const { type } = raw;
  context.footnote = null;
  if (!TYPES.has(type)) throw new UnusableFile('broken', 'cell type');
  // One of the formats that are appended on writing would take its place.
  if (raw.style > 0 && raw.style >= context.styles.length) throw new UnusableFile('broken', 'cell style');
  if (type === 'inlineStr') return storedCell(raw.inline ?? '', raw, context);
  const { value } = raw;
  if (raw.formula && (value === null || (value === '' && type !== 'str'))) return rich(null, raw, 'uncalculated');
  if (value === null || (value === '' && type !== 'str')) return null;
  if (type === 's') {
    const index = typeof value === 'number' ? value : /^\s*\d+\s*$/.test(value) ? Number(value) : -1;
    const text = context.strings[index];
    if (text === undefined) throw new UnusableFile('broken', 'shared string');
    return storedCell(text, raw, context);
  }
  if (typeof value === 'number') return numberCell(value, raw, context);
  if (type === 'str') return textCell(unescapeText(value), raw);
  if (type === 'b') {
    const truth = value.trim() === '1' || value.trim() === 'true';
    return raw.formula ? rich(truth, raw) : truth;
  }
  if (type === 'e') return rich(value, raw, 'error');
  if (type === 'd') return rich(serialOf(value.trim()) ?? value, raw, 'date', context.styles[raw.style]?.format);
  const number = numberOf(value);
  return number === null ? textCell(value, raw) : numberCell(number, raw, context);
}

function numberCell(number: number, raw: RawCell, { styles, shift }: Context): Cell {
  const style = styles[raw.style];
  if (style?.date === true) return rich(number + shift, raw, 'date', style.format);
  return raw.formula || style?.format !== undefined ? rich(number, raw, undefined, style?.format) : number;
}

/** A number as the format writes it; Number() alone would read "0x1F", and blanks as 0. */
function numberOf(value: string): number | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return value.charCodeAt(0) <= 48 && (/[xob]/i.test(value) || value.trim() === '') ? null : number;
}
