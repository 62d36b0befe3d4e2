/** Texts of cells: shared strings and inline strings, runs joined, phonetic guides skipped. */
import { withoutFootnotes, type Run } from '#core/workbook/footnote';
import type { ChosenTokens } from './alternate.ts';
import { rootPrefix } from './scan.ts';
import { unescapeText } from './text.ts';
import { TextTable } from './text-table.ts';
import { CLOSE, OPEN, TEXT, type Kind } from './token.ts';
import { type Tokens } from './tokens.ts';
import { UnusableFile } from './unusable.ts';

/** A text of which footnote marks were left out. */
export interface Footnoted {
  text: string;
  footnote: string;
}

/** Without the blanks of XML at its ends; other blanks stay. By hand: a pattern takes quadratic time on long blanks. */
function trimmed(text: string): string {
  const blank = (at: number): boolean => ' \t\r\n'.includes(text[at]!);
  let from = 0;
  let to = text.length;
  while (from < to && blank(from)) from += 1;
  while (to > from && blank(to - 1)) to -= 1;
  return text.slice(from, to);
}

function told(text: string): string {
  return unescapeText(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
}

/** The texts of a workbook: cells that say the same share it. */
export class Texts {
  private readonly trimmed = new TextTable(trimmed);
  private readonly kept = new TextTable((text) => text);

  /** @returns what stands in an element, as it is; `kind` is its first token. Throws 'broken' where an element stands in it. */
  value(tokens: Tokens, kind: Kind): string {
    return textIn(tokens, kind, this.kept);
  }

  /** @returns the text of the <si> or <is> whose start tag came last; with the marks of its footnotes apart, where it has any. */
  string(tokens: Tokens, prefix: string): string | Footnoted {
    let out = '';
    let raised = false;
    // Where raised stretches begin and end in `out`: few texts have one.
    let stretches: number[] | null = null;
    for (let open = tokens.empty ? 0 : 1; open > 0;) {
      const kind = tokens.next();
      if (kind === CLOSE) open -= 1;
      if (kind !== OPEN) continue;
      if (tokens.isNamed(prefix, 't')) {
        if (tokens.empty) continue;
        const from = out.length;
        const table = tokens.says('xml:space', 'preserve') ? this.kept : this.trimmed;
        out += textIn(tokens, tokens.next(), table);
        if (raised) (stretches ??= []).push(from, out.length);
        continue;
      }
      if (tokens.isNamed(prefix, 'rPh')) {
        tokens.skip();
        continue;
      }
      if (tokens.isNamed(prefix, 'r')) raised = false;
      else if (tokens.isNamed(prefix, 'vertAlign')) {
        const value = tokens.attribute('val');
        if (value !== null) raised = value === 'superscript';
      }
      if (!tokens.empty) open += 1;
    }
    return stretches === null ? told(out) : withoutMarks(out, stretches);
  }
}

function textIn(tokens: Tokens, first: Kind, table: TextTable): string {
  let kind = first;
  if (kind === TEXT && tokens.whole) {
    const text = table.at(tokens.bytes, tokens.from, tokens.to);
    tokens.next();
    return text;
  }
  let pieces = '';
  for (; kind === TEXT; kind = tokens.next()) pieces += tokens.told();
  if (kind !== CLOSE) throw new UnusableFile('broken', 'an element in a text');
  return table.finished(pieces);
}

function withoutMarks(out: string, stretches: number[]): string | Footnoted {
  const runs: Run[] = [];
  let done = 0;
  for (let place = 0; place < stretches.length; place += 2) {
    const [from, to] = [stretches[place]!, stretches[place + 1]!];
    runs.push({ text: told(out.slice(done, from)), raised: false }, { text: told(out.slice(from, to)), raised: true });
    done = to;
  }
  runs.push({ text: told(out.slice(done)), raised: false });
  const { text, footnote } = withoutFootnotes(runs);
  return footnote === null ? text : { text, footnote };
}

/** Reads sharedStrings.xml. */
export function readSharedStrings(tokens: ChosenTokens, texts: Texts): (string | Footnoted)[] {
  const found: (string | Footnoted)[] = [];
  const prefix = rootPrefix(tokens);
  while (tokens.child()) {
    if (tokens.isNamed(prefix, 'si')) found.push(texts.string(tokens, prefix));
    else tokens.skip();
  }
  return found;
}
