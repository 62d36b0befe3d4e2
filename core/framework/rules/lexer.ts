/** Turns the text of "Cách tính" into tokens. Positions always point into the text as it was typed. */
import { fromDecimal, type Exact } from '../../exact/exact.ts';
import type { Under } from '../../messages/ids.ts';
import type { Message, MessageArgument } from '../../messages/message.ts';
import { clean, foldName } from '../../workbook/text.ts';

/** Stops reading at the first thing that is not understood. */
export class RuleError extends Error {
  position: number;
  reason: Message;
  constructor(position: number, reason: Message) {
    super(reason.id);
    this.position = position;
    this.reason = reason;
  }
}

/** Throws a RuleError whose words are `rule.error.<id>`. */
export function fail(position: number, id: Under<'rule.error.'>, args: Record<string, MessageArgument> = {}): never {
  throw new RuleError(position, { id: `rule.error.${id}`, args });
}

/** `end` is the end of the text; `line` a line break, which ends list items as `;` does. */
export type Token =
  | { type: 'word'; at: number; to: number; word: string; folded: string }
  | { type: 'number'; at: number; to: number; value: Exact }
  | { type: 'symbol'; at: number; to: number; symbol: string }
  | { type: 'line' | 'end'; at: number; to: number };

const BLANK = /[^\S\n\r]|[\u200B-\u200D\u2060\uFEFF\u00AD]/;
const LETTER = /[\p{L}\p{M}]/u;
const SYMBOLS: Record<string, string> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '×': 'x',
  '*': 'x',
  '≥': '>=',
  '≤': '<=',
  '“': '"',
  '”': '"',
  '✕': 'x',
};

function number(text: string, at: number): Token {
  let to = at;
  while (to < text.length && /[0-9.,]/.test(text.charAt(to))) to += 1;
  // A separator after the last digit is no part of the number: a list written with commas fails at its comma.
  while (/[.,]/.test(text.charAt(to - 1))) to -= 1;
  const whole = text.slice(at, to);
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(whole);
  if (match === null) {
    if (/^\d{1,3}([.,]\d{3})+$/.test(whole)) fail(at, 'thousands', { text: whole });
    return fail(at, 'number', { text: whole });
  }
  const [, digits = '', fraction] = match;
  if (fraction !== undefined && fraction.length === 3 && !digits.startsWith('0'))
    fail(at, 'thousands', { text: whole });
  if (digits.length + (fraction ?? '').length > 15) fail(at, 'number', { text: whole });
  const plain = digits.replace(/^0+(?=\d)/, '');
  return { type: 'number', at, to, value: fromDecimal(fraction === undefined ? plain : `${plain}.${fraction}`) };
}

function lex(text: string, start: number, limit: number): Token {
  let at = start;
  while (at < limit && BLANK.test(text.charAt(at))) at += 1;
  if (at >= limit) return { type: 'end', at: limit, to: limit };
  const character = text.charAt(at);
  if (character === '\n' || character === '\r') return { type: 'line', at, to: at + 1 };
  if (/[0-9]/.test(character)) return number(text, at);
  if (LETTER.test(character)) {
    let to = at;
    while (to < limit && LETTER.test(text.charAt(to))) to += 1;
    const word = text.slice(at, to);
    const folded = foldName(word);
    if (folded === 'x') return { type: 'symbol', at, to, symbol: 'x' };
    return { type: 'word', at, to, word: clean(word), folded };
  }
  const pair = text.slice(at, at + 2);
  if (pair === '>=' || pair === '<=') return { type: 'symbol', at, to: at + 2, symbol: pair };
  return { type: 'symbol', at, to: at + 1, symbol: SYMBOLS[character] ?? character };
}

const FOLDED = new Map<string, string[]>();
function syllables(phrase: string): string[] {
  let words = FOLDED.get(phrase);
  if (words === undefined) FOLDED.set(phrase, (words = phrase.split(' ').map((word) => foldName(word))));
  return words;
}

/** Reads a text from left to right, one token ahead or more. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Depth of parentheses and brackets: bounded, so that no text can exhaust the stack. */
  depth = 0;
  constructor(text: string) {
    this.text = text;
  }

  /** @returns the next token without taking it. */
  peek(): Token {
    return lex(this.text, this.at, this.text.length);
  }

  /** Takes the next token. */
  next(): Token {
    const token = this.peek();
    this.at = token.to;
    return token;
  }

  /** Takes the symbol if it is next. */
  symbol(symbol: string): boolean {
    const token = this.peek();
    if (token.type !== 'symbol' || token.symbol !== symbol) return false;
    this.at = token.to;
    return true;
  }

  /** Takes the words if they are next, all of them or none. */
  words(phrase: string): boolean {
    const before = this.at;
    for (const word of syllables(phrase)) {
      const token = this.next();
      if (token.type !== 'word' || token.folded !== word) {
        this.at = before;
        return false;
      }
    }
    return true;
  }

  /** Takes a heading: the words and the colon behind them. */
  heading(phrase: string): boolean {
    const before = this.at;
    if (this.words(phrase) && this.symbol(':')) return true;
    this.at = before;
    return false;
  }

  /** Takes line breaks. */
  lines(): void {
    while (this.peek().type === 'line') this.next();
  }

  /** Takes `;` and line breaks; @returns whether there were any. */
  separators(): boolean {
    const before = this.at;
    for (;;) {
      const token = this.peek();
      if (token.type !== 'line' && !(token.type === 'symbol' && token.symbol === ';')) break;
      this.at = token.to;
    }
    return this.at !== before;
  }

  /** @returns whether nothing of this rule is left: the end of the text, or the `]` of its part. */
  done(): boolean {
    const token = this.peek();
    return token.type === 'end' || (token.type === 'symbol' && token.symbol === ']');
  }

  /** Enters a parenthesis or bracket. */
  enter(): void {
    this.depth += 1;
    if (this.depth > 40) fail(this.at, 'depth');
  }

  /** Fails at the next token: `rule.error.<id>` with what was found there. */
  expected(id: Under<'rule.error.'>): never {
    const token = this.peek();
    if (token.type === 'end') return fail(token.at, id, { found: '' });
    const found = token.type === 'line' ? '⏎' : this.text.slice(token.at, token.to);
    return fail(token.at, id, { found });
  }
}
