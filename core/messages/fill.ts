/** Puts arguments into words. Apart from the catalogues, so that a pane can carry its own words alone. */
import type { Language, Message, MessageArgument } from './message.ts';

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

/** @returns the message's words from a catalogue; an id without words is a bug and throws. */
export function fill(
  catalogue: Readonly<Record<string, string>>,
  message: Message<string>,
  language: Language,
): string {
  const words = catalogue[message.id];
  if (words === undefined) throw new Error(`no words for message ${message.id}`);
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const argument = message.args[name];
    return argument === undefined ? whole : printArgument(argument, language);
  });
}
