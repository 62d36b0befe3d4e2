/** The page's own words, and those of files that can't be opened. */
import type { Under } from '#core/messages/ids';
import { createContext, useContext } from 'react';
import { page as enPage } from './words/en.ts';
import { fill } from '#core/messages/fill';
import { file as enFile } from '#xlsx/words/en';
import { file as viFile } from '#xlsx/words/vi';
import type { Language, Message } from '#core/messages/message';
import { page as viPage } from './words/vi.ts';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viFile, ...viPage },
  en: { ...enFile, ...enPage },
};

/** @returns a message in the reader's words. */
export function sayOnPage(message: Message, language: Language): string {
  return fill(CATALOGUES[language], message, language);
}

export type PageWord = (id: Under<'page.'>, args?: Message['args']) => string;

/** @returns words of the page by id without `page.`. */
export function pageWords(language: Language): PageWord {
  return (id, args = {}) => sayOnPage({ id: `page.${id}`, args }, language);
}

export const PageLanguage = createContext<Language>('vi');

export function usePageWords(): PageWord {
  return pageWords(useContext(PageLanguage));
}
