/** Quantities: reading, printing, and working them out. */
import { add, divide, exact, isZero, multiply, subtract, toPlain, type Exact } from '../../exact/exact.ts';
import type { FigureName } from '../framework.ts';
import type { Cursor } from './lexer.ts';
import { fail } from './lexer.ts';
import type { Quantity, RuleInputs } from './rule.ts';

const HUNDRED = exact(100);
const NAMES = ['a', 'b', 'c', 'd'];

function isName(word: string): word is FigureName {
  return NAMES.includes(word);
}

function factor(cursor: Cursor): Quantity {
  const token = cursor.peek();
  if (token.type === 'symbol' && token.symbol === '(') {
    cursor.next();
    cursor.enter();
    const { quantity } = readSum(cursor);
    cursor.depth -= 1;
    if (!cursor.symbol(')')) cursor.expected('close');
    return quantity;
  }
  if (token.type === 'number') {
    cursor.next();
    return cursor.symbol('%')
      ? { op: 'number', value: divide(token.value, HUNDRED), percent: true }
      : { op: 'number', value: token.value, percent: false };
  }
  if (token.type === 'word' && isName(token.folded)) {
    cursor.next();
    return { op: 'input', name: token.folded };
  }
  if (cursor.words('tỷ lệ')) {
    const name = cursor.peek();
    if (name.type !== 'word' || !isName(name.folded)) return cursor.expected('figure');
    cursor.next();
    return { op: 'rate', name: name.folded };
  }
  return cursor.expected('quantity');
}

/** @returns whether `/cao nhất` is next. */
export function atBest(cursor: Cursor): boolean {
  const before = cursor.at;
  const found = cursor.symbol('/') && cursor.words('cao nhất');
  cursor.at = before;
  return found;
}

function term(cursor: Cursor): Quantity {
  let left = factor(cursor);
  for (let count = 0; !atBest(cursor); count += 1) {
    const at = cursor.peek().at;
    if (count > 200) fail(at, 'depth');
    if (!cursor.symbol('/')) break;
    const right = factor(cursor);
    if (right.op === 'number' && isZero(right.value)) fail(at, 'divide-zero');
    left = { op: '/', left, right, target: cursor.words('kế hoạch') };
  }
  return left;
}

function readSum(cursor: Cursor): { quantity: Quantity; sum: boolean } {
  let left = term(cursor);
  let sum = false;
  for (let count = 0; ; count += 1) {
    const op = cursor.symbol('+') ? '+' : cursor.symbol('-') ? '-' : null;
    if (op === null) return { quantity: left, sum };
    if (count > 200) fail(cursor.at, 'depth');
    left = { op, left, right: term(cursor) };
    sum = true;
  }
}

/** Reads q. `sum`: + or - stand outside parentheses. At least one figure must occur. */
export function readQuantity(cursor: Cursor): { quantity: Quantity; sum: boolean; at: number } {
  const at = cursor.peek().at;
  const read = readSum(cursor);
  if (inputsOf(read.quantity).length === 0) fail(at, 'no-figure');
  return { ...read, at };
}

/** Prints a number with a decimal comma, never in the form that looks like thousands. */
export function printNumber(value: Exact): string {
  const text = toPlain(value, 30);
  const [whole = '0', fraction] = text.split('.');
  if (fraction === undefined) return whole;
  return `${whole},${fraction}${fraction.length === 3 && whole !== '0' ? '0' : ''}`;
}

/** Prints a share of 1 as a percentage. */
export function printPercent(value: Exact): string {
  return `${printNumber(multiply(value, HUNDRED))}%`;
}

/** Prints q so that it reads back as the same tree. */
export function printQuantity(q: Quantity): string {
  const grouped = (part: Quantity, ops: string): string => {
    const text = printQuantity(part);
    return ops.includes(part.op) && part.op.length === 1 ? `(${text})` : text;
  };
  switch (q.op) {
    case 'input':
      return q.name;
    case 'rate':
      return `tỷ lệ ${q.name}`;
    case 'number':
      return q.percent ? printPercent(q.value) : printNumber(q.value);
    case '/':
      return `${grouped(q.left, '+-')}/${grouped(q.right, '+-/')}${q.target ? ' kế hoạch' : ''}`;
    default:
      return `${printQuantity(q.left)} ${q.op} ${grouped(q.right, '+-')}`;
  }
}

/** Prints q where something binds to the whole of it (x points, /cao nhất). */
export function printOperand(q: Quantity): string {
  return q.op === '+' || q.op === '-' ? `(${printQuantity(q)})` : printQuantity(q);
}

/** @returns whether q is a share of something (it divides, or uses a rate), so that it can be compared with a percentage. */
export function isShare(q: Quantity): boolean {
  if (q.op === '/' || q.op === 'rate') return true;
  return (q.op === '+' || q.op === '-') && (isShare(q.left) || isShare(q.right));
}

/** @returns the figures and rates of q, each once, in the order a, b, c, d. */
export function inputsOf(q: Quantity): { name: FigureName; rate: boolean }[] {
  const found = new Map<string, { name: FigureName; rate: boolean }>();
  visit(q, (node) => {
    if (node.op === 'input' || node.op === 'rate')
      found.set(node.op + node.name, { name: node.name, rate: node.op === 'rate' });
  });
  return [...found.values()].sort((x, y) => NAMES.indexOf(x.name) - NAMES.indexOf(y.name));
}

/** Calls `see` for q and everything in it. */
export function visit(q: Quantity, see: (node: Quantity) => void): void {
  see(q);
  if (q.op === '+' || q.op === '-' || q.op === '/') {
    visit(q.left, see);
    visit(q.right, see);
  }
}

/** Exact value, or why there is none. `impossible`: something over 0. */
export type Worked = Exact | 'missing' | 'not-arising' | 'impossible';

const RANK = { missing: 3, impossible: 2, 'not-arising': 1 } as const;

/** Works q out for one unit. 0 over 0 does not arise. */
export function work(q: Quantity, inputs: RuleInputs): Worked {
  if (q.op === 'input' || q.op === 'rate') return inputs.figures[q.name] ?? 'missing';
  if (q.op === 'number') return q.value;
  const left = work(q.left, inputs);
  const right = work(q.right, inputs);
  if (typeof left === 'string' || typeof right === 'string') {
    if (typeof left !== 'string') return right;
    if (typeof right !== 'string') return left;
    return RANK[left] >= RANK[right] ? left : right;
  }
  if (q.op === '+') return add(left, right);
  if (q.op === '-') return subtract(left, right);
  if (!isZero(right)) return divide(left, right);
  return isZero(left) ? 'not-arising' : 'impossible';
}

/** Like printQuantity, as pieces, with the unit's own values. */
export function quantityPieces(q: Quantity, inputs: RuleInputs): (string | Exact)[] {
  const grouped = (part: Quantity, ops: string): (string | Exact)[] => {
    const pieces = quantityPieces(part, inputs);
    return ops.includes(part.op) && part.op.length === 1 ? ['(', ...pieces, ')'] : pieces;
  };
  switch (q.op) {
    case 'input':
    case 'rate':
      return [inputs.figures[q.name] ?? q.name];
    case 'number':
      return q.percent ? [multiply(q.value, HUNDRED), '%'] : [q.value];
    case '/':
      return [...grouped(q.left, '+-'), '/', ...grouped(q.right, '+-/')];
    default:
      return [...quantityPieces(q.left, inputs), ` ${q.op === '-' ? '–' : '+'} `, ...grouped(q.right, '+-')];
  }
}
