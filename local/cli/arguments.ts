/** The headless command's arguments (docs/contract.md#headless-command). */
import type { MessageId } from '#core/messages/ids';
import type { Language } from '#core/messages/message';

export interface Arguments {
  input: string;
  out: string | null;
  json: string | null;
  set: string | null;
  language: Language;
  period: string | null;
  at: string | null;
  checkOnly: boolean;
}

/** What is wrong with the arguments: `id` is a message under cli. */
export interface ArgumentFault {
  id: MessageId;
  value: string;
}

const WITH_VALUE = new Set(['--out', '--json', '--set', '--lang', '--period', '--at']);

/** The language asked for, even where the rest cannot be used. */
export function languageOf(list: string[]): Language {
  const place = list.indexOf('--lang');
  return list[place + 1] === 'en' && place >= 0 ? 'en' : 'vi';
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
export function readArguments(list: string[]): Arguments | ArgumentFault {
  const values: Record<string, string> = {};
  const inputs: string[] = [];
  let checkOnly = false;
  for (let place = 0; place < list.length; place += 1) {
    let word = list[place]!;
    let inline: string | undefined;
    const equals = word.indexOf('=');
    if (word.startsWith('--') && equals > 0) {
      inline = word.slice(equals + 1);
      word = word.slice(0, equals);
    }
    if (word === '--check-only' && inline === undefined) checkOnly = true;
    else if (WITH_VALUE.has(word)) {
      const value = inline ?? list[(place += 1)];
      if (value === undefined || value === '' || (inline === undefined && value.startsWith('--')))
        return { id: 'cli.value-missing', value: word };
      if (values[word] !== undefined) return { id: 'cli.option-twice', value: word };
      values[word] = value;
    } else if (word.startsWith('-') && word !== '-') return { id: 'cli.option-unknown', value: word };
    else inputs.push(word);
  }
  if (inputs.length === 0) return { id: 'cli.input-missing', value: '' };
  if (inputs.length > 1) return { id: 'cli.input-twice', value: inputs[1]! };
  const language = values['--lang'] ?? 'vi';
  if (language !== 'vi' && language !== 'en') return { id: 'cli.language-unknown', value: language };
  const at = values['--at'] ?? null;
  if (at !== null && !isTime(at)) return { id: 'cli.time-unreadable', value: at };
  return {
    input: inputs[0]!,
    out: values['--out'] ?? null,
    json: values['--json'] ?? null,
    set: values['--set'] ?? null,
    language,
    period: values['--period'] ?? null,
    at,
    checkOnly,
  };
}
