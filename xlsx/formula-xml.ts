/** A cell with a formula, and what it shows until somebody calculates. */
import type { BookCell } from '#core/workbook/book';
import { escapeText } from './text.ts';
import { escapeXml } from './markup.ts';

/** Excel takes no longer formula. */
const LONGEST = 8192;

/** @returns a formula as an element holds it. Throws RangeError where no spreadsheet would take it. */
export function formulaText(formula: string): string {
  if (formula === '' || formula.startsWith('=')) throw new RangeError(`no formula: "${formula.slice(0, 80)}"`);
  if (formula.length > LONGEST) throw new RangeError(`a formula of ${formula.length} characters`);
  return escapeXml(formula);
}

/** @returns the XML of a cell with a formula after its reference and style: the empty text, too, is a result. */
export function formulaXml(head: string, formula: string, value: BookCell['value']): string {
  const f = `<f>${formulaText(formula)}</f>`;
  if (value === null) return `<c${head}>${f}</c>`;
  if (typeof value === 'boolean') return `<c${head} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === 'string') return `<c${head} t="str">${f}<v xml:space="preserve">${escapeText(value)}</v></c>`;
  if (!Number.isFinite(value)) throw new RangeError('a number that no cell can hold');
  return `<c${head}>${f}<v>${value}</v></c>`;
}
