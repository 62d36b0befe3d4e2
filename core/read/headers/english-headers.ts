/** Headers in English, and those that say one thing in both languages: "Chỉ số / Indicator", "Điểm tối đa – Maximum score". */
import { clean } from '../../workbook/text.ts';
import type { ColumnRole } from '../assessment.ts';
import { ENGLISH_HEADER_WORDS } from './header-words/en.ts';
import type { HeaderRole } from './header-words/vi.ts';

/** Points that are others than the words before it say, wherever this stands. */
const OTHERS =
  /\b(?:previous|prior|last|before|difference|change|deduct\w*|penalty|minus|bonus|versus|vs|target|planned)\b/;
const VALUES: readonly (ColumnRole | null)[] = ['self', 'verified', 'maximum'];

const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/[\s*:]+/g, ' ')
    .trim();

/** Words of names of units and the like: no headers by themselves. */
const BESIDE = 'of the by for and name assessed province district commune ward department year change';

let table: { roles: Map<string, ColumnRole>; vocabulary: Set<string> } | undefined;

/** Folded words with their roles, and every single word of them; made when the first header is read. */
function known(): NonNullable<typeof table> {
  if (table !== undefined) return table;
  const roles = new Map(
    (Object.entries(ENGLISH_HEADER_WORDS) as [HeaderRole, string][]).flatMap(([role, all]) =>
      all.split(' | ').map((word): [string, ColumnRole] => [words(word), role]),
    ),
  );
  table = { roles, vocabulary: new Set([BESIDE, ...roles.keys()].flatMap((all) => all.split(' '))) };
  return table;
}

/** @returns the role of a header that is English whole, brackets apart; null where it is none or says other points. */
export function englishRole(text: string): ColumnRole | null {
  if (!/^[\x20-\x7e]+$/.test(text)) return null;
  const role = known().roles.get(words(text)) ?? null;
  return VALUES.includes(role) && OTHERS.test(text.toLowerCase()) ? null : role;
}

/** A header in both languages. */
export interface Bilingual {
  vietnamese: string;
  /** What its English says by itself; of points that are others, those of before. */
  english: ColumnRole | null;
}

const isEnglish = (token: string): boolean =>
  /^[-/|()[\]–—:]+$/.test(token) ||
  token
    .toLowerCase()
    .split(/[-/]/)
    .every((word) => known().vocabulary.has(word));

/** @returns the two parts of a header of which the end or the beginning is English words for columns, null where none is. */
export function bilingual(text: string): Bilingual | null {
  const tokens = clean(text)
    .replace(/[/|()[\]–—:]/g, ' $& ')
    .split(' ')
    .filter((token) => token !== '');
  let end = tokens.length;
  while (end > 0 && isEnglish(tokens[end - 1] ?? '')) end -= 1;
  let start = 0;
  if (end === tokens.length) while (start < end && isEnglish(tokens[start] ?? '')) start += 1;
  if (end === 0 || (start === 0 && end === tokens.length)) return null;
  const gloss = [...tokens.slice(0, start), ...tokens.slice(end)].filter((token) => /[\w#]/.test(token)).join(' ');
  if (gloss === '') return null;
  const rest = tokens.slice(start, end).join(' ');
  return {
    vietnamese: rest,
    english: englishRole(gloss) ?? (OTHERS.test(gloss.toLowerCase()) ? 'previousPoints' : null),
  };
}
