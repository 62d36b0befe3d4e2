/**
 * Whether letters are a Vietnamese syllable as the language spells it: onset, rhyme, tone and the place of its mark. Tells text in old
 * encodings from text that only looks odd.
 */

const ONSETS = 'b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x'.split(' ');

/** Rhymes without their tone, by what ends them: with c, ch, p, t only two tones go. */
const RHYMES = new Set(
  (
    'a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây e em en eng eo ê êm ên êng ênh êu i ia iêm iên iêng iêu im in inh iu ' +
    'o oa oai oam oan oang oanh oao oay oăm oăn oăng oe oen oeo oi om on ong oong ô ôi ôm ôn ông ơ ơi ơm ơn ' +
    'u ua uân uâng uây uê uênh ui um un ung uô uôi uôm uôn uông uơ uy uya uyên uynh uyu ư ưa ưi ưm ưn ưng ươi ươm ươn ương ươu ưu ' +
    'y yêm yên yêng yêu ' +
    'ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich iêc iêp iêt ip it oac oach oap oat oăc oăt oc oet ooc op ot ôc ôp ôt ơp ơt ' +
    'uât uc uêch uôc uôt up ut uych uyêt uyt ưc ưt ươc ươp ươt yêt'
  ).split(' '),
);
const STOPPED = /(?:c|ch|p|t)$/;
/** Acute and dot below. */
const STOPPING = /[\u0301\u0323]/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SHAPED = /[ăâêôơư]/g;

/** Where the tone may stand: on the shaped vowel (the last of two), else on the last vowel before a consonant, else on either of two. */
function tonePlaces(rhyme: string): number[] {
  const shaped = [...rhyme.matchAll(SHAPED)].map(({ index }) => index);
  const last = shaped[shaped.length - 1];
  if (last !== undefined) return [last];
  const vowels = /^[aeiouy]*/.exec(rhyme)?.[0].length ?? 0;
  if (vowels < rhyme.length) return [vowels - 1];
  if (vowels === 3) return [1];
  return /^(?:oa|oe|uy)$/.test(rhyme) ? [0, 1] : [0];
}

/** Whether a rhyme goes with an onset: before e, ê, i, y the sounds of c, g and ng are written k, gh and ngh. */
function fits(onset: string, rhyme: string): boolean {
  if (!/^[eêiy]/.test(rhyme)) return !/^(?:k|gh|ngh)$/.test(onset);
  // gì, gìn and giếng: gi- has lost its i to the rhyme.
  return !/^(?:c|ng|g)$/.test(onset) || (onset === 'g' && /^(?:i|in|iêng)$/.test(rhyme));
}

/** @param word lower case, NFC. @returns whether it is spelt as one syllable. */
export function isSyllable(word: string): boolean {
  const tones = [...word].map((letter) => letter.normalize('NFD').match(TONES)?.join('') ?? '');
  const plain = word.normalize('NFD').replace(TONES, '').normalize('NFC');
  const tone = tones.join('');
  if (plain.length !== tones.length || tone.length > 1) return false;
  const at = tones.indexOf(tone);
  return ['', ...ONSETS].some((onset) => {
    if (!plain.startsWith(onset)) return false;
    const written = plain.slice(onset.length);
    // After qu- what is written y sounds as i.
    const rhyme = onset === 'qu' ? written.replace(/^y(?=.)/, 'i') : written;
    if (!RHYMES.has(rhyme) || !fits(onset, rhyme)) return false;
    if (STOPPED.test(rhyme) && !STOPPING.test(tone)) return false;
    return tone === '' || tonePlaces(rhyme).includes(at - onset.length);
  });
}
