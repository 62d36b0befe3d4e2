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
  text: string;
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
    const base = mark > 0 ? marks.replace(TONES[mark] ?? '', '').normalize('NFC') : part;
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
  return { text, primary, tones };
}

function compareItems(a: number | string, b: number | string): number {
  if (typeof a === 'string' && typeof b === 'string') {
    // Digits without leading zeros: the longer number is the larger.
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  }
  return (typeof a === 'string' ? DIGITS : a) - (typeof b === 'string' ? DIGITS : b);
}

/** @returns how the first items that differ stand; 0 where none does, as far as both go. */
function compareLists(a: Key['primary'], b: Key['primary']): number {
  for (let index = 0; index < a.length && index < b.length; index++) {
    const order = compareItems(a[index]!, b[index]!);
    if (order !== 0) return order;
  }
  return 0;
}

function compareKeys(left: Key, right: Key): number {
  return (
    compareLists(left.primary, right.primary) ||
    left.primary.length - right.primary.length ||
    compareLists(left.tones, right.tones) ||
    (left.text === right.text ? 0 : left.text < right.text ? -1 : 1)
  );
}

/**
 * Compares two names in Vietnamese order: blanks and signs, numbers by value, then letters a ă â b c d đ …; where all letters are
 * equal, tones (ngang, huyền, hỏi, ngã, sắc, nặng); what is equal even then, by code unit.
 *
 * @returns below 0 where a comes first, above 0 where b does, 0 only for equal texts.
 */
export function compareVietnamese(a: string, b: string): number {
  return a === b ? 0 : compareKeys(keyOf(a), keyOf(b));
}

/** @returns the items by name in the same order; equal names stay as they are. Thousands are taken apart once each. */
export function sortedByName<T extends { name: string }>(items: readonly T[]): T[] {
  const keyed = items.map((item) => ({ item, key: keyOf(item.name) }));
  return keyed.sort((x, y) => compareKeys(x.key, y.key)).map(({ item }) => item);
}
