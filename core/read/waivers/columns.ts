/** The column Cột of Kiểm tra: in words for people, in keys for waivers. A workbook is passed between readers of both languages. */
import { hasWords, say } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { foldHeader } from '../../workbook/text.ts';

const KEYS = [
  'a',
  'b',
  'c',
  'd',
  'choice',
  'self',
  'verified',
  'reason',
  'evidence',
  'total',
  'pillar',
  'rank',
  'band',
];

/** Words of earlier versions, folded: their sheets are still passed round. */
const FORMER: readonly (readonly [word: string, key: string])[] = [
  ['tu cham', 'self'],
  ['tham dinh', 'verified'],
  ['minh chung', 'evidence'],
  ['self-assessed', 'self'],
  ['verified', 'verified'],
];

/** @returns a finding's column as people read it. */
export function columnWord(column: string, language: Language): string {
  const id = `sheet.column-${column}`;
  return hasWords(id) ? say({ id, args: {} }, language) : column;
}

/** @returns a reader from what stands in the column Cột, in either language or as the key itself, to the key. */
export function columnReader(): (text: string) => string {
  const keys = new Map<string, string>(FORMER.map(([word, key]) => [foldHeader(word), key]));
  for (const key of KEYS)
    for (const language of ['vi', 'en'] as const) keys.set(foldHeader(columnWord(key, language)), key);
  return (text) => keys.get(foldHeader(text)) ?? text;
}
