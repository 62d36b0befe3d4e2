/** What Lựa chọn says, as conditions over its cell. Case and outer blanks are free, as in core/framework/rules/match.ts. */
import { labelled } from '../framework/rules/index.ts';
import type { Rule } from '../framework/rules/rule.ts';
import { NO_WORDS, YES_WORDS } from '../framework/rules/yes-no.ts';
import type { HelperRow } from './cells.ts';
import { BeyondForms } from './quantity.ts';

/** Lựa chọn of a row as the kinds ask it. */
export interface ChoiceCell {
  /** 1 where a label stands in the cell, else 0; of several spellings any. */
  has(words: readonly string[]): string;
  /** A condition: nothing stands there but labels of the rule. */
  known: string;
}

/** A text within a formula holds 255 characters: Excel takes no file with a longer one. Quotes are counted as they are written. */
const CONSTANT = 255;
/** Of the 8,192 characters of a formula of 2007; what stands around them has room. */
const ROOM = 6000;

/** @returns a text as a formula writes it: a long one in pieces that are joined. */
export function quoted(text: string): string {
  const pieces = [''];
  for (const sign of text) {
    const written = sign === '"' ? '""' : sign;
    const last = pieces.length - 1;
    if ((pieces[last] ?? '').length + written.length > CONSTANT) pieces.push(written);
    else pieces[last] = `${pieces[last] ?? ''}${written}`;
  }
  return pieces.map((piece) => `"${piece}"`).join('&');
}

/** @returns the texts in runs that have room in one formula, of no more than so many. @throws BeyondForms where one alone has none. */
function runs(texts: readonly string[], most: number): string[][] {
  const found: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const size = quoted(text).length + 40;
    if (size > ROOM) throw new BeyondForms();
    const last = found[found.length - 1];
    if (last === undefined || last.length === most || size > room) {
      found.push([text]);
      room = ROOM - size;
    } else {
      last.push(text);
      room -= size;
    }
  }
  return found;
}

function spread(text: string): string {
  return text
    .split(/[;\n\r]/)
    .map((piece) => piece.trim().toLowerCase())
    .join(';;');
}

/** @returns whether the cell's text is one label, not a list of them. */
export function isSingle(rule: Rule): boolean {
  const [first, ...more] = labelled(rule);
  return more.length === 0 && first?.kind !== 'parts';
}

/** One label. */
function single(cell: string, all: readonly string[], row: HelperRow): ChoiceCell {
  const text = row.put(`IF(ISLOGICAL(${cell}),IF(${cell},"TRUE","FALSE"),TRIM(${cell}))`);
  const equal = (words: readonly string[]): string => words.map((word) => `${text}=${quoted(word)}`).join(',');
  const known = runs(all, 100).map((words) => row.put(`IF(OR(${equal(words)}),1,0)`));
  return {
    has: (words) => `IF(OR(${equal(words)}),1,0)`,
    known: `(${known.join('+')})>0`,
  };
}

/** Labels with ; or line breaks between them: each is looked for as “;label;”, and once all are taken out nothing is left. */
function several(cell: string, all: readonly string[], row: HelperRow): ChoiceCell {
  const even = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(TRIM(LOWER(${cell})),CHAR(13),""),CHAR(10),";"),"; ",";")," ;",";")`;
  const text = row.put(`";"&SUBSTITUTE(${even},";",";;")&";"`);
  let rest = text;
  const longest = [...all].sort((x, y) => y.length - x.length);
  const parts = longest.map((label) => `;${spread(label)};`);
  // Functions may stand in each other 64 deep.
  for (const labels of runs(parts, 20))
    rest = row.put(labels.reduce((inside, label) => `SUBSTITUTE(${inside},${quoted(label)},"")`, rest));
  const found = (word: string): string => {
    const part = `;${spread(word)};`;
    // A label within a longer one (“Dự họp” in “Dự họp; chủ trì”) is there only where the longer one is taken out.
    const longer = parts.filter((other) => other !== part && other.includes(part)).slice(0, 20);
    if (quoted(longer.join('')).length > ROOM) throw new BeyondForms();
    const left = longer.reduce((inside, other) => `SUBSTITUTE(${inside},${quoted(other)},"")`, text);
    return `ISNUMBER(FIND(${quoted(part)},${longer.length === 0 ? left : row.put(left)}))`;
  };
  return {
    has: (words) => `IF(OR(${words.map(found).join(',')}),1,0)`,
    known: `AND(${text}<>";;",SUBSTITUTE(${rest},";","")="")`,
  };
}

/** @returns Lựa chọn of a rule; null where the rule does not ask it. @throws BeyondForms where a label is longer than any formula. */
export function choiceOf(rule: Rule, cell: string, row: HelperRow): ChoiceCell | null {
  const rules = labelled(rule);
  if (rules.length === 0) return null;
  const all = rules.flatMap((one) =>
    one.kind === 'yes-no' ? [...YES_WORDS, ...NO_WORDS] : one.options.map(({ label }) => label),
  );
  if (isSingle(rule)) return single(cell, all, row);
  // None of the parts, but answered.
  const [first] = rules;
  const none = rules.length === 1 && first?.kind === 'parts' ? NO_WORDS : [];
  return several(cell, [...all, ...none], row);
}
