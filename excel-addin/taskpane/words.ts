/** The pane's own words: those of findings come ready from the core, so their catalogue is not loaded twice. */
import { host as enHost } from '../words/en.ts';
import { pane as enPane } from '#panel/words/en.ts';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { host as viHost } from '../words/vi.ts';
import { pane as viPane } from '#panel/words/vi.ts';
import type { PanelWord, Words } from '#panel/words.ts';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viPane, ...viHost },
  en: { ...enPane, ...enHost },
};

/** @returns a message's words: those of the pane and of the host. */
export function sayHere(message: Message, language: Language): string {
  return fill(CATALOGUES[language], message, language);
}

/** @returns words of the pane by id without `pane.`. */
export function wordsIn(language: Language): PanelWord {
  return (id, args = {}) => sayHere({ id: `pane.${id}`, args }, language);
}

/** @returns what the panel is given: the words in the reader's language. */
export function wordsFor(language: Language): Words {
  return { word: wordsIn(language), say: (message) => sayHere(message, language), language };
}
