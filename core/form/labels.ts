/** What Lựa chọn says, as conditions over its cell. Case and outer blanks are free, as in core/framework/rules/match.ts. */
import { labelled } from '../framework/rules/index.ts';
import type { Rule } from '../framework/rules/rule.ts';
import { NO_WORDS, YES_WORDS } from '../framework/rules/yes-no.ts';
import type { HelperRow } from './cells.ts';

/** Lựa chọn of a row as the kinds ask it. */
export interface ChoiceCell {
  /** 1 where a label stands in the cell, else 0; of several spellings any. */
  has(words: readonly string[]): string;
  /** A condition: nothing stands there but labels of the rule. */
  known: string;
}

/** @returns a text as a formula writes it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
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
  return {
    has: (words) => `IF(OR(${equal(words)}),1,0)`,
    known: `OR(${equal(all)})`,
  };
}

/** Labels with ; or line breaks between them: each is looked for as “;label;”, and once all are taken out nothing is left. */
function several(cell: string, all: readonly string[], row: HelperRow): ChoiceCell {
  const even = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(TRIM(LOWER(${cell})),CHAR(13),""),CHAR(10),";"),"; ",";")," ;",";")`;
  const text = row.put(`";"&SUBSTITUTE(${even},";",";;")&";"`);
  let rest = text;
  const longest = [...all].sort((x, y) => y.length - x.length);
  // A formula of 2007 may be 8,192 characters long, and functions may stand in each other 64 deep.
  for (let from = 0; from < longest.length; from += 20)
    rest = row.put(
      longest
        .slice(from, from + 20)
        .reduce((inside, label) => `SUBSTITUTE(${inside},${quoted(`;${spread(label)};`)},"")`, rest),
    );
  const found = (word: string): string => `ISNUMBER(FIND(${quoted(`;${spread(word)};`)},${text}))`;
  return {
    has: (words) => `IF(OR(${words.map(found).join(',')}),1,0)`,
    known: `AND(${text}<>";;",SUBSTITUTE(${rest},";","")="")`,
  };
}

/** @returns Lựa chọn of a rule; null where the rule does not ask it. */
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
