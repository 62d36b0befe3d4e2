/** The way to a cell, and what came of it in words. */
import { useCallback, useEffect, useRef, useState } from 'react';
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
export function useReveal({ reveal: show, revision }: Panel): Reveal {
  const { word } = useWords();
  const [said, say] = useState('');
  /** The cell that is wanted; hosts answer slowly and not always in order, so one is asked at a time and the last wish wins. */
  const wanted = useRef<Place | null>(null);
  const isGoing = useRef(false);
  const reveal = useCallback(
    (place: Place | null) => {
      if (place === null) return;
      wanted.current = place;
      say(word('revealing', { cell: `${place.sheet}!${place.cell}` }));
      if (isGoing.current) return;
      isGoing.current = true;
      const next = async (): Promise<void> => {
        const going = wanted.current;
        if (going === null) return;
        const how = await show(going);
        if (wanted.current === going) say(how === null ? '' : word(how, { cell: `${going.sheet}!${going.cell}` }));
        else await next();
      };
      void next().finally(() => (isGoing.current = false));
    },
    [show, word],
  );
  const forget = useCallback(() => {
    wanted.current = null;
    say('');
  }, []);
  // After another run, and in other words, it is no more what was shown.
  useEffect(() => {
    forget();
  }, [revision, word, forget]);
  return { said, reveal, forget };
}
