/** Above every part: what is running, what went wrong, what is out of date. Said to screen readers as well. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from './parts.tsx';
import type { Sidebar } from './session.ts';
import type { Notice } from './state.ts';
import { sayHere, useWords } from './words.ts';

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

function Said({ notice, sidebar, hasDone }: { notice: Notice; sidebar: Sidebar; hasDone: boolean }): JSX.Element {
  const { word, language } = useWords();
  const { kind, title, words, remedy } = notice;
  return (
    <div class={`notice ${kind}`}>
      <div class="notice-words">
        {title !== null && <strong>{word(title)}</strong>}
        {words.map((one, at) => (
          <p key={at}>{sayHere(one, language)}</p>
        ))}
      </div>
      <Button icon="close" look="text" label={word('close')} go={sidebar.dismiss} />
      <div class="row">
        {remedy !== null && (
          <Button stuck={sidebar.busy !== null} go={remedy.go}>
            {word(remedy.word)}
          </Button>
        )}
        {title === 'confirm-title' && <Button go={sidebar.dismiss}>{word('confirm-leave')}</Button>}
        {sidebar.takeBack !== null && !hasDone && title !== 'confirm-title' && (
          <Button stuck={sidebar.busy !== null} go={sidebar.undo}>
            {word(sidebar.takeBack.of === 'waiver' ? 'take-back-waiver' : 'take-back')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** @param hasDone the part in sight shows what was done, with the way back. */
export function Notices({ sidebar, hasDone }: { sidebar: Sidebar; hasDone: boolean }): JSX.Element {
  const { word } = useWords();
  const { busy, notice, stale, overview } = sidebar;
  const ranking = overview?.summary.ranking ?? 'none';
  const isOld = overview !== null && busy === null && (stale !== 'no' || ranking === 'old');
  return (
    <div class="notices">
      <p role="status">{busy !== null && word(`sidebar.wait-${busy}`)}</p>
      {busy !== null && <Wait key={busy} />}
      {isOld && (
        <div class="notice warning" role="status">
          <p>
            {stale === 'no'
              ? word('ranking-old')
              : `${word(stale === 'yes' ? 'stale' : 'stale-maybe')}${ranking === 'none' ? '' : ` ${word('stale-score')}`}`}
          </p>
          <div class="row">
            <Button go={ranking === 'none' ? sidebar.check : sidebar.score}>
              {word(ranking === 'none' ? 'check-again' : 'score-again')}
            </Button>
          </div>
        </div>
      )}
      <div role={notice?.title === 'error-title' || notice?.title === 'confirm-title' ? 'alert' : 'status'}>
        {notice !== null && <Said notice={notice} sidebar={sidebar} hasDone={hasDone} />}
      </div>
    </div>
  );
}
