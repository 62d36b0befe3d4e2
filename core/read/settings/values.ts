/** What the values of settings are read as (docs/contract.md#settings). */
import { sign, toNumber, type Exact } from '../../exact/exact.ts';
import type { NotArisingPolicy } from '../../framework/framework.ts';
import { isPercentCell, kindOf, scalarOf, type Cell } from '../../workbook/cell.ts';
import { dateText } from '../../workbook/date-text.ts';
import { readNumber } from '../../workbook/number.ts';
import { clean, foldName } from '../../workbook/text.ts';
import { readCode } from '../cells/codes.ts';
import type { HeldSettings, PointSource } from './held.ts';

/** Words of the sheet with what each stands for; the first of a value is how we write it. */
export type Words<T> = readonly (readonly [word: string, value: T])[];

/** @returns what one of several words stands for, matched without regard to case, blanks and tone placement; null: it is none of them. */
export function readWord<T>(text: string, words: Words<T>): T | null {
  const folded = foldName(text);
  return words.find(([word]) => foldName(word) === folded)?.[1] ?? null;
}

export const POLICIES: Words<NotArisingPolicy> = [
  ['đủ điểm', 'full'],
  ['0 điểm', 'zero'],
  ['loại', 'drop'],
  ['quy đổi', 'rescale'],
  ['hỏi', 'ask'],
  ['0', 'zero'],
];

/** @returns the word that a policy is written with. */
export function policyWord(policy: NotArisingPolicy): string {
  return POLICIES.find(([, value]) => value === policy)?.[0] ?? '';
}

/** @returns the policy that a cell of "Khi không phát sinh" names; null where it is none of the five. */
export function readPolicy(text: string): NotArisingPolicy | null {
  return readWord(text, POLICIES);
}

const SOURCES: Words<PointSource> = [
  ['thẩm định', 'verified'],
  ['tính', 'calculated'],
  ['tự chấm', 'self'],
];

/** @returns the sources of "thẩm định > tính", first that counts first. */
export function readSources(text: string): PointSource[] | null {
  const found = text.split('>').map((part) => readWord(part, SOURCES));
  if (found.some((source) => source === null) || new Set(found).size !== found.length) return null;
  return found as PointSource[];
}

/** @returns the sources as they are written, first that counts first. */
export function sourcesText(sources: readonly PointSource[]): string {
  return sources.map((source) => SOURCES.find(([, value]) => value === source)?.[0] ?? source).join(' > ');
}

/** @returns the total that a set declares; null where the cell is no positive number. Of two readings the mark decides, else thousands. */
export function readTotal(cell: Cell, mark: ',' | '.' | null): Exact | null {
  if (isPercentCell(cell)) return null;
  const reading = readNumber(cell, { unitWords: true });
  // A total of "1.000" points can only mean a thousand: no set has a total of one point.
  const value =
    reading.kind === 'number' && !reading.percent
      ? reading.value
      : reading.kind === 'ambiguous'
        ? reading.candidates[reading.separator === mark ? 1 : 0]
        : null;
  return value !== null && sign(value) > 0 ? value : null;
}

/** @returns a whole number from 0 to 6. */
export function readDecimals(cell: Cell): number | null {
  const reading = readNumber(cell, {});
  if (reading.kind !== 'number' || reading.percent) return null;
  const value = toNumber(reading.value);
  return Number.isInteger(value) && value >= 0 && value <= 6 ? value : null;
}

/** @returns a code as the tables write it: a comma counts as a point, a final point is dropped. */
export function codeText(text: string): string {
  const read = readCode(text);
  return 'code' in read ? read.code : 'group' in read ? read.group : text;
}

/** @returns the codes of "1; 4.2". */
export function readCodes(text: string): string[] {
  return partsOf(text).map(codeText);
}

/** Ways to count on after a tie: two units second, the next is fourth, or third; none. */
export const TIES: Words<HeldSettings['ties']> = [
  ['1224', '1224'],
  ['1223', '1223'],
  ['1234', '1234'],
];

/** @returns the way that "1224" or "1-2-2-4" names. */
export function readTies(text: string): HeldSettings['ties'] | null {
  return readWord(text.replace(/(\d)[ ,;–-]+(?=\d)/g, '$1'), TIES);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** @returns "05/01/2027" for a cell that holds a day, for "5/1/2027" and for "ngày 5 tháng 1 năm 2027"; null: it is no day. */
export function readDay(text: string, cell: Cell): string | null {
  const value = scalarOf(cell);
  if (kindOf(cell) === 'date') return typeof value === 'number' ? dateText(value) : null;
  const [, day = '', month = '', year = ''] =
    /^(?:ngày )?(\d{1,2})(?:[/.-]| tháng )(\d{1,2})(?:[/.-]| năm )(\d{4})$/iu.exec(text) ?? [];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const last = isLeap && Number(month) === 2 ? 29 : (DAYS[Number(month) - 1] ?? 0);
  if (Number(day) < 1 || Number(day) > last) return null;
  return `${day.padStart(2, '0')}/${month.padStart(2, '0')}/${year}`;
}

/** @returns the parts of a text that `;` or a line break separates. */
export function partsOf(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map(clean)
    .filter((line) => line !== '');
}
