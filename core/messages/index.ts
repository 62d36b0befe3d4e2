/** Puts words to messages. Every word a person reads lives in the catalogues beside this file. */
import { catalogue as enCatalogue } from './en/index.ts';
import { fill } from './fill.ts';
import type { MessageId } from './ids.ts';
import type { Language, Message } from './message.ts';
import { catalogue as viCatalogue } from './vi/index.ts';

export { printDecimal } from './fill.ts';
export type { Language, Message } from './message.ts';

const catalogues: Record<Language, Readonly<Record<string, string>>> = { vi: viCatalogue, en: enCatalogue };

/** @returns the message's words; an id without words is a bug and throws. */
export function say(message: Message, language: Language): string {
  return fill(catalogues[language], message, language);
}

/** @returns whether the catalogue has words for the id. */
export function hasWords(id: string): id is MessageId {
  return id in viCatalogue;
}
