/** Vietnamese alphabetical order by our own table: hosts' own collations differ, and a ranking must not depend on the host. */
import { clean } from './text.ts';

/** f, j, w and z are no Vietnamese letters but occur in names; they stand where English has them. */
const LETTERS = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'];
const RANKS = new Map(LETTERS.map((letter, index) => [letter, index]));
/** ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

const BLANK = 0;
const OTHER = 1;
const DIGITS = 0x20_0000;
const LETTER = 0x20_0001;

interface Key {
  /** Letters, numbers and signs in order. A number is a text of digits without leading zeros. */
  primary: (number | string)[];
  /** One tone a syllable, so that where the tone mark stands does not matter. */
  tones: number[];
}

function keyOf(text: string): Key {
  const primary: (number | string)[] = [];
  const tones: number[] = [];
  let tone = -1;
  const endSyllable = (): void => {
    if (tone >= 0) tones.push(tone);
    tone = -1;
  };
  for (const part of clean(text)
    .toLowerCase()
    .match(/\d+|[^\d]/gu) ?? []) {
    if (/^\d/.test(part)) {
      endSyllable();
      primary.push(part.replace(/^0+(?=\d)/, ''));
      continue;
    }
    const marks = part.normalize('NFD');
    const mark = TONES.findIndex((each) => each !== '' && marks.includes(each));
    const base = mark > 0 ? marks.replace(TONES[mark]!, '').normalize('NFC') : part;
    const rank = RANKS.get(base);
    if (rank === undefined) {
      endSyllable();
      primary.push(part === ' ' ? BLANK : OTHER + (part.codePointAt(0) ?? 0));
      continue;
    }
    primary.push(LETTER + rank);
    tone = Math.max(tone, mark > 0 ? mark : 0);
  }
  endSyllable();
  return { primary, tones };
}

function compareItems(a: number | string, b: number | string): number {
  if (typeof a === 'string' && typeof b === 'string') {
    // Digits without leading zeros: the longer number is the larger.
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  }
  return (typeof a === 'string' ? DIGITS : a) - (typeof b === 'string' ? DIGITS : b);
}

/**
 * Compares two names in Vietnamese order: blanks and signs, numbers by value, then letters a ă â b c d đ …; where all letters are
 * equal, tones (ngang, huyền, hỏi, ngã, sắc, nặng); what is equal even then, by code unit.
 *
 * @returns below 0 where a comes first, above 0 where b does, 0 only for equal texts.
 */
export function compareVietnamese(a: string, b: string): number {
  if (a === b) return 0;
  const left = keyOf(a);
  const right = keyOf(b);
  for (let index = 0; index < left.primary.length && index < right.primary.length; index++) {
    const order = compareItems(left.primary[index]!, right.primary[index]!);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  const longer = left.primary.length - right.primary.length;
  if (longer !== 0) return longer < 0 ? -1 : 1;
  for (let index = 0; index < left.tones.length && index < right.tones.length; index++) {
    const order = left.tones[index]! - right.tones[index]!;
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
