/** The words of the commands: their own, the core's, those of sets and of files that can't be used, and the panel's of why nothing is ranked. */
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { collect as enCollect } from '#core/messages/en/collect';
import { catalogue as enCore } from '#core/messages/en/index';
import { forms as enForms } from '#core/messages/en/forms';
import { compare as enCompare } from '#core/messages/en/compare';
import { publish as enPublish } from '#core/messages/en/publish';
import { sets as enSets } from '#core/messages/en/sets';
import { collect as viCollect } from '#core/messages/vi/collect';
import { catalogue as viCore } from '#core/messages/vi/index';
import { forms as viForms } from '#core/messages/vi/forms';
import { compare as viCompare } from '#core/messages/vi/compare';
import { publish as viPublish } from '#core/messages/vi/publish';
import { sets as viSets } from '#core/messages/vi/sets';
import { pane as enPane } from '#panel/words/en.ts';
import { pane as viPane } from '#panel/words/vi.ts';
import { file as enFile } from '#xlsx/words/en';
import { file as viFile } from '#xlsx/words/vi';
import { cli as enCli } from './words/en.ts';
import { cli as viCli } from './words/vi.ts';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viCore, ...viSets, ...viCompare, ...viForms, ...viCollect, ...viPublish, ...viPane, ...viFile, ...viCli },
  en: { ...enCore, ...enSets, ...enCompare, ...enForms, ...enCollect, ...enPublish, ...enPane, ...enFile, ...enCli },
};

/** @returns the message's words. */
export function say(message: Message, language: Language): string {
  return fill(CATALOGUES[language], message, language);
}
