/** Conditions of bands: `>= 90%`, `từ 50% đến dưới 80%`. */
import { compare, divide, exact, isZero, type Exact } from '../../exact/exact.ts';
import { fail, type Cursor } from './lexer.ts';
import { printNumber, printPercent } from './quantity.ts';
import type { BandRow, Bound } from './rule.ts';

type Range = Pick<BandRow, 'from' | 'to'>;
const SIGNS: Record<string, { side: 'from' | 'to'; inclusive: boolean }> = {
  '>=': { side: 'from', inclusive: true },
  '>': { side: 'from', inclusive: false },
  '<=': { side: 'to', inclusive: true },
  '<': { side: 'to', inclusive: false },
};
const WORDS: [string, string][] = [
  ['từ trên', '>'],
  ['từ', '>='],
  ['trên', '>'],
  ['đến dưới', '<'],
  ['đến', '<='],
  ['dưới', '<'],
];

function comparator(cursor: Cursor): { side: 'from' | 'to'; inclusive: boolean } | null {
  const token = cursor.peek();
  if (token.type === 'symbol') {
    const sign = SIGNS[token.symbol];
    if (sign === undefined) return null;
    cursor.next();
    return sign;
  }
  const word = WORDS.find(([phrase]) => cursor.words(phrase));
  return word === undefined ? null : (SIGNS[word[1]] ?? null);
}

/** Reads a number and an optional % (a share of 1). */
export function readValue(cursor: Cursor): { value: Exact; percent: boolean } {
  const token = cursor.peek();
  if (token.type !== 'number') return cursor.expected('number-here');
  cursor.next();
  return cursor.symbol('%')
    ? { value: divide(token.value, exact(100)), percent: true }
    : { value: token.value, percent: false };
}

/** Reads one comparison or two, or `còn lại` (both null). */
export function readCondition(cursor: Cursor): Range {
  const range: Range = { from: null, to: null };
  if (cursor.words('còn lại')) return range;
  for (let count = 0; count < 2; count += 1) {
    const at = cursor.peek().at;
    const found = comparator(cursor);
    if (found === null) {
      if (count === 0) cursor.expected('condition');
      break;
    }
    if (range[found.side] !== null) fail(at, 'same-side');
    range[found.side] = { ...readValue(cursor), inclusive: found.inclusive };
    const { from, to } = range;
    if (from !== null && to !== null && from.percent !== to.percent && !isZero(from.value) && !isZero(to.value))
      fail(at, 'mixed-percent');
  }
  return range;
}

function printBound(bound: Bound): string {
  return bound.percent ? printPercent(bound.value) : printNumber(bound.value);
}

/** Prints the condition so that it reads back the same. */
export function printCondition({ from, to }: Range): string {
  if (from !== null && to !== null) {
    return `${from.inclusive ? 'từ' : 'trên'} ${printBound(from)} ${to.inclusive ? 'đến' : 'đến dưới'} ${printBound(to)}`;
  }
  if (from !== null) return `${from.inclusive ? '>=' : '>'} ${printBound(from)}`;
  return to === null ? 'còn lại' : `${to.inclusive ? '<=' : '<'} ${printBound(to)}`;
}

/** @returns whether the value lies in the band. */
export function holds({ from, to }: Range, value: Exact): boolean {
  if (from !== null) {
    const side = compare(value, from.value);
    if (side < 0 || (side === 0 && !from.inclusive)) return false;
  }
  if (to !== null) {
    const side = compare(value, to.value);
    if (side > 0 || (side === 0 && !to.inclusive)) return false;
  }
  return true;
}
