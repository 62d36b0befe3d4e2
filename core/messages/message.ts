/** A message is an id and its arguments; words are put to it only where a person reads it, in that person's language. */
import type { MessageId } from './ids.ts';

export type Language = 'vi' | 'en';

/** `decimal`: canonical text "1234.50", printed with the reader's own separators. `joined`: printed one after the other. */
export type MessageArgument =
  string | number | { decimal: string } | { joined: readonly (string | { decimal: string })[] };

/** `id` is a key of the catalogues; `args` fill its {placeholders}. */
export interface Message<Id extends string = MessageId> {
  id: Id;
  args: Record<string, MessageArgument>;
}

/** Puts words to messages, in one language. */
export type Say = (message: Message) => string;
