/** What may be written in a workbook, from the tables that readers, form, parser and checks go by: the help and the guides say it. */
import { EXAMPLES } from '../framework/rules/examples.ts';
import type { Rule } from '../framework/rules/rule.ts';
import { CHECK_IDS, CHECK_NUMBERS, type CheckId } from '../messages/check-ids.ts';
import { checkNumber } from '../messages/check-numbers.ts';
import { ENGLISH_HEADER_WORDS } from '../read/headers/header-words/en.ts';
import { HEADER_WORDS, type HeaderRole } from '../read/headers/header-words/vi.ts';
import { SETTINGS } from '../read/settings/keys.ts';
import type { SettingId } from './settings.ts';

export interface HelpView {
  /** Columns by role, with the words over them as people write them. */
  headers: { role: HeaderRole; words: string[]; english: string[] }[];
  /** `values`: what may be chosen; `usual`: what holds where nothing is set; `example`: how a free text is written. */
  settings: { id: SettingId; key: string; values: readonly string[]; usual: string; example: string }[];
  rules: { kind: Rule['kind']; examples: readonly string[] }[];
  /** By their numbers. */
  checks: { id: CheckId; number: string }[];
}

const split = (words = ''): string[] => words.split(' | ').filter((word) => word !== '');

/** @returns all of it, in the order in which it is best read. */
export function helpView(): HelpView {
  return {
    headers: (Object.keys(HEADER_WORDS) as HeaderRole[]).map((role) => ({
      role,
      words: split(HEADER_WORDS[role]),
      english: split(ENGLISH_HEADER_WORDS[role]),
    })),
    settings: SETTINGS.map(({ id, key, words = [], usual = '', example = '' }) => ({
      id,
      key,
      values: words,
      usual,
      example,
    })),
    rules: (Object.keys(EXAMPLES) as Rule['kind'][]).map((kind) => ({ kind, examples: EXAMPLES[kind] })),
    checks: [...CHECK_IDS]
      .sort((one, other) => CHECK_NUMBERS[one] - CHECK_NUMBERS[other])
      .map((id) => ({ id, number: checkNumber(id) })),
  };
}
