/** What the desk answers to a screen: asked for anew after every run and in every language; the old answer stays in sight meanwhile. */
import { useEffect, useState } from 'react';
import type { Desk } from '#core/commands/calls';
import type { Message } from '#core/messages/message';
import type { Panel, ViewInput, ViewVerb } from './port.ts';
import { useWords } from './words.ts';

export interface Answer<T> {
  /** The newest that is here: while another is on its way the old one stays in sight. */
  value: T | null;
  /** Whether it is the one that was asked for. */
  isFresh: boolean;
  error: Message[] | null;
  retry(): void;
}

interface Settled<T> {
  key: string;
  value: T | null;
  error: Message[] | null;
}

/** @returns a view's answer. @param input null: there is nothing to ask yet. */
export function useAnswer<V extends ViewVerb>(
  { ask, revision, wordsOf }: Panel,
  verb: V,
  input: ViewInput<V> | null,
): Answer<Desk[V]['output']> {
  const { language } = useWords();
  const key = input === null ? null : JSON.stringify([revision, language, input]);
  const [settled, settle] = useState<Settled<Desk[V]['output']> | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (key === null || input === null) return undefined;
    let gone = false;
    ask(verb, input).then(
      (value) => gone || settle({ key, value, error: null }),
      (error: unknown) => gone || settle((old) => ({ key, value: old?.value ?? null, error: wordsOf(error) })),
    );
    return () => {
      gone = true;
    };
  }, [key, tries, ask, verb]);
  const isHere = settled !== null && settled.key === key;
  return {
    value: settled?.value ?? null,
    isFresh: isHere && settled.error === null,
    error: isHere ? settled.error : null,
    retry: () => {
      settle((old) => (old === null ? null : { ...old, key: '', error: null }));
      setTries((old) => old + 1);
    },
  };
}
