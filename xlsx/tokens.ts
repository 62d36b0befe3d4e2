/**
 * XML as tokens, in one pass over bytes (UTF-8) that may come in chunks: what is not well-formed is 'broken' at its place.
 * Comments and processing instructions are passed over; a chunk may end anywhere, even inside a character.
 */
import { decodeEntities } from './markup.ts';
import { ATTRIBUTES, CLOSE, decoded, END, OPEN, TEXT, Token, type Kind } from './token.ts';
import { UnusableFile } from './unusable.ts';

/** The next chunk, or null where nothing follows. */
export type Source = () => Uint8Array | null;

/** Something was passed over. */
const PASSED = 4;
/** The token goes on in the next chunk. */
const MORE = 5;

/** Deeper than this no workbook nests. */
const DEPTH = 256;
/** The longest reference with a meaning is "&#x0010FFFF;". */
const LONGEST = 12;

const [BANG, QUOTE, AMP, APOSTROPHE, SLASH, LESS, EQUALS, GREATER, QUESTION] = [33, 34, 38, 39, 47, 60, 61, 62, 63];

function broken(detail: string): never {
  throw new UnusableFile('broken', `XML: ${detail}`);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** Stops a name: a blank, a control character, or one of " ' / < = > & */
function endsName(code: number): boolean {
  return code <= 32 || code === 34 || code === 38 || code === 39 || code === 47 || (code >= 60 && code <= 62);
}

/** @returns a source of one chunk. */
export function sourceOf(bytes: Uint8Array): Source {
  let rest: Uint8Array | null = bytes;
  return () => {
    const chunk = rest;
    rest = null;
    return chunk;
  };
}

export class Tokens extends Token {
  /** Where the bytes in sight end. Behind them stands a 0, which stops every loop. */
  private limit = 0;
  private done = false;

  /** Elements that are open. */
  depth = 0;
  private roots = 0;
  /** "<?xml … ?>" at the beginning, or "". */
  declaration = '';

  /** The names of the open elements one after the other, and where each begins. */
  private names: Uint8Array = new Uint8Array(1024);
  private readonly begins = new Int32Array(DEPTH + 2);

  /** A fault in the characters: what is wrong with the tags goes before it. */
  private character = '';
  private fault: unknown = null;

  constructor(private readonly source: Source) {
    super();
  }

  /** @returns the kind of the next token. Throws 'broken', or 'doctype'. */
  next(): Kind {
    return this.token();
  }

  protected token(): Kind {
    try {
      return this.step();
    } catch (error) {
      this.fault = error;
      throw error;
    }
  }

  /**
   * Goes on to the end of the part. What is wrong with its bytes or its tags goes before what a reader found in its cells:
   * call it in any case. Throws what next() throws.
   */
  finish(): void {
    try {
      while (this.fault === null && this.token() !== END);
    } catch {
      // Kept as the fault.
    }
    while (this.source() !== null);
    if (this.fault !== null) throw this.fault;
  }

  private step(): Kind {
    for (;;) {
      const at = this.end;
      const code = this.bytes[at]!;
      let kind: number = MORE;
      if (code === LESS) {
        const sign = this.bytes[at + 1]!;
        kind = sign === SLASH ? this.close(at) : sign === BANG || sign === QUESTION ? this.pass(at) : this.open(at);
      } else if (at < this.limit) kind = this.text(at);
      if (kind < PASSED) {
        this.start = at;
        return kind as Kind;
      }
      if (kind === PASSED) continue;
      if (!this.more()) return this.last();
    }
  }

  /** Takes more into the window, and lets go of what lies before the token. @returns false where nothing more comes. */
  private more(): boolean {
    const kept = this.limit - this.end;
    const chunks: Uint8Array[] = [];
    let size = kept;
    // A token that does not end in sight is looked at again only when there is twice as much of it.
    while (!this.done && (size === kept || size < 2 * kept)) {
      const chunk = this.source();
      if (chunk === null) this.done = true;
      else if (chunk.length > 0) {
        chunks.push(chunk);
        size += chunk.length;
      }
    }
    if (this.done && size === 0) return false;
    const old = this.bytes.subarray(this.end, this.limit);
    if (this.bytes.length <= size) this.bytes = new Uint8Array(size + 1);
    this.bytes.set(old, 0);
    let at = kept;
    for (const chunk of chunks) {
      this.bytes.set(chunk, at);
      at += chunk.length;
    }
    this.bytes[size] = 0;
    this.limit = size;
    this.end = 0;
    return true;
  }

  private last(): Kind {
    if (this.depth > 0 || this.roots === 0) broken('ends early');
    if (this.character !== '') broken(this.character);
    return END;
  }

  private unfinished(detail: string): typeof MORE {
    return this.done ? broken(detail) : MORE;
  }

  private text(at: number): number {
    const { bytes } = this;
    let i = at;
    let code = bytes[i]!;
    let blank = true;
    let plain = true;
    while (code !== LESS) {
      if (code <= 32) {
        if (code === 0 && i >= this.limit) break;
        if (!isBlank(code)) plain = false;
      } else {
        blank = false;
        if (code === AMP || code === 0xef) plain = false;
      }
      code = bytes[(i += 1)]!;
    }
    // Whether an end tag follows is seen at its second sign.
    if (i + 1 >= this.limit && !this.done) return MORE;
    if (!plain) this.checkCharacters(at, i);
    if (this.depth === 0 && !blank && decoded(bytes, at, i).trim() !== '') broken('text outside the root');
    this.from = at;
    this.to = this.end = i;
    this.cdata = false;
    this.whole = code === LESS && bytes[i + 1] === SLASH;
    return TEXT;
  }

  /** Characters that XML cannot hold, and references without a meaning. */
  private checkCharacters(from: number, to: number): void {
    const { bytes } = this;
    for (let i = from; i < to; i += 1) {
      const code = bytes[i]!;
      if (code < 32 ? !isBlank(code) : code === 0xef && bytes[i + 1] === 0xbf && bytes[i + 2]! >= 0xbe)
        this.character = 'control character';
      if (code !== AMP) continue;
      const length = decoded(bytes, i, Math.min(i + LONGEST, to)).indexOf(';');
      if (length < 0) this.character = '&';
      else {
        try {
          decodeEntities(decoded(bytes, i, i + length + 1));
        } catch {
          this.character = 'reference';
        }
      }
    }
  }

  private close(at: number): number {
    const { bytes, names, depth } = this;
    if (depth === 0) broken('tags do not match');
    const from = this.begins[depth - 1]!;
    const length = this.begins[depth]! - from;
    let i = at + 2 + length;
    if (i >= this.limit) return this.unfinished('tags do not match');
    for (let k = 0; k < length; k += 1) if (bytes[at + 2 + k] !== names[from + k]) broken('tags do not match');
    this.from = at + 2;
    this.to = i;
    this.cdata = false;
    while (isBlank(bytes[i]!)) i += 1;
    if (i >= this.limit) return this.unfinished('tags do not match');
    if (bytes[i] !== GREATER) broken('tags do not match');
    this.depth -= 1;
    this.end = i + 1;
    return CLOSE;
  }

  private open(at: number): number {
    const { bytes } = this;
    let i = at + 1;
    while (!endsName(bytes[i]!)) i += 1;
    if (i >= this.limit) return this.unfinished('a tag does not end');
    if (i === at + 1) broken('element without a name');
    const to = i;
    this.attributes = 0;
    if (bytes[i] !== GREATER) i = this.walk(i);
    if (i < 0) return MORE;
    if (this.depth === 0 && (this.roots += 1) > 1) broken('two roots');
    this.empty = bytes[i - 1] === SLASH;
    if (!this.empty) this.push(at + 1, to);
    this.from = at + 1;
    this.to = to;
    this.end = i + 1;
    this.cdata = false;
    return OPEN;
  }

  private push(from: number, to: number): void {
    if ((this.depth += 1) > DEPTH) broken('nested too deep');
    const begin = this.begins[this.depth - 1]!;
    const end = begin + to - from;
    if (end > this.names.length) {
      const names = new Uint8Array(2 * end);
      names.set(this.names);
      this.names = names;
    }
    for (let k = from; k < to; k += 1) this.names[begin + k - from] = this.bytes[k]!;
    this.begins[this.depth] = end;
  }

  /** Walks over the attributes of a start tag. @returns the index of its '>', or -1 where it goes on in the next chunk. */
  private walk(from: number): number {
    const { bytes, places } = this;
    let i = from;
    for (let count = 0; ; count += 1) {
      const gap = i;
      while (isBlank(bytes[i]!)) i += 1;
      // At the end of the window both could still come.
      if (i + 1 >= this.limit && bytes[i] !== GREATER) return this.cut('attributes');
      if (bytes[i] === GREATER || (bytes[i] === SLASH && bytes[i + 1] === GREATER)) {
        this.attributes = count;
        return bytes[i] === GREATER ? i : i + 1;
      }
      if (i === gap || count === ATTRIBUTES) broken('attributes');
      const place = 4 * count;
      places[place] = i;
      while (!endsName(bytes[i]!)) i += 1;
      places[place + 1] = i;
      while (isBlank(bytes[i]!)) i += 1;
      if (i >= this.limit) return this.cut('attribute');
      if (places[place] === places[place + 1] || bytes[i] !== EQUALS) broken('attribute');
      i += 1;
      while (isBlank(bytes[i]!)) i += 1;
      if (i >= this.limit) return this.cut('attribute');
      const quote = bytes[i]!;
      if (quote !== QUOTE && quote !== APOSTROPHE) broken('attribute without quotes');
      const start = (i += 1);
      let plain = true;
      let code = bytes[i]!;
      while (code !== quote) {
        if (code === LESS) broken('attribute does not end');
        if (code < 32) {
          if (code === 0 && i >= this.limit) return this.cut('attribute does not end');
          if (!isBlank(code)) plain = false;
        } else if (code === AMP || code === 0xef) plain = false;
        code = bytes[(i += 1)]!;
      }
      if (!plain) this.checkCharacters(start, i);
      places[place + 2] = start;
      places[place + 3] = i;
      i += 1;
    }
  }

  private cut(detail: string): number {
    return this.done ? broken(detail) : -1;
  }

  /** A comment, an instruction, or CDATA. */
  private pass(at: number): number {
    const { bytes } = this;
    const instruction = bytes[at + 1] === QUESTION;
    const cdata = this.startsWith(at, '<![CDATA[');
    if (!instruction && !cdata && !this.startsWith(at, '<!--')) {
      if (this.limit - at < 9 && !this.done) return MORE;
      throw new UnusableFile('doctype');
    }
    const word = instruction ? '?>' : cdata ? ']]>' : '-->';
    const from = at + (instruction ? 2 : cdata ? 9 : 4);
    const last = word.charCodeAt(word.length - 1);
    // The word cannot end before all its signs came.
    let to = bytes.indexOf(last, from + word.length - 1);
    while (to >= 0 && to < this.limit && !this.startsWith(to + 1 - word.length, word)) to = bytes.indexOf(last, to + 1);
    if (to < 0 || to >= this.limit) return this.unfinished(`no ${word}`);
    if (instruction && this.roots === 0 && this.startsWith(at, '<?xml')) {
      // The declaration is held to the rules of text.
      this.checkCharacters(at, to);
      this.declaration = decoded(bytes, at, to + 1);
    }
    this.end = to + 1;
    if (!cdata || this.depth === 0) return PASSED;
    this.from = from;
    this.to = to + 1 - word.length;
    this.cdata = true;
    this.whole = false;
    return TEXT;
  }

  /** @returns the element of the start tag that came last as it is written, but for what is passed over. */
  element(): string {
    let written = this.written();
    if (this.empty) return written;
    for (let open = 1; open > 0;) {
      const kind = this.next();
      if (kind === CLOSE) open -= 1;
      else if (kind === OPEN && !this.empty) open += 1;
      written += this.written();
    }
    return written;
  }

  /** Passes over the element of the start tag that came last. */
  skip(): void {
    if (this.empty) return;
    let open = 1;
    while (open > 0) {
      const kind = this.next();
      if (kind === CLOSE) open -= 1;
      else if (kind === OPEN && !this.empty) open += 1;
    }
  }

  /** Goes on to the next child of the element whose start tag came last, past all text. @returns false at the element's end. */
  child(): boolean {
    for (;;) {
      const kind = this.next();
      if (kind === OPEN) return true;
      if (kind !== TEXT) return false;
    }
  }
}
