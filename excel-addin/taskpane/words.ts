/** The pane's own words: those of findings come ready from the core, so their catalogue is not loaded twice. */
import type { Under } from '#core/messages/ids';
import { createContext, useContext } from 'react';
import { host as enHost } from '#core/messages/en/host';
import { pane as enPane } from '#core/messages/en/pane';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { host as viHost } from '#core/messages/vi/host';
import { pane as viPane } from '#core/messages/vi/pane';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viPane, ...viHost },
  en: { ...enPane, ...enHost },
};

/** @returns a message's words: those of the pane and of the host. */
export function sayHere(message: Message, language: Language): string {
  return fill(CATALOGUES[language], message, language);
}

export type Word = (id: Under<'pane.'>, args?: Message['args']) => string;

/** @returns words of the pane by id without `pane.`. */
export function wordsIn(language: Language): Word {
  return (id, args = {}) => sayHere({ id: `pane.${id}`, args }, language);
}

export const LanguageContext = createContext<Language>('vi');

/** @returns the pane's words in the reader's language. */
export function useWords(): { word: Word; language: Language } {
  const language = useContext(LanguageContext);
  return { word: wordsIn(language), language };
}
