/**
 * Text typed in the encodings of before Unicode and shown by their own fonts: TCVN 5712:1993 (VN3, “ABC”, fonts .Vn…) and VNI for Windows.
 * In a workbook of today it stands as Latin-1 letters and signs; among them U+00AD, which is the letter ư there and a soft hyphen elsewhere.
 */
import { isSyllable } from './syllable.ts';

export type Encoding = 'tcvn3' | 'vni';
const ENCODINGS: readonly Encoding[] = ['tcvn3', 'vni'];

/** TCVN 5712:1993 VN3 from 0xA1 on; a dot: no letter there. */
const TCVN3 = 'ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ';

/** Words before a unit's name or number: in TCVN3 some are words of Unicode too, or too short to say anything alone. */
const KINDS = 'xã phường huyện quận tỉnh sở tổ khối lớp cụm nhóm xóm thôn trường phòng';

/** VNI for Windows: signs behind the vowel (aù = á), and letters of its own. */
const VNI_SIGNS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  í: 'í',
  ì: 'ì',
};
/** Which vowels a sign goes with. */
const VNI_PAIR = /([aeouyôö])([ùøûõï])|([aeo])([âáàåãä])|(a)([êéèúüë])|([ñôöæóòîíì])/giu;

const HIGH = /[\u0080-\uffff]/;
const HIGHS = /[\u0080-\uffff]/g;
const TOKENS = /[^\s!-/:-@[-`{-~\u2010-\u203a]+/g;
/** Signs that Vietnamese in Unicode has no use for, or not in that place: most texts have none and are not looked at further. */
const SUSPECT =
  /[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce\u00cf\u00d0\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]|\p{Ll}[\u00c0-\u00de]|[aeouyôö][ùõâáàãêéèú]|[AEOUYÔÖ][ÙÕÂÁÀÃÊÉÈÚ]/u;
/** Letters of Vietnamese in Unicode that stand outside of Latin-1. */
const UNICODE = /[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u036f]/;

function capital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

function fromVni(word: string): string {
  const marked = (vowel: string, sign: string): string => {
    const own = VNI_LETTERS[vowel.toLowerCase()];
    const base = own === undefined ? vowel : capital(vowel) ? own.toUpperCase() : own;
    return (base + VNI_SIGNS[sign.toLowerCase()]!).normalize('NFC');
  };
  return word.replace(VNI_PAIR, (found: string, ...parts: (string | undefined)[]) => {
    for (const at of [0, 2, 4]) if (parts[at] !== undefined) return marked(parts[at], parts[at + 1]!);
    const letter = VNI_LETTERS[found.toLowerCase()]!;
    return capital(found) ? letter.toUpperCase() : letter;
  });
}

function fromTcvn3(word: string): string {
  return word.replace(HIGHS, (sign) => {
    const letter = TCVN3[sign.charCodeAt(0) - 0xa1];
    return letter === undefined || letter === '.' ? sign : letter;
  });
}

const FROM: Readonly<Record<Encoding, (word: string) => string>> = { tcvn3: fromTcvn3, vni: fromVni };

const inTcvn3 = (word: string): string =>
  word.replace(HIGHS, (letter) => String.fromCharCode(0xa1 + TCVN3.indexOf(letter)));
/** "X· Tân Phú", "UBND x· A", "Líp 6A", "3. Tæ 2": such a word at the head and, behind it, a name or a number. */
const HEADS = KINDS.split(' ').map((word) => {
  const typed = inTcvn3(word);
  return `[${typed[0]}${typed[0]!.toUpperCase()}]${typed.slice(1)}`;
});
const HEADED = new RegExp(
  `^\\s*(?:\\d{1,3}[.)]\\s*)?(?:(?:UBND|H[§Đ]ND)\\s+)?(${HEADS.join('|')})\\s+(?=\\p{Lu}|\\d)`,
  'u',
);
/** Where the word could be a word of Unicode, only a number or a letter behind it makes it one of these. */
const NUMBERED = /^(?:\d{1,3}[A-Z]?\d{0,2}|[A-Z]\d{0,2}|[IVX]+)$/;

/** @returns the word before a unit's name that a text begins with in TCVN3, null where there is none. */
function headOf(text: string): string | null {
  const head = text.length > 80 ? null : HEADED.exec(text);
  if (head === null) return null;
  const word = head[1]!;
  return saidBy(word).tcvn3 === 'sure' || word.includes('\u00ad') || NUMBERED.test(text.slice(head[0].length).trim())
    ? word
    : null;
}

/** Written as people write: no capital behind a small letter. */
function isCased(word: string): boolean {
  return !/\p{Ll}\p{Lu}/u.test(word);
}

/** Signs that people put behind one or two letters: footnotes, ordinals, marks of trade. And eth, which passes for Đ. */
const APPENDED = /^[A-Za-z]{1,2}[\u00b9\u00aa\u00ae\u00a9]$|^[A-Z]+\u00d0[A-Z]*$/;

/** What one word says about an encoding: `sure`: only that explains it; `maybe`: so does Unicode; `other`: it does not. */
type Sign = 'sure' | 'maybe' | 'other';

function signOf(word: string, encoding: Encoding): Sign {
  const converted = FROM[encoding](word);
  if (converted === word || converted.length < 2 || !isSyllable(converted.toLowerCase())) return 'other';
  const seen = word.replaceAll('\u00ad', '');
  return (isCased(seen) && isSyllable(seen.toLowerCase())) || APPENDED.test(word) ? 'maybe' : 'sure';
}

/** A word too short to say anything alone; and a product, x\u00b7y or N\u00b7m. */
const SHORT = /^(?:.{1,2}|\p{L}\u00b7\p{L})$/u;

/** What a word says about each encoding, and whether Unicode reads it. */
type Said = Readonly<Record<Encoding, Sign>> & { readable: boolean };
/** Workbooks say the same few thousand words again and again; beyond so many the memory is emptied. */
const MOST_KNOWN = 20_000;
const known = new Map<string, Said>();

function saidBy(word: string): Said {
  let said = known.get(word);
  if (said === undefined) {
    said = { tcvn3: signOf(word, 'tcvn3'), vni: signOf(word, 'vni'), readable: isSyllable(word.toLowerCase()) };
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(word, said);
  }
  return said;
}

/** Words of a text that are more than ASCII. */
function wordsOf(text: string): string[] {
  return (text.match(TOKENS) ?? []).filter((word) => HIGH.test(word));
}

/** What the words of a text, or of a whole sheet, say about each encoding. */
export class Evidence {
  private readonly sure: Record<Encoding, Set<string>> = { tcvn3: new Set(), vni: new Set() };
  private readonly other: Record<Encoding, Set<string>> = { tcvn3: new Set(), vni: new Set() };
  /** Whether Vietnamese in Unicode stands here too. */
  mixed = false;
  /** Whether a word of KINDS stands at the head of a text: it says as much as several. */
  private headed = false;

  add(text: string): void {
    if (UNICODE.test(text)) this.mixed = true;
    const head = headOf(text);
    if (head !== null) {
      this.headed = true;
      this.sure.tcvn3.add(head);
    } else if (!SUSPECT.test(text)) return;
    for (const word of wordsOf(text)) {
      const said = saidBy(word);
      for (const encoding of ENCODINGS) {
        if (said[encoding] === 'sure') this.sure[encoding].add(word);
        // Unicode's own words say nothing against it: sheets are mixed.
        else if (said[encoding] === 'other' && !said.readable && !UNICODE.test(word)) this.other[encoding].add(word);
      }
    }
  }

  /** How many words speak for an encoding; 0: too few, or more against it. */
  private weight(encoding: Encoding, elsewhere: Encoding | null): number {
    const sure = this.sure[encoding];
    const backed = elsewhere === encoding || (encoding === 'tcvn3' && this.headed);
    const lone = !backed && sure.size === 1 && [...sure].every((word) => SHORT.test(word) && isCased(word));
    return lone || sure.size <= this.other[encoding].size ? 0 : sure.size;
  }

  /** The encoding that most words speak for, null: none. @param elsewhere what the other sheets are in: one short word is enough then. */
  encoding(elsewhere: Encoding | null = null): Encoding | null {
    const [tcvn3, vni] = [this.weight('tcvn3', elsewhere), this.weight('vni', elsewhere)];
    if (tcvn3 === 0 && vni === 0) return null;
    return vni > tcvn3 ? 'vni' : 'tcvn3';
  }
}

/** @returns whether a text by itself is plainly in an old encoding: its letters are not what they seem. */
export function isLegacy(text: string): boolean {
  const headed = headOf(text) !== null;
  if (!headed && !SUSPECT.test(text)) return false;
  // Most of what looks odd is Unicode after all ("toà", "xuân").
  if (!headed && !wordsOf(text).some((word) => ENCODINGS.some((encoding) => saidBy(word)[encoding] === 'sure')))
    return false;
  const evidence = new Evidence();
  evidence.add(text);
  return evidence.encoding() !== null;
}

/**
 * Converts the stretches of a text that hold a word which only the encoding explains; words of Unicode part them. Beside those, a head alone
 * says nothing of the name behind it ("X· Phú Mỹ").
 */
function convertStretches(text: string, encoding: Encoding, head: string | null): string {
  const words = text.match(TOKENS) ?? [];
  const converted = [...words];
  let from = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && !UNICODE.test(words[at]!)) continue;
    const stretch = words.slice(from, at);
    const isWhole = stretch.some((word) => word !== head && HIGH.test(word) && saidBy(word)[encoding] === 'sure');
    stretch.forEach((word, place) => {
      if (isWhole || word === head) converted[from + place] = FROM[encoding](word);
    });
    from = at + 1;
  }
  let next = 0;
  return text.replace(TOKENS, () => converted[next++]!);
}

/**
 * @param encoding of most of the sheet. @param mixed whether Vietnamese in Unicode stands on the sheet too: then only what is plain.
 * @returns the text in Unicode; unchanged where it is so already or where that is not plain.
 */
export function toUnicode(text: string, encoding: Encoding, mixed: boolean): string {
  if (!HIGH.test(text)) return text;
  const words = wordsOf(text);
  const signs = words.map((word) => saidBy(word)[encoding]);
  const head = encoding === 'tcvn3' ? headOf(text) : null;
  if (head !== null || signs.includes('sure'))
    return UNICODE.test(text) ? convertStretches(text, encoding, head) : FROM[encoding](text);
  // A word that Unicode explains too, or the first letters of some.
  const isPlain = (word: string, at: number): boolean =>
    signs[at] === 'maybe' || /^[A-ZĂÂĐÊÔƠƯ]{2,}$/.test(FROM[encoding](word));
  return !mixed && words.every(isPlain) ? FROM[encoding](text) : text;
}
