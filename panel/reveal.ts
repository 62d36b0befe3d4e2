/** The way to a cell, and what came of it in words. */
import { useCallback, useState } from 'react';
import type { Place } from '#core/view/outcome';
import type { Panel } from './port.ts';
import { useWords } from './words.ts';

export interface Reveal {
  /** On its way, there, or where to look; "" while nothing was asked for. */
  said: string;
  reveal(place: Place | null): void;
  forget(): void;
}

/** A hook. @returns how to show a cell. */
export function useReveal({ reveal: show }: Panel): Reveal {
  const { word } = useWords();
  const [said, say] = useState('');
  const reveal = useCallback(
    (place: Place | null) => {
      if (place === null) return;
      const cell = `${place.sheet}!${place.cell}`;
      say(word('revealing', { cell }));
      void show(place).then((how) => say(how === null ? '' : word(how, { cell })));
    },
    [show, word],
  );
  const forget = useCallback(() => say(''), []);
  return { said, reveal, forget };
}
