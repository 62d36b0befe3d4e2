/** Words of what is published: the catalogue is the command's, so that it ships in no add-in. */
import type { Under } from '../messages/ids.ts';
import type { Language, Message } from '../messages/message.ts';

/** Says a word of the catalogue "publish". */
export type Say = (id: Under<'publish.'>, args?: Message['args']) => string;

/** @returns the words in one language. */
export function sayIn(say: (message: Message, language: Language) => string, language: Language): Say {
  return (id, args = {}) => say({ id: `publish.${id}`, args }, language);
}
