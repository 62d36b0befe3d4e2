/** Every word of the product, of the core and of each place above it. */
import { collect as enCollect } from '#core/messages/en/collect';
import { catalogue as enCore } from '#core/messages/en/index';
import { compare as enCompare } from '#core/messages/en/compare';
import { publish as enPublish } from '#core/messages/en/publish';
import { sets as enSets } from '#core/messages/en/sets';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { collect as viCollect } from '#core/messages/vi/collect';
import { catalogue as viCore } from '#core/messages/vi/index';
import { compare as viCompare } from '#core/messages/vi/compare';
import { publish as viPublish } from '#core/messages/vi/publish';
import { sets as viSets } from '#core/messages/vi/sets';
import { site as enSite } from '#local/build/words/en';
import { site as viSite } from '#local/build/words/vi';
import { cli as enCli } from '#local/cli/words/en';
import { cli as viCli } from '#local/cli/words/vi';
import { page as enPage } from '#local/page/words/en';
import { page as viPage } from '#local/page/words/vi';
import { help as enHelp } from '#panel/help/words/en.ts';
import { help as viHelp } from '#panel/help/words/vi.ts';
import { pane as enPane } from '#panel/words/en.ts';
import { pane as viPane } from '#panel/words/vi.ts';
import { file as enFile } from '#xlsx/words/en';
import { file as viFile } from '#xlsx/words/vi';
import { host as enHost } from '../../excel-addin/words/en.ts';
import { host as viHost } from '../../excel-addin/words/vi.ts';
import { sheetsAddon as enAddon } from '../../sheets-addon/words/en.ts';
import { sidebar as enSidebar } from '../../sheets-addon/words/sidebar/en.ts';
import { sidebar as viSidebar } from '../../sheets-addon/words/sidebar/vi.ts';
import { sheetsAddon as viAddon } from '../../sheets-addon/words/vi.ts';

/** Each place's words in both languages. */
export const PLACES: readonly Record<Language, Readonly<Record<string, string>>>[] = [
  {
    vi: { ...viCore, ...viSets, ...viCompare, ...viCollect, ...viPublish },
    en: { ...enCore, ...enSets, ...enCompare, ...enCollect, ...enPublish },
  },
  { vi: viPane, en: enPane },
  { vi: viHelp, en: enHelp },
  { vi: viHost, en: enHost },
  { vi: viAddon, en: enAddon },
  { vi: viSidebar, en: enSidebar },
  { vi: viFile, en: enFile },
  { vi: viCli, en: enCli },
  { vi: viPage, en: enPage },
  { vi: viSite, en: enSite },
];

const all = (language: Language): Readonly<Record<string, string>> =>
  // What a place says otherwise than another is its own: the first stands here.
  Object.assign({}, ...PLACES.toReversed().map((words) => words[language]));

/** All of them by id. */
export const WORDS: Record<Language, Readonly<Record<string, string>>> = { vi: all('vi'), en: all('en') };

/** @returns the message's words, whoever says it. */
export function sayAny(message: Message, language: Language): string {
  return fill(WORDS[language], message, language);
}
