/** The page's own words, and those of files that can't be opened. */
import type { Under } from '#core/messages/ids';
import { createContext, useContext } from 'react';
import { app as enApp } from '#core/messages/en/app';
import { page as enPage } from '#core/messages/en/page';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { app as viApp } from '#core/messages/vi/app';
import { page as viPage } from '#core/messages/vi/page';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viApp, ...viPage },
  en: { ...enApp, ...enPage },
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
