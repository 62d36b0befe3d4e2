/** Puts arguments into words. Apart from the catalogues, so that a pane can carry its own words alone. */
import type { Language, Message, MessageArgument } from './message.ts';

/** Prints a canonical decimal text ("-1234.50") with the language's separators: vi "-1.234,50", en "-1,234.50". */
export function printDecimal(text: string, language: Language): string {
  const vi = language === 'vi';
  const sign = text.startsWith('-') ? '-' : '';
  const point = text.indexOf('.');
  const whole = text.slice(sign.length, point < 0 ? text.length : point);
  // Most figures are short: nothing is grouped then.
  const grouped = whole.length <= 3 ? whole : whole.replace(/\B(?=(\d{3})+$)/g, vi ? '.' : ',');
  return point < 0 ? sign + grouped : `${sign}${grouped}${vi ? ',' : '.'}${text.slice(point + 1)}`;
}

function printArgument(argument: MessageArgument, language: Language): string {
  if (typeof argument === 'string') return argument;
  if (typeof argument === 'number') return printDecimal(String(argument), language);
  if ('decimal' in argument) return printDecimal(argument.decimal, language);
  let printed = '';
  for (const part of argument.joined) printed += printArgument(part, language);
  return printed;
}

/** Words of the catalogues cut at their placeholders: text, name, text … text. */
const cutWords = new Map<string, readonly string[]>();

function cutOf(words: string): readonly string[] {
  const known = cutWords.get(words);
  if (known !== undefined) return known;
  const cut = words.split(/\{(\w+)\}/);
  cutWords.set(words, cut);
  return cut;
}

/** @returns the message's words from a catalogue; an id without words is a bug and throws. */
export function fill(
  catalogue: Readonly<Record<string, string>>,
  message: Message<string>,
  language: Language,
): string {
  const words = catalogue[message.id];
  if (words === undefined) throw new Error(`no words for message ${message.id}`);
  const cut = cutOf(words);
  let out = cut[0] ?? '';
  for (let index = 1; index < cut.length; index += 2) {
    const name = cut[index] ?? '';
    const argument = message.args[name];
    out += argument === undefined ? `{${name}}` : printArgument(argument, language);
    out += cut[index + 1] ?? '';
  }
  return out;
}
