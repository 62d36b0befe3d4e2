/** đ: points and shares of the maximum. */
import { ONE, divide, equals, exact, fromDecimal, isZero, multiply, toPlain, type Exact } from '../../exact/exact.ts';
import { fail, type Cursor } from './lexer.ts';
import { printNumber, printPercent } from './quantity.ts';
import type { Points } from './rule.ts';

/** Reads `20`, `20 điểm`, `50%`, `1/2`, `Điểm tối đa`, `1/2 Điểm tối đa`. */
export function readPoints(cursor: Cursor): Points {
  if (cursor.words('điểm tối đa')) return { kind: 'share', value: ONE };
  const token = cursor.peek();
  if (token.type !== 'number') return cursor.expected('points');
  cursor.next();
  let value = token.value;
  if (cursor.symbol('%')) {
    cursor.words('điểm tối đa');
    return { kind: 'share', value: divide(value, exact(100)) };
  }
  const slash = cursor.peek().at;
  if (cursor.symbol('/')) {
    const over = cursor.peek();
    if (over.type !== 'number') return cursor.expected('number-here');
    cursor.next();
    if (isZero(over.value)) fail(slash, 'divide-zero');
    value = divide(value, over.value);
    ofMaximum(cursor);
    return { kind: 'share', value };
  }
  if (ofMaximum(cursor)) return { kind: 'share', value };
  cursor.words('điểm');
  return { kind: 'points', value };
}

function ofMaximum(cursor: Cursor): boolean {
  const before = cursor.at;
  cursor.symbol('x');
  if (cursor.words('điểm tối đa')) return true;
  cursor.at = before;
  return false;
}

function finite(value: Exact): boolean {
  return equals(fromDecimal(toPlain(value, 20)), value);
}

/** Prints đ so that it reads back the same. */
export function printPoints(points: Points): string {
  if (points.kind === 'points') return printNumber(points.value);
  if (equals(points.value, ONE)) return 'Điểm tối đa';
  if (finite(points.value)) return printPercent(points.value);
  for (let d = 3; d <= 5000; d += 1) {
    const numerator = multiply(points.value, exact(d));
    if (finite(numerator)) return `${printNumber(numerator)}/${d} Điểm tối đa`;
  }
  return printPercent(points.value);
}

/** @returns the points that đ stands for. */
export function pointsOf(points: Points, maximum: Exact): Exact {
  return points.kind === 'points' ? points.value : multiply(points.value, maximum);
}
