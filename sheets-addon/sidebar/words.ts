/** The sidebar's own words. Those of findings, rankings and settings come ready from the server. */
import { pane as enPane } from '#panel/words/en.ts';
import { sheetsAddon as enAddon } from '../words/en.ts';
import { sidebar as enSidebar } from '../words/sidebar/en.ts';
import { fill } from '#core/messages/fill';
import type { Language, Message } from '#core/messages/message';
import { pane as viPane } from '#panel/words/vi.ts';
import { sheetsAddon as viAddon } from '../words/vi.ts';
import { sidebar as viSidebar } from '../words/sidebar/vi.ts';
import { useWords as usePanelWords, type PanelWord, type Words } from '#panel/words.ts';

const CATALOGUES: Record<Language, Readonly<Record<string, string>>> = {
  vi: { ...viPane, ...viAddon, ...viSidebar },
  en: { ...enPane, ...enAddon, ...enSidebar },
};

/** @returns the message's words. A warning of a newer server may name words that are not here: its id is better than nothing. */
export function sayHere(message: Message, language: Language): string {
  const catalogue = CATALOGUES[language];
  return message.id in catalogue ? fill(catalogue, message, language) : message.id;
}

/** Words of the panel, and those that only the sidebar says. */
type Word = (
  id: Parameters<PanelWord>[0] | keyof typeof viAddon | keyof typeof viSidebar,
  args?: Message['args'],
) => string;

/** @returns words by id: "sidebar.…" and "addon.…" whole, those shared with the pane without "pane.". */
export function wordsIn(language: Language): Word {
  return (id, args = {}) => fill(CATALOGUES[language], { id: id.includes('.') ? id : `pane.${id}`, args }, language);
}

/** @returns what the panel is given: the words in the reader's language. */
export function wordsFor(language: Language): Words {
  return { word: wordsIn(language), say: (message) => sayHere(message, language), language };
}

/** @returns the words in the reader's language, the sidebar's own as well. */
export function useWords(): Words & { word: Word } {
  return usePanelWords() as Words & { word: Word };
}
