/** The reader's words: which catalogue stands behind them is the host's. */
import type {} from './words/vi.ts';
import { createContext, useContext } from 'react';
import type { Under } from '#core/messages/ids';
import type { Language, Message } from '#core/messages/message';

/** Words by id without "pane.". */
export type PanelWord = (id: Under<'pane.'>, args?: Message['args']) => string;

/** @returns a message of the panel's own, by its id without "pane.". */
export function pane(id: Under<'pane.'>, args: Message['args'] = {}): Message {
  return { id: `pane.${id}`, args };
}

export interface Words {
  word: PanelWord;
  say(message: Message): string;
  language: Language;
}

const WordsContext = createContext<Words | null>(null);

export const WordsProvider = WordsContext.Provider;

/** @returns the words in the reader's language. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('no words are given');
  return words;
}
