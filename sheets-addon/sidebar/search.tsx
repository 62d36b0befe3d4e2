/** A search field. Each search is a call to Google, so it waits until the person has stopped typing. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '../skin/controls.tsx';

const PAUSE = 400;

interface SearchProps {
  label: string;
  text: string;
  search(text: string): void;
}

export function Search({ label, text, search }: SearchProps): JSX.Element {
  const [typed, setTyped] = useState(text);
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
    if (next !== text) search(next);
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
