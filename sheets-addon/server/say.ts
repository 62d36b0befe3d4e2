/** The words that the server itself says, in the menu's dialogs: the add-on's and the panel's. */
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { catalogue as enCore } from '#core/messages/en/index';
import { catalogue as viCore } from '#core/messages/vi/index';
import { pane as enPane } from '#panel/words/en.ts';
import { pane as viPane } from '#panel/words/vi.ts';
import { sheetsAddon as enAddon } from '../words/en.ts';
import { sheetsAddon as viAddon } from '../words/vi.ts';

/** @returns the message's words. Put together when something is said: nothing is built while the script loads. */
export function say(message: Message, language: Language): string {
  const catalogue = language === 'vi' ? { ...viCore, ...viPane, ...viAddon } : { ...enCore, ...enPane, ...enAddon };
  return fill(catalogue, message, language);
}
