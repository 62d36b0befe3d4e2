/** A search field. Each search is a question to the host: it waits until the person has stopped typing. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSkin } from './skin.ts';

const PAUSE = 350;

interface SearchProps {
  label: string;
  text: string;
  search(text: string): void;
}

export function Search({ label, text, search }: SearchProps): ReactNode {
  const { TextField } = useSkin();
  const [typed, setTyped] = useState(text);
  // What is pressed meanwhile counts as well: the pause ends in the list of then.
  const latest = useRef({ text, search });
  latest.current = { text, search };
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = (): void => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  // The filter may be taken back from outside.
  useEffect(() => {
    setTyped(text);
  }, [text]);
  useEffect(() => stop, []);
  const ask = (next: string): void => {
    stop();
    if (next !== latest.current.text) latest.current.search(next);
  };
  return (
    <form
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        ask(typed);
      }}
    >
      <TextField
        label={label}
        search
        value={typed}
        change={(next) => {
          setTyped(next);
          stop();
          timer.current = setTimeout(() => ask(next), PAUSE);
        }}
      />
    </form>
  );
}
