/** Puts words to messages. Every word a person reads lives in the catalogues beside this file. */
import { catalogue as enCatalogue } from './en/index.ts';
import type { Language, Message, MessageArgument } from './message.ts';
import { catalogue as viCatalogue } from './vi/index.ts';

export type { Language, Message } from './message.ts';

const catalogues: Record<Language, Readonly<Record<string, string>>> = { vi: viCatalogue, en: enCatalogue };

/** Prints a canonical decimal text ("-1234.50") with the language's separators: vi "-1.234,50", en "-1,234.50". */
export function printDecimal(text: string, language: Language): string {
  const negative = text.startsWith('-');
  const [whole = '0', fraction] = (negative ? text.slice(1) : text).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  const mark = language === 'vi' ? ',' : '.';
  return (negative ? '-' : '') + grouped + (fraction === undefined ? '' : mark + fraction);
}

function printArgument(argument: MessageArgument, language: Language): string {
  if (typeof argument === 'string') return argument;
  if (typeof argument === 'number') return printDecimal(String(argument), language);
  return printDecimal(argument.decimal, language);
}

/** @returns the message's words; an id without words is a bug and throws. */
export function say(message: Message, language: Language): string {
  const words = catalogues[language][message.id];
  if (words === undefined) throw new Error(`no words for message ${message.id}`);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const argument = message.args[name];
    return argument === undefined ? whole : printArgument(argument, language);
  });
}

/** @returns whether the catalogue has words for the id. */
export function hasWords(id: string): boolean {
  return id in viCatalogue;
}
