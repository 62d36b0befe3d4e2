/** Formulas, as far as a user's own formulas at our sheets need them: references, arithmetic and a few functions. */
import { fromA1 } from '#core/workbook/address';
import type { Scalar } from '#core/workbook/cell';

export type Result = Scalar | null | { error: string };
type Value = Result | Result[];

/** Reads a cell: sheet null = the formula's own. Undefined: no such sheet. */
export type Look = (sheet: string | null, row: number, column: number) => Result | undefined;

/** The formula is beyond this evaluator: its stored result stays. */
export class Unsupported extends Error {}

const TOKEN =
  /\s+|"((?:[^"]|"")*)"|((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d*)(?![\p{L}\p{N}_.(])(?::(\$?[A-Za-z]{1,3}\$?[1-9]\d*))?|(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|([\p{L}_][\p{L}\p{N}_.]*)(?=\()|(TRUE|FALSE)\b|(<>|<=|>=|[-+*/^&=<>(),;%])/uy;

interface Token {
  kind: 'text' | 'ref' | 'number' | 'call' | 'bool' | 'op';
  text: string;
  sheet: string | null;
  end: string | undefined;
}

function tokens(formula: string): Token[] {
  const list: Token[] = [];
  TOKEN.lastIndex = 1;
  while (TOKEN.lastIndex < formula.length) {
    const [whole, text, sheet, ref, end, number, call, bool, op] = TOKEN.exec(formula) ?? [];
    if (whole === undefined) throw new Unsupported(formula);
    const add = (kind: Token['kind'], value: string): void => {
      const name = sheet === undefined ? null : sheet.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
      list.push({ kind, text: value, sheet: name, end });
    };
    if (text !== undefined) add('text', text.replaceAll('""', '"'));
    else if (ref !== undefined) add('ref', ref);
    else if (number !== undefined) add('number', number);
    else if (call !== undefined) add('call', call.toUpperCase());
    else if (bool !== undefined) add('bool', bool);
    else if (op !== undefined) add('op', op);
  }
  return list;
}

class Failure extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function isError(value: Result): value is { error: string } {
  return typeof value === 'object' && value !== null;
}

function single(value: Value): Scalar | null {
  const one = Array.isArray(value) ? (value.length === 1 ? value[0]! : null) : value;
  if (Array.isArray(value) && value.length !== 1) throw new Unsupported('array');
  if (isError(one)) throw new Failure(one.error);
  return one;
}

function number(value: Value): number {
  const one = single(value);
  if (typeof one === 'number') return one;
  if (one === null) return 0;
  if (typeof one === 'boolean') return one ? 1 : 0;
  const parsed = Number(one);
  if (one.trim() === '' || Number.isNaN(parsed)) throw new Failure('#VALUE!');
  return parsed;
}

function text(value: Value): string {
  const one = single(value);
  return one === null ? '' : typeof one === 'boolean' ? (one ? 'TRUE' : 'FALSE') : String(one);
}

/** Numbers of areas; texts in areas do not count. */
function numbers(values: Value[]): number[] {
  return values.flatMap((value) => {
    if (!Array.isArray(value)) return [number(value)];
    return value.flatMap((one) => {
      if (isError(one)) throw new Failure(one.error);
      return typeof one === 'number' ? [one] : [];
    });
  });
}

const FUNCTIONS: Readonly<Record<string, (values: Value[]) => Result>> = {
  SUM: (values) => numbers(values).reduce((sum, one) => sum + one, 0),
  AVERAGE: (values) => {
    const list = numbers(values);
    if (list.length === 0) throw new Failure('#DIV/0!');
    return list.reduce((sum, one) => sum + one, 0) / list.length;
  },
  MIN: (values) => numbers(values).reduce((least, one) => Math.min(least, one), Infinity),
  MAX: (values) => numbers(values).reduce((most, one) => Math.max(most, one), -Infinity),
  COUNT: (values) => numbers(values).length,
  COUNTA: (values) => values.flat().filter((one) => one !== null).length,
  ROUND: ([value, places]) => {
    const factor = 10 ** number(places ?? 0);
    return Math.round(number(value ?? 0) * factor) / factor;
  },
  IF: ([test, yes, no]) => (number(test ?? false) !== 0 ? single(yes ?? 0) : single(no ?? false)),
};

