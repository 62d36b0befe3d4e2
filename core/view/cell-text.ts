/** A cell's value as a person reads it in a preview: texts in quotation marks, so that “0,8” is told from 0,8 and blanks are seen. */
import { printDecimal } from '../messages/fill.ts';
import type { Language } from '../messages/message.ts';
import type { Scalar } from '../workbook/cell.ts';

/** @returns the value in words; "" for an empty cell. @param format number format that the value is written in. */
export function cellText(value: Scalar | null, format: string | undefined, language: Language): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string') return `“${value}”`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const percent = /^0(?:\.(0+))?%$/.exec(format ?? '');
  const text = percent === null ? String(value) : (value * 100).toFixed(percent[1]?.length ?? 0);
  // Numbers too large or small for plain digits stay as they are.
  const printed = text.includes('e') ? text : printDecimal(text, language);
  return percent === null ? printed : `${printed}%`;
}
