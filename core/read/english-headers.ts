/** Headers in English, and those that say one thing in both languages: "Chỉ số / Indicator", "Điểm tối đa – Maximum score". */
import { clean } from '../workbook/text.ts';
import type { ColumnRole } from './assessment.ts';

const WORDS: Partial<Record<ColumnRole, string>> = {
  order: 'no|no.|#|order',
  code: 'code|id|indicator code|criterion code|criteria code',
  name: 'indicator|indicators|criterion|criteria|indicator name|name of indicator|criterion name|content',
  maximum:
    'maximum|max|max score|max points|max mark|max marks|maximum score|maximum points|maximum mark|maximum marks|full score|full marks',
  rule: 'rule',
  description:
    'description|method|scoring method|scoring guide|scoring guidance|guidance|how to score|how points are given',
  unit: 'unit|unit name|name of unit|agency',
  unitCode: 'unit code|agency code',
  group: 'group|cluster|group of units',
  basis: 'basis|legal basis',
  choice: 'choice|option',
  self: 'self|self assessed|self assessment|self score|self scored|self points|self assessed score|self assessed points|self assessment score|self assessment points|self evaluation|self evaluated score',
  verified:
    'verified|verification|verified score|verified points|verified mark|appraised score|appraisal score|approved score|approved points|council score',
  reason: 'reason|verification reason|reason for verification',
  evidence: 'evidence|supporting documents|means of verification',
  note: 'note|notes|remark|remarks|comment|comments',
  period: 'period|reporting period',
  previousPoints: 'previous points|previous score',
  previousRank: 'previous rank',
  difference: 'difference',
  status: 'status',
  total: 'total|total score|total points',
  rank: 'rank|ranking',
  band: 'band|classification',
};

const ROLES = new Map<string, ColumnRole>();
const VOCABULARY = new Set([
  'of',
  'the',
  'by',
  'for',
  'and',
  'name',
  'assessed',
  'province',
  'district',
  'commune',
  'ward',
  'department',
  'year',
  'change',
]);
for (const role of Object.keys(WORDS) as ColumnRole[])
  for (const words of WORDS[role]!.split('|')) {
    ROLES.set(words, role);
    for (const word of words.split(' ')) VOCABULARY.add(word);
  }

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

/** @returns the role of a header that is English whole, brackets apart; null where it is none or says other points. */
export function englishRole(text: string): ColumnRole | null {
  if (!/^[\x20-\x7e]+$/.test(text)) return null;
  const role = ROLES.get(words(text)) ?? null;
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
    .every((word) => VOCABULARY.has(word));

/** @returns the two parts of a header of which the end or the beginning is English words for columns, null where none is. */
export function bilingual(text: string): Bilingual | null {
  const tokens = clean(text)
    .replace(/[/|()[\]–—:]/g, ' $& ')
    .split(' ')
    .filter((token) => token !== '');
  let end = tokens.length;
  while (end > 0 && isEnglish(tokens[end - 1]!)) end -= 1;
  let start = 0;
  if (end === tokens.length) while (start < end && isEnglish(tokens[start]!)) start += 1;
  if (end === 0 || (start === 0 && end === tokens.length)) return null;
  const gloss = [...tokens.slice(0, start), ...tokens.slice(end)].filter((token) => /[\w#]/.test(token)).join(' ');
  if (gloss === '') return null;
  const rest = tokens.slice(start, end).join(' ');
  return {
    vietnamese: rest,
    english: englishRole(gloss) ?? (OTHERS.test(gloss.toLowerCase()) ? 'previousPoints' : null),
  };
}