class Reader {
  private at = 0;
  private readonly list: Token[];
  private readonly look: Look;
  constructor(list: Token[], look: Look) {
    this.list = list;
    this.look = look;
  }

  whole(): Value {
    const value = this.compare();
    if (this.at < this.list.length) throw new Unsupported('rest');
    return value;
  }

  private take(...ops: string[]): string | null {
    const token = this.list[this.at];
    if (token?.kind !== 'op' || !ops.includes(token.text)) return null;
    this.at += 1;
    return token.text;
  }

  private compare(): Value {
    let left = this.join();
    for (
      let op = this.take('=', '<>', '<', '>', '<=', '>=');
      op !== null;
      op = this.take('=', '<>', '<', '>', '<=', '>=')
    ) {
      const a = single(left) ?? 0;
      const b = single(this.join()) ?? 0;
      const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === 'number' ? -1 : 1;
      left =
        op === '='
          ? order === 0
          : op === '<>'
            ? order !== 0
            : op === '<'
              ? order < 0
              : op === '>'
                ? order > 0
                : op === '<='
                  ? order <= 0
                  : order >= 0;
    }
    return left;
  }

  private join(): Value {
    let left = this.sum();
    while (this.take('&') !== null) left = text(left) + text(this.sum());
    return left;
  }

  private sum(): Value {
    let left = this.product();
    for (let op = this.take('+', '-'); op !== null; op = this.take('+', '-')) {
      const right = number(this.product());
      left = op === '+' ? number(left) + right : number(left) - right;
    }
    return left;
  }

  private product(): Value {
    let left = this.power();
    for (let op = this.take('*', '/'); op !== null; op = this.take('*', '/')) {
      const right = number(this.power());
      if (op === '/' && right === 0) throw new Failure('#DIV/0!');
      left = op === '*' ? number(left) * right : number(left) / right;
    }
    return left;
  }

  private power(): Value {
    let left = this.unary();
    while (this.take('^') !== null) left = number(left) ** number(this.unary());
    return left;
  }

  private unary(): Value {
    if (this.take('-') !== null) return -number(this.unary());
    if (this.take('+') !== null) return this.unary();
    let value = this.atom();
    while (this.take('%') !== null) value = number(value) / 100;
    return value;
  }

  private atom(): Value {
    const token = this.list[this.at];
    if (token === undefined) throw new Unsupported('end');
    this.at += 1;
    if (token.kind === 'number') return Number(token.text);
    if (token.kind === 'text') return token.text;
    if (token.kind === 'bool') return token.text === 'TRUE';
    if (token.kind === 'ref') return this.reference(token);
    if (token.kind === 'call') return this.call(token.text);
    if (token.text !== '(') throw new Unsupported(token.text);
    const value = this.compare();
    if (this.take(')') === null) throw new Unsupported('(');
    return value;
  }

  private call(name: string): Value {
    this.take('(');
    const values: Value[] = [];
    if (this.take(')') === null) {
      do values.push(this.compare());
      while (this.take(',', ';') !== null);
      if (this.take(')') === null) throw new Unsupported(name);
    }
    const known = FUNCTIONS[name];
    if (known === undefined) throw new Unsupported(name);
    return known(values);
  }

  private reference({ text: address, sheet, end }: Token): Value {
    const from = fromA1(address)!;
    const to = end === undefined ? from : fromA1(end)!;
    const cells: Result[] = [];
    for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1)
      for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column += 1) {
        const value = this.look(sheet, row, column);
        if (value === undefined) throw new Failure('#REF!');
        cells.push(value);
      }
    return end === undefined ? cells[0]! : cells;
  }
}

/** @returns the result; throws Unsupported where the stored one is to stay. */
export function evaluate(formula: string, look: Look): Result {
  try {
    return single(new Reader(tokens(formula), look).whole()) ?? 0;
  } catch (error) {
    if (error instanceof Failure) return { error: error.code };
    throw error;
  }
}
