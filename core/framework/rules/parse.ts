/** Reads the words of "Cách tính". */
import { compare, isZero, ONE, type Exact } from '../../exact/exact.ts';
import type { Message } from '../../messages/message.ts';
import { readCondition, readValue } from './condition.ts';
import { readLabels } from './labels.ts';
import { Cursor, RuleError, fail } from './lexer.ts';
import { readPoints } from './points.ts';
import { atBest, isShare, readQuantity } from './quantity.ts';
import type { BandPoints, BandRow, Quantity, Rule } from './rule.ts';

/** A rule, or the 0-based position where reading stopped and what was expected there. */
export type Parsed = { ok: true; rule: Rule } | { ok: false; position: number; message: Message };

/** Goal of `đạt` and `theo tỷ lệ/`: a percentage (or a number up to 1) where q is a share, a plain number where it is counted. A lone figure with % is a rate. */
function readGoal(cursor: Cursor, quantity: Quantity): { quantity: Quantity; goal: Exact } {
  const at = cursor.peek().at;
  return goalOf(quantity, readValue(cursor), at);
}

/** @returns the quantity with its goal, which stands at `at`. */
function goalOf(
  quantity: Quantity,
  { value, percent }: { value: Exact; percent: boolean },
  at: number,
): { quantity: Quantity; goal: Exact } {
  if (isZero(value)) fail(at, 'goal-zero');
  if (percent && quantity.op === 'input') return { quantity: { op: 'rate', name: quantity.name }, goal: value };
  // 0,8 of a share is 80 %, as in conditions; 80 without % may be either and is asked for.
  if (percent ? !isShare(quantity) : isShare(quantity) && compare(value, ONE) > 0)
    fail(at, percent ? 'percent-of-count' : 'goal-percent');
  return { quantity, goal: value };
}

/** Bands, labels or parts of one rule: no official writes as many, and comparing them costs the square. */
const MOST = 200;
/** Characters of one rule. */
const LONGEST = 10_000;

function readBands(cursor: Cursor): Rule {
  const { quantity: read, at: start } = readQuantity(cursor);
  let quantity = read;
  if (!cursor.symbol(':')) cursor.expected('colon');
  const rows: BandRow[] = [];
  const marks: { percent: boolean; at: number }[] = [];
  let plainProportion = -1;
  cursor.separators();
  while (!cursor.done()) {
    const at = cursor.peek().at;
    const range = readCondition(cursor);
    for (const bound of [range.from, range.to])
      if (bound !== null && !isZero(bound.value)) marks.push({ percent: bound.percent, at });
    for (const bound of [range.from, range.to])
      if (bound !== null && isZero(bound.value) && bound.percent) marks.push({ percent: true, at });
    if (!cursor.symbol('=')) cursor.expected('equals');
    let points: BandPoints;
    const proportion = cursor.peek().at;
    if (cursor.words('theo tỷ lệ')) {
      points = { kind: 'proportional', over: null };
      if (cursor.symbol('/')) {
        const goal = readGoal(cursor, quantity);
        if (goal.quantity !== quantity) marks.push({ percent: true, at: proportion });
        else if (quantity.op === 'input') marks.push({ percent: false, at: proportion });
        points = { kind: 'proportional', over: goal.goal };
      } else if (plainProportion < 0) plainProportion = proportion;
    } else points = readPoints(cursor);
    if (rows.length >= MOST) fail(at, 'many', { count: MOST });
    rows.push({ ...range, points });
    if (!cursor.separators() && !cursor.done()) cursor.expected('item-end');
  }
  if (rows.length === 0) cursor.expected('condition');
  const percent = marks.find((mark) => mark.percent);
  if (percent !== undefined && !isShare(quantity)) {
    const plain = marks.find((mark) => !mark.percent);
    if (quantity.op !== 'input') fail(percent.at, 'percent-of-count');
    if (plain !== undefined) fail(plain.at, 'mixed-percent');
    quantity = { op: 'rate', name: quantity.name };
  }
  if (plainProportion >= 0 && !isShare(quantity)) fail(plainProportion, 'bare-proportion');
  if (!isShare(quantity) && quantity.op === 'number') fail(start, 'no-figure');
  return { kind: 'bands', quantity, rows };
}

function readEach(cursor: Cursor): { quantity: Quantity; each: ReturnType<typeof readPoints> } {
  const { quantity, sum, at } = readQuantity(cursor);
  if (!cursor.symbol('x')) cursor.expected('each');
  if (sum) fail(at, 'sum-times');
  return { quantity, each: readPoints(cursor) };
}

function readTarget(cursor: Cursor): Rule {
  const { type, at } = cursor.peek();
  if (type !== 'number') return cursor.expected('target');
  const value = readValue(cursor);
  if (!cursor.symbol(':')) cursor.expected('target-colon');
  cursor.lines();
  return { kind: 'target', ...goalOf(readQuantity(cursor).quantity, value, at) };
}

function readBracket(cursor: Cursor): Rule {
  const at = cursor.peek().at;
  if (!cursor.symbol('[')) cursor.expected('bracket');
  cursor.enter();
  const rule = readRule(cursor);
  if (['bonus', 'penalty', 'judged', 'information'].includes(rule.kind)) fail(at, 'part-kind');
  cursor.lines();
  if (!cursor.symbol(']')) cursor.expected('bracket-close');
  cursor.depth -= 1;
  return rule;
}

