/** Texts as people write them: cleaned for reading, folded for comparing. Folded texts are for comparing only, never shown. */
import { isLegacy } from './legacy.ts';
import { remembered } from './remember.ts';

/** Format characters (zero-width blanks, joiners, soft hyphens, direction marks), joiner and filler, variation selectors. */
const INVISIBLE = /\p{Cf}|\u034F|\u115F|\p{Variation_Selector}/gu;
const BLANKS = /[\s\p{Cc}]+/gu;

/** Grave, acute, tilde, hook above, dot below. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** A tone typed before the circumflex, breve or horn of its letter: Unicode keeps that order, people see the same letter. */
const TONE_FIRST = /([\u0300\u0301\u0303\u0309\u0323]+)([\u0302\u0306\u031B])/g;
const PLAIN = /^[\x20-\x7E]*$/;
/** Plain and without a blank: as clean as a text can be. */
const BARE = /^[\x21-\x7E]*$/;
const MARK_LEFT = /\p{M}/u;
/** No letter of any language carries as many; a longer run costs the normal forms its square. */
const MARKS = /(\p{M}{12})\p{M}+/gu;

/** @returns NFC, without the marks beyond what any letter carries: a long run of them costs the square. */
export function nfc(text: string): string {
  return text.replace(MARKS, '$1').normalize('NFC');
}

/** NFC, including letters whose marks were typed or converted in another order than Unicode's own. */
function composed(text: string): string {
  // Most texts compose whole; a mark that is left over tells of another order, or of a letter of another language.
  const usual = text.normalize('NFC');
  if (!MARK_LEFT.test(usual)) return usual;
  return text.normalize('NFD').replace(TONE_FIRST, '$2$1').normalize('NFC');
}

const cleaned = remembered((text) => {
  // In an old encoding the soft hyphen is the letter ư, and no letter is what it seems.
  if (isLegacy(text)) return text.replace(BLANKS, ' ').trim();
  const seen = PLAIN.test(text) ? text : composed(text.replace(INVISIBLE, '').replace(MARKS, '$1'));
  return seen.replace(BLANKS, ' ').trim();
});

/**
 * @returns the text as people see it: one normal form, nothing invisible, every run of blanks and newlines one blank, trimmed. Of text in an
 * old encoding (legacy.ts) the blanks alone.
 */
export function clean(text: string): string {
  return BARE.test(text) ? text : cleaned(text);
}

/**
 * @returns whether the text differs from what people see in it: zero-width characters, blanks that are not the ordinary one, double or
 * outer blanks, newlines, letters in another normal form. clean() is the repair.
 */
export function hasInvisible(text: string): boolean {
  return clean(text) !== text;
}

/** Eth (Icelandic) and the African D look like Đ and come from keyboards and old fonts in its place. */
function lowered(text: string): string {
  return text.toLowerCase().replace(/[ðɖ]/g, 'đ');
}

function withoutMarks(text: string): string {
  return PLAIN.test(text)
    ? text
    : text
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/đ/g, 'd');
}

/**
 * @returns clean, lower case, all diacritics folded (đ = d): to suggest what someone may have meant, never to match names. Text in an old
 * encoding is not folded: two of its letters would become one.
 */
export const foldLoose = remembered((text: string) =>
  isLegacy(text) ? clean(text) : withoutMarks(lowered(clean(text))),
);

/** Takes bracketed remarks out from the inside outwards, in one pass; what holds "(nhan)" or a bracket without its pair stays. */
function withoutBrackets(text: string): string {
  if (!/[([]/.test(text)) return text;
  const kept: string[] = [];
  let open: { at: number; bracket: string; firm: boolean }[] = [];
  for (const character of text) {
    if (character === '(' || character === '[') open.push({ at: kept.length, bracket: character, firm: false });
    if (character !== ')' && character !== ']') {
      kept.push(character);
      continue;
    }
    const last = open.pop();
    const pairs = last !== undefined && last.bracket === (character === ')' ? '(' : '[');
    const stays =
      !pairs ||
      last.firm ||
      (character === ')' &&
        kept
          .slice(last.at + 1)
          .join('')
          .trim() === 'nhan');
    if (stays) {
      kept.push(character);
      // A bracket that stays keeps those around it; one without its pair, all that are open.
      if (pairs) for (const around of open.slice(-1)) around.firm = true;
      else open = [];
    } else {
      kept.length = last.at;
      kept.push(' ');
    }
  }
  return kept.join('');
}

/**
 * @returns a header's words for comparing: as foldLoose, without bracketed remarks, footnote marks and trailing colons.
 * The bracket of "a (nhãn)" is part of that header's name and stays.
 */
export const foldHeader = remembered((text: string) => {
  const words = withoutBrackets(foldLoose(text))
    .replace(/[*¹²³⁰⁴-⁹†‡]+/g, ' ')
    .replace(/\s+/g, ' ');
  let end = words.length;
  while (end > 0 && ' :：'.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end).trim();
});

/** One syllable with its tone moved to the end, and y written i where it is the only vowel letter. */
function foldSyllable(syllable: string): string {
  if (/^[a-z]+$/.test(syllable) && !syllable.includes('y')) return syllable;
  const decomposed = syllable.normalize('NFD');
  const tone = (decomposed.match(TONE) ?? []).join('');
  let letters = decomposed.replace(TONE, '');
  const onset = letters.startsWith('qu') ? 2 : 0;
  const vowels = letters.slice(onset).match(/[aeiouy]/g) ?? [];
  if (vowels.length === 1 && vowels[0] === 'y')
    letters = letters.slice(0, onset) + letters.slice(onset).replace('y', 'i');
  return (letters + tone).normalize('NFC');
}

/**
 * @returns a unit's name or a choice label for comparing: clean, lower case, tone placement (hòa = hoà) and i/y (Mỹ = Mĩ) folded.
 * Diacritics are kept: Lộc Thạnh and Lộc Thành are two communes. Text in an old encoding is not folded.
 */
export const foldName = remembered((text: string) =>
  isLegacy(text) ? clean(text) : lowered(clean(text)).replace(/[\p{L}\p{M}]+/gu, foldSyllable),
);

const COMMITTEES = ['ubnd', foldName('Ủy ban nhân dân')];

/** @returns a unit's name for comparing: foldName, without a leading UBND or Ủy ban nhân dân. */
export const foldUnit = remembered((text: string) => {
  const name = foldName(text);
  for (const committee of COMMITTEES) {
    if (name.startsWith(`${committee} `)) return name.slice(committee.length + 1);
  }
  return name;
});
