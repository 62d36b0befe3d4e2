/** What a cell of Lựa chọn says, in the rule's own labels. */
import { clean, foldName } from '../../workbook/text.ts';
import { byName } from './choice.ts';
import type { OfKind } from './kind.ts';
import { walk } from './kinds.ts';
import type { Labelled, Rule } from './rule.ts';
import { yesOrNo } from './yes-no.ts';

type Matcher = (text: string) => string[] | null;

/** @returns the rules that read Lựa chọn, parts of parts included. */
export function labelled(rule: Rule): OfKind<'yes-no' | 'choice' | 'parts'>[] {
  const found: OfKind<'yes-no' | 'choice' | 'parts'>[] = [];
  walk(rule, (part) => {
    if (part.kind === 'yes-no' || part.kind === 'choice' || part.kind === 'parts') found.push(part);
  });
  return found;
}

function one(options: Labelled[], text: string): string[] | null {
  const found = byName(options).get(foldName(text));
  return found === undefined ? null : [found.label];
}

function matcher(rule: Rule): Matcher {
  if (rule.kind === 'choice' || rule.kind === 'parts') return (text) => one(rule.options, text);
  return (text) => {
    const answer = yesOrNo(text);
    return answer === null ? null : [answer];
  };
}

/** Splits at `;` and line breaks, but takes the longest run that is a label (a label may hold `;`). */
function several(matchers: Matcher[], text: string): string[] | null {
  const pieces = text.split(/[;\n\r]/).filter((piece) => clean(piece) !== '');
  const found: string[] = [];
  let at = 0;
  while (at < pieces.length) {
    let taken = 0;
    for (let to = Math.min(pieces.length, at + 8); to > at && taken === 0; to -= 1) {
      const run = pieces.slice(at, to).join(';');
      const labels = matchers.flatMap((match) => match(run) ?? []);
      if (labels.length === 0) continue;
      for (const label of labels) if (!found.includes(label)) found.push(label);
      taken = to - at;
    }
    if (taken === 0) return null;
    at += taken;
  }
  return found.length === 0 ? null : found;
}

/**
 * @param cell the text of the cell, or TRUE/FALSE
 * @returns the labels as the rule writes them (yes-no: Có or Không; none of the parts: an empty list); null where the text is none of them.
 */
export function matchLabels(rule: Rule, cell: string | boolean): string[] | 'not-applicable' | null {
  const text = typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : cell;
  const rules = labelled(rule);
  const matchers = rules.map(matcher);
  const [first] = rules;
  const single = rules.length === 1 && first?.kind !== 'parts' ? matchers[0] : undefined;
  const found = single === undefined ? several(matchers, text) : single(text);
  if (found !== null) return found;
  if (foldName(text) === foldName('Không áp dụng')) return 'not-applicable';
  const none = rules.length === 1 && first?.kind === 'parts' && yesOrNo(text) === 'Không';
  return none ? [] : null;
}
