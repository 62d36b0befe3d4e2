/** What runs, and for how long. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useWords } from './words.ts';
import type { Sidebar } from './session.ts';

export function Waiting({ sidebar: { busy } }: { sidebar: Sidebar }): JSX.Element {
  const { word } = useWords();
  return (
    <>
      <p role="status">{busy !== null && word(`sidebar.wait-${busy}`)}</p>
      {busy !== null && <Wait key={busy} />}
    </>
  );
}

/** A call can tell nothing of how far it is: the seconds are all that is true. */
function Wait(): JSX.Element {
  const { word } = useWords();
  const [since] = useState(() => Date.now());
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="wait">
      <div class="progress" aria-hidden="true">
        <span />
      </div>
      <p class="quiet">
        <span aria-hidden="true">{word('sidebar.wait-seconds', { seconds: Math.round((now - since) / 1000) })} </span>
        {word('sidebar.wait-note')}
      </p>
    </div>
  );
}
