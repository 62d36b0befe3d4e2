/** The words that stand in files: those of the core and of forms. */
import { catalogue as enCore } from '#core/messages/en/index';
import { forms as enForms } from '#core/messages/en/forms';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { catalogue as viCore } from '#core/messages/vi/index';
import { forms as viForms } from '#core/messages/vi/forms';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viCore, ...viForms },
  en: { ...enCore, ...enForms },
};

/** @returns the message's words. */
export function say(message: Message, language: Language): string {
  return fill(CATALOGUES[language], message, language);
}