function readComposite(cursor: Cursor): Rule {
  const parts: { rule: Rule; maximum: Exact }[] = [];
  for (;;) {
    cursor.lines();
    const rule = readBracket(cursor);
    if (!cursor.symbol('x')) cursor.expected('part-maximum');
    const token = cursor.peek();
    if (token.type !== 'number') return cursor.expected('part-maximum');
    cursor.next();
    cursor.words('điểm');
    if (parts.length >= MOST) fail(token.at, 'many', { count: MOST });
    parts.push({ rule, maximum: token.value });
    const before = cursor.at;
    cursor.lines();
    if (!cursor.symbol('+')) {
      cursor.at = before;
      return { kind: 'composite', parts };
    }
  }
}

function readBestOf(cursor: Cursor): Rule {
  const parts: Rule[] = [];
  cursor.separators();
  do {
    if (cursor.done() && parts.length > 0) break;
    if (parts.length >= MOST) fail(cursor.at, 'many', { count: MOST });
    parts.push(readBracket(cursor));
  } while (cursor.separators());
  return { kind: 'best-of', parts };
}

function readAmount(cursor: Cursor, kind: 'bonus' | 'penalty'): Rule {
  cursor.enter();
  let cap: Exact | null = null;
  if (cursor.symbol(',')) {
    if (!cursor.words('không quá')) cursor.expected('cap');
    const token = cursor.peek();
    if (token.type !== 'number') return cursor.expected('number-here');
    cursor.next();
    cursor.words('điểm');
    cap = token.value;
  }
  if (!cursor.symbol(':')) cursor.expected('colon');
  cursor.lines();
  const at = cursor.peek().at;
  const rule = readRule(cursor);
  if (rule.kind === 'bonus' || rule.kind === 'penalty' || rule.kind === 'information') fail(at, 'amount-kind');
  return { kind, cap, rule };
}

function readPlain(cursor: Cursor): Rule {
  const { quantity, sum, at } = readQuantity(cursor);
  if (atBest(cursor)) {
    if (sum) fail(at, 'sum-best');
    cursor.symbol('/');
    cursor.words('cao nhất');
    return { kind: 'relative', quantity };
  }
  if (cursor.words('đạt')) {
    const read = readGoal(cursor, quantity);
    return { kind: 'threshold', quantity: read.quantity, goal: read.goal };
  }
  if (cursor.symbol('x')) {
    if (sum) fail(at, 'sum-times');
    return { kind: 'count', quantity, each: readPoints(cursor) };
  }
  if (cursor.done() || cursor.peek().type === 'line') {
    if (!isShare(quantity)) fail(at, 'bare', { text: quantity.op === 'input' ? quantity.name : 'a' });
    return { kind: 'ratio', quantity };
  }
  return cursor.expected('after-quantity');
}

function readRule(cursor: Cursor): Rule {
  cursor.lines();
  if (cursor.heading('chọn')) return { kind: 'choice', options: readLabels(cursor) };
  if (cursor.heading('cộng')) return { kind: 'parts', options: readLabels(cursor) };
  if (cursor.heading('tổng')) return readComposite(cursor);
  if (cursor.heading('cao nhất')) return readBestOf(cursor);
  if (cursor.heading('trừ')) return { kind: 'deduction', ...readEach(cursor) };
  if (cursor.words('mức')) return readBands(cursor);
  if (cursor.words('chỉ tiêu')) return readTarget(cursor);
  if (cursor.words('chấm điểm')) return { kind: 'judged' };
  if (cursor.words('không tính điểm')) return { kind: 'information' };
  if (cursor.words('điểm cộng')) return readAmount(cursor, 'bonus');
  if (cursor.words('điểm trừ')) return readAmount(cursor, 'penalty');
  if (cursor.words('có')) {
    if (!cursor.symbol('/') || !cursor.words('không')) cursor.expected('yes-no');
    return { kind: 'yes-no' };
  }
  const token = cursor.peek();
  if (token.type === 'word' && !'abcd'.includes(token.folded) && !isRate(cursor)) cursor.expected('rule');
  return readPlain(cursor);
}

function isRate(cursor: Cursor): boolean {
  const before = cursor.at;
  const found = cursor.words('tỷ lệ');
  cursor.at = before;
  return found;
}

/** Reads the text strictly. Empty text is a judged indicator. */
export function parseRule(text: string): Parsed {
  if (text.length > LONGEST)
    return { ok: false, position: LONGEST, message: { id: 'rule.error.too-long', args: { count: LONGEST } } };
  const cursor = new Cursor(text);
  try {
    cursor.lines();
    if (cursor.peek().type === 'end') return { ok: true, rule: { kind: 'judged' } };
    const rule = readRule(cursor);
    cursor.lines();
    if (cursor.peek().type !== 'end') cursor.expected('rest');
    return { ok: true, rule };
  } catch (error) {
    if (error instanceof RuleError) return { ok: false, position: error.position, message: error.reason };
    throw error;
  }
}
