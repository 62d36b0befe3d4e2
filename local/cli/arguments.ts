/** The headless command's arguments (docs/contract.md#headless-command): the verb, its files, its options. node:util parses, this reads strictly. */
import { parseArgs } from 'node:util';
import type { MessageId } from '#core/messages/ids';
import type { Language } from '#core/messages/message';

/** `text` once, `list` as often as wanted, `flag` without a value. */
export type OptionKind = 'text' | 'list' | 'flag';

/** What a verb takes beside --lang, --at and --help, which all take. */
export interface Takes {
  options: Readonly<Record<string, OptionKind>>;
  /** How many files: at least, at most. */
  inputs: readonly [number, number];
}

export interface Arguments {
  inputs: string[];
  language: Language;
  at: string | null;
  /** null where it was not given. */
  text(name: string): string | null;
  list(name: string): string[];
  flag(name: string): boolean;
}

/** What is wrong with the arguments: `id` is a message under cli. */
export interface ArgumentFault {
  id: MessageId;
  value: string;
  /** The options that there are, where one is unknown. */
  known?: string;
}

const COMMON: Takes['options'] = { lang: 'text', at: 'text', help: 'flag' };

/** The language asked for, even where the rest cannot be used. */
export function languageOf(list: string[]): Language {
  const place = list.indexOf('--lang');
  return list.includes('--lang=en') || (list[place + 1] === 'en' && place >= 0) ? 'en' : 'vi';
}

/** ISO 8601 with date and time; the offset may be left out. */
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** A moment that exists: Date.parse takes 30 February for 2 March. */
function isTime(text: string): boolean {
  if (!ISO_TIME.test(text) || Number.isNaN(Date.parse(text))) return false;
  const [year, month, day] = text.slice(0, 10).split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/** Reads the arguments strictly: what is unknown, twice or without its value is a fault, never skipped. */
export function readArguments(list: string[], takes: Takes): Arguments | ArgumentFault {
  const kinds: Takes['options'] = { ...takes.options, ...COMMON };
  const { tokens } = parseArgs({
    args: list,
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string[]>();
  const inputs: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') inputs.push(token.value);
    if (token.kind !== 'option') continue;
    const kind = Object.hasOwn(kinds, token.name) ? kinds[token.name] : undefined;
    const flagged = kind === 'flag' && token.value !== undefined;
    if (kind === undefined || flagged || !token.rawName.startsWith('--'))
      return {
        id: 'cli.option-unknown',
        value: flagged ? `${token.rawName}=${token.value}` : token.rawName,
        known: Object.keys(kinds)
          .map((name) => `--${name}`)
          .join(', '),
      };
    const { value = '' } = token;
    // What looks like an option is none's value; “-” is the standard output.
    if (kind !== 'flag' && (value === '' || (token.inlineValue !== true && value.startsWith('--'))))
      return { id: 'cli.value-missing', value: token.rawName };
    const given = values.get(token.name);
    if (given !== undefined && kind !== 'list') return { id: 'cli.option-twice', value: token.rawName };
    if (given === undefined) values.set(token.name, [value]);
    else given.push(value);
  }
  const [least, most] = takes.inputs;
  if (inputs.length < least) return { id: 'cli.input-missing', value: '' };
  if (inputs.length > most) return { id: 'cli.input-twice', value: inputs[most] ?? '' };
  const language = values.get('lang')?.[0] ?? 'vi';
  if (language !== 'vi' && language !== 'en') return { id: 'cli.language-unknown', value: language };
  const at = values.get('at')?.[0] ?? null;
  if (at !== null && !isTime(at)) return { id: 'cli.time-unreadable', value: at };
  return {
    inputs,
    language,
    at,
    text: (name) => values.get(name)?.[0] ?? null,
    list: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  };
}
