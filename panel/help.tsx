/** Hướng dẫn: opens in place of the part that is on the screen, which waits as it was; button or Escape lead back to it. */
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from 'react';
import { onEscape } from './escape.ts';
import { useFirstFocus } from './first-focus.ts';
import { useSkin } from './skin.ts';
import { Failed, Loading } from './waiting.tsx';
import { pane, useWords } from './words.ts';

export interface Help {
  isOpen: boolean;
  open(): void;
  leave(): void;
  /** Around the button: the keyboard goes back to it. */
  at: { current: HTMLSpanElement | null };
}

/** @returns whether the help is open, and how that changes. */
export function useHelp(): Help {
  const [isOpen, setOpen] = useState(false);
  const at = useRef<HTMLSpanElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement?.matches('body, [role="tabpanel"]') === true)
      at.current?.querySelector('button')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, open: () => setOpen(true), leave: () => setOpen(false), at };
}

export function HelpButton({ help }: { help: Help }): ReactNode {
  const { Button } = useSkin();
  const { word } = useWords();
  return (
    <span ref={help.at}>
      <Button look="text" small expanded={help.isOpen} go={help.isOpen ? help.leave : help.open}>
        {word('help')}
      </Button>
    </span>
  );
}

export function HelpScreen({ leave }: { leave(): void }): ReactNode {
  const { Button, Heading, Row, useLooks } = useSkin();
  const looks = useLooks();
  const { word } = useWords();
  const first = useFirstFocus<HTMLDivElement>('button');
  const [Book, show] = useState<ComponentType | null>(null);
  const [failed, fail] = useState(false);
  const [tries, again] = useState(0);
  useEffect(() => {
    let gone = false;
    // Loaded only now: nobody who does not ask for it waits for it.
    import('./help/book.tsx').then(
      (part) => gone || show(() => part.Book),
      () => gone || fail(true),
    );
    return () => {
      gone = true;
    };
  }, [tries]);
  const retry = (): void => {
    fail(false);
    again((old) => old + 1);
  };
  return (
    <div ref={first} className={looks.stack} role="region" aria-label={word('help')} onKeyDown={onEscape(leave)}>
      <Row>
        <Button icon="left" look="text" small label={word('help-back')} go={leave} />
        <Heading>{word('help')}</Heading>
      </Row>
      {failed ? <Failed words={[pane('help-failed')]} retry={retry} /> : Book === null ? <Loading /> : <Book />}
    </div>
  );
}
